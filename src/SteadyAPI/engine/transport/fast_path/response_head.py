"""The head of an answer, read in one go where it is plain: the parser of mail headers costs as much as all the rest.

Syntax: RFC 9112, sections 4 and 5. Of a head with anything unusual in it, nothing is taken.
"""

import re
from http.client import HTTPMessage, HTTPResponse
from typing import Any

# Final answers of HTTP/1.1 that may have a body; printable names and values, no folded lines.
_PLAIN = re.compile(
    rb"HTTP/1\.1 ((?!204|304)[2-5][0-9][0-9]) ([!-~][ -~]*)?\r\n((?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t -~]*\r\n)+)\r\n"
)
_MOST_HEADERS = 100
_KEPT = frozenset({None, "keep-alive"})
_LENGTH = re.compile("[0-9]{1,15}")


class PlainAnswer(HTTPResponse):
    """An ``http.client.HTTPResponse`` whose head was plain, and has been read."""

    def __init__(
        self, sock: Any, method: str, found: re.Match[bytes], headers: HTTPMessage, length: int | None
    ) -> None:
        """Takes what was found in front of the socket's reader, and skips it; no length means chunks."""
        super().__init__(sock, method=method)
        self.fp.read(found.end())
        self.version, self.code = 11, int(found[1])
        self.status, self.reason = self.code, (found[2] or b"").decode("ascii").strip()
        self.headers = self.msg = headers
        self.will_close, self.chunked, self.chunk_left = False, length is None, None
        self.length = 0 if method == "HEAD" else length


def plain_answer(sock: Any, reader: Any, method: str) -> PlainAnswer | None:
    """Returns an answer whose head is plain and here as a whole; of any other, ``None``, and it is still to be read.

    Args:
        sock: A socket that gives ``reader`` to be read from.
        reader: What buffers it.
        method: What is answered.
    """
    # What one read of the socket gives.
    found = _PLAIN.match(reader.peek())
    if found is None:
        return None
    headers = _message(found[3].decode("ascii"))
    coding, connection, length = (_one(headers, name) for name in ("transfer-encoding", "connection", "content-length"))
    if connection not in _KEPT or len(headers) > _MOST_HEADERS:
        return None
    if coding is None and length is not None and _LENGTH.fullmatch(length):
        return PlainAnswer(sock, method, found, headers, int(length))
    return PlainAnswer(sock, method, found, headers, None) if coding == "chunked" and length is None else None


def _message(fields: str) -> HTTPMessage:
    message = HTTPMessage()
    for line in fields.split("\r\n")[:-1]:
        name, _, value = line.partition(":")
        # As the parser hands them over: nothing is checked or changed any more.
        message.set_raw(name, value.lstrip(" \t"))
    return message


def _one(headers: HTTPMessage, name: str) -> str | None:
    """Returns a header in small letters, ``None`` when it is missing, and all together when there are several."""
    values = headers.get_all(name)
    return None if values is None else ",".join(values).lower()
