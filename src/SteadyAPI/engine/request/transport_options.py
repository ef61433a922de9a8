"""What only the transport looks at in a request: parts, cookies, certificates, proxies, and where the body goes."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol


class BodySink(Protocol):
    """Takes the body of a response instead of memory."""

    @abstractmethod
    def takes(self, status: int) -> bool:
        """Returns whether the body of a response of that status is wanted."""

    @abstractmethod
    def rest_of(self, method: str, url: str, headers: Mapping[str, Any]) -> Mapping[str, str]:
        """Returns headers that ask for what is missing of a body that broke off; none where all of it is needed."""

    @abstractmethod
    def begin(self, status: int, url: str, headers: Mapping[str, str]) -> int:
        """Tells where the body that comes next is from; returns how many bytes of it are there already."""

    @abstractmethod
    def write(self, chunks: Iterable[bytes]) -> None:
        """Takes the body, or the rest of it, as ``begin`` has found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransportOptions:
    """Options of one request that aren't defaults of a session; ``None`` leaves each to the session.

    ``files`` are the parts of a multipart body, as requests takes them, and ``json`` is a value for it to encode.
    ``verify``, ``cert``, ``proxies`` and ``auth`` are meant as in requests. With ``stream`` the body is left unread;
    with ``stream_type`` too, only one of that type, in a response that is no error.
    """

    files: Any = field(default=None, repr=False)
    json: Any = field(default=None, repr=False)
    cookies: Any = field(default=None, repr=False)
    auth: Any = field(default=None, repr=False)
    verify: bool | str | None = None
    cert: Any = field(default=None, repr=False)
    proxies: Mapping[str, Any] | None = field(default=None, repr=False)
    stream: bool = False
    stream_type: str | None = None
    sink: BodySink | None = None


PLAIN = TransportOptions()
"""Nothing out of the ordinary."""
