"""What only the transport looks at in a request: parts, cookies, certificates, proxies, and where the body goes."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol


class BodySink(Protocol):
    """Takes the body of a response instead of memory."""

    @abstractmethod
    def takes(self, status: int) -> bool:
        """Tells whether the body of a response of that status is wanted."""

    @abstractmethod
    def write(self, chunks: Iterable[bytes]) -> None:
        """Takes a whole body, from its start; every attempt begins anew."""


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
