"""Masks what native code and child processes write to a file descriptor, line by line.

The descriptor is replaced by the write end of a pipe. A thread reads the other end and writes masked lines to the
original target. Lines appear slightly delayed; a last line without a line break appears when the filter ends.
"""

import os
from collections.abc import Callable
from threading import Thread

_READ = 1 << 16
_LINE_LONGEST = 1 << 20


class MaskedDescriptor:
    """Masks what is written to a descriptor until ``restore`` is called."""

    def __init__(self, descriptor: int, mask: Callable[[str], str]) -> None:
        self._descriptor = descriptor
        self._mask = mask
        self._target = os.dup(descriptor)
        self._source, writing = os.pipe()
        os.dup2(writing, descriptor)
        os.close(writing)
        self._thread = Thread(target=self._pump, name=f"masked descriptor {descriptor}", daemon=True)
        self._thread.start()

    def restore(self) -> None:
        """Writes what is left and gives the descriptor its original target back."""
        os.dup2(self._target, self._descriptor)
        # Don't wait forever: while a child process has the pipe open, the thread doesn't end.
        self._thread.join(timeout=1.0)

    def _pump(self) -> None:
        rest = b""
        while data := os.read(self._source, _READ):
            lines, line_break, rest = (rest + data).rpartition(b"\n")
            self._write(lines + line_break)
            if len(rest) > _LINE_LONGEST:
                self._write(rest)
                rest = b""
        self._write(rest)
        os.close(self._source)

    def _write(self, data: bytes) -> None:
        if data:
            masked = self._mask(data.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
            while masked:
                masked = masked[os.write(self._target, masked) :]
