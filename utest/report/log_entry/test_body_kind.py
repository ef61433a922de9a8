"""What a body is."""

import pytest

from SteadyAPI.report.log_entry.body_kind import BodyKind, body_kind, charset_of, decoded, suffix


@pytest.mark.parametrize(
    ("content", "content_type", "kind"),
    [
        (b"{}", "application/json", BodyKind.JSON),
        (b"{}", "application/problem+json; charset=utf-8", BodyKind.JSON),
        (b"  [1]", "", BodyKind.JSON),
        (b"a=1", "application/x-www-form-urlencoded", BodyKind.FORM),
        (b"--b", "multipart/form-data; boundary=b", BodyKind.MULTIPART),
        (b"\0\0", "multipart/form-data; boundary=b", BodyKind.MULTIPART),
        (b"<a/>", "application/soap+xml", BodyKind.XML),
        (b"<?xml version='1.0'?><a/>", "", BodyKind.XML),
        (b"<svg/>", "image/svg+xml", BodyKind.XML),
        (b"<html/>", "text/html", BodyKind.HTML),
        (b"<html/>", "application/xhtml+xml", BodyKind.HTML),
        (b"data: 1", "text/event-stream", BodyKind.EVENTS),
        (b"hello", "text/plain", BodyKind.TEXT),
        (b"hello", "", BodyKind.TEXT),
        (b"a\0b", "text/plain", BodyKind.BINARY),
        ("a".encode("utf-16"), "text/plain; charset=utf-16", BodyKind.TEXT),
        (b"a\0b", "", BodyKind.BINARY),
        (b"\xff\xd8\xff", "", BodyKind.BINARY),
        (b"GIF89a", "image/gif", BodyKind.BINARY),
        (b"x" * 999 + "é".encode() * 10, "", BodyKind.TEXT),
    ],
)
def test_it_is_known_by_its_type_or_its_first_bytes(content: bytes, content_type: str, kind: BodyKind) -> None:
    assert body_kind(content, content_type) is kind


def test_only_bytes_are_no_text() -> None:
    assert [kind for kind in BodyKind if not kind.is_text] == [BodyKind.BINARY]


@pytest.mark.parametrize(
    ("kind", "media_type", "ending"),
    [
        (BodyKind.BINARY, "image/png", ".png"),
        (BodyKind.BINARY, "application/zip", ".bin"),
        (BodyKind.HTML, "text/html", ".html.txt"),
    ],
)
def test_no_file_is_named_so_that_a_browser_would_run_it(kind: BodyKind, media_type: str, ending: str) -> None:
    assert suffix(kind, media_type) == ending


@pytest.mark.parametrize(
    ("content_type", "charset"),
    [
        ("text/plain; charset=ISO-8859-1", "iso8859-1"),
        ('text/plain; charset="utf-8"; x=y', "utf-8"),
        ("text/plain", ""),
        ("text/plain; charset=klingon", ""),
    ],
)
def test_a_character_set_is_taken_if_python_knows_it(content_type: str, charset: str) -> None:
    assert charset_of(content_type) == charset


@pytest.mark.parametrize(
    ("content", "content_type", "text"),
    [
        (b"caf\xe9", "text/plain; charset=latin-1", "café"),
        ("café".encode(), "text/plain", "café"),
        (b"\xef\xbb\xbfa", "", "a"),
        (b"\xef\xbb\xbf{}", "application/json; charset=utf-8", "{}"),
        (b"caf\xe9", "text/plain", "caf\ufffd"),
        (b"abc", "text/plain; charset=hex", "abc"),
    ],
)
def test_a_body_is_read_in_its_character_set(content: bytes, content_type: str, text: str) -> None:
    assert decoded(content, content_type) == text
