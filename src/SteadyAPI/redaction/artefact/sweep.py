"""Masks a finished file: writes a new file next to it and then replaces it, so that it is complete at any moment.

If no new file can be written, because the disk is full or the folder is read-only, the file is masked in place. A
crash during that leaves it half masked. A file that can't be masked in place either, or that masks would damage, keeps
its secrets and is reported.
"""

import os
import shutil
from contextlib import suppress
from enum import Enum
from functools import partial
from pathlib import Path
from typing import NamedTuple

from SteadyAPI.redaction.artefact.formats import HEAD, container_of, encoding_of, format_of
from SteadyAPI.redaction.artefact.in_place import InPlace
from SteadyAPI.redaction.artefact.unit import (
    CleanAmong,
    Format,
    Masker,
    NotMaskableError,
    none_known_clean,
    opened,
)

BESIDE = ".redacting"


class Outcome(Enum):
    """What became of a file."""

    CLEAN = "shows no secret"
    MASKED = "masked"
    SHOWS = "shows secrets"
    BINARY = "not a text file, so not rewritten"
    UNSAFE = "still shows secrets, because masks would damage it"
    CLOSED = "could not be looked into"
    FAILED = "could not be rewritten"
    MISSING = "could not be read"


class Swept(NamedTuple):
    """What a sweep found in a file: the number of texts (messages, arguments, lines ...) that showed secrets."""

    outcome: Outcome
    texts: int = 0

    @property
    def is_clean(self) -> bool:
        """Whether the file can be published now."""
        if self.outcome in {Outcome.MISSING, Outcome.CLOSED}:
            return False
        return self.outcome is Outcome.MASKED or not self.texts


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


def sweep(
    path: Path,
    mask: Masker,
    clean_among: CleanAmong = none_known_clean,
    *,
    mask_known: Masker | None = None,
    only_check: bool = False,
) -> Swept:
    """Masks or checks the file at ``path``. A file without secrets keeps its content and its modification time.

    Args:
        path: The file; symbolic links are followed.
        mask: Masks a text.
        clean_among: Called with many texts at once before ``mask`` is called for each; returns those without secrets.
        mask_known: Masks known values only, for code and unknown formats; ``mask`` if missing.
        only_check: Whether to report secrets without changing the file.

    Returns:
        What became of the file.
    """
    real = Path(os.path.realpath(path))
    try:
        with real.open("rb") as source:
            head = source.read(HEAD)
    except OSError:
        return Swept(Outcome.MISSING)
    encoding = encoding_of(head)
    if encoding is None or container_of(head):
        return _inspected(real, path.name, mask, mask_known or mask)
    file_format = format_of(path.name, head.decode(encoding, "replace"))
    form = partial(file_format.knowing(mask_known or mask), clean_among=clean_among)
    chosen = mask if file_format.masks_shapes else mask_known or mask
    if only_check:
        return _checked(real, encoding, form, chosen)
    swept = _rewritten(real, encoding, form, chosen)
    if swept.outcome is Outcome.UNSAFE and mask_known is not None and mask_known != chosen:
        # Masking everything would damage the file; masking the known values alone may not.
        _rewritten(real, encoding, form, mask_known)
    return swept


def _inspected(path: Path, name: str, mask: Masker, mask_known: Masker) -> Swept:
    from SteadyAPI.redaction.artefact.container import Inspection  # noqa: PLC0415 - a run leaves no archives

    inspection = Inspection(mask, mask_known)
    try:
        with path.open("rb") as source:
            inspection.look(name, source)
    except OSError:
        return Swept(Outcome.MISSING)
    if inspection.texts:
        return Swept(Outcome.BINARY, inspection.texts)
    return Swept(Outcome.CLEAN if inspection.is_complete else Outcome.CLOSED)


def _checked(path: Path, encoding: str, form: Format, mask: Masker) -> Swept:
    counting = Counting(mask)
    try:
        with opened(path, encoding) as source:
            for _ in form(source, counting):
                pass
    except NotMaskableError:
        return Swept(Outcome.SHOWS, counting.texts)
    except (OSError, UnicodeError):
        return Swept(Outcome.MISSING)
    return Swept(Outcome.SHOWS if counting.texts else Outcome.CLEAN, counting.texts)


def _rewritten(path: Path, encoding: str, form: Format, mask: Masker) -> Swept:
    beside = path.with_name(path.name + BESIDE)
    try:
        return _swapped(path, beside, encoding, form, mask)
    except NotMaskableError:
        beside.unlink()
        return Swept(Outcome.UNSAFE, 1)
    except (OSError, UnicodeError):
        with suppress(OSError):
            beside.unlink()
    try:
        return _overwritten(path, encoding, form, mask)
    except NotMaskableError:
        return Swept(Outcome.UNSAFE, 1)
    except (OSError, UnicodeError):
        return Swept(Outcome.FAILED, 1)


def _swapped(path: Path, beside: Path, encoding: str, form: Format, mask: Masker) -> Swept:
    from SteadyAPI.redaction.artefact.well_formed import still_parses  # noqa: PLC0415 - most files show no secret

    counting = Counting(mask)
    with (
        opened(path, encoding) as source,
        beside.open("w", encoding=encoding, errors="surrogateescape", newline="") as target,
    ):
        target.writelines(form(source, counting))
    if not counting.texts:
        beside.unlink()
        return Swept(Outcome.CLEAN)
    if not still_parses(path, beside, encoding):
        raise NotMaskableError
    shutil.copymode(path, beside)
    beside.replace(path)
    return Swept(Outcome.MASKED, counting.texts)


def _overwritten(path: Path, encoding: str, form: Format, mask: Masker) -> Swept:
    place = InPlace(path, encoding, form)
    counting = Counting(place.mask_that_fits(mask))
    place.overwrite(counting)
    return Swept(Outcome.MASKED if counting.texts else Outcome.CLEAN, counting.texts)
