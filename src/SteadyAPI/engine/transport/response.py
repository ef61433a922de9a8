"""The response object that keywords return: requests' own, with its attempts and a ``repr`` fit for a log."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import requests
import urllib3
from requests.exceptions import ChunkedEncodingError
from urllib3.exceptions import IncompleteRead, ProtocolError, ReadTimeoutError

from SteadyAPI.engine.charset import encoding_of
from SteadyAPI.engine.exchange import Attempt, Exchange, Request, Response, SentRequest, retries_in
from SteadyAPI.engine.header_text import header_text
from SteadyAPI.engine.transport.content_coding import check_readable, whole
from SteadyAPI.engine.transport.fast_path.unread_response import UnreadResponse
from SteadyAPI.engine.units import duration, size

_CHUNK = 65536


class TooLargeError(Exception):
    """The response has more bytes than the session takes into memory."""


class RequestsResponse(requests.Response):
    """A ``requests.Response`` that also knows its attempts."""

    attempts: tuple[Attempt, ...] = ()
    unread: UnreadResponse | None = None
    """What the body is read from, when requests' ordinary ``raw`` isn't needed for that."""
    _given_raw: Any = None
    follows_one_rule = False
    """Whether its text is what ``Get Response Text`` returns; else it is what requests makes of it."""
    _given_encoding: str | None = None

    @property
    def raw(self) -> Any:
        """The response of urllib3; made when somebody asks for it."""
        if self.unread is not None:
            self.raw = self.unread.raw()
        return self._given_raw

    @raw.setter
    def raw(self, raw: Any) -> None:
        self._given_raw, self.unread = raw, None

    @property
    def encoding(self) -> str | None:
        """The charset of ``text``: the one that was set, else the one of the rule.

        requests takes text without a charset for Latin-1, and guesses where the type is none of text.
        """
        content: Any = self._content
        if self._given_encoding is not None or content is False or not self.follows_one_rule:
            return self._given_encoding
        return encoding_of(content or b"", self.headers.get("Content-Type", ""))

    @encoding.setter
    def encoding(self, encoding: str | None) -> None:  # pyright: ignore[reportIncompatibleVariableOverride]  a plain field
        self._given_encoding = encoding

    @property
    def retries(self) -> int:
        """How many attempts followed a failed one."""
        return retries_in(self.attempts)

    def is_left_unread(self, request: Request) -> bool:
        """Returns whether the request wants the body left on the connection."""
        options = request.transport_options
        if options.stream_type is None:
            return options.stream
        content_type = self.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        return options.stream and self.ok and content_type == options.stream_type

    def check_coding(self) -> None:
        """Refuses a body that was sent in a coding which nobody asked for and which can't be decoded.

        Raises:
            ContentDecodingError: When it was.
        """
        if coding := self.headers.get("Content-Encoding"):
            check_readable(coding, header_text(self.request.headers.get("Accept-Encoding", "")))

    def take_body(self, request: Request, limit: int | None, *, follows: bool) -> None:
        """Reads the body to where the request wants it; that of a redirect that is followed is neither left nor stored.

        Raises:
            TooLargeError: When it goes into memory and has more bytes than the limit.
        """
        if not follows and self.is_left_unread(request):
            return
        sink = None if follows else request.transport_options.sink
        if sink is not None and sink.takes(self.status_code):
            sink.begin(self.status_code, self.url, self.headers)
            sink.write(self.chunks())
            self.forget_body()
        else:
            self.read_body(limit)

    def read_body(self, limit: int | None = None) -> None:
        """Reads the whole body, up to ``limit`` bytes.

        Raises:
            TooLargeError: When the body has more bytes.
        """
        length = self.raw.length_remaining if self.unread is None else self.unread.length
        if limit is not None and length is not None and length > limit:
            raise _too_large(limit)
        if length is None or length > _CHUNK or "Content-Encoding" in self.headers:
            self._content = b"".join(self.chunks(limit))
        else:
            self._content = self._read_at_once()
        self._content_consumed = True

    def _read_at_once(self) -> bytes:
        """Reads a short body of known length: one call instead of a chain of generators, and the same errors."""
        try:
            content: bytes = self.raw.read() if self.unread is None else self.unread.read()
        except ProtocolError as error:
            raise ChunkedEncodingError(error) from error
        except ReadTimeoutError as error:
            raise requests.ConnectionError(error) from error
        except urllib3.exceptions.SSLError as error:
            raise requests.exceptions.SSLError(error) from error
        if self.unread is None and self.raw.length_remaining:
            raise ChunkedEncodingError(IncompleteRead(len(content), self.raw.length_remaining))
        return content

    def chunks(self, limit: int | None = None) -> Iterator[bytes]:
        """Yields the body as it comes; see ``read_body``."""
        count = 0
        chunks = self.iter_content(_CHUNK)
        if coding := self.headers.get("Content-Encoding"):
            chunks = whole(chunks, self.raw, coding)
        for chunk in chunks:
            count += len(chunk)
            if limit is not None and count > limit:
                raise _too_large(limit)
            yield chunk

    def forget_body(self) -> None:
        """Makes the body empty for everyone who asks: it has gone elsewhere."""
        self._content = b""
        self._content_consumed = True

    def __repr__(self) -> str:
        """Shows status, type, size and time, and nothing of headers or body."""
        media_type = self.headers.get("Content-Type", "").partition(";")[0]
        body = self._content or b""
        parts = [f"{self.status_code} {self.reason or ''}".strip(), media_type, size(len(body))]
        parts.append(duration(self.elapsed.total_seconds()))
        return f"<Response {' · '.join(part for part in parts if part)}>"


def exchange_of(requests_response: requests.Response) -> Exchange:
    """Makes the record of a response that a suite hands in, wherever it came from."""
    asked = requests_response.history[0].request if requests_response.history else requests_response.request
    method, url = asked.method or "GET", asked.url or requests_response.url
    request = Request(method=method, url=url, headers=asked.headers)
    elapsed = requests_response.elapsed.total_seconds()
    only = (Attempt(number=1, at=0.0, took=elapsed, status=requests_response.status_code),)
    return Exchange(
        request=request,
        sent=SentRequest(method, url, asked.headers, asked.body),
        attempts=getattr(requests_response, "attempts", ()) or only,
        started=datetime.now(UTC) - requests_response.elapsed,
        elapsed=elapsed,
        response=record(requests_response),
    )


def record(requests_response: requests.Response, *, read: bool = True) -> Response:
    """Makes the frozen record of a response; unless it is to be ``read``, its body stays where it is."""
    return Response(
        status=requests_response.status_code,
        reason=requests_response.reason or "",
        url=requests_response.url,
        headers=requests_response.headers,
        content=requests_response.content if read else b"",
        requests_response=requests_response,
    )


def _too_large(limit: int) -> TooLargeError:
    return TooLargeError(
        f"the body has more than {size(limit)}, the body_limit of the session: "
        "raise it with body_limit=, or store the body with Download File"
    )
