"""Reads events out of a response whose body is still coming."""

from time import perf_counter
from typing import Any

from urllib3.exceptions import HTTPError

from SteadyAPI.engine.request.server_sent_events import Event, EventReader

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
    deadline = perf_counter() + seconds
    reader, events = EventReader(), list[Event]()
    while len(events) < count:
        left = deadline - perf_counter()
        if left <= 0:
            return events, False
        _limit(requests_response, left)
        try:
            chunk = requests_response.raw.read1(_CHUNK, decode_content=True)
        except (HTTPError, OSError):
            return events, False
        if not chunk:
            return events, True
        events.extend(reader.feed(chunk))
    return events[:count], False


def _limit(requests_response: Any, seconds: float) -> None:
    """Cuts the next wait for data to what is left; a connection that was given back has no socket to cut."""
    connection = getattr(requests_response.raw, "connection", None)
    if connection is not None and connection.sock is not None:
        connection.sock.settimeout(seconds)
