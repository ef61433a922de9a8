"""The words by which a secret is found: what stays the same however the secret was written.

Escapes need no words, the folded views undo them. Words are needed for what folding can't undo: base64 at its three
alignments in both alphabets (also of the escaped forms, and base64 in base64), hex, and pieces for values that were
cut or wrapped.
"""

from base64 import b64encode
from collections.abc import Iterator
from enum import Enum
from unicodedata import normalize

from SteadyAPI.redaction.forms.escapes import utf8_form
from SteadyAPI.redaction.forms.folding import normal_form
from SteadyAPI.redaction.forms.robot_normalising import normalised_forms
from SteadyAPI.redaction.masking import LEAST

PIECE = 12
_FOLDED_LEAST = 4
_PIECES = 16
_LINE_LEAST = 8
_BASE64_PIECE = 20
_WHOLE_LONGEST = 4096
_HEXADECIMAL = set("0123456789abcdefABCDEF")
_AFTER_BACKSLASH = "nrtbfux"
_ESCAPE_STARTS = set("\\%&")
_HTTP_SCHEMES = ("Bearer ", "Basic ", "Token ", "Digest ", "ApiKey ")


class Reach(Enum):
    """How far the masked stretch goes when a word is found."""

    EXACT = "the word"
    EDGES = "the word, and only if no letter or digit touches it"
    RUN = "all base64 characters around the word"
    PIECE = "as far as the text goes on like the secret"


class Word:
    """A text to look for. ``whole`` is what a piece was cut from, at ``offset`` characters."""

    __slots__ = ("offset", "reach", "text", "whole")

    def __init__(self, text: str, reach: Reach = Reach.EXACT, whole: str = "", offset: int = 0) -> None:
        self.text = text
        self.reach = reach
        self.whole = whole
        self.offset = offset

    def is_same_as(self, other: "Word") -> bool:
        """Tells whether both find the same places and mask as far."""
        return self.text == other.text and (self.reach, self.whole, self.offset) == (
            other.reach,
            other.whole,
            other.offset,
        )

    def __repr__(self) -> str:
        return f"Word({self.reach.name}, {len(self.text)} characters)"


def words(secret: str) -> Iterator[Word]:
    """Yields the words of ``secret``, which has at least one character."""
    core = core_of(secret)
    for form in _plain_forms(core):
        is_sure = len(form) >= (LEAST if len(core) < LEAST else _FOLDED_LEAST)
        yield Word(form, Reach.EXACT if is_sure else Reach.EDGES)
        yield from _pieces(form)
    for normalised in normalised_forms(core) if len(core) <= _WHOLE_LONGEST else ():
        yield from map(Word, dict.fromkeys((normalised, normal_form(normalised))))
    if len(core) >= LEAST:
        yield from _line_words(core)
        for form in _escaped_forms(core):
            data = form.encode("utf-8", "surrogatepass")
            yield from _hex_words(data)
            yield from _base64_words(data)
        yield from _double_base64_words(core.encode("utf-8", "surrogatepass"))


def core_of(secret: str) -> str:
    """Returns the part of ``secret`` that is looked for: without blanks, HTTP scheme and last backslashes."""
    core = secret.strip() or secret
    for scheme in _HTTP_SCHEMES:
        if core.startswith(scheme) and len(core) >= len(scheme) + LEAST:
            core = core[len(scheme) :].strip()
    # A last backslash joins with the escape that follows it in the text.
    return core.rstrip("\\") or core


def _plain_forms(core: str) -> dict[str, None]:
    forms = {core: None, utf8_form(core): None, normal_form(core): None}
    # A backslash or a percent sign that happens to stand before the secret makes its start part of an escape.
    if core[0] in _AFTER_BACKSLASH and not core.isalnum():
        forms[normal_form(core[1:])] = None
    if set(core[:2]) <= _HEXADECIMAL and not core.isalnum():
        forms[normal_form(core[2:])] = None
    if not core.isascii():
        # Some escapes write é as one byte, repr only what isn't printable; Robot Framework composes accents;
        # and UTF-8 read as Latin-1 is a common accident of HTTP clients.
        ascii_like = "".join(char if char < "\u0100" else utf8_form(char) for char in core)
        repr_like = "".join(char if char < "\u0100" and not char.isprintable() else utf8_form(char) for char in core)
        forms |= {normal_form(ascii_like, as_bytes=True): None, normal_form(repr_like, as_bytes=True): None}
        composed = normalize("NFC", core)
        forms |= {normal_form(utf8_form(core)): None, composed: None, normal_form(composed): None}
    if _ESCAPE_STARTS & set(core):
        # What looks like an escape in the secret itself may join with the escapes around it, and fold to another text.
        once = {**_escaped_forms(core), ascii(core)[1:-1]: None}
        twice = [form for escaped in once for form in _escaped_forms(escaped)]
        forms |= {normal_form(form): None for form in (*once, *twice)}
    inner = core.strip("'")
    if "'" in inner:
        forms |= {inner.replace("'", "'\"'\"'"): None, inner.replace("'", "''"): None}
    return forms


def _pieces(form: str) -> Iterator[Word]:
    if len(form) <= PIECE or "://" in form or form[0] in "{[":
        return
    last = len(form) - PIECE
    for start in [*range(0, min(last, _PIECES * PIECE), PIECE), last]:
        piece = form[start : start + PIECE]
        if _is_distinctive(piece):
            yield Word(piece, Reach.PIECE, form, start)


def _is_distinctive(piece: str) -> bool:
    """Tells whether a piece can hardly stand in a text by accident: several kinds of characters, no blank."""
    kinds = any(map(str.islower, piece)) + any(map(str.isupper, piece)) + any(map(str.isdigit, piece))
    return kinds > 1 and len(set(piece)) >= LEAST and not any(map(str.isspace, piece))


def _line_words(core: str) -> Iterator[Word]:
    lines = [line.strip() for line in core.splitlines()]
    if len(lines) < 2:  # noqa: PLR2004
        return
    for line in lines:
        if len(line) >= _LINE_LEAST and "-----" not in line and ": " not in line:
            yield Word(line)
            yield Word(normal_form(line))


def _hex_words(data: bytes) -> Iterator[Word]:
    digits = data.hex()
    for text in (digits, digits.upper()):
        yield from map(Word, (text,)) if len(text) <= _WHOLE_LONGEST else _ends_of_run(text)


def _base64_words(data: bytes) -> Iterator[Word]:
    for text in _alignments(data):
        if len(text) <= _WHOLE_LONGEST:
            yield from _run_words(text)
        if len(text) >= 2 * _BASE64_PIECE:
            yield from _ends_of_run(text)


def _double_base64_words(data: bytes) -> Iterator[Word]:
    for text in _alignments(data):
        for twice in _alignments(text.encode()):
            yield from _run_words(twice) if len(twice) <= _WHOLE_LONGEST else _ends_of_run(twice)


def _ends_of_run(text: str) -> Iterator[Word]:
    """Yields words for both ends; what is between them is masked with them, as one run of characters."""
    yield from _run_words(text[:_BASE64_PIECE])
    yield from _run_words(text[-_BASE64_PIECE:])


def _run_words(text: str) -> Iterator[Word]:
    # The plus sign folds to a blank, so a word of a folded view is wanted, too.
    for form in dict.fromkeys((text, text.replace("+", " "), text.replace("+", "-").replace("/", "_"))):
        yield Word(form, Reach.RUN)


def _escaped_forms(core: str) -> dict[str, None]:
    forms = {core: None}
    if not core.isalnum() or not core.isascii():
        from json import dumps  # noqa: PLC0415 - few secrets need it
        from urllib.parse import quote  # noqa: PLC0415
        from xml.sax.saxutils import escape  # noqa: PLC0415

        forms |= {dumps(core)[1:-1]: None, dumps(core, ensure_ascii=False)[1:-1]: None}
        forms |= {quote(core, safe="", errors="surrogatepass"): None, escape(core): None}
    return forms


def _alignments(data: bytes) -> Iterator[str]:
    """Yields the part of the base64 text that depends on ``data`` alone, when 0, 1 or 2 bytes stand before it."""
    for before, first in ((0, 0), (1, 2), (2, 3)):
        last = (before + len(data)) * 8 // 6
        yield b64encode(bytes(before) + data)[first:last].decode()
