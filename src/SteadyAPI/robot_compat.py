"""Every difference between the supported versions of Robot Framework, in one place."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from robot.version import VERSION  # type: ignore[import-untyped]  # Robot Framework types robot.api only

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


__all__ = ["DOC_FORMAT", "Secret", "console_type", "watch_secrets"]

_VERSION = tuple(int(part) for part in re.findall(r"\d+", VERSION)[:2])

DOC_FORMAT = "MARKDOWN" if _VERSION >= (7, 5) else "TEXT"
"""Keyword documentation is Markdown; libdoc understands that from 7.5 on, and shows it as text before."""

_watchers: list[Callable[[str], None]] = []


def watch_secrets(seen: Callable[[str], None]) -> None:
    """Calls ``seen`` with the value of every ``Secret`` made from now on, by whomever.

    Watching costs nothing until the first call of this function.
    """
    if not _watchers:
        _patch_secret()
    _watchers.append(seen)


def _patch_secret() -> None:
    original = Secret.__init__

    @wraps(original)
    def watched(self: Any, value: Any, *args: Any, **kwargs: Any) -> None:
        original(self, value, *args, **kwargs)
        for watcher in _watchers:
            watcher(str(value))

    Secret.__init__ = watched


def console_type() -> str:
    """Returns the type of the run's console output: ``verbose``, ``dotted``, ``quiet`` or ``none``.

    Robot Framework tells nobody. Where its private names change, the console counts as dotted: it is written to, but
    nothing on it is moved.
    """
    from robot.output.logger import LOGGER  # type: ignore[import-untyped]  # noqa: PLC0415  a run has loaded it

    # _console since Robot Framework 7.5, wrapped like a listener; _console_logger before.
    logger = getattr(LOGGER, "_console", None) or getattr(LOGGER, "_console_logger", None)
    name = type(getattr(logger, "listener", logger)).__name__.lower()
    known = {"verbose": "verbose", "dotted": "dotted", "quiet": "quiet", "none": "none", "nooutput": "none"}
    return next((kind for start, kind in known.items() if name.startswith(start)), "dotted")
