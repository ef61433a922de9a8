import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from SteadyAPI.redaction.finder import SecretFinder
from SteadyAPI.redaction.quick_check import LOWER_SIGNS, SIGNS, shows_nothing
from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.rules import DEFAULT_RULES

FOUND = SecretFinder(None)
NAMES = [
    "password",
    "Passphrase",
    "PASS",
    "pwd",
    "secret",
    "api_key",
    "key",
    "API.Key",
    "signing-key",
    "authkey",
    "expandkeywords",
    "Token",
    "authorization",
    "set-cookie",
]
MARKS = [*"=:,><[]{}'\"|@", "--", "=>", " = ", ": ", "\n", "\r", "\r\n", "\n\n", "${", "} = [ ", "&{", "</a>", "<a>"]
ESCAPES = ["<wbr>", "=\n", "\0", "\x1b[1m", "\\", "\\n", "%", "%3A", "&", "&amp;", "&#61;", "+", "\u212a", "é", "=20"]
VALUES = ["hunter2", "Xk29fLq0ZrT4vB8n", "YWRhOmh1bnRlcjI=", "a" * 61, " ", "value", "eyJhbGciOiJI.eyJzdWIiOiIx.c2ln"]
RULES = [
    "Bearer ",
    "basic ",
    "://",
    "://ada:",
    "eyJ",
    "AKIA",
    "ASIA",
    "AIza",
    "ghp_",
    "github_pat_",
    "sk_live_",
    "npm_",
]
MORE_RULES = ["glpat-", "xoxb-", "pypi-", "-----BEGIN PRIVATE KEY-----", "-----END"]
PIECES = st.lists(
    st.sampled_from([*NAMES, *MARKS, *ESCAPES, *VALUES, *RULES, *MORE_RULES]) | st.text(max_size=4), max_size=8
).map("".join)
# Without an escape and a sign, so that what is left to the glance is often told to be nothing.
PLAIN_PIECES = st.lists(st.sampled_from([*NAMES, *MARKS, *VALUES]), max_size=6).map("".join)


@settings(max_examples=2000)
@given(PIECES | PLAIN_PIECES)
@example("password\nhunter2")
@example("--password hunter2")
@example("password: hunter2\r\n")
@example('<a name="token">x</a>')
@example("a" * 60 + "\nb")
@example("x password=" + "a" * 60 + "\r\nb")
@example("a" * 60 + "passwo\nrd=hunter2")
@example("a" * 60 + "/s\r\n\tig=hunter2")
@example("a" * 60 + "/passwo\na b c d e f g h i\nrd=hunter2")
@example("a" * 60 + "/ey\nJhbGciOiJI.eyJzdWIiOiIx.c2lnc2ln")
@example("passwor\u0064=hunter2")
@example("to\u212aen=hunter2xyz1")
def test_a_glance_never_misses_what_is_found(text: str) -> None:
    assert not (shows_nothing(text) and FOUND(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "=" * 78 + "\n",
        "Token Is Refreshed | PASS |\n",
        "SteadyAPI :: A run.   \n",
        "| PASS |",
        "[ WARN ] 1 test, 1 passed, 0 failed",
        f"OutputDir: /a folder/{'of a long name/' * 5}\nOutput: None",
        "MaxAssignLength: 200",
        "Output:  None\nDebug:   /home/user/projects/payments/acceptance/results\nLog:     None",
        "Settings:\nExpandKeywords: []\nOutput: None\nListeners: ['SteadyAPI.Redactor']",
    ],
)
def test_what_a_dry_run_writes_is_told_at_a_glance(text: str) -> None:
    assert shows_nothing(text)


@pytest.mark.parametrize("kind", ["api", "access", "private", "secret", "account", "encryption", "signing", "auth"])
@pytest.mark.parametrize("between", ["", "_", "-", "."])
def test_no_key_is_missed(kind: str, between: str) -> None:
    text = f"{kind}{between}key=hunter2"
    assert FOUND(text)
    assert not shows_nothing(text)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_no_name_over_the_end_of_a_wrapped_line_is_missed(end: str) -> None:
    text = f"{'A1b2C3d4' * 10}pass{end}word=hunter2x"
    assert FOUND(text)
    assert not shows_nothing(text)


@pytest.mark.parametrize(
    "text", ["sig=hunter2", "url?a_sig=hunter2", "assign, otp=hunter2", "bearer", "\u212aey", "a+b"]
)
def test_what_may_show_something_is_looked_at_closer(text: str) -> None:
    assert not shows_nothing(text)


@pytest.mark.parametrize("name", ["password", "passwd", "passphrase", "pass", "passport", "compass"])
def test_names_with_pass_in_them_are_told_from_verdicts(name: str) -> None:
    text = f"{name}=hunter2"
    assert bool(FOUND(text)) is not shows_nothing(text)


@pytest.mark.parametrize("rule", DEFAULT_RULES, ids=lambda rule: rule.name)
def test_every_sign_of_a_rule_is_looked_for(rule: object) -> None:
    (each,) = (each for each in DEFAULT_RULES if each is rule)
    if each.name == "airtable":
        # Too common to look for alone, so the length of the word is looked at as well.
        assert not shows_nothing(f"x pat{'a' * 80}")
        assert shows_nothing("a path of files")
        return
    assert {*each.signs} <= {*SIGNS, *LOWER_SIGNS} or {each.needs, each.needs.lower()} & {*SIGNS, *LOWER_SIGNS}


def test_a_text_that_a_glance_is_enough_for_leaves_the_next_one_masked() -> None:
    secrets = SecretRegistry()
    assert secrets.mask("nothing here") == "nothing here"
    assert secrets.mask("password=hunter2") == "password=[redacted]"
    assert secrets.mask("nothing there") == "nothing there"


def test_a_text_that_a_glance_was_enough_for_is_masked_once_it_is_a_secret() -> None:
    secrets = SecretRegistry()
    assert secrets.mask("a plain word") == "a plain word"
    secrets.register("plain word")
    assert secrets.mask("a plain word") == "a [redacted]"
