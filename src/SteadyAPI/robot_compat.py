"""Every difference between the supported versions of Robot Framework, in one place."""

import os
import re
import sys
from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from robot.output import LOGGER  # type: ignore[import-untyped]  # Robot Framework types robot.api only
from robot.utils import get_console_length  # type: ignore[import-untyped]  # see above
from robot.version import VERSION  # type: ignore[import-untyped]  # see above

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


__all__ = [
    "READS_SECTIONS",
    "Secret",
    "console_column",
    "console_type",
    "converted",
    "result_type",
    "shared_type",
    "watch_secrets",
]

_VERSION = tuple(int(part) for part in re.findall(r"\d+", VERSION)[:2])

READS_SECTIONS = _VERSION >= (7, 5)
"""Whether libdoc finds the documentation of arguments, return values and errors in a keyword's documentation."""

_watchers: list[Callable[[str], None]] = []


def shared_type(hint: Any) -> Any:
    """Returns a type hint as Robot Framework represents it, made once for all keywords that share it.

    Before 7.3 it takes plain hints only.
    """
    return hint if _VERSION < (7, 3) else _type_info(hint)


@cache
def _type_info(hint: Any) -> Any:
    from robot.running import TypeInfo  # type: ignore[import-untyped]  # noqa: PLC0415  loaded wherever a library is

    return TypeInfo.from_type_hint(hint)


def converted(hint: Any, value: Any, name: str) -> Any:
    """Converts the value of an argument as Robot Framework does; a type that it doesn't know leaves the value as it is.

    Raises:
        ValueError: When it can't be converted.
    """
    try:
        return _type_info(hint).convert(value, name)
    except TypeError:
        return value
    except OverflowError as error:
        # A time without end, such as ``inf``: no ``timedelta`` is as long.
        raise ValueError(str(error)) from error


def result_type(result: Any) -> str:
    """Returns the type of the result of a keyword or control structure.

    The iteration of a WHILE loop is a ``WHILE ITERATION`` here: it assigns nothing, and Robot Framework 7 warns when
    ``assign`` is read, which 8 will not have there.
    """
    kind: str = result.type
    if kind == "ITERATION" and isinstance(getattr(type(result), "assign", None), property):
        return "WHILE ITERATION"
    return kind


def watch_secrets(seen: Callable[[str], None]) -> None:
    """Calls ``seen`` with the value of every ``Secret`` made from now on, by any library or test.

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


def console_type() -> str:
    """Returns the type of the run's console output: ``verbose``, ``dotted``, ``quiet`` or ``none``.

    Robot Framework has no public way to ask. When its private names change, the console counts as dotted: text is
    written to it, but the cursor isn't moved.
    """
    # _console since Robot Framework 7.5, wrapped like a listener; _console_logger before.
    console: Any = getattr(LOGGER, "_console", None) or getattr(LOGGER, "_console_logger", None)
    for name in ("logger", "listener"):
        console = getattr(console, name, console)
    name = type(console).__name__.lower()
    known = {"verbose": "verbose", "dotted": "dotted", "quiet": "quiet", "none": "none", "nooutput": "none"}
    return next((kind for start, kind in known.items() if name.startswith(start)), "dotted")


def console_column() -> int | None:
    """Returns how many columns of the running test's line are written on the terminal.

    ``None`` unless it is certain: the console is Robot Framework's verbose one on a terminal that understands cursor
    movements. The figures stand under private names (``listener`` in 7.5, ``logger`` and ``writer`` before), so
    anything unexpected means ``None``.
    """
    if os.environ.get("TERM", "dumb") == "dumb" or "NO_COLOR" in os.environ or not _is_terminal():
        return None
    console: Any = getattr(LOGGER, "_console", None) or getattr(LOGGER, "_console_logger", None)
    for name in ("logger", "listener", "writer"):
        console = getattr(console, name, console)
    line = getattr(console, "current_info", None) or getattr(console, "_last_info", None)
    markers = getattr(getattr(console, "_keyword_marker", console), "marker_count", None)
    # A line that ends with a newline is a suite's: no test has begun.
    if not isinstance(line, str) or line.endswith("\n") or not isinstance(markers, int):
        return None
    return int(get_console_length(line)) + markers


def _is_terminal() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.__stdout__, sys.__stderr__))


def encodable(text: str) -> str:
    """Returns the text without lone surrogates, with which Robot Framework can't write its output file.

    The same object when there are none.
    """
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
