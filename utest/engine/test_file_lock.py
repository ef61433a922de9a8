import errno
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from SteadyAPI.engine.file_lock import locked


def test_the_lock_of_a_path_is_held_by_one_at_a_time(tmp_path: Path) -> None:
    events: list[str] = []
    waiting = threading.Event()

    def other() -> None:
        waiting.set()
        with locked(tmp_path / "a.json"):
            events.append("other")

    with locked(tmp_path / "a.json"):
        thread = threading.Thread(target=other)
        thread.start()
        waiting.wait()
        with locked(tmp_path / "b.json"):
            events.append("another path")
        events.append("first")
    thread.join()
    assert events == ["another path", "first", "other"]
    assert list(tmp_path.iterdir()) == []


def test_where_the_system_has_other_locks_they_are_tried_until_one_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [OSError(errno.EDEADLK, "Resource deadlock avoided"), None]

    def locking(_lock: int, mode: int, length: int) -> None:
        answer = answers.pop(0)
        if answer is not None:
            raise answer
        assert (mode, length) == (1, 1)

    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_LOCK=1))
    with locked(tmp_path / "a.json"):
        assert answers == []


def test_another_failure_of_such_a_lock_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locking(_lock: int, _mode: int, _length: int) -> None:
        raise OSError(errno.EBADF, "Bad file descriptor")

    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_LOCK=1))
    with pytest.raises(OSError, match="Bad file descriptor"), locked(tmp_path / "a.json"):
        pass
