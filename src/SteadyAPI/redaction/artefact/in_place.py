"""Masks a file in place, for disks that are full and folders that are read-only."""

import errno
import os
from io import BufferedReader, FileIO, TextIOWrapper
from pathlib import Path
from typing import Any

from SteadyAPI.redaction.artefact.unit import Format, Masker
from SteadyAPI.redaction.masking import MASK

_SHORT_MASKS = ("***", "*")


class InPlace:
    """A file that is masked without a temporary file."""

    def __init__(self, path: Path, encoding: str, form: Format) -> None:
        self._path = path
        self._encoding = encoding
        self._form = form
        self._size = path.stat().st_size

    def mask_that_fits(self, mask: Masker) -> Masker:
        """Returns ``mask``, or one with shorter marks, after making the file as long as the masked one will be.

        Raises:
            OSError: There is not enough disk space; the file is unchanged.

        """
        self._should_be_writable()
        growth = self._growth(mask)
        if growth <= 0 or self._has_taken(growth):
            return mask
        fitting = FittingMask(mask, self._encoding)
        if self._growth(fitting) > 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return fitting

    def overwrite(self, mask: Masker) -> None:
        """Overwrites only what has been read already; output that is ahead of the reader is kept in memory."""
        waiting: list[bytes] = []
        with self._opened() as source, self._path.open("r+b") as target:
            buffer: Any = source.buffer
            for chunk in self._form(source, mask):
                waiting.append(self._bytes(chunk))
                if target.tell() + sum(map(len, waiting)) <= buffer.raw.tell():
                    target.write(b"".join(waiting))
                    waiting.clear()
            target.write(b"".join(waiting))
            target.truncate()

    def _opened(self) -> TextIOWrapper:
        raw = BufferedReader(_OriginalPart(self._path, self._size))
        return TextIOWrapper(raw, encoding=self._encoding, errors="surrogateescape", newline="")

    def _bytes(self, text: str) -> bytes:
        return text.encode(self._encoding, "surrogateescape")

    def _growth(self, mask: Masker) -> int:
        with self._opened() as source:
            return sum(len(self._bytes(chunk)) for chunk in self._form(source, mask)) - self._size

    def _should_be_writable(self) -> None:
        """Rewrites the last byte, so that a file that isn't writable fails before anything is changed."""
        with self._path.open("r+b") as target:
            if self._size:
                target.seek(self._size - 1)
                last = target.read(1)
                target.seek(self._size - 1)
                target.write(last)

    def _has_taken(self, growth: int) -> bool:
        """Reserves disk space by making the file ``growth`` bytes longer; returns whether that succeeded."""
        try:
            with self._path.open("r+b") as target:
                target.seek(self._size)
                target.write(bytes(growth))
        except OSError:
            os.truncate(self._path, self._size)
            return False
        return True


class FittingMask:
    """A masker that uses a shorter mark where masking would make a text longer."""

    def __init__(self, mask: Masker, encoding: str) -> None:
        self._mask = mask
        self._encoding = encoding

    def __call__(self, text: str) -> str:
        """Returns ``text`` masked; longer than before only if it is so even with the shortest mark."""
        masked = self._mask(text)
        if masked is text:
            return text
        length = self._length(text)
        fitting = (
            short for mark in (MASK, *_SHORT_MASKS) if self._length(short := masked.replace(MASK, mark)) <= length
        )
        return next(fitting, masked.replace(MASK, _SHORT_MASKS[-1]))

    def _length(self, text: str) -> int:
        return len(text.encode(self._encoding, "surrogateescape"))


class _OriginalPart(FileIO):
    """Reads a file up to its original end; the bytes after it are reserved space."""

    def __init__(self, path: Path, end: int) -> None:
        super().__init__(path)
        self._end = end

    def readinto(self, buffer: Any, /) -> int:
        left = max(0, self._end - self.tell())
        return super().readinto(memoryview(buffer)[:left]) or 0
