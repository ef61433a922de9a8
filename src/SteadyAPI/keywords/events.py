"""Reading server-sent events."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from robot.api.deco import keyword

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.request_options import RequestOptions
from SteadyAPI.keywords.support.sending import SendingGroup

_TEN_SECONDS = timedelta(seconds=10)


class EventKeywords(SendingGroup):
    """Responses that go on for as long as the server has something to send."""

    @keyword(tags=["Request"])
    def read_events(
        self,
        url: str,
        *,
        count: int = 1,
        timeout: timedelta = _TEN_SECONDS,
        alias: str = "",
        params: Any = None,
        headers: Mapping[str, Any] | None = None,
        message: str | None = None,
    ) -> list[Any]:
        """Reads server-sent events (HTML Standard, section 9.2) until enough have come, and closes the connection.

        Args:
            url: Path on the session, or a whole URL.
            count: How many events to wait for.
            timeout: Limit for all of them together, such as `5s`.
            alias: The session's alias; by default the URL decides as for `GET`.
            params: Query parameters.
            headers: Headers of this request.
            message: Text to put before the failure message.

        Returns:
            A list of events with `.event`, `.data` (text) and `.id`.

        Raises:
            ExpectationError: When fewer events came in time, or the response isn't a stream of events.
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
        opened = self.opened_url(url)
        session = self.session_for(opened, alias)
        accept = {"Accept": "text/event-stream", "Cache-Control": "no-store", **(headers or {})}
        options = RequestOptions(params=params, headers=accept, timeout=timeout, message=message)
        requests_response = self._answered(session, self._call(session, "GET", opened, options, stream=True), message)
        return self._collected(requests_response, count, timeout, message)

    def _collected(self, requests_response: Any, count: int, timeout: timedelta, message: str | None) -> list[Any]:
        from SteadyAPI.engine.transport.event_stream import read_events
        from SteadyAPI.engine.units import duration

        exchange = self._exchange_of(None)
        media_type = self._response_of(exchange).content_type
        try:
            if media_type != "text/event-stream":
                raise self._unexpected(exchange, f"is no stream of events: {media_type or 'no content type'}", message)
            events, end = read_events(requests_response, count, timeout.total_seconds())
        finally:
            requests_response.close()
        for event in events:
            self._context.log.text(f"event {event.event}, id {event.id or '-'}: {event.data}")
        if len(events) < count:
            limit = duration(timeout.total_seconds())
            why = "the server ended the stream" if end else f"within {limit}"
            raise self._unexpected(exchange, f"expected {count} events, got {len(events)} ({why})", message)
        return events
