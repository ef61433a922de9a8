"""Every difference between the supported versions of Robot Framework, in one place."""

from collections.abc import Callable
from functools import wraps
from typing import Any

try:
    from robot.api.types import Secret  # pyright: ignore[reportAssignmentType]
except ImportError:  # Robot Framework before 7.4

    class Secret:  # type: ignore[no-redef]
        """A value that shows as ``<secret>``; same shape as Robot Framework's own from 7.4."""

        def __init__(self, value: str) -> None:
            self.value = value

        def __str__(self) -> str:
            return "<secret>"

        def __repr__(self) -> str:
            return f"{type(self).__name__}(value=<secret>)"


__all__ = ["Secret", "watch_secrets"]

_watchers: list[Callable[[str], None]] = []


def watch_secrets(seen: Callable[[str], None]) -> None:
    """Calls ``seen`` with the value of every ``Secret`` made from now on, by whomever.

    Watching costs nothing until the first call of this function.
    """
    if not _watchers:
        _patch_secret()
    if seen not in _watchers:
        _watchers.append(seen)


def _patch_secret() -> None:
    original = Secret.__init__

    @wraps(original)
    def watched(self: Any, value: Any, *args: Any, **kwargs: Any) -> None:
        original(self, value, *args, **kwargs)
        for watcher in _watchers:
            watcher(str(value))

    Secret.__init__ = watched
