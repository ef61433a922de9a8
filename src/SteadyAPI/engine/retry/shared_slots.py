"""The slots of a rate limit that several processes of one machine keep to together.

They are written down in a small SQLite file in the folder for temporary files: its transactions hold on every system,
and a process that dies in the middle leaves no lock behind.
"""

import os
import tempfile
from getpass import getuser
from pathlib import Path
from typing import Any

from SteadyAPI.engine.private_folder import private_folder

_LONGEST_QUEUE = 600.0
"""Seconds: a slot farther ahead was left behind by a clock that was set back."""
_LOCK_LIMIT = 10.0


class SharedSlots:
    """The slots of one service, by its origin."""

    def __init__(self, service: str, folder: Path | None = None) -> None:
        self._service = service
        self._file = (folder or _own_folder()) / "rate_limits.sqlite"

    def book(self, now: float, interval: float) -> float:
        """Takes the next free slot; times are seconds of the wall clock, which all processes share."""
        connection = self._open()
        try:
            # Writers come one after the other from here on: nobody else reads the slot that is being taken.
            connection.execute("BEGIN IMMEDIATE")
            slot = max(now, self._next(connection, now))
            connection.execute("REPLACE INTO slot VALUES (?, ?)", (self._service, slot + interval))
            connection.execute("COMMIT")
        finally:
            connection.close()
        return slot

    def postpone(self, seconds: float) -> None:
        """Makes the next free slot later."""
        connection = self._open()
        try:
            connection.execute("UPDATE slot SET next = next + ? WHERE service = ?", (seconds, self._service))
        finally:
            connection.close()

    def next_free(self) -> float:
        """Returns the time of the next free slot."""
        connection = self._open()
        try:
            return self._next(connection, float("inf"))
        finally:
            connection.close()

    def _next(self, connection: Any, now: float) -> float:
        row = connection.execute("SELECT next FROM slot WHERE service = ?", (self._service,)).fetchone()
        return float(row[0]) if row and row[0] <= now + _LONGEST_QUEUE else 0.0

    def _open(self) -> Any:
        import sqlite3  # noqa: PLC0415  only limits that are shared pay for it

        connection = sqlite3.connect(self._file, timeout=_LOCK_LIMIT, isolation_level=None)
        try:
            connection.execute("CREATE TABLE IF NOT EXISTS slot (service TEXT PRIMARY KEY, next REAL)")
        except sqlite3.Error:
            connection.close()
            raise
        return connection


def _own_folder() -> Path:
    """Returns a folder that only this user can enter.

    Raises:
        UsageError: When somebody else has made it.
    """
    # Not by name, where there is a number: in a container, a user may have none.
    user = os.getuid() if hasattr(os, "getuid") else getuser()
    folder = Path(tempfile.gettempdir()) / f"steadyapi-{user}"
    return private_folder(folder, "share_rate_limit")
