"""The HTTP client of token requests: sends them over a session, and logs them after their secrets are registered."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any, Protocol

from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.engine.request.call import Call


class TokenHttp(Protocol):
    """Sends and logs the requests of one token source."""

    @abstractmethod
    def bind(self, session: Any) -> None:
        """Resolves relative URLs against this session, unless another session is bound already."""

    @abstractmethod
    def url(self, url: str) -> str:
        """Returns the whole URL of an address that may be relative to a session."""

    @abstractmethod
    def send(self, call: Call) -> Exchange:
        """Sends a call without the session's own credentials, and logs nothing."""

    @abstractmethod
    def log(self, exchange: Exchange) -> None:
        """Logs an exchange whose secrets have been registered."""

    @abstractmethod
    def browser(self) -> "TokenHttp":
        """Returns a client with cookies of its own, as a browser in which nobody has signed in yet."""

    @abstractmethod
    def show_code(self, response_fields: Mapping[str, Any]) -> None:
        """Shows the user code and the URL to enter it at to whoever approves it (RFC 8628, section 3.2)."""
