"""What Robot Framework makes of a value before it shows it: paths lose what they don't need, XML what it can't hold.

Such a form is another text than the secret, so it is looked for by words of its own.
"""

import re
from collections.abc import Iterator
from functools import cache
from posixpath import normpath

from SteadyAPI.redaction.masking import LEAST

_SURE = 12
_HEAD_LEAST = 8
_NEIGHBOUR = "\0"
_OF_WORDS = " -_./"


@cache
def _unwritable() -> re.Pattern[str]:
    return re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@cache
def _blanks() -> re.Pattern[str]:
    return re.compile(r"\s{2,}")


def normalised_forms(core: str) -> Iterator[str]:
    """Yields what ``core`` may look like after Robot Framework normalised it, unless that is an ordinary text."""
    for form in dict.fromkeys(_forms(core)):
        if form != core and len(form) >= LEAST and (len(form) >= _SURE or _kinds(form) > 1):
            yield form
    # Parallel runs by pabot name a test by its suite: the name up to its last dot.
    head = core.rpartition(".")[0]
    if len(head) >= _HEAD_LEAST and _kinds(head) > 2:  # noqa: PLR2004 - most words have two: Version2
        yield head


def _forms(core: str) -> Iterator[str]:
    if "/" in core:
        # It may be a path's beginning, middle or end, or a part of a name in it.
        for before in ("/", f"/{_NEIGHBOUR}"):
            for after in ("", _NEIGHBOUR):
                yield normpath(f"{before}{core}{after}")[1:].strip(_NEIGHBOUR)
    if "_" in core:
        # The name of a file becomes the name of a suite; what stands before two underscores only orders the files.
        yield core.replace("_", " ").strip()
        yield core.partition("__")[2].replace("_", " ").strip()
    if core.islower():
        yield core.replace("_", " ").title()
    if not core.isprintable():
        yield _unwritable().sub("", core)
        yield core.replace("\r\n", "\n")
    yield _blanks().sub(" ", core)


def _kinds(form: str) -> int:
    """Tells a short form from a word: ``/./password`` becomes one that stands in innocent texts."""
    signs = any(not char.isalnum() and char not in _OF_WORDS for char in form)
    return signs + any(map(str.islower, form)) + any(map(str.isupper, form)) + any(map(str.isdigit, form))
