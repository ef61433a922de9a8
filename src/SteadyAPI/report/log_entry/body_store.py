"""Bodies too long for the log, saved in files beside it: masked, named by their digest, limited in number and size."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from SteadyAPI.redaction.artefact.sweep import sweep
from SteadyAPI.redaction.artefact.unit import Masker
from SteadyAPI.report.run_folder import output_folder

FOLDER = "api-bodies"
_MOST_FILES = 200
_MOST_BYTES = 20_000_000
_LARGEST = 10_000_000
_SHARE = 0.75
"""The share that bodies of expected responses may use; the rest is reserved for failures."""
_NAME = 12
_REMOVED = "This body showed a secret that became known after it was saved, so it was removed.\n"


class BodyStore:
    """Saves bodies; equal ones once."""

    def __init__(self, folder: Callable[[], Path | None]) -> None:
        self._find_folder = folder
        self._folder: Path | None = None
        self._saved: set[str] = set()
        self._used = 0

    def __len__(self) -> int:
        return len(self._saved)

    @property
    def files(self) -> list[Path]:
        """The files saved so far."""
        return [] if self._folder is None else [self._folder / FOLDER / name for name in self._saved]

    def remask(self, mask: Masker) -> None:
        """Masks secrets that were registered after a body was saved; what can't be masked gives way to a note."""
        for path in self.files:
            if path.exists() and not sweep(path, mask).is_clean:
                path.write_text(_REMOVED, encoding="utf-8")

    def save(self, content: bytes, ending: str, *, failed: bool) -> str | None:
        """Saves a masked body, and returns the link to it from log.html.

        Args:
            content: The body as it may be seen.
            ending: The ending of the file's name.
            failed: Whether it belongs to a failure, for which room is reserved.

        Returns:
            The relative link, or ``None`` when there is no output folder or no room.
        """
        output = self._find_folder()
        if output != self._folder:
            # Another run in the same process: its links must lead into its own folder.
            self._folder, self._saved, self._used = output, set(), 0
        name = hashlib.sha256(content).hexdigest()[:_NAME] + ending
        link = f"{FOLDER}/{name}"
        if output is None or name in self._saved:
            return None if output is None else link
        share = 1.0 if failed else _SHARE
        used = self._used + len(content)
        if len(content) > _LARGEST or len(self._saved) >= _MOST_FILES * share or used > _MOST_BYTES * share:
            return None
        try:
            if not self._saved:
                (output / FOLDER).mkdir(exist_ok=True)
            (output / FOLDER / name).write_bytes(content)
        except OSError:
            return None
        self._saved.add(name)
        self._used = used
        return link


RUN_BODIES = BodyStore(output_folder)
"""The bodies of this process's run; all that save bodies share its limits."""
