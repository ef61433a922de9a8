"""A request to the demo shop, independent of sockets."""

import base64
import binascii
from dataclasses import dataclass
from urllib.parse import parse_qsl

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Request:
    """A parsed HTTP request: ``path`` is still percent-encoded, ``query`` and ``headers`` keep order and repeats."""

    method: str
    path: str
    query: Pairs = ()
    headers: Pairs = ()
    body: bytes = b""

    @classmethod
    def to(cls, method: str, target: str, headers: Pairs = (), body: bytes = b"") -> "Request":
        """Makes a request from its target (RFC 9112, section 3.2): ``/products?search=pen`` or an absolute URL."""
        path, _, query = target.partition("#")[0].partition("?")
        if not path.startswith("/"):
            path = "/" + path.partition("://")[2].partition("/")[2]
        return cls(method, path, tuple(parse_qsl(query, keep_blank_values=True)), headers, body)

    def header(self, name: str) -> str:
        """Returns the first value of a header, or an empty text; names are compared without case."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    def parameter(self, name: str) -> str:
        """Returns the first value of a query parameter, or an empty text."""
        return next((value for key, value in self.query if key == name), "")

    def cookie(self, name: str) -> str:
        """Returns the value of a cookie that is sent along (RFC 6265, section 4.2), or an empty text."""
        pairs = (pair.strip().partition("=") for pair in self.header("Cookie").split(";"))
        return next((value for key, _, value in pairs if key == name), "")

    @property
    def media_type(self) -> str:
        """The content type without its parameters, in lower case."""
        return self.header("Content-Type").partition(";")[0].strip().lower()

    @property
    def caller(self) -> str:
        """Who sends the request, as far as scripted faults care: the ``X-Caller`` header."""
        return self.header("X-Caller")

    @property
    def bearer(self) -> str:
        """The bearer token sent along (RFC 6750, section 2.1), or an empty text."""
        scheme, _, token = self.header("Authorization").partition(" ")
        return token.strip() if scheme.lower() == "bearer" else ""

    @property
    def basic(self) -> tuple[str, str]:
        """The user and password of HTTP Basic authentication (RFC 7617), or two empty texts."""
        scheme, _, encoded = self.header("Authorization").partition(" ")
        if scheme.lower() != "basic":
            return "", ""
        try:
            user, _, password = base64.b64decode(encoded, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            return "", ""
        return user, password
