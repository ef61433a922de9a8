"""The version, which stands in one place: ``src/SteadyAPI/__init__.py``."""

import re
from pathlib import Path

from packaging.version import InvalidVersion, Version
from refusal import RefusalError

PLACE = Path("src") / "SteadyAPI" / "__init__.py"
_LINE = re.compile(r'^__version__ = "(.+)"$', re.MULTILINE)


def current(root: Path) -> str:
    """Returns the version of a tree."""
    found = _LINE.search((root / PLACE).read_text(encoding="utf-8"))
    if found is None:
        raise RefusalError(f'expected a line __version__ = "..." in {PLACE}, got none.')
    return found[1]


def newer(given: str, *, than: str) -> str:
    """Returns a version that may be released, as it was given.

    Raises:
        RefusalError: When it isn't one, or not newer.
    """
    try:
        version = Version(given)
    except InvalidVersion:
        raise RefusalError(f"expected a version such as 1.2.0 or 1.2.0rc1, got {given}.") from None
    if str(version) != given or len(version.release) != 3 or version.local or version.is_devrelease:  # noqa: PLR2004
        raise RefusalError(f"expected a version such as 1.2.0 or 1.2.0rc1, got {given}.")
    if version <= Version(than):
        raise RefusalError(f"expected a version newer than {than}, got {given}.")
    return given


def raised(root: Path, version: str) -> None:
    """Writes the version into a tree."""
    place = root / PLACE
    text = _LINE.sub(f'__version__ = "{version}"', place.read_text(encoding="utf-8"))
    place.write_text(text, encoding="utf-8", newline="\n")
