"""What becomes of a value that is named as a secret."""

import pytest

from SteadyAPI.redaction import registry as registry_module
from SteadyAPI.redaction.registry import Registration, SecretRegistry


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


def test_refusals_are_told_from_acceptance() -> None:
    assert [outcome.is_refusal for outcome in Registration] == [False, False, True, True, True, True, True]


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
