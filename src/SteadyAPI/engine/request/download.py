"""A body that goes straight to a file: in pieces, and to its name only when it is whole."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from SteadyAPI.errors import UsageError


class FileSink:
    """Writes bodies beside the target and moves the last whole one there; ``size`` in bytes, ``sha256`` in hex."""

    def __init__(self, target: Path, wanted: Callable[[int], bool]) -> None:
        self.target = target
        self.size = 0
        self.sha256 = ""
        self._wanted = wanted
        self._part: Path | None = None

    def takes(self, status: int) -> bool:
        """Tells whether the body of a response of that status goes to the file."""
        return self._wanted(status)

    def write(self, chunks: Iterable[bytes]) -> None:
        """Writes a whole body to a temporary file; what an earlier attempt left is overwritten.

        Raises:
            UsageError: When the folder can't be written to.
        """
        digest, size = hashlib.sha256(), 0
        with self._open_part() as file:
            for chunk in chunks:
                file.write(chunk)
                digest.update(chunk)
                size += len(chunk)
        self.size, self.sha256 = size, digest.hexdigest()

    def keep(self) -> None:
        """Moves the body to its target, in one step.

        Raises:
            UsageError: When the target is a folder, or can't be replaced.
        """
        if self._part is not None:
            try:
                self._part.replace(self.target)
            except OSError as error:
                raise self._no_file(error) from error
            self._part = None

    def drop(self) -> None:
        """Removes what wasn't kept."""
        if self._part is not None:
            self._part.unlink(missing_ok=True)
            self._part = None

    def _open_part(self) -> BinaryIO:
        if self._part is None:
            self._part = self.target.with_name(f".{self.target.name}.{uuid4().hex}")
        try:
            self.target.parent.mkdir(parents=True, exist_ok=True)
            return self._part.open("wb")
        except OSError as error:
            raise self._no_file(error) from error

    def _no_file(self, error: OSError) -> UsageError:
        return UsageError(f"{self.target} can't be written: {error.strerror}.")
