"""How a request is sent once: the protocol that tests replace, and how the pooled transport is opened."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from SteadyAPI.engine.exchange import Failure, Request, Response, SentRequest, Timeout


@dataclass(frozen=True, slots=True, kw_only=True)
class TransportSettings:
    """What holds for all requests of one transport.

    ``verify`` is true, false, or the path of a CA file; ``None`` leaves it to the session of requests and its
    environment. ``cert`` is a client certificate as requests takes it; the password of its key may be a third part.
    ``body_limit`` is the most bytes of a response that are taken into memory, ``header_limit`` the most headers,
    ``None`` any number. ``netrc`` says whether requests without credentials take those of the .netrc file.
    """

    verify: bool | str | None = True
    cert: Any = field(default=None, repr=False)
    proxies: Mapping[str, Any] = field(default_factory=dict, repr=False)
    cookies: Mapping[str, str] = field(default_factory=dict, repr=False)
    keep_cookies: bool = True
    pool_size: int = 32
    body_limit: int | None = 100_000_000
    header_limit: int | None = 1000
    netrc: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one attempt brought: a response or a failure, and what is known of its connection.

    ``reused`` tells whether the connection had been used before; ``phases`` is as in ``Attempt``. ``redirected`` is the
    request that the response asks for, when it is a redirect that is to be followed.
    """

    sent: SentRequest
    response: Response | None = None
    failure: Failure | None = None
    reused: bool = False
    phases: Mapping[str, float] = field(default_factory=dict)
    redirected: Request | None = None


class Transport(Protocol):
    """Sends one request once, and never raises for what happens on the way."""

    @abstractmethod
    def send(self, request: Request, timeout: Timeout, budget: float | None) -> Delivery:
        """Sends the request and reads the whole response.

        Args:
            request: What to send.
            timeout: Limits for connecting and for each read, in seconds.
            budget: Limit for the whole attempt, in seconds, or ``None``.
        """

    @abstractmethod
    def close(self) -> None:
        """Closes every pooled connection."""


class SessionTransport(Transport, Protocol):
    """A transport whose settings can change while it is open."""

    @property
    @abstractmethod
    def requests_session(self) -> Any:
        """The ``requests.Session`` beneath."""

    @abstractmethod
    def apart(self) -> "SessionTransport":
        """Returns a transport over the same connections, with a copy of the cookies of now: for another thread."""

    @abstractmethod
    def keep_cookies_of(self, twin: "SessionTransport") -> None:
        """Takes the cookies that responses have set in a transport that was made by ``apart``."""

    @abstractmethod
    def grow(self, size: int) -> int:
        """Keeps at least so many connections for each origin from now on; returns how many it kept until now."""

    @abstractmethod
    def change(self, **settings: Any) -> None:
        """Replaces settings by name, from the next request on; cookies are added to those that are there."""


def open_transport(settings: TransportSettings) -> SessionTransport:
    """Opens the pooled transport; requests is imported here, when the first session needs it."""
    from SteadyAPI.engine.transport.requests_transport import RequestsTransport  # noqa: PLC0415  a dry run pays nothing for it

    return RequestsTransport(settings)
