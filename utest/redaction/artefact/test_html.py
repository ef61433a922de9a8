"""JavaScript strings of log and report, plain and packed."""

import zlib
from base64 import b64encode
from io import StringIO

import pytest

from SteadyAPI.redaction.artefact import html
from SteadyAPI.redaction.artefact.html import masked_html, unpacked


def hide(text: str) -> str:
    return text.replace("secret", "[redacted]") if "secret" in text else text


def masked(text: str) -> str:
    return "".join(masked_html(StringIO(text), hide))


def packed(text: str) -> str:
    return b64encode(zlib.compress(text.encode(), 9)).decode()


def test_plain_strings_are_masked() -> None:
    assert masked('window.output["strings"] = ["*a secret","*b"];\n') == (
        'window.output["strings"] = ["*a [redacted]","*b"];\n'
    )


def test_packed_strings_are_masked_and_left_unpacked() -> None:
    line = f'window.strings1 = ["{packed("a secret" * 20)}"];\n'
    assert masked(line) == f'window.strings1 = ["*{"a [redacted]" * 20}"];\n'


def test_packed_strings_without_secrets_stay_packed() -> None:
    line = f'window.strings1 = ["{packed("nothing" * 20)}"];\n'
    assert masked(line) == line


def test_escapes_are_undone_and_made_again() -> None:
    line = r'window.output["x"] = "*\"a\" \x3c/b> \\ \n\t\r \u0041 secret";' + "\n"
    assert masked(line) == r'window.output["x"] = "*\"a\" \x3c/b> \\ \n\t\r A [redacted]";' + "\n"


def test_a_secret_that_a_link_goes_through_is_masked() -> None:
    line = r'window.output["strings"] = ["*go <a href=\"https://sec\">https://sec\x3c/a>ret on"];' + "\n"
    assert masked(line) == 'window.output["strings"] = ["*go https://[redacted] on"];\n'


def test_a_link_without_secrets_stays() -> None:
    line = r'window.output["strings"] = ["*<a href=\"https://x\">https://x\x3c/a>"];' + "\n"
    assert masked(line) == line


def test_keys_are_not_masked() -> None:
    assert masked('window.settings = {"secret":"secret"};\n') == 'window.settings = {"secret":"[redacted]"};\n'


def test_the_template_is_not_touched() -> None:
    text = '<script>\nvar secret = "secret";\n  window.output["secret"]\n</script>\n'
    assert masked(text) == text


def test_what_only_looks_packed_is_plain() -> None:
    assert unpacked("eNotPacked") == "eNotPacked"
    assert unpacked("eJw=") == "eJw="
    assert unpacked(b64encode(zlib.compress(b"of another level")).decode()) == "of another level"


def test_small_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        f'<b>\nwindow.output["s"] = ["*a secret","*b","{packed("secret" * 30)}"];\nsecret\nwindow.settings = "secret"'
    )
    whole = masked(text)
    monkeypatch.setattr(html, "BLOCK", 20)
    assert masked(text) == whole
    assert whole.count("[redacted]") == 32


def test_a_string_that_is_too_long_is_given_up_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "BLOCK", 7)
    monkeypatch.setattr(html, "LONGEST_UNIT", 30)
    line = 'window.output["s"] = "*' + "x" * 100 + '";\n'
    assert masked(line) == line
