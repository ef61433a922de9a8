"""The record of one exchange: what was asked, what was sent, every attempt, what came back.

All of it is frozen. Nothing here shows headers, bodies or values in its ``repr``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any, NamedTuple

from SteadyAPI.engine.log_detail import Detail
from SteadyAPI.engine.request.expectation import SUCCESS, StatusExpectation
from SteadyAPI.engine.request.transport_options import PLAIN, TransportOptions
from SteadyAPI.engine.request.url import path_of

IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"})
"""Methods of which a second request does no harm (RFC 9110, section 9.2.2)."""


class FailureClass(Enum):
    """What a failure says about the fate of the request; decides what may be resent."""

    FATAL = "fatal"
    """It will fail the same way again: TLS, an invalid URL, a redirect loop."""
    UNSENT = "unsent"
    """The server can't have seen it: DNS, refused, connect timeout."""
    STALE = "stale"
    """A pooled connection had been closed by the server before this request arrived."""
    AMBIGUOUS = "ambiguous"
    """The server may have applied it: read timeout, reset, truncated body."""


class FailureKind(Enum):
    """What went wrong on the way, in the words of the failure message."""

    DNS = "host name not found"
    REFUSED = "connection refused"
    CONNECT_TIMEOUT = "connect timeout"
    PROXY = "proxy failed"
    TLS = "TLS failed"
    READ_TIMEOUT = "read timeout"
    RESET = "connection reset"
    CLOSED = "connection closed without an answer"
    TRUNCATED = "answer broke off"
    REDIRECTS = "too many redirects"
    DECODING = "answer can't be decoded"
    MALFORMED = "answer is no valid HTTP"
    TOO_LARGE = "answer is too large"
    INVALID = "request can't be sent"
    DEADLINE = "deadline passed"
    """The time for all attempts and redirects was over before this request was sent."""
    INTERRUPTED = "interrupted"
    """A test's time-out, Ctrl-C or a signal ended it."""
    BREAKER = "not sent"
    """Turned away by the library itself: too many requests to this host were lost in a row."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an attempt got no response; ``detail`` is the library's own text, unmasked."""

    kind: FailureKind
    failure_class: FailureClass
    detail: str = field(default="", repr=False)
    cause: Exception | None = field(default=None, repr=False, compare=False)
    limited: bool = False
    """Whether the limit of the whole attempt, or of all attempts, ended it; ``detail`` names it."""


@dataclass(frozen=True, slots=True)
class Timeout:
    """Limits of one attempt in seconds; ``None`` waits without limit.

    ``connect`` and ``read`` hold for each step, ``total`` for the whole attempt, from the name lookup to the last byte
    of what the last redirect leads to. ``spent`` is how much of it the requests before this one took.
    """

    connect: float | None = 5.0
    read: float | None = 30.0
    total: float | None = None
    spent: float = 0.0


DEFAULT_TIMEOUT = Timeout()


@dataclass(frozen=True, slots=True)
class Redirect:
    """How redirects led to a request: how many of them, and whether one left the origin (``foreign``).

    ``prepared`` is what the transport sends. Nothing that says who is asking goes to a foreign origin.
    """

    prepared: Any = field(repr=False)
    count: int
    foreign: bool


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: the call's arguments merged with the session's defaults.

    ``url`` is absolute; ``params`` are not yet in it. ``data`` is bytes, form fields or a stream; JSON is
    encoded before. ``auth`` is anything that requests takes; a ``token`` is sent as Bearer and goes before it.
    ``repeatable`` says whether sending it twice does no harm, whatever the method. ``credential_headers`` are names of
    headers, in lower case, that hold credentials although their name doesn't say so.
    """

    method: str
    url: str
    headers: Mapping[str, Any] = field(default_factory=dict, repr=False)
    params: Any = field(default=None, repr=False)
    data: Any = field(default=None, repr=False)
    auth: Any = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    allow_redirects: bool = True
    timeout: Timeout = DEFAULT_TIMEOUT
    repeatable: bool | None = None
    credential_headers: frozenset[str] = frozenset()
    transport_options: TransportOptions = PLAIN
    redirect: Redirect | None = None


@dataclass(frozen=True, slots=True)
class SentRequest:
    """What went out: the final URL, every header, the body as sent (``None``: no body; not bytes: a stream)."""

    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: Any = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Response:
    """What came back. ``native`` is the ``requests.Response`` that keywords return to the suite."""

    status: int
    reason: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    content: bytes = field(default=b"", repr=False)
    requests_response: Any = field(default=None, repr=False, compare=False)

    @property
    def content_type(self) -> str:
        """The media type without parameters, in lower case; empty when the server named none."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try: ``at`` and ``took`` in seconds from the start of the exchange; it ended with a status or a failure.

    ``waited`` is the pause after it, in seconds, and ``wait_reason`` why it was that long.
    ``reused`` tells whether the connection had served an earlier request.
    ``sent`` is what it sent, where redirects had led to another request than the first.
    ``phases`` says where the time went, in seconds, as far as it could be measured: ``dns``, ``connect``, ``tls`` (of a
    new connection), ``send``, ``wait`` (to the end of the response's headers), ``receive``.
    """

    number: int
    at: float
    took: float
    status: int | None = None
    failure: Failure | None = None
    reused: bool = False
    waited: float | None = None
    wait_reason: str = ""
    phases: Mapping[str, float] = field(default_factory=dict)
    sent: SentRequest | None = None

    @property
    def outcome(self) -> str:
        """The status, or the failure's words."""
        return str(self.status) if self.failure is None else self.failure.kind.value


RENEWED = "a new token"
"""The reason of the pause in which another token was fetched, because the first one was refused."""
REDIRECTED = "redirect"
"""The reason of the pause before the request that a redirect asks for."""
REPLACED = "stale connection"
"""The reason of no pause: a kept connection had ended before the request reached the server, which costs nothing."""
NO_RETRY = frozenset({RENEWED, REDIRECTED, REPLACED})
"""What an attempt may follow without being a retry."""


def retries_in(attempts: Sequence[Attempt]) -> int:
    """Counts the attempts that were made because an earlier one failed."""
    return sum(1 for attempt in attempts[:-1] if attempt.wait_reason not in NO_RETRY)


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request with all its attempts.

    ``response`` is the last response; ``failure`` is the last attempt's, when it got none.
    ``started`` is the wall-clock time in UTC, ``elapsed`` in seconds over all attempts and pauses.
    ``note`` says why no further attempt was made, when that isn't plain. ``detail`` is how much of it the call or the
    session wants in the log, if they say. ``accepted_failures`` are those that the test expects, or that a wait goes on
    after.
    """

    request: Request
    sent: SentRequest
    attempts: tuple[Attempt, ...]
    started: datetime
    elapsed: float
    alias: str = ""
    response: Response | None = None
    failure: Failure | None = None
    expected: StatusExpectation = SUCCESS
    note: str = ""
    detail: Detail | None = None
    accepted_failures: frozenset[FailureKind] = frozenset()

    @property
    def last_sent(self) -> SentRequest:
        """What the last attempt sent: after redirects another request than the first."""
        return self.attempts[-1].sent or self.sent

    @property
    def method(self) -> str:
        """The method of the last request."""
        last = self.attempts[-1].sent
        return last.method if last else self.request.method

    @property
    def target(self) -> str:
        """The last request's URL as messages name it: the path, where a session names the host."""
        url = self.last_sent.url
        return path_of(url) if self.alias and _host(url) == _host(self.sent.url) else url

    @property
    def redirects(self) -> tuple[tuple[SentRequest, Attempt], ...]:
        """The requests that were redirected, each with its last attempt."""
        return tuple((each.sent or self.sent, each) for each in self.attempts if each.wait_reason == REDIRECTED)

    @property
    def last_attempts(self) -> tuple[Attempt, ...]:
        """The attempts since the last redirect."""
        before = (number for number, each in enumerate(self.attempts, 1) if each.wait_reason == REDIRECTED)
        return self.attempts[max(before, default=0) :]

    @property
    def as_expected(self) -> bool:
        """Returns whether a response with an expected status came, or a failure that the test accepts."""
        if self.response is not None:
            return self.expected.matches(self.response.status)
        return self.failure is not None and self.failure.kind in self.accepted_failures

    @property
    def retries(self) -> int:
        """How many attempts followed a failed one; what ``NO_RETRY`` names is none."""
        return retries_in(self.attempts)


def _host(url: str) -> list[str]:
    return url.split("/", 3)[:3]


class SavedRequest(NamedTuple):
    """A request that was answered as expected after a retry; ``outcomes`` has one text for each attempt."""

    method: str
    url: str
    outcomes: tuple[str, ...]

    def __repr__(self) -> str:
        # Without the URL: its query may hold secrets.
        return f"SavedRequest({self.method}, {', '.join(self.outcomes)})"
