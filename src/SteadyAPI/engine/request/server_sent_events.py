"""Server-sent events (HTML Standard, section 9.2): from a stream of bytes to events."""

import codecs
from collections.abc import Iterator
from typing import Any, NamedTuple

_MARK = codecs.BOM_UTF8


class Event(NamedTuple):
    """One event: its type, data and id as the server gave them."""

    event: str
    data: str
    id: str


class EventReader:
    """Takes bytes as they come and gives the events that are whole."""

    def __init__(self) -> None:
        self._pending = b""
        self._fields: dict[str, Any] = {}
        self._id = ""
        self._begun = False

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
        # A carriage return at the end may be half of a line end.
        held_back = self._pending[-1:] if self._pending.endswith(b"\r") else b""
        whole = self._pending.removesuffix(b"\r").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        *lines, rest = whole.split(b"\n")
        self._pending = rest + held_back
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
        return None

    def _dispatch(self) -> Event | None:
        fields, self._fields = self._fields, {}
        if "data" not in fields:
            return None
        return Event(fields.get("event") or "message", "\n".join(fields["data"]), self._id)
