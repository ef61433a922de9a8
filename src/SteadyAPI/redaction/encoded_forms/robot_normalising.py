"""Forms of a secret after Robot Framework has normalised it, such as paths, suite names and text for XML.

Folding can't undo normalisation, so each form is a word to look for.
"""

import re
from collections.abc import Iterator
from functools import cache
from posixpath import normpath

from SteadyAPI.redaction.masking import LEAST

_SURE = 12
_HEAD_LEAST = 8
_NAME_LEAST, _NAME_LONGEST = 10, 64
_LETTERS_LEAST = 8
_NEIGHBOUR = "\0"
_OF_WORDS = " -_./"


@cache
def _unwritable() -> re.Pattern[str]:
    return re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@cache
def _blanks() -> re.Pattern[str]:
    return re.compile(r"\s{2,}")


@cache
def _between_words() -> re.Pattern[str]:
    return re.compile(r"[\W_]+")


def normalised_forms(core: str) -> Iterator[str]:
    """Yields the forms of ``core`` after Robot Framework normalised it, except for forms likely in other texts."""
    for form in dict.fromkeys(_forms(core)):
        if form != core and len(form) >= LEAST and (len(form) >= _SURE or kinds(form) > 1):
            yield form
    # Pabot cuts the long name of a test at its last dot to get the name of the suite.
    head = core.rpartition(".")[0]
    if len(head) >= _HEAD_LEAST and kinds(head) > 2:  # noqa: PLR2004 - most words have two: Version2
        yield head


def _forms(core: str) -> Iterator[str]:
    if "/" in core:
        # The secret may be at the beginning, in the middle or at the end of a path, or a part of a file name in it.
        for before in ("/", f"/{_NEIGHBOUR}"):
            for after in ("", _NEIGHBOUR):
                yield normpath(f"{before}{core}{after}")[1:].strip(_NEIGHBOUR)
    if "_" in core:
        # A suite is named after its file; Robot Framework drops the prefix before two underscores.
        yield core.replace("_", " ").strip()
        yield core.partition("__")[2].replace("_", " ").strip()
    if core.islower():
        yield core.replace("_", " ").title()
    if not core.isprintable():
        yield _unwritable().sub("", core)
        yield core.replace("\r\n", "\n")
    yield _blanks().sub(" ", core)


def file_names(core: str) -> Iterator[str]:
    """Yields names of files, variables and classes that are made of ``core``: ``kran_7h``, ``kran-7h``, ``kran7h``.

    Not of one that is words and numbers, such as ``order-2026``, because other texts have those, too.
    """
    if not _NAME_LEAST <= len(core) <= _NAME_LONGEST or core.isalnum() or "://" in core or core[0] in "{[":
        return
    parts = [part for part in _between_words().split(core) if part]
    if not any(not part.isalpha() and not part.isdigit() for part in parts):
        return
    joined = "".join(parts)
    if len(joined) < _LETTERS_LEAST:
        return
    yield from (form for form in ("_".join(parts), "-".join(parts)) if form != core and len(form) >= _NAME_LEAST)
    if len(joined) >= _SURE:
        yield joined


def kinds(form: str) -> int:
    """Returns the number of kinds of characters. Short forms with one kind may be words: ``/./password``."""
    signs = any(not char.isalnum() and char not in _OF_WORDS for char in form)
    return signs + any(map(str.islower, form)) + any(map(str.isupper, form)) + any(map(str.isdigit, form))
