"""How the bytes of a header read: as UTF-8, or as Latin-1 where they aren't that.

RFC 9110, section 5.5, leaves it open. ``http.client`` hands every byte over as the Latin-1 character of its number.
"""

from typing import Any


def header_text(value: Any) -> str:
    """Returns the value of a header as text; bytes are read."""
    if not isinstance(value, bytes):
        return str(value)
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def reread(text: str) -> str:
    """Returns what ``http.client`` has read as Latin-1; text that it hasn't stays as it is."""
    if text.isascii():
        return text
    try:
        return header_text(text.encode("latin-1"))
    except UnicodeEncodeError:
        return text


def as_octets(value: str | bytes) -> str:
    """Returns text in UTF-8, or bytes, as ``http.client`` writes them: a Latin-1 character for each byte."""
    return (value if isinstance(value, bytes) else value.encode("utf-8", "replace")).decode("latin-1")
