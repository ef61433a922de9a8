"""What becomes of a value that is named as a secret."""

import pytest

from SteadyAPI.redaction import registry as registry_module
from SteadyAPI.redaction.registration import Registration
from SteadyAPI.redaction.registry import SecretRegistry


def test_a_registered_value_is_masked() -> None:
    registry = SecretRegistry()
    assert registry.register("hunter2!x") is Registration.ACCEPTED
    assert registry.mask("say hunter2!x twice") == "say [redacted] twice"


def test_text_without_secrets_comes_back_as_the_same_object() -> None:
    registry = SecretRegistry()
    registry.register("hunter2!x")
    text = "nothing to 100% see & hide + here"
    assert registry.mask(text) is text


def test_a_value_is_known_the_second_time() -> None:
    registry = SecretRegistry()
    registry.register("hunter2!x")
    assert registry.register("hunter2!x") is Registration.KNOWN


def test_a_short_value_is_refused() -> None:
    assert SecretRegistry().register("abc12") is Registration.TOO_SHORT


def test_a_blank_value_is_refused() -> None:
    assert SecretRegistry().register("  \n") is Registration.EMPTY


def test_a_common_word_is_refused() -> None:
    assert SecretRegistry().register("Password") is Registration.TOO_COMMON


def test_a_repeated_character_is_refused() -> None:
    assert SecretRegistry().register("********") is Registration.TOO_COMMON


def test_a_small_number_is_refused() -> None:
    assert SecretRegistry().register("12345.67") is Registration.TOO_COMMON


def test_a_part_of_the_mask_is_refused_even_when_forced() -> None:
    assert SecretRegistry().register("redact", force=True) is Registration.TOO_COMMON


def test_a_forced_short_value_is_masked_at_word_edges_only() -> None:
    registry = SecretRegistry()
    assert registry.register("abc", force=True) is Registration.ACCEPTED
    assert registry.mask("abc abcd 'abc' xabc") == "[redacted] abcd '[redacted]' xabc"


def test_what_is_vouched_for_is_not_looked_at_again() -> None:
    registry = SecretRegistry()
    text = "password=hunter2!x"
    registry.mark_masked(text, registry.state)
    assert registry.mask(text) is text


def test_what_was_put_together_before_a_secret_was_added_is_looked_at() -> None:
    registry = SecretRegistry()
    state = registry.state
    registry.register("hunter2!x")
    registry.mark_masked("say hunter2!x", state)
    assert registry.mask("say hunter2!x") == "say [redacted]"


def test_a_secret_added_later_is_masked_in_what_was_vouched_for() -> None:
    registry = SecretRegistry()
    registry.mark_masked("say hunter2!x", registry.state)
    registry.register("hunter2!x")
    assert registry.mask("say hunter2!x") == "say [redacted]"


def test_repr_counts_secrets_and_shows_none() -> None:
    registry = SecretRegistry()
    registry.register("hunter2!x")
    assert repr(registry) == "SecretRegistry(1 secrets)"


def test_what_was_clean_is_masked_after_its_secret_was_added() -> None:
    registry = SecretRegistry()
    assert registry.mask("a hunter2!x b") == "a hunter2!x b"
    registry.register("hunter2!x")
    assert registry.mask("a hunter2!x b") == "a [redacted] b"


def test_the_memory_of_clean_texts_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry_module, "_CLEAN_MOST", 2)
    registry = SecretRegistry()
    texts = [registry.mask(f"text {number}") for number in range(5)]
    assert texts == [f"text {number}" for number in range(5)]


def test_what_was_masked_last_is_masked_anew_when_a_secret_comes_after_it() -> None:
    registry = SecretRegistry()
    text = "a long text with a later-secret-1 in it, " * 200
    assert registry.mask(registry.mask(text)) == text
    registry.register("later-secret-1")
    assert "later-secret-1" not in registry.mask(text)


def test_what_was_looked_over_is_known_to_be_clean_until_a_secret_comes() -> None:
    registry = SecretRegistry()
    registry.register("hunter2!x")
    texts = ["one", "with hunter2!x in it", "two", "later-secret-1", "long " * 100]
    clean = registry.clean_among(texts)
    assert [text in clean for text in texts] == [True, False, True, True, False]
    assert registry.mask(texts[1]) == "with [redacted] in it"
    registry.register("later-secret-1")
    assert registry.mask(texts[3]) == "[redacted]"


def test_looking_over_texts_keeps_the_memory_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry_module, "_CLEAN_MOST", 2)
    registry = SecretRegistry()
    registry.clean_among(["one", "two"])
    assert "one" not in registry.clean_among(["three"])


@pytest.mark.parametrize(
    ("name", "value", "received", "outcome"),
    [
        ("password", "swordfish7", False, Registration.ACCEPTED),
        ("password", "swordfish", False, Registration.ACCEPTED),
        ("password", "invalid_token", False, Registration.ORDINARY),
        ("token", "${TOKEN}", False, Registration.ORDINARY),
        ("signature", "it is required on delivery", False, Registration.ORDINARY),
        ("password", "to be or not to be at all", False, Registration.ACCEPTED),
        ("password", "k4711", False, Registration.TOO_SHORT),
        ("authorization", "approval-of-ada", True, Registration.ORDINARY),
        ("access_token", "token-of-ada-17", True, Registration.ACCEPTED),
        ("access_token", "token of ada 17", True, Registration.ORDINARY),
        ("access_token", "adalove", True, Registration.ORDINARY),
        ("authorization", "Kd82jfLq01mZ", True, Registration.ACCEPTED),
    ],
)
def test_a_value_is_learnt_when_it_can_be_a_secret(
    name: str, value: str, received: bool, outcome: Registration
) -> None:
    registry = SecretRegistry()
    assert registry.learn(name, value, received=received) is outcome
    assert (registry.mask(f"later: {value}") == "later: [redacted]") is (outcome is Registration.ACCEPTED)
    assert registry.learnt == ({name: 1} if outcome is Registration.ACCEPTED else {})


def test_a_value_is_learnt_once_and_may_be_registered_afterwards() -> None:
    registry = SecretRegistry()
    registry.learn("password", "hunter2!x")
    assert registry.learn("token", "hunter2!x") is Registration.KNOWN
    assert registry.register("hunter2!x") is Registration.KNOWN
    assert registry.learnt == {}


def test_a_short_value_in_use_is_told_unless_nobody_wants_to_know() -> None:
    registry = SecretRegistry()
    told: list[tuple[str, Registration]] = []
    registry.on_refusal = lambda name, outcome: told.append((name, outcome))
    registry.learn("auth", "k4711")
    registry.learn("password", "k4712", warn=False)
    registry.learn("password", "k4713-", received=True)
    registry.learn("password", "invalid")
    assert told == [("auth", Registration.TOO_SHORT)]


def test_an_unregistered_value_is_shown_until_it_is_registered_again() -> None:
    registry = SecretRegistry()
    registry.register("premium-2026")
    registry.register("hunter2!x")
    assert registry.unregister("premium-2026")
    assert not registry.unregister("premium-2026")
    assert registry.learn("token", "premium-2026") is Registration.ALLOWED
    assert registry.mask("premium-2026 hunter2!x") == "premium-2026 [redacted]"
    registry.register("premium-2026")
    assert registry.mask("premium-2026") == "[redacted]"


def test_allowed_texts_and_names_are_never_masked() -> None:
    registry = SecretRegistry()
    registry.learn("plan_token", "Premium-2026")
    registry.learn("token", "hunter2!x")
    registry.allow("plan_token, Blue-17 ,")
    registry.allow([])
    assert registry.mask("Premium-2026 hunter2!x") == "Premium-2026 [redacted]"
    assert registry.register("blue-17") is Registration.ALLOWED
    assert registry.learn("plan_token", "premium-2027") is Registration.ALLOWED
    text = '{"plan_token": "abc1", "token": "blue-17"} plan_token=abc1 @{plan_token} = [ abc1 ]'
    assert registry.mask(text) == text
    assert (
        registry.mask('{"plan_token": ["abc1"], "token": "abc1"}') == '{"plan_token": ["abc1"], "token": "[redacted]"}'
    )


def test_a_name_keeps_what_was_only_learnt_and_what_only_looks_like_a_secret() -> None:
    registry = SecretRegistry()
    registry.learn("token", "hunter2!x")
    assert registry.mask_name("Login with hunter2!x and token=abc") == "Login with hunter2!x and token=abc"
    assert registry.mask_name("A plain name") == "A plain name"
    shown = "A test: Login with hunter2!x and token=abc. It sent hunter2!x"
    assert registry.mask(shown) == "A test: Login with hunter2!x and token=abc. It sent [redacted]"


def test_two_names_with_registered_values_stay_two() -> None:
    registry = SecretRegistry()
    registry.register("hunter2!x")
    registry.register("hunter3!x")
    assert registry.mask_name("Login with hunter2!x") == "Login with [redacted-1]"
    assert registry.mask_name("Login with hunter3!x") == "Login with [redacted-2]"
    assert registry.mask_name("Login with hunter2!x") == "Login with [redacted-1]"
    assert registry.mask("S.Login with hunter2!x failed: hunter2!x") == "S.Login with [redacted-1] failed: [redacted]"


def test_a_name_is_looked_at_again_when_it_holds_what_is_registered_later() -> None:
    registry = SecretRegistry()
    registry.learn("token", "hunter2!x")
    assert registry.mask_name("Login with hunter2!x") == "Login with hunter2!x"
    registry.register("hunter2!x")
    assert registry.mask("Login with hunter2!x") == "Login with [redacted-1]"


def test_names_are_settled_before_files_are_masked() -> None:
    registry = SecretRegistry()
    names = ["Login with hunter2!x", "Another"]
    assert [registry.mask_name(name) for name in names] == names
    registry.learn("token", "hunter2!x")
    registry.settle_names()
    registry.settle_names()
    assert registry.mask("Login with hunter2!x") == "Login with hunter2!x"
    assert registry.mask("with hunter2!x") == "with [redacted]"


def test_a_token_in_a_well_known_format_is_masked_in_names_too() -> None:
    token = "ghp_0123456789abcdefghij0123456789abcdef"
    assert SecretRegistry().mask_name(f"Login with {token}") == "Login with [redacted-1]"


def test_what_only_looks_like_a_secret_stays_when_the_known_ones_are_masked() -> None:
    registry = SecretRegistry()
    assert registry.mask_known("token=abc hunter2!x") == "token=abc hunter2!x"
    registry.register("hunter2!x")
    assert registry.mask_known("token=abc hunter2!x") == "token=abc [redacted]"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("password", "This password is too short. It must contain at least 8 characters."),
        ("signature", "Kind regards, Ann"),
        ("pin", "top-left"),
    ],
)
def test_sentences_and_labels_that_are_sent_are_not_learnt(name: str, value: str) -> None:
    registry = SecretRegistry()
    assert registry.learn(name, value) is Registration.ORDINARY
    assert registry.mask(value) == value


@pytest.mark.parametrize(
    "value",
    [
        "Passwort",
        "'Hasło'",
        "${DB_PASSWORD}\nspring.x=y",
        "faker.password(length=12)",
        "settings.SECRET, url=TOKEN_URL",
    ],
)
def test_labels_references_and_code_teach_nothing(value: str) -> None:
    registry = SecretRegistry()
    registry.learn("password", value)
    assert registry.learnt == {}
    assert registry.mask(f"so {value} it is") == f"so {value} it is"


def test_the_beginning_of_a_value_before_a_cut_is_found_beside_others_that_begin_alike() -> None:
    registry = SecretRegistry()
    for value in ('Q5AWBt>&f ZB"<=<\u00e9SD=4>yz', 'Q5A\\BzDn" pNLqiMZ+V\u00e9Bgzz', "Q5A-\u00fcmlaut-Kj7$x"):
        registry.register(value)
    text = r"""json_twice: "{\"a\": \"Q5AWBt>&f ZB\\\"<=<\\u0..."""
    assert registry.mask(text) == r"""json_twice: "{\"a\": \"[redacted]..."""


def test_what_was_not_masked_among_others_is_masked_by_itself() -> None:
    registry = SecretRegistry()
    registry.register("hunter2!hunter2!")
    registry.clean_among(["x hunter2!hunter2! y"])
    assert registry.mask("x hunter2!hunter2! y") == "x [redacted] y"
    assert registry.mask("z hunter2!hunter2! y") == "z [redacted] y"
