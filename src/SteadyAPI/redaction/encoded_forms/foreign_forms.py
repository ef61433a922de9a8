r"""Forms of a secret with characters outside ASCII, as tools write it that don't write UTF-8 or its escapes.

Folding can't undo them: what is lost (``Gr?n``) can't be guessed, and ``\246`` is an octal number for most tools.
"""

from array import array
from collections.abc import Iterator
from unicodedata import normalize

from SteadyAPI.redaction.masking import LEAST

# Name servers and Lua, rsyslog, ``less``, TeX
_BYTES_WRITTEN = ("\\%03d", "#%03o", "<%02x>", "^^%02x")
_ABOVE_ASCII, _PRINTABLE, _DELETE, _CONTROL = 0x80, 0x20, 0x7F, 0x40


def foreign_forms(core: str) -> Iterator[str]:
    """Yields the forms of ``core``, which isn't ASCII."""
    # The index ignores the case of ASCII letters only.
    yield from (core.lower(), core.upper(), core.casefold(), core.swapcase(), core.title(), core.capitalize())
    yield normalize("NFD", core.upper())
    # The units of UTF-16 as characters, two for an emoji
    units = "".join(map(chr, array("H", core.encode("utf-16", "surrogatepass")[2:])))
    yield units
    data = core.encode("utf-8", "surrogatepass")
    yield from _escaped(core, data)
    yield from _misread(core, data)
    if sum(char.isascii() and char.isalnum() for char in core) >= LEAST:
        yield core.encode("latin-1", "replace").decode("latin-1")
        for lost in "?\ufffd":
            for each in (core, units, data.decode("latin-1")):
                yield "".join([char if char.isascii() else lost for char in each])


def _escaped(core: str, data: bytes) -> Iterator[str]:
    yield "".join([_of_cat(byte) for byte in data])
    # Haskell, with and without an end of the number
    yield "".join([char if char.isascii() else f"\\{ord(char)}" for char in core])
    yield "".join([char if char.isascii() else f"\\{ord(char)}\\&" for char in core])
    for written in _BYTES_WRITTEN:
        yield "".join([chr(byte) if byte < _ABOVE_ASCII else written % byte for byte in data])


def _misread(core: str, data: bytes) -> Iterator[str]:
    """Yields what consoles of Windows show, and UTF-16 that was read as Latin-1 and lost its zeros."""
    for alphabet in ("cp437", "cp850"):
        yield data.decode(alphabet)
        if max(core) <= "\xff":
            yield core.encode("latin-1").decode(alphabet)
    for order in ("le", "be"):
        yield core.encode(f"utf-16-{order}", "surrogatepass").decode("latin-1").replace("\0", "")


def _of_cat(byte: int) -> str:
    """Returns how ``cat -v`` shows a byte."""
    if byte < _ABOVE_ASCII:
        return chr(byte)
    low = byte - _ABOVE_ASCII
    if low < _PRINTABLE or low == _DELETE:
        return f"M-^{chr(low ^ _CONTROL)}"
    return f"M-{chr(low)}"
