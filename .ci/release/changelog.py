"""The changelog: what is unreleased becomes the section of a version."""

import re
from datetime import UTC, datetime
from pathlib import Path

from refusal import RefusalError

UNRELEASED = "## Unreleased"


def cut(file: Path, version: str, *, may_be_empty: bool) -> str:
    """Gives what is unreleased the version and today's date, and returns it.

    Raises:
        RefusalError: When nothing is unreleased, and something must be.
    """
    text = file.read_text(encoding="utf-8")
    notes = _under(UNRELEASED, text)
    if not may_be_empty and not re.search(r"^- ", notes, re.MULTILINE):
        raise RefusalError(
            f"expected entries under {UNRELEASED!r} in {file.name}, got none: there is nothing to release."
        )
    heading = f"## {version} - {datetime.now(UTC).date()}"
    file.write_text(text.replace(UNRELEASED, f"{UNRELEASED}\n\n{heading}", 1), encoding="utf-8", newline="\n")
    return notes


def section(file: Path, version: str) -> str:
    """Returns the entries of a version that was released."""
    notes = _under(f"## {version} - ", file.read_text(encoding="utf-8"))
    if not notes:
        raise RefusalError(f"expected a section '## {version} - DATE' in {file.name}, got none.")
    return notes


def _under(heading: str, text: str) -> str:
    found = re.search(rf"^{re.escape(heading)}[^\n]*\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1].strip() if found else ""
