"""JavaScript and style sheets stay what they are."""

from io import StringIO

import pytest

from SteadyAPI.redaction.artefact.code import masked_code
from SteadyAPI.redaction.artefact.unit import NotMaskableError


def masked(code: str) -> str:
    return "".join(masked_code(StringIO(code), lambda text: text.replace("known", "#") if "known" in text else text))


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("a = 'known';", "a = '#';"),
        ('a = "it\\"s known";', 'a = "it\\"s #";'),
        ("a = `one\nknown`", "a = `one\n#`"),
        ("/* known\n */ a()", "/* #\n */ a()"),
        ("/* known", "/* #"),
        ("a() // don't: known\nb('known')", "a() // don't: #\nb('#')"),
        ("a = /['\"]/; b = 'known'", "a = /['\"]/; b = '#'"),
        ("a = b / c; d = 'known' / 2", "a = b / c; d = '#' / 2"),
        (".a::before { content: 'known' }", ".a::before { content: '#' }"),
    ],
)
def test_strings_and_comments_are_masked(code: str, shown: str) -> None:
    assert masked(code) == shown


@pytest.mark.parametrize("code", ["let known = 1", "a = /known/", "a = 'x'; known()"])
def test_a_secret_that_is_code_can_not_be_masked(code: str) -> None:
    with pytest.raises(NotMaskableError):
        masked(code)


def test_code_without_secrets_stays() -> None:
    assert masked("let a = 'x'") == "let a = 'x'"
