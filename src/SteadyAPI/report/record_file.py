"""``api-requests.jsonl``: the source of every report, written while the run goes on."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from SteadyAPI.redaction.artefact.unit import Masker
from SteadyAPI.report.record import masked_json


class RecordFile:
    """The file that records are written to; a run that makes no request makes no file."""

    def __init__(self, path: Path, mask: Masker) -> None:
        self.path = path
        self._mask = mask
        self._file: Any = None

    def write(self, line: str) -> None:
        """Writes a record: one line of JSON, already masked."""
        if self._file is None:
            self._file = self.path.open("w", encoding="utf-8", errors="replace", newline="\n")
        self._file.write(f"{line}\n")

    def flush(self) -> None:
        """Writes the buffer to the disk, so that a run that is killed keeps its records so far."""
        if self._file is not None:
            self._file.flush()

    def close(self) -> None:
        """Closes the file, and masks secrets in it that were registered after they were written."""
        if self._file is None:
            return
        self._file.close()
        self._file = None
        remask(self.path, self._mask)


def remask(path: Path, mask: Masker) -> None:
    """Masks a file of one JSON object a line once more, and replaces it when that changes anything.

    A comma may follow an object, as between the elements of an array; a line that is no JSON object is kept as it is.
    """
    rewritten = path.with_name(path.name + ".new")
    changed = False
    with path.open(encoding="utf-8", newline="") as source, rewritten.open("w", encoding="utf-8", newline="") as target:
        for line in source:
            text = line.rstrip(",\n")
            masked = masked_json(text, mask) + line[len(text) :] if text[:1] == "{" and text[-1:] == "}" else line
            changed = changed or masked != line
            target.write(masked)
    if changed:
        rewritten.replace(path)
    else:
        rewritten.unlink()


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """Yields the records of a file; the last line of a run that was killed may be half a record, and is left out.

    Raises:
        ValueError: When another line isn't a record.
    """
    broken = ""
    with path.open(encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, start=1):
            if broken:
                raise ValueError(f"{path}:{broken}: expected a record of a run (a JSON object), got something else")
            try:
                record = json.loads(line)
            except ValueError:
                record = None
            if isinstance(record, dict):
                yield record
            elif line.strip():
                broken = str(number)
