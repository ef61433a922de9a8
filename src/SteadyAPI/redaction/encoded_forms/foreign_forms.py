r"""Forms of a secret with tabs or characters outside ASCII, as tools write it that don't write UTF-8 or its escapes.

Folding can't undo them: what is lost (``Gr?n``) can't be guessed, and ``\246`` is an octal number for most tools.
"""

from array import array
from collections.abc import Iterator
from contextlib import suppress
from unicodedata import normalize

from SteadyAPI.redaction.encoded_forms.escapes import utf8_form
from SteadyAPI.redaction.encoded_forms.folding import may_fold, normal_form
from SteadyAPI.redaction.masking import LEAST

# Name servers and Lua, rsyslog, ``less``, TeX
_BYTES_WRITTEN = ("\\%03d", "#%03o", "<%02x>", "^^%02x")
# Single bytes for the letters of a script, by the characters from which to which it goes, and of East Asia two bytes
_CODE_PAGES = (
    (
        "\x80",
        "\u024f",
        ("cp1252", "iso8859-15", "cp1250", "iso8859-2", "cp1254", "cp1257", "cp850", "cp852", "mac-roman"),
    ),
    ("\u0370", "\u03ff", ("iso8859-7", "cp1253", "cp737")),
    ("\u0400", "\u04ff", ("cp1251", "koi8-r", "koi8-u", "cp866", "iso8859-5", "mac-cyrillic")),
    ("\u0590", "\u05ff", ("cp1255", "cp862")),
    ("\u0600", "\u06ff", ("cp1256", "iso8859-6")),
    ("\u0e00", "\u0e7f", ("cp874",)),
    ("\u2010", "\u2122", ("cp1252", "iso8859-15")),
    ("\u3000", "\uffee", ("gb18030", "big5", "cp932", "euc-jp", "euc-kr")),
)
_TAB_WIDTHS = (8, 4)
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
    yield from _in_code_pages(core)
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


def _in_code_pages(core: str) -> Iterator[str]:
    """Yields the bytes of ``core`` in the code pages of its letters, each as the character of that number.

    So folding shows what is percent-encoded: ``%CF%E0`` is cp1251. Without accents that stand alone.
    """
    composed = normalize("NFC", core)
    letters = [char for char in composed if not char.isascii()]
    for first, last, pages in _CODE_PAGES:
        if any(first <= char <= last for char in letters):
            for page in pages:
                with suppress(UnicodeError):
                    form = composed.encode(page).decode("latin-1")
                    yield from (form, normal_form(form, as_bytes=True)) if may_fold(form) else (form,)


def shown_tabs(core: str) -> dict[str, None]:
    """Returns ``core``, which has a tab, with blanks instead, wherever it begins in its line."""
    forms = [core.replace("\t", blanks) for blanks in (" ", " " * 2, " " * 4, " " * 8)]
    forms += [(before * " " + core).expandtabs(width)[before:] for width in _TAB_WIDTHS for before in range(width)]
    return dict.fromkeys([each for form in forms for each in (form, utf8_form(form))])


def _of_cat(byte: int) -> str:
    """Returns how ``cat -v`` shows a byte."""
    if byte < _ABOVE_ASCII:
        return chr(byte)
    low = byte - _ABOVE_ASCII
    if low < _PRINTABLE or low == _DELETE:
        return f"M-^{chr(low ^ _CONTROL)}"
    return f"M-{chr(low)}"
