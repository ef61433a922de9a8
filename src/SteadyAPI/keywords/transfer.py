"""Files, parts, streams and queries: requests with more to them than a body."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from robot.api.deco import keyword

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.request_options import RequestOptions
from SteadyAPI.keywords.sending import SendingGroup

if TYPE_CHECKING:
    from SteadyAPI.engine.exchange import Exchange

_TEN_SECONDS = timedelta(seconds=10)


class DownloadedFile(NamedTuple):
    """What `Download` has written: where, how many bytes, and their SHA-256 in hex."""

    path: Path
    size: int
    sha256: str


class TransferKeywords(SendingGroup):
    """Requests around files and streams."""

    @keyword(tags=["Request"])
    def download(
        self,
        url: str,
        path: Path,
        *,
        alias: str = "",
        params: Any = None,
        headers: Mapping[str, Any] | None = None,
        expected_status: Any = None,
        timeout: timedelta | None = None,
        message: str | None = None,
    ) -> DownloadedFile:
        """Downloads a body to a file without holding it in memory; returns its `path`, `size` and `sha256`.

        The file appears under its name when it is whole, and replaces one that is there. A download that breaks off is
        tried again like any GET. The body of an unexpected status goes into the failure message, not into the file.

        Args:
            url: Path on the session, or a whole URL.
            path: The file to write; its folder is made when needed.
            alias: The session's alias; by default the URL decides as for `GET`.
            params: Query parameters.
            headers: Headers of this request.
            expected_status: See `GET`.
            timeout: Limit for connecting, and for each wait for data, of one attempt.
            message: Text to put before the failure message.

        Raises:
            StatusError: When the status is not the expected one.
            NoAnswerError: When no answer came, or none was whole.
            UsageError: When the file can't be written.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Logo Can Be Downloaded
            ${file} =    Download    ${BASE_URL}/logo.png    ${OUTPUT_DIR}/logo.png
            Should Be True    ${file.size} > 0
        ```
        """
        from SteadyAPI.engine.expectation import expect
        from SteadyAPI.engine.file_sink import FileSink
        from SteadyAPI.report.shown_sink import ShownSink

        opened = self.opened_url(url)
        session = self.session_for(opened, alias)
        sink = FileSink(path, expect(expected_status).matches)
        shown = ShownSink(sink, opened, self._context.log)
        options = RequestOptions(
            params=params, headers=headers, expected_status=expected_status, timeout=timeout, message=message
        )
        try:
            self._answered(session, self._call("GET", opened, options, sink=shown), message)
            sink.keep()
        finally:
            sink.drop()
            shown.wipe()
        return DownloadedFile(path, sink.size, sink.sha256)

    @keyword(tags=["Request"])
    def get_file_for_streaming_upload(self, path: Path) -> BinaryIO:
        """Opens a file to be sent as `data` or a part without being read into memory; the request closes it.

        Args:
            path: The file.

        Raises:
            UsageError: When there is no such file, or it can't be read.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Large File Is Sent
            ${file} =    Get File For Streaming Upload    ${CURDIR}/large.bin
            POST    ${BASE_URL}/echo    data=${file}
        ```
        """
        try:
            return path.open("rb")
        except OSError as error:
            raise UsageError(f"{path} can't be sent: {error.strerror}.") from error

    @keyword(tags=["Request"])
    def create_multipart_part(
        self,
        name: str,
        content: Any = None,
        *,
        path: Path | None = None,
        filename: str | None = None,
        content_type: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Any:
        """Makes one part of a multipart body (RFC 7578), to be given to a request in the list `files`.

        A name may come in several parts.

        Args:
            name: The form field's name.
            content: Text, bytes or an open file.
            path: A file to send instead; it is read while it is sent, and closed afterwards.
            filename: The file name to send; by default the path's own, and none for a content.
            content_type: The part's content type.
            headers: Further headers of the part.

        Raises:
            UsageError: When neither or both of content and path are given, or the file can't be read.

        Examples:
        ```robotframework
        *** Test Cases ***
        Two Documents Go Under One Name
            ${one} =    Create Multipart Part    doc    first    filename=one.txt    content_type=text/plain
            ${two} =    Create Multipart Part    doc    second    filename=two.txt
            VAR    @{parts}    ${one}    ${two}
            POST    ${BASE_URL}/echo    files=${parts}
        ```
        """
        if (content is None) is (path is None):
            raise UsageError("expected content or path=, one of the two: a part has one body.")
        if path is not None:
            content, filename = self.get_file_for_streaming_upload(path), filename or path.name
        value = self._open(content, "content")
        return name, (filename, value, content_type, self._open(headers or {}, "headers"))

    @keyword(name="Send GraphQL", tags=["Request"])
    def send_graphql(
        self,
        url: str,
        query: str,
        variables: Mapping[str, Any] | None = None,
        *,
        operation: str | None = None,
        allow_errors: bool = False,
        alias: str = "",
        headers: Mapping[str, Any] | None = None,
        expected_status: Any = None,
        timeout: timedelta | None = None,
        message: str | None = None,
    ) -> Any:
        """Sends a GraphQL query or mutation by POST and returns the response; `errors` in the answer are a failure.

        Args:
            url: Path on the session, or a whole URL.
            query: The document.
            variables: Values of its variables.
            operation: Which operation to run, when the document has several.
            allow_errors: Whether an answer with `errors` passes.
            alias: The session's alias; by default the URL decides as for `GET`.
            headers: Headers of this request.
            expected_status: See `GET`.
            timeout: Limit for connecting, and for each wait for data, of one attempt.
            message: Text to put before the failure message.

        Raises:
            ExpectationError: When the answer has errors, or is no GraphQL answer.
            StatusError: When the status is not the expected one.

        Examples:
        ```robotframework
        *** Test Cases ***
        An Order Can Be Queried
            VAR    &{variables}    id=${7}
            Send GraphQL    ${BASE_URL}/graphql    query($id: Int) { order(id: $id) { id } }    ${variables}
            Get JSON Value    $.data.order.id    ==    ${7}
        ```
        """
        body = {"query": query, "variables": dict(variables or {}), "operationName": operation}
        asked = {name: value for name, value in body.items() if value}
        opened = self.opened_url(url)
        session = self.session_for(opened, alias)
        options = RequestOptions(
            json=asked, headers=headers, expected_status=expected_status, timeout=timeout, message=message
        )
        response = self.send(session, "POST", opened, options)
        if not allow_errors:
            self._check_errors(self._exchange_of(None), message)
        return response

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
            ExpectationError: When fewer events came in time, or the answer isn't a stream of events.
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
        native = self._answered(session, self._call("GET", opened, options, stream=True), message)
        return self._collected(native, count, timeout, message)

    def _collected(self, native: Any, count: int, timeout: timedelta, message: str | None) -> list[Any]:
        from SteadyAPI.engine.transport.event_stream import read_events
        from SteadyAPI.engine.units import duration

        exchange = self._exchange_of(None)
        media_type = self._answer(exchange).content_type
        try:
            if media_type != "text/event-stream":
                raise self._unexpected(exchange, f"is no stream of events: {media_type or 'no content type'}", message)
            events, end = read_events(native, count, timeout.total_seconds())
        finally:
            native.close()
        for event in events:
            self._context.log.text(f"event {event.event}, id {event.id or '-'}: {event.data}")
        if len(events) < count:
            limit = duration(timeout.total_seconds())
            why = "the server ended the stream" if end else f"within {limit}"
            raise self._unexpected(exchange, f"expected {count} events, got {len(events)} ({why})", message)
        return events

    def _check_errors(self, exchange: "Exchange", message: str | None) -> None:
        from SteadyAPI.engine.value.json_path import json_body

        body = json_body(self._answer(exchange))
        reason = body.reason or _graphql_trouble(body.value)
        if reason:
            raise self._unexpected(exchange, reason, message)


def _graphql_trouble(body: Any) -> str:
    if not isinstance(body, dict) or not {"data", "errors"} & body.keys():
        return "is no GraphQL answer: expected an object with data or errors"
    errors = body.get("errors")
    if not errors:
        return ""
    listed = errors if isinstance(errors, list) else [errors]
    return f"has errors: {'; '.join(_error_line(error) for error in listed)}"


def _error_line(error: Any) -> str:
    if not isinstance(error, dict):
        return str(error)
    steps = error.get("path")
    path = ".".join(map(str, steps)) if isinstance(steps, list) else steps
    return f"{error.get('message') or 'no message'}{f' ({path})' if path else ''}"
