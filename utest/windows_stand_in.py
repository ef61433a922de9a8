"""Runs a command of Python as on a system without what Linux has beyond Windows: ``python windows_stand_in.py code``.

File locks, users with numbers, flags of files and sockets are taken away from what the library imports and calls, and
``msvcrt`` locks as Windows' own does: one byte, and an error after ten tries.
"""

import errno
import fcntl
import importlib
import os
import signal
import socket
import sys
import time
from contextlib import suppress
from types import ModuleType

MISSING = ("fcntl", "grp", "pwd", "readline", "resource", "syslog", "termios", "tty")
TRIES = 10


def locking(file: int, mode: int, length: int) -> None:
    """Locks bytes of a file, or fails when somebody else has them all the time."""
    assert (mode, length) == (LK_LOCK, 1)
    for _ in range(TRIES):
        with suppress(BlockingIOError):
            # Between open files, as on Windows, not between processes.
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        time.sleep(0.001)
    raise OSError(errno.EDEADLK, "Resource deadlock avoided")


LK_LOCK = 1


def become_windows() -> None:
    """Takes away what isn't there; what was imported before keeps it."""
    msvcrt = ModuleType("msvcrt")
    vars(msvcrt).update(locking=locking, LK_LOCK=LK_LOCK)
    sys.modules["msvcrt"] = msvcrt
    for name in MISSING:
        sys.modules[name] = None  # type: ignore[assignment]  # that is how an import is made to fail
    for module, names in {
        os: ("getuid", "geteuid", "getgid", "fork", "fchmod", "O_NOFOLLOW", "O_CLOEXEC", "uname", "register_at_fork"),
        socket: ("AF_UNIX", "TCP_INFO", "TCP_USER_TIMEOUT", "MSG_DONTWAIT", "SO_REUSEPORT", "TCP_KEEPIDLE"),
        signal: ("SIGALRM", "SIGKILL", "SIGUSR1", "setitimer", "pthread_kill"),
    }.items():
        for name in names:
            if hasattr(module, name):
                delattr(module, name)


if __name__ == "__main__":
    # What other packages import on Linux stays theirs.
    for package in ("pydantic", "requests", "robot.run", "urllib3"):
        importlib.import_module(package)
    become_windows()
    exec(compile(sys.argv[1], "<command>", "exec"), {"__name__": "__main__"})
