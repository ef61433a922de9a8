"""A lock that processes of one machine hold one after the other, for the file of that path."""

import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_OWNER_ONLY = 0o600
_HELD = (errno.EACCES, errno.EDEADLK)
"""What Windows says of a lock that somebody else has."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Waits until no other process has the lock of a path; the system lets go of it when a process ends.

    The lock is a file of its own in the folder for temporary files, so that nothing is left beside the path.
    """
    name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:32]
    flags = os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0)
    lock = os.open(Path(tempfile.gettempdir()) / f"steadyapi-{name}.lock", flags, _OWNER_ONLY)
    try:
        _wait_for(lock)
        yield
    finally:
        os.close(lock)


def _wait_for(lock: int) -> None:
    try:
        import fcntl  # noqa: PLC0415  not on every system
    except ImportError:
        import msvcrt  # noqa: PLC0415  Windows

        while True:
            try:
                msvcrt.locking(lock, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined,unused-ignore]  # pyright: ignore[reportAttributeAccessIssue]
            except OSError as error:
                if error.errno not in _HELD:
                    raise
                # It gave up after ten tries, one each second.
                continue
            return
    fcntl.flock(lock, fcntl.LOCK_EX)
