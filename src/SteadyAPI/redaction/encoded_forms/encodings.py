"""The words by which a secret is found in all its encodings.

Escapes need no words, because folding undoes them (see ``folding``). Words are needed for what folding can't undo:
base64 at its three alignments in both alphabets (also of the escaped forms, and base64 in base64), hex, and pieces for
values that were cut or wrapped.
"""

import re
from base64 import b32encode
from binascii import b2a_base64
from collections.abc import Iterator
from functools import cache
from unicodedata import normalize

from SteadyAPI.redaction.connections import is_connection_string
from SteadyAPI.redaction.encoded_forms.escapes import fillers, utf8_form
from SteadyAPI.redaction.encoded_forms.folding import may_fold, normal_form
from SteadyAPI.redaction.encoded_forms.foreign_forms import foreign_forms, shown_tabs
from SteadyAPI.redaction.encoded_forms.key_forms import key_forms
from SteadyAPI.redaction.encoded_forms.robot_normalising import file_names, kinds, normalised_forms
from SteadyAPI.redaction.masking import LEAST

PIECE = 12
_FOLDED_LEAST = 4
_PIECES = 16
# Of shorter secrets, pieces overlap: a part cut out of the middle may hold no piece that stands beside another.
_CLOSE_STEP, _CLOSE_LONGEST = 4, 64
_LINE_LEAST = 8
_BASE64_PIECE = 20
_BASE32_BYTES = 10
_WHOLE_LONGEST = 4096
_DASHLESS_LEAST = 12
_KINDS_OF_NAMES = 2
_FIRST_BYTES = 8
_DECODED_LEAST = 13
"""A secret of this length, encoded twice, fills the shortest run of base64 that is decoded."""
_FOLDED_BLANKS = 8
_HEXADECIMAL = set("0123456789abcdefABCDEF")
_DIGITS = frozenset("0123456789")
_AFTER_BACKSLASH = "nrtbfux"
_BATCH_SIGNS = frozenset("&|<>^")
_HTTP_SCHEMES = ("Bearer ", "Basic ", "Token ", "Digest ", "ApiKey ")


class Words:
    """The texts to look for, by what is masked when one is found.

    ``exact``: the text. ``edged``: the text, if no letter or digit touches it. ``pieces``: as far as the text goes on
    like the whole; each is a piece, the whole and where the piece begins in it. ``in_runs``: the whole run that it
    stands in, if it is decoded (see ``encoded_runs``); nothing elsewhere.
    """

    __slots__ = ("edged", "exact", "in_runs", "pieces")

    def __init__(self) -> None:
        self.exact: list[str] = []
        self.edged: list[str] = []
        self.in_runs: list[str] = []
        self.pieces: list[tuple[str, str, int]] = []

    def __repr__(self) -> str:
        return f"Words({len(self.exact)} exact, {len(self.pieces)} pieces)"


def words(secret: str) -> Words:
    """Returns the words of ``secret``, which has at least one character."""
    found = Words()
    core = core_of(secret)
    sure_length = LEAST if len(core) < LEAST else _FOLDED_LEAST
    # Its pieces are names, hosts and users; its passwords and keys are secrets of their own.
    is_connection = is_connection_string(core)
    for form in _plain_forms(core):
        (found.exact if len(form) >= sure_length else found.edged).append(form)
        if not is_connection:
            _add_pieces(found, form)
    if len(core) <= _WHOLE_LONGEST and not is_connection:
        for other in (*normalised_forms(core), *_other_forms(core)):
            found.exact += (other, normal_form(other)) if may_fold(other) or not other.isascii() else (other,)
    if len(core) >= LEAST:
        found.exact += _line_words(core)
        for form in _escaped_forms(core):
            _add_hex(found, form.encode("utf-8", "surrogatepass"))
    return found


def _add_hex(found: Words, data: bytes) -> None:
    if len(data) <= _WHOLE_LONGEST:
        found.exact.append(data.hex())
    found.in_runs.append(data[:_FIRST_BYTES].hex())


def base64_words(secret: str) -> list[str]:
    """Returns the base64 texts to look for; a mask also covers all base64 characters around a match.

    So the beginning and the end of a long text are enough. The hex of a very long secret is found in the same way.
    They are strings, not ``Word`` objects, because every secret has many of them.
    """
    core = core_of(secret)
    if len(core) < LEAST:
        return []
    found: list[str] = []
    for form in _escaped_forms(core):
        for text in _alignments(form.encode("utf-8", "surrogatepass")):
            found += (text[:_BASE64_PIECE], text[-_BASE64_PIECE:]) if len(text) >= 2 * _BASE64_PIECE else (text,)
        # PowerShell encodes UTF-16 in base64, databases show it in hex.
        if form is not core or not core.isascii():
            found += _wide_words(form)
        found.append(form[: _BASE64_PIECE // 2].encode("utf-16-le", "surrogatepass")[:_BASE64_PIECE].hex())
    data = core.encode("utf-8", "surrogatepass")
    first = data[:_BASE32_BYTES]
    if not core.isascii():
        # Of user and password (RFC 7617, section 2.1), many clients make Latin-1.
        found += _alignments(core.encode("latin-1", "replace"))
    found.append(b32encode(first).decode("ascii")[: len(first) * 8 // 5])
    if len(core) > _WHOLE_LONGEST:
        digits = data.hex()
        found += (digits[:_BASE64_PIECE], digits[-_BASE64_PIECE:])
    if len(data) < _DECODED_LEAST:
        found += nested_words(secret)
    signed = [text for text in found if "+" in text or "/" in text]
    # The URL-safe alphabet; and with blanks, because folding turns a plus sign into a blank.
    found += [text.replace("+", "-").replace("/", "_") for text in signed]
    found += [text.replace("+", " ") for text in signed]
    return found


def nested_words(secret: str) -> list[str]:
    """Returns the base64 texts that need no word where they are decoded: of UTF-16, of hex and of base64."""
    core = core_of(secret)
    data = core.encode("utf-8", "surrogatepass")
    # The digits of a signature are often shown as base64.
    digits = data.hex()[:_BASE64_PIECE]
    found = [*_wide_words(core), *[_first_alignment(text.encode("ascii")) for text in (digits, digits.upper())]]
    for text in _alignments(data):
        found += [twice[:_BASE64_PIECE] for twice in _alignments(text[: 2 * _BASE64_PIECE].encode("ascii"))]
    return found


def _wide_words(form: str) -> list[str]:
    wide = form[:_BASE64_PIECE].encode("utf-16-le", "surrogatepass")
    return [text[:_BASE64_PIECE] for text in _alignments(wide)]


def core_of(secret: str) -> str:
    """Returns the part of ``secret`` that is looked for: without blanks, HTTP scheme and last backslashes."""
    core = secret.strip() or secret
    if core.startswith(_HTTP_SCHEMES):
        scheme, _, credentials = core.partition(" ")
        core = credentials.strip() if len(core) > len(scheme) + LEAST else core
    # A last backslash may become part of an escape that follows the secret in a text.
    return core.rstrip("\\") or core


def _plain_forms(core: str) -> dict[str, None]:
    forms = _folded_forms(core)
    # In a text with fillers, what looks like a filler within the secret is removed too, before or after escapes.
    pattern = fillers()
    for form in [form for form in forms if not form.isalnum() and pattern.search(form)]:
        if len(bare := pattern.sub("", form)) >= LEAST:
            forms |= _folded_forms(bare)
    return forms | _quoted_forms(core)


def _folded_forms(core: str) -> dict[str, None]:
    forms = {core: None, utf8_form(core): None, normal_form(core): None}
    # After a backslash or a percent sign, the beginning of the secret is taken for a part of an escape.
    if core[0] in _AFTER_BACKSLASH and not core.isalnum():
        forms[normal_form(core[1:])] = None
    if set(core[:2]) <= _HEXADECIMAL and not core.isalnum():
        forms[normal_form(core[2:])] = None
    if not core.isascii():
        # Some escapes write é as one byte; repr does so only if it isn't printable. Robot Framework composes accents.
        # HTTP clients often read UTF-8 as Latin-1.
        ascii_like = "".join(char if char < "\u0100" else utf8_form(char) for char in core)
        repr_like = "".join(char if char < "\u0100" and not char.isprintable() else utf8_form(char) for char in core)
        forms |= {normal_form(ascii_like, as_bytes=True): None, normal_form(repr_like, as_bytes=True): None}
        composed = normalize("NFC", core)
        apart = normalize("NFD", core)
        for form in (core, composed, apart):
            forms |= {form: None, normal_form(utf8_form(form)): None, normal_form(form): None}
        # A console of Windows reads UTF-8 as its own alphabet.
        forms[core.encode("utf-8", "surrogatepass").decode("cp1252", "replace")] = None
    if "\\" in core or "%" in core or "&" in core:
        # An escape within the secret may be combined with escapes around it, and fold to another text.
        once = {**_escaped_forms(core), ascii(core)[1:-1]: None}
        twice = [form for escaped in once for form in _escaped_forms(escaped)]
        forms |= {normal_form(form): None for form in (*once, *twice)}
    return forms


def _quoted_forms(core: str) -> dict[str, None]:
    """Returns how shells, SQL, YAML and CSV write ``core`` where that is no escape which folding undoes."""
    forms: dict[str, None] = {}
    inner = core.strip("'")
    if "'" in inner:
        forms |= {inner.replace("'", "'\"'\"'"): None, inner.replace("'", "''"): None}
    inner = core.strip('"')
    if '"' in inner:
        forms |= {inner.replace('"', sign + '"'): None for sign in '"`'}
    if not _BATCH_SIGNS.isdisjoint(core):
        forms["".join(f"^{char}" if char in _BATCH_SIGNS else char for char in core)] = None
    if "\t" in core and len(core) <= _WHOLE_LONGEST:
        forms |= shown_tabs(core)
    if " " in core:
        forms |= {core.replace(" ", blank): None for blank in ("\t", "\n", "\xa0", "\xc2\xa0", "_", "%s")}
        # YAML breaks a long line at a blank, and indents the rest.
        places = [place for place, char in enumerate(core) if char == " "][:_FOLDED_BLANKS]
        forms |= {
            f"{core[:place]}\n{' ' * indent}{core[place + 1 :]}": None for place in places for indent in (0, 2, 4)
        }
    return forms


def _add_pieces(found: Words, form: str) -> None:
    last = len(form) - PIECE
    if last <= 0 or "://" in form or form[0] in "{[":
        return
    step = _CLOSE_STEP if len(form) <= _CLOSE_LONGEST else PIECE
    for start in (*range(0, min(last, _PIECES * PIECE), step), last):
        piece = form[start : start + PIECE]
        if _is_distinctive(piece):
            found.pieces.append((piece, form, start))


def _is_distinctive(piece: str) -> bool:
    """Returns whether a piece is unlikely in other texts: it has several kinds of characters and no blank."""
    # Fast, because this is called for every piece of every secret.
    kinds = (piece.upper() != piece) + (piece.lower() != piece) + (not _DIGITS.isdisjoint(piece))
    return kinds > 1 and len(set(piece)) >= LEAST and len(piece.split(None, 1)[0]) == len(piece)


def _line_words(core: str) -> list[str]:
    lines = [line.strip() for line in core.splitlines()]
    if len(lines) < 2:  # noqa: PLR2004
        return []
    lines = [line for line in lines if len(line) >= _LINE_LEAST and "-----" not in line and ": " not in line]
    return [*lines, *map(normal_form, lines)]


def _other_forms(core: str) -> Iterator[str]:
    """Yields forms that keywords and tools produce: without dashes, quoted-printable, in another case."""
    plain = core.replace("-", "")
    if plain != core and len(plain) >= _DASHLESS_LEAST:
        yield plain
    if plain != core and len(core) >= _DASHLESS_LEAST and kinds(core) > _KINDS_OF_NAMES:
        yield core.replace("-", " ")
    yield from key_forms(core)
    yield from file_names(core)
    if "=" in core or not core.isascii():
        from quopri import encodestring  # noqa: PLC0415 - few secrets need it

        # Without soft line breaks, because folding removes them from a text.
        yield encodestring(core.encode("utf-8", "surrogatepass")).decode("ascii").replace("=\n", "")
    if not core.isascii():
        yield from foreign_forms(core)


@cache
def _never_escaped() -> re.Pattern[str]:
    """Returns the pattern of what URLs leave as it is (RFC 3986, section 2.3), and JSON and XML too."""
    return re.compile(r"[\w.~-]+", re.ASCII)


def _escaped_forms(core: str) -> dict[str, None]:
    forms = {core: None}
    if not _never_escaped().fullmatch(core):
        from json import dumps  # noqa: PLC0415 - few secrets need it
        from urllib.parse import quote  # noqa: PLC0415
        from xml.sax.saxutils import escape  # noqa: PLC0415

        forms |= {dumps(core)[1:-1]: None, dumps(core, ensure_ascii=False)[1:-1]: None}
        forms |= {quote(core, safe="", errors="surrogatepass"): None, escape(core): None}
    return forms


def _alignments(data: bytes) -> list[str]:
    """Returns the part of the base64 text that depends on ``data`` alone, after 0, 1 and 2 other bytes."""
    size = len(data) * 8
    return [
        _first_alignment(data),
        b2a_base64(b"\0" + data, newline=False)[2 : (size + 8) // 6].decode("ascii"),
        b2a_base64(b"\0\0" + data, newline=False)[3 : (size + 16) // 6].decode("ascii"),
    ]


def _first_alignment(data: bytes) -> str:
    return b2a_base64(data, newline=False)[: len(data) * 8 // 6].decode("ascii")
