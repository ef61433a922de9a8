"""Reading server-sent events."""

from datetime import timedelta
from typing import Any

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.options import with_options
from SteadyAPI.keywords.support.request_options import RequestOptions
from SteadyAPI.keywords.support.sending import SendingGroup, checked_method

_TEN_SECONDS = timedelta(seconds=10)
_EVENT_STREAM = "text/event-stream"
_USUAL_PAUSE = 1.0
"""Seconds before a connection is opened again, unless the server asks for another time."""


class EventKeywords(SendingGroup):
    """Responses that go on for as long as the server has something to send."""

    @with_options(RequestOptions, tag="Request")
    def read_events(
        self,
        url: str,
        *,
        count: int = 1,
        alias: str = "",
        method: str = "GET",
        reconnect: bool = False,
        **options: Any,
    ) -> Any:
        """Reads server-sent events (HTML Standard, section 9.2) until enough have come, and closes the connection.

        `timeout` is the limit for all of it, from connecting to the last event; 10 seconds unless it is given.

        Args:
            url: Path on the session, or a whole URL.
            count: How many events to wait for.
            alias: The session's alias; by default the URL decides as for `GET`.
            method: The HTTP method.
            reconnect: Whether to connect again when the server ends the stream too early, after the time that it asks
                for (`retry:`, by default a second), and with the id of the last event as `Last-Event-ID`.
            **options: RequestOptions.

        Returns:
            A list of events with `.event`, `.data` (text), `.id`, and `.retry`: the milliseconds that the server asks
            for, or `None`.

        Raises:
            ExpectationError: When fewer events came in time, or the response isn't a stream of events.
            StatusError: When the status is not the expected one.
            UsageError: When the count is below 1.

        Examples:
        ```robotframework
        *** Test Cases ***
        An Order Is Announced
            ${events} =    Read Events    ${BASE_URL}/events    count=2    timeout=5s
            Should Be Equal    ${events[0].event}    order
        ```
        """
        if count < 1:
            raise UsageError(f"count: expected 1 or more events, got {count}.")
        asked, opened = RequestOptions(**options), self.opened_url(url)
        asked.timeout = asked.timeout or _TEN_SECONDS
        session, verb, clock = self.session_for(opened, alias), checked_method(method), self._context.surroundings.clock
        until, events = clock.monotonic() + asked.timeout.total_seconds(), list[Any]()
        headers = {"Accept": _EVENT_STREAM, "Cache-Control": "no-store", **(asked.headers or {})}
        while True:
            last_id = {"Last-Event-ID": events[-1].id} if events and events[-1].id else {}
            asked.headers = {**headers, **last_id}
            left = until - clock.monotonic()
            response = self.send(session, verb, opened, asked, limit=left, stream=True, stream_type=_EVENT_STREAM)
            if isinstance(response, str):
                return response
            ended = self._collect(response, count, until - clock.monotonic(), events, asked.message)
            if len(events) >= count:
                return events
            wishes = [event.retry for event in events if event.retry is not None]
            pause = wishes[-1] / 1000 if wishes else _USUAL_PAUSE
            if not (reconnect and ended and clock.monotonic() + pause < until):
                raise self._too_few(count, events, asked, ended=ended)
            clock.sleep(pause)

    def _collect(
        self, requests_response: Any, count: int, seconds: float, events: list[Any], message: str | None
    ) -> bool:
        """Adds the events of a response until there are ``count``; tells whether the stream came to its end."""
        from SteadyAPI.engine.transport.event_stream import read_events

        exchange = self._exchange_of(None)
        media_type = self._response_of(exchange).content_type
        try:
            if media_type != _EVENT_STREAM:
                raise self._unexpected(exchange, f"is no stream of events: {media_type or 'no content type'}", message)
            more, ended = read_events(requests_response, count - len(events), seconds)
        finally:
            requests_response.close()
        for event in more:
            self._context.log.text(f"event {event.event}, id {event.id or '-'}: {event.data}")
        events += more
        return ended

    def _too_few(self, count: int, events: list[Any], asked: RequestOptions, *, ended: bool) -> Exception:
        from SteadyAPI.engine.units import duration

        limit = (asked.timeout or _TEN_SECONDS).total_seconds()
        why = "the server ended the stream" if ended else f"within {duration(limit)}"
        exchange = self._exchange_of(None)
        return self._unexpected(exchange, f"expected {count} events, got {len(events)} ({why})", asked.message)
