"""Server-sent events (HTML Standard, section 9.2): from a stream of bytes to events."""

import codecs
from collections.abc import Iterator
from typing import Any, NamedTuple

_MARK = codecs.BOM_UTF8


class Event(NamedTuple):
    """One event: its type, data and id as the server gave them, and the wait in ms that it asks for, if it does."""

    event: str
    data: str
    id: str
    retry: int | None = None


class EventReader:
    """Takes bytes as they come and gives the events that are whole."""

    def __init__(self) -> None:
        self._pending = b""
        self._fields: dict[str, Any] = {}
        self._id = ""
        self._retry: int | None = None
        self._begun = False
        self._ended_in_return = False

    def feed(self, chunk: bytes) -> Iterator[Event]:
        """Yields the events that the chunk completes."""
        self._pending += chunk
        if not self._begun:
            if _MARK.startswith(self._pending):
                # Nothing yet, or a byte order mark that may be cut in two.
                self._begun = self._pending == _MARK
                self._pending = b"" if self._begun else self._pending
                return
            self._begun = True
            self._pending = self._pending.removeprefix(_MARK)
        if self._ended_in_return and self._pending:
            # The line ended with the carriage return: a line feed that comes now belongs to it.
            self._pending = self._pending.removeprefix(b"\n")
        self._ended_in_return = self._pending.endswith(b"\r")
        *lines, self._pending = self._pending.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        for line in lines:
            event = self._take(line.decode("utf-8", "replace"))
            if event is not None:
                yield event

    def _take(self, line: str) -> Event | None:
        if not line:
            return self._dispatch()
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        match name:
            case "data":
                self._fields.setdefault("data", []).append(value)
            case "event":
                self._fields["event"] = value
            case "id" if "\0" not in value:
                self._id = value
            case "retry" if value.isascii() and value.isdecimal():
                self._retry = int(value)
        return None

    def _dispatch(self) -> Event | None:
        fields, self._fields = self._fields, {}
        if "data" not in fields:
            return None
        return Event(fields.get("event") or "message", "\n".join(fields["data"]), self._id, self._retry)
