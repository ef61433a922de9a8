"""From a body's bytes to text."""

import codecs

from SteadyAPI.errors import UsageError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FIRST_OF_MARKS = tuple(mark for mark, _ in _MARKS)


def text_of(content: bytes, content_type: str, charset: str | None = None) -> str:
    """Decodes a body.

    The charset asked for goes first, then a byte order mark, then the one that the content type names. Without any it
    is UTF-8 (RFC 8259, section 8.1, for JSON), or Latin-1 where it isn't valid UTF-8. Bytes that the charset doesn't
    know become U+FFFD.

    Raises:
        UsageError: When the charset asked for is unknown.
    """
    if charset is None and not content.startswith(_FIRST_OF_MARKS) and not _named(content_type):
        # The usual case, without looking at the content twice.
        try:
            return content.decode()
        except UnicodeDecodeError:
            return content.decode("latin-1")
    return content.decode(encoding_of(content, content_type) if charset is None else _known(charset), "replace")


def encoding_of(content: bytes, content_type: str) -> str:
    """Returns the name of the charset that a body is decoded with; see ``text_of``."""
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), "") or _named(content_type)
    if marked:
        return marked
    try:
        content.decode()
    except UnicodeDecodeError:
        return "latin-1"
    return "utf-8"


def _known(charset: str) -> str:
    name = _name_of(charset)
    if not name:
        raise UsageError(f'charset: expected a name such as utf-8 or iso-8859-1, got "{charset}".')
    return name


def _named(content_type: str) -> str:
    """Returns the charset parameter of a content type, when Python knows it."""
    for parameter in content_type.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            charset = value.strip().strip("\"'")
            return charset if _name_of(charset) else ""
    return ""


def _name_of(charset: str) -> str:
    """Returns Python's name of a charset; nothing for an unknown one, and for codecs that aren't about text."""
    try:
        name = codecs.lookup(charset).name
        b" ".decode(name, "replace")
    except (LookupError, ValueError):
        return ""
    return name
