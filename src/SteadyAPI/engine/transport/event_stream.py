"""Reads events out of a response whose body is still coming."""

from time import perf_counter
from typing import Any

from urllib3.exceptions import HTTPError

from SteadyAPI.engine.request.server_sent_events import Event, EventReader
from SteadyAPI.engine.transport.current_attempt import current

_CHUNK = 65536


def read_events(requests_response: Any, count: int, seconds: float) -> tuple[list[Event], bool]:
    """Reads until there are enough events, the stream ends, or time is up.

    Args:
        requests_response: The response; its read time limit holds for each wait.
        count: How many events are enough.
        seconds: Limit for all of them.

    Returns:
        The events, and whether the stream came to its end.
    """
    reader, events = EventReader(), list[Event]()
    current.until, current.limit = perf_counter() + seconds, "the time for the events"
    try:
        return _read(requests_response.raw, reader, events, count)
    finally:
        current.until = None


def _read(raw: Any, reader: EventReader, events: list[Event], count: int) -> tuple[list[Event], bool]:
    while len(events) < count:
        if current.is_out_of_time:
            return events, False
        try:
            chunk = raw.read1(_CHUNK, decode_content=True)
        except (HTTPError, OSError):
            return events, False
        if not chunk:
            return events, True
        events.extend(reader.feed(chunk))
    return events[:count], False
