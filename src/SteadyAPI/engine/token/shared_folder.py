"""Tokens that several processes of one user share without PabotLib: files that nobody else can read.

Each process holds a shared lock on the folder for its life. The kernel lets go of it when a process ends, in whatever
way: the last process deletes the tokens, and what a crash left is deleted by the next process.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from uuid import uuid4

from SteadyAPI.engine.clock import Clock
from SteadyAPI.engine.private_folder import private_folder
from SteadyAPI.engine.token.shared_store import Slot, token_from_json, token_to_json
from SteadyAPI.engine.token.token import Token
from SteadyAPI.errors import UsageError

_OWNER_FILE = 0o600
_LEASE = 60.0
"""Seconds that a process may take to get a token from its provider."""
_PAUSE = 0.05


def shared_folder() -> Path:
    """Returns where the tokens of this user's processes are shared: in memory if the system offers that."""
    return Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()) / f"steadyapi-tokens-{os.getuid()}"


class SharedFolder:
    """The folder, held by this process until it is closed."""

    def __init__(self, clock: Clock, folder: Path | None = None) -> None:
        """Opens the folder, or makes it; by default the one that all processes of this user share.

        Raises:
            UsageError: When others could read it, or the system has no locks of this kind.
        """
        self._locks = _file_locks()
        folder = folder or shared_folder()
        self._folder = folder
        self._clock = clock
        private_folder(folder, "shared")
        self._presence = _opened(folder / "present")
        if self._alone():
            self._delete_tokens()
        self._locks.flock(self._presence, self._locks.LOCK_SH)

    def shared_store(self, name: str) -> "FolderTokenStore":
        """Returns the store of one token."""
        return FolderTokenStore(self._folder / f"{name}.json", self._locks, self._clock)

    def close(self) -> None:
        """Leaves the folder; the last process deletes the tokens."""
        if self._alone():
            self._delete_tokens()
        os.close(self._presence)

    def _alone(self) -> bool:
        try:
            self._locks.flock(self._presence, self._locks.LOCK_EX | self._locks.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _delete_tokens(self) -> None:
        for kept in self._folder.glob("*.json*"):
            kept.unlink(missing_ok=True)


class FolderTokenStore:
    """One token in one file, behind a lock."""

    def __init__(self, path: Path, locks: ModuleType, clock: Clock) -> None:
        self._path = path
        self._locks = locks
        self._clock = clock

    @contextmanager
    def opened(self) -> Iterator[Slot]:
        """Waits until no other process uses the token, and locks it.

        A process that has had it for longer than its lease is not waited for: it was stopped, and may never go on.
        """
        lock = self._lock()
        try:
            yield _FileSlot(self._path, self._clock)
        finally:
            os.close(lock)

    def _lock(self) -> int:
        path = self._path.with_suffix(".lock")
        while True:
            lock = _opened(path)
            try:
                if self._takes(lock) and path.stat().st_ino == os.fstat(lock).st_ino:
                    self._begin_lease(lock)
                    return lock
                held_for = self._clock.now().timestamp() - os.fstat(lock).st_mtime
            except BaseException:
                os.close(lock)
                raise
            os.close(lock)
            if held_for > _LEASE:
                return self._lock_anew(path)
            self._clock.sleep(_PAUSE)

    def _takes(self, lock: int) -> bool:
        try:
            self._locks.flock(lock, self._locks.LOCK_EX | self._locks.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _begin_lease(self, lock: int) -> None:
        """Notes when the lock was taken, as the time of the file's last change."""
        now = self._clock.now().timestamp()
        os.utime(lock, (now, now))

    def _lock_anew(self, path: Path) -> int:
        """Puts another lock file in the place of one that is held too long; whoever holds that keeps a deleted file."""
        fresh = path.with_suffix(f".{uuid4().hex}")
        lock = _opened(fresh)
        self._locks.flock(lock, self._locks.LOCK_EX)
        self._begin_lease(lock)
        fresh.replace(path)
        return lock


class _FileSlot:
    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock

    def read(self) -> Token | None:
        try:
            return token_from_json(self._path.read_text(encoding="utf-8"), self._clock)
        except FileNotFoundError:
            return None

    def write(self, token: Token | None) -> None:
        if token is None:
            self._path.unlink(missing_ok=True)
            return
        written = self._path.with_suffix(".json.new")
        written.unlink(missing_ok=True)
        with os.fdopen(_opened(written), "w", encoding="utf-8") as file:
            file.write(token_to_json(token, self._clock))
        written.replace(self._path)


def _opened(path: Path) -> int:
    return os.open(path, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC, _OWNER_FILE)


def _file_locks() -> ModuleType:
    try:
        import fcntl  # noqa: PLC0415  not on every system
    except ImportError as error:
        raise UsageError(
            "shared: this system has no file locks of the needed kind.\n"
            "  run the suites with pabot and its PabotLib: tokens are shared through that\n"
            "  or name a Redis server for all: Library    SteadyAPI    shared=redis://HOST"
        ) from error
    return fcntl
