"""Masks a finished file in place: written beside, then swapped, so that there is a whole file at any moment."""

import os
import shutil
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import TextIO

from SteadyAPI.redaction.artefact.html import masked_html
from SteadyAPI.redaction.artefact.json import masked_json
from SteadyAPI.redaction.artefact.plain import masked_plain
from SteadyAPI.redaction.artefact.unit import Format, Masker
from SteadyAPI.redaction.artefact.xml import masked_xml

BESIDE = ".redacting"
_HEAD = 4096


class Sweep(Enum):
    """What a sweep did to a file."""

    CLEAN = "showed no secret"
    MASKED = "masked"
    MISSING = "no such file"
    BINARY = "not a text file"
    FAILED = "could not be rewritten"


def sweep(path: Path, mask: Masker) -> Sweep:
    """Masks the file at ``path``; leaves it untouched, its times too, if it shows no secret."""
    try:
        with _opened(path) as source:
            head = source.read(_HEAD)
    except OSError:
        return Sweep.MISSING
    if "\0" in head:
        return Sweep.BINARY
    beside = path.with_name(path.name + BESIDE)
    try:
        return _swap(path, beside, format_of(path.name, head), mask)
    except OSError:
        return Sweep.FAILED
    finally:
        with suppress(OSError):
            beside.unlink()


def format_of(name: str, head: str) -> Format:
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


def _opened(path: Path) -> TextIO:
    return path.open(encoding="utf-8", errors="surrogateescape", newline="")


def _swap(path: Path, beside: Path, masked: Format, mask: Masker) -> Sweep:
    seen = Seen(mask)
    with _opened(path) as source, beside.open("w", encoding="utf-8", errors="surrogateescape", newline="") as target:
        target.writelines(masked(source, seen))
    if not seen.secrets:
        return Sweep.CLEAN
    shutil.copymode(path, beside)
    os.replace(beside, path)  # noqa: PTH105 - Path.replace reports the same errors but hides the order of names
    return Sweep.MASKED


class Seen:
    """A masker that remembers whether it masked anything."""

    def __init__(self, mask: Masker) -> None:
        self._mask = mask
        self.secrets = 0

    def __call__(self, text: str) -> str:
        """Returns ``text`` masked."""
        masked = self._mask(text)
        if masked is not text:
            self.secrets += 1
        return masked
