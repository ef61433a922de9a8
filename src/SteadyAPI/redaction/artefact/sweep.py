"""Masks a finished file: written beside, then swapped, so that a whole file stands there at any moment.

Where nothing can be written beside, because the disk is full or the folder is read-only, the file is rewritten in
place: the secrets go, even if a crash at that moment would leave the file half done. What fits in no way is left as it
is, and reported.
"""

import os
import shutil
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from contextlib import suppress
from enum import Enum
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import NamedTuple

from SteadyAPI.redaction.artefact.html import masked_html
from SteadyAPI.redaction.artefact.in_place import InPlace
from SteadyAPI.redaction.artefact.json import masked_json
from SteadyAPI.redaction.artefact.plain import masked_plain
from SteadyAPI.redaction.artefact.unit import CleanAmong, Format, Masker, Reader, none_known_clean
from SteadyAPI.redaction.artefact.xml import masked_xml

BESIDE = ".redacting"
_HEAD = 4096


class Outcome(Enum):
    """What became of a file."""

    CLEAN = "shows no secret"
    MASKED = "masked"
    SHOWS = "shows secrets"
    BINARY = "not a text file, so not rewritten"
    FAILED = "could not be rewritten"
    MISSING = "could not be read"


class Swept(NamedTuple):
    """What a sweep found in a file: the number of texts (messages, arguments, lines ...) that showed secrets."""

    outcome: Outcome
    texts: int = 0

    @property
    def is_clean(self) -> bool:
        """Whether the file can be published now."""
        return self.outcome is not Outcome.MISSING and (self.outcome is Outcome.MASKED or not self.texts)


class Counting:
    """A masker that counts the texts it had to change."""

    def __init__(self, mask: Masker) -> None:
        self._mask = mask
        self.texts = 0

    def __call__(self, text: str) -> str:
        """Returns ``text`` masked."""
        masked = self._mask(text)
        self.texts += masked is not text
        return masked


def sweep(path: Path, mask: Masker, clean_among: CleanAmong = none_known_clean, *, only_check: bool = False) -> Swept:
    """Masks the file at ``path``, or only looks; leaves a file that shows no secret untouched, its times too.

    ``clean_among`` is shown texts before ``mask`` is asked for each of them.
    """
    real = Path(os.path.realpath(path))
    try:
        with real.open("rb") as source:
            head = source.read(_HEAD)
    except OSError:
        return Swept(Outcome.MISSING)
    # Consoles of Windows redirect in UTF-16. Its mark is kept as the first character.
    encoding = {BOM_UTF16_LE: "utf-16-le", BOM_UTF16_BE: "utf-16-be"}.get(head[:2], "utf-8")
    if encoding == "utf-8" and b"\0" in head:
        return _checked(real, "latin-1", masked_plain, mask, Outcome.BINARY)
    form = partial(format_of(path.name, head.decode(encoding, "replace")), clean_among=clean_among)
    if only_check:
        return _checked(real, encoding, form, mask, Outcome.SHOWS)
    return _rewritten(real, encoding, form, mask)


def format_of(name: str, head: str) -> Reader:
    """Chooses how to read a file by its name and its first characters."""
    suffix = name.rpartition(".")[2].lower()
    start = head.lstrip("\ufeff \t\r\n")
    if start.startswith("<?xml"):
        return masked_xml
    if suffix == "json" and start.startswith(("{", "[")):
        return masked_json
    if (suffix in {"html", "htm"} and "Robot Framework" in head) or (suffix == "js" and start.startswith("window.")):
        return masked_html
    return masked_plain


def _opened(path: Path, encoding: str) -> TextIOWrapper:
    return path.open(encoding=encoding, errors="surrogateescape", newline="")


def _checked(path: Path, encoding: str, form: Format, mask: Masker, found: Outcome) -> Swept:
    counting = Counting(mask)
    try:
        with _opened(path, encoding) as source:
            for _ in form(source, counting):
                pass
    except (OSError, UnicodeError):
        return Swept(Outcome.MISSING)
    return Swept(found if counting.texts else Outcome.CLEAN, counting.texts)


def _rewritten(path: Path, encoding: str, form: Format, mask: Masker) -> Swept:
    beside = path.with_name(path.name + BESIDE)
    try:
        return _swapped(path, beside, encoding, form, mask)
    except (OSError, UnicodeError):
        with suppress(OSError):
            beside.unlink()
    try:
        return _overwritten(path, encoding, form, mask)
    except (OSError, UnicodeError):
        return Swept(Outcome.FAILED, 1)


def _swapped(path: Path, beside: Path, encoding: str, form: Format, mask: Masker) -> Swept:
    counting = Counting(mask)
    with (
        _opened(path, encoding) as source,
        beside.open("w", encoding=encoding, errors="surrogateescape", newline="") as target,
    ):
        target.writelines(form(source, counting))
    if not counting.texts:
        beside.unlink()
        return Swept(Outcome.CLEAN)
    shutil.copymode(path, beside)
    beside.replace(path)
    return Swept(Outcome.MASKED, counting.texts)


def _overwritten(path: Path, encoding: str, form: Format, mask: Masker) -> Swept:
    place = InPlace(path, encoding, form)
    counting = Counting(place.mask_that_fits(mask))
    place.overwrite(counting)
    return Swept(Outcome.MASKED if counting.texts else Outcome.CLEAN, counting.texts)
