"""Masks what is written to a text stream, also by code that already holds a reference to it."""

from collections.abc import Callable
from typing import Any


class MaskedStream:
    """Replaces the ``write`` method of a stream object by one that masks, until ``restore`` is called."""

    def __init__(self, stream: Any, mask: Callable[[str], str]) -> None:
        self._stream: Any = stream
        self._write: Callable[[str], int] = stream.write
        self._mask = mask
        self._stream.write = self._masked_write

    def restore(self) -> None:
        """Removes the masking ``write`` method."""
        del self._stream.write

    def _masked_write(self, text: str) -> int:
        self._write(self._mask(text))
        return len(text)
