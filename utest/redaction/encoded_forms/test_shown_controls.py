r"""Secrets whose control characters are shown: ``\e``, ``_x0009_``, ``^I``, backticks, pictures."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.encoded_forms.escapes import utf8_form
from SteadyAPI.redaction.encoded_forms.shown_controls import control_views
from SteadyAPI.redaction.registry import SecretRegistry


def views_of(text: str) -> list[str]:
    return [view.text for view in control_views(text) if view]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (r'"a\eb\Ec\ad\ve"', '"a\x1bb\x1bc\ad\ve"'),
        (r"a\\\\eb", "a\x1bb"),
        (r"a\N{HYPHEN-MINUS}b\N{NO SUCH NAME}", r"a-b\N{NO SUCH NAME}"),
        (r"\N{LATIN SMALL LETTER E WITH ACUTE}", utf8_form("\xe9")),
        ("a_x0009_b_x005F_c_x001b_d_x00e9_e", "a\tb_c\x1bd\xe9e"),
        ("a^Ib^[c^Md", "a\tb\x1bc\rd"),
        ("a`tb`e`x", "a\tb\x1b`x"),
        ("a\u2409b\u241bc", "a\tb\x1bc"),
    ],
)
def test_a_control_is_read(text: str, read: str) -> None:
    assert read in views_of(text)


@pytest.mark.parametrize("text", [r"C:\Zoo\new", "a_x00zz_", "x^2", "`Foo`", "\u2400", "caf\xe9", "\\Nope {x}"])
def test_innocent_texts_have_no_view(text: str) -> None:
    assert views_of(text) == []


@pytest.mark.parametrize("text", [r"Kq7\exT9zW\tb", "Kq7_x001B_xT9zW_x0009_b", "Kq7^[xT9zW^Ib", "Kq7`exT9zW`tb"])
def test_a_known_secret_is_masked(text: str) -> None:
    registry = SecretRegistry()
    registry.register("Kq7\x1bxT9zW\tb")
    assert registry.mask(f"is '{text}' now") == "is '[redacted]' now"


@pytest.mark.parametrize("unit", ["\\e", "_x0009_", "_x00", "^I", "`t", "\u2409", "\\N{A", "\\\\\\\\e"])
def test_time_grows_with_the_length_only(unit: str) -> None:
    assert grows_with_the_length_only(unit, "Kq7\x1bxT9zW")
