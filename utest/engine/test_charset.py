import pytest

from SteadyAPI.engine.charset import text_of
from SteadyAPI.errors import UsageError


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        ("grün".encode(), ""),
        ("grün".encode(), "text/plain"),
        ("grün".encode("latin-1"), "text/plain"),
        ("grün".encode("latin-1"), 'text/plain; Charset="ISO-8859-1"'),
        ("grün".encode("utf-8-sig"), "text/plain; charset=latin-1"),
        ("grün".encode("utf-16"), ""),
        ("grün".encode("utf-32"), ""),
        ("grün".encode(), "text/plain; boundary=x; charset=klingon"),
        ("grün".encode(), "text/plain; boundary=x"),
    ],
)
def test_bytes_become_text(content: bytes, content_type: str) -> None:
    assert text_of(content, content_type) == "grün"


def test_the_charset_asked_for_goes_first() -> None:
    assert text_of("ü".encode(), "text/plain; charset=utf-8", "latin-1") == "Ã¼"


def test_an_unknown_charset_is_refused() -> None:
    with pytest.raises(UsageError, match="expected a name such as utf-8"):
        text_of(b"", "", "klingon")


def test_bytes_that_the_charset_does_not_know_are_replaced() -> None:
    assert text_of(b"\xff", "text/plain; charset=ascii") == "\ufffd"


@pytest.mark.parametrize("name", ["base64", "idna", "undefined"])
def test_a_codec_that_is_no_charset_is_unknown(name: str) -> None:
    assert text_of("grün".encode(), f"text/plain; charset={name}") == "grün"
    with pytest.raises(UsageError, match="expected a name such as utf-8"):
        text_of(b"", "", name)
