"""What a body is, by its content type first and by its first bytes when that says nothing."""

import codecs
from enum import Enum

_LOOKED_AT = 1000
_TEXTS = ("text/", "application/yaml", "application/javascript", "application/sql")
_PICTURES = {"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/webp": ".webp", "image/bmp": ".bmp"}


class BodyKind(Enum):
    """How a body is shown."""

    JSON = ".json"
    FORM = ".form.txt"
    MULTIPART = ".multipart.txt"
    XML = ".xml.txt"
    HTML = ".html.txt"
    EVENTS = ".events.txt"
    TEXT = ".txt"
    BINARY = ".bin"

    @property
    def is_text(self) -> bool:
        """Returns whether it is text that can be masked."""
        return self is not BodyKind.BINARY


def body_kind(content: bytes, content_type: str) -> BodyKind:
    """Tells what a body is; a markup text is never saved under a name that a browser would run."""
    media_type = media_type_of(content_type)
    named = _by_name(media_type)
    if named is not None and (named is BodyKind.MULTIPART or charset_of(content_type) or not _is_full_of_nul(content)):
        return named
    if _is_binary(content) or media_type.startswith(("image/", "audio/", "video/", "font/")):
        return BodyKind.BINARY
    start = content[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] in {b"{", b"["}:
        return BodyKind.JSON
    return BodyKind.XML if start.startswith(b"<?xml") else BodyKind.TEXT


def media_type_of(content_type: str) -> str:
    """Returns the media type of a Content-Type without its parameters, in lower case."""
    return content_type.partition(";")[0].strip().lower()


def charset_of(content_type: str) -> str:
    """Returns the character set that a Content-Type names, if Python knows it; else nothing."""
    named = content_type.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    try:
        return str(codecs.lookup(named).name) if named else ""
    except LookupError:
        return ""


def decoded(content: bytes, content_type: str) -> str:
    """Returns a body as text, in the character set it names or UTF-8; what can't be read shows as U+FFFD."""
    try:
        text = content.decode(charset_of(content_type) or "utf-8", "replace")
    except (LookupError, UnicodeError):
        text = content.decode("utf-8", "replace")
    # A byte order mark. By hand: Python's own codec that skips it is no C.
    return text.removeprefix("\ufeff")


def suffix(kind: BodyKind, media_type: str) -> str:
    """Returns the ending of the file that a body of that kind is saved to."""
    named = str(kind.value)
    return _PICTURES.get(media_type, named) if kind is BodyKind.BINARY else named


def _by_name(media_type: str) -> BodyKind | None:
    if media_type.endswith(("/json", "+json")):
        return BodyKind.JSON
    if media_type.endswith(("/xml", "+xml")):
        return BodyKind.HTML if media_type == "application/xhtml+xml" else BodyKind.XML
    if media_type.startswith("multipart/"):
        return BodyKind.MULTIPART
    known = {
        "application/x-www-form-urlencoded": BodyKind.FORM,
        "text/html": BodyKind.HTML,
        "text/event-stream": BodyKind.EVENTS,
    }
    return known.get(media_type) or (BodyKind.TEXT if media_type.startswith(_TEXTS) else None)


def _is_full_of_nul(content: bytes) -> bool:
    """Tells bytes under the name of a text from a text with a stray NUL."""
    start = content[:_LOOKED_AT]
    return start.count(b"\0") * 10 > len(start)


def _is_binary(content: bytes) -> bool:
    start = content[:_LOOKED_AT]
    if b"\0" in start:
        return True
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as error:
        # A character that the cut went through is no sign of anything.
        return len(content) <= _LOOKED_AT or error.start < _LOOKED_AT - 4
    return False
