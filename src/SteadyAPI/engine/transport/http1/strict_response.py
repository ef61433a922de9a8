"""The response of ``http.client``, whose head and framing are read strictly (RFC 9112, section 6)."""

import re
from http import HTTPStatus
from http.client import HTTPResponse
from typing import Any

from urllib3.exceptions import InvalidHeader

from SteadyAPI.engine.transport.http1.chunked_body import ChunkedBody
from SteadyAPI.engine.transport.http1.limited_socket import LimitedSocket
from SteadyAPI.engine.transport.http1.response_head import Head, MalformedHeadError, read_head

_LENGTH = re.compile("[0-9]{1,18}")
_BODILESS = frozenset({HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED})


class StrictResponse(HTTPResponse):
    """A response that reads interim responses past, and knows whether it has been read to its end."""

    fp: Any

    def __init__(self, sock: Any, debuglevel: int = 0, method: str | None = None, url: str | None = None) -> None:
        super().__init__(sock, debuglevel, method, url)
        self._is_to_head = method == "HEAD"
        self._chunks: ChunkedBody | None = None
        if isinstance(sock, LimitedSocket):
            sock.response = self

    def begin(self) -> None:
        """Reads the head of the final response.

        Raises:
            HTTPException: When it isn't one.
            urllib3.exceptions.InvalidHeader: When it contradicts itself.
        """
        if self.headers is not None:
            return
        head = read_head(self.fp, first=True)
        while head.status < HTTPStatus.OK and head.status != HTTPStatus.SWITCHING_PROTOCOLS:
            # An interim response (RFC 9110, section 15.2): the final one follows.
            head = read_head(self.fp, first=False)
        self.version, self.code, self.reason = head.version, head.status, head.reason
        self.status = head.status
        self.headers = self.msg = head.headers
        self._frame(head)

    @property
    def is_complete(self) -> bool:
        """Returns whether all of it has been read, so that what comes next on the connection is another response."""
        if self._chunks is not None:
            return self._chunks.has_ended
        return self.length == 0

    def _frame(self, head: Head) -> None:
        """Finds out where the body ends, and whether the connection ends with it."""
        codings, length = _listed(head, "transfer-encoding"), _content_length(head)
        self.chunked, self.chunk_left, self.length = False, None, length
        self.will_close = _closes(head)
        if self._is_to_head or head.status in _BODILESS or head.status < HTTPStatus.OK:
            self.length = 0
            # What a 204 announces may follow all the same; behind a 101 another protocol is spoken.
            odd = head.status == HTTPStatus.NO_CONTENT and bool(codings or length)
            self.will_close = self.will_close or odd or head.status == HTTPStatus.SWITCHING_PROTOCOLS
        elif codings and codings[-1] == "chunked":
            if codings.count("chunked") > 1:
                raise MalformedHeadError("Transfer-Encoding names chunked twice")
            self.chunked, self.length = True, None
            self.fp = self._chunks = ChunkedBody(self.fp)
            # Who sends both may mean either: the connection isn't trusted with another response (section 6.1).
            self.will_close = self.will_close or length is not None
        elif codings:
            self.length, self.will_close = None, True
        elif length is None:
            self.will_close = True


def _listed(head: Head, name: str) -> list[str]:
    """Returns the members of a header in small letters."""
    values = head.headers.get_all(name)
    return [] if values is None else [member.strip().lower() for member in ",".join(values).split(",")]


def _content_length(head: Head) -> int | None:
    lengths = set(_listed(head, "content-length"))
    if not lengths:
        return None
    if len(lengths) > 1:
        text = ", ".join(head.headers.get_all("content-length") or [])
        raise InvalidHeader(f"Content-Length contained multiple unmatching values ({text})")
    (length,) = lengths
    # What is no number says nothing: the body ends with the connection, as http.client has it.
    return int(length) if _LENGTH.fullmatch(length) else None


def _closes(head: Head) -> bool:
    options = _listed(head, "connection")
    if head.version > 10:  # noqa: PLR2004  HTTP/1.0, as http.client writes it
        return "close" in options
    return "keep-alive" not in options and "keep-alive" not in head.headers
