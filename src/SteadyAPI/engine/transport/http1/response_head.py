"""The head of a response: its status line and headers (RFC 9112, sections 4 and 5), read strictly.

``http.client`` takes a head for complete when the connection ends in it, and drops every header behind a line that is
none.
"""

import re
from http.client import BadStatusLine, HTTPException, HTTPMessage, RemoteDisconnected, UnknownProtocol
from typing import Any, NamedTuple

from SteadyAPI.engine.transport.current_attempt import current
from SteadyAPI.engine.transport.http1.socket_reader import CutOffError

_LONGEST_QUOTE = 40
_STATUS = re.compile(rb"HTTP/1\.([0-9])[ \t]+([1-9][0-9]{2})(?:[ \t]([^\r\n\0]*))?\r?\n")
_VERSION = re.compile(rb"HTTP/[0-9.]+\s")
_FIELD = rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\r\n\0]*\r?\n"
_FIELDS = re.compile(rb"(?:" + _FIELD + rb")*\r?\n")
_FOLD = re.compile(rb"\r?\n[ \t]+")


class MalformedHeadError(HTTPException):
    """A head that isn't HTTP: what stands behind the fault can't be trusted."""


class Head(NamedTuple):
    """A status line and its headers; ``version`` is 10 or 11."""

    version: int
    status: int
    reason: str
    headers: HTTPMessage


def read_head(reader: Any, *, first: bool) -> Head:
    """Reads one head.

    Args:
        reader: What to read from.
        first: Whether nothing of the response has been read before.

    Raises:
        RemoteDisconnected: When the connection ends without a byte.
        CutOffError: When it ends later.
        BadStatusLine: When it doesn't begin with a status line.
        UnknownProtocol: When the status line is one of another version of HTTP.
        MalformedHeadError: When a line isn't a header, or there are too many.
    """
    try:
        line = reader.readline()
    except CutOffError as error:
        if first and not reader.unread:
            raise RemoteDisconnected("Remote end closed connection without response") from error
        raise
    found = _STATUS.fullmatch(line)
    if found is None:
        if _VERSION.match(line):
            version = line.split()[0].decode("latin-1")
            if not version.startswith("HTTP/1."):
                raise UnknownProtocol(version)
        raise BadStatusLine(line[:_LONGEST_QUOTE].decode("latin-1"))
    reason = (found[3] or b"").decode("latin-1").strip()
    return Head(11 if found[1] != b"0" else 10, int(found[2]), reason, _headers(reader.read_fields()))


def _headers(block: bytes) -> HTTPMessage:
    """Takes header lines apart; a value that goes on in the next line is put on one (section 5.2)."""
    if not _FIELDS.fullmatch(block):
        if not block.startswith((b" ", b"\t")):
            block = _FOLD.sub(b" ", block)
        if not _FIELDS.fullmatch(block):
            raise _malformed(block)
    fields = block.decode("latin-1").split("\n")[:-2]
    if current.header_limit is not None and len(fields) > current.header_limit:
        raise MalformedHeadError(
            f"got {len(fields)} headers, and the header_limit of the session is {current.header_limit}"
        )
    message = HTTPMessage()
    for field in fields:
        name, _, value = field.partition(":")
        # As the parser of http.client hands them over: nothing is checked or changed any more.
        message.set_raw(name, value.strip(" \t\r"))
    return message


def is_field(line: bytes) -> bool:
    """Returns whether a line, with its end, is a header or a field of a trailer (RFC 9112, section 5)."""
    return re.fullmatch(_FIELD, line) is not None


def quoted_start(line: bytes) -> str:
    """Quotes a line that is no header, up to where its value may begin: that may be a secret."""
    return repr(re.split(rb"[:=]", line.strip(b"\r\n"), maxsplit=1)[0][:_LONGEST_QUOTE].decode("latin-1"))


def _malformed(block: bytes) -> MalformedHeadError:
    """Names the first line that is no header."""
    lines = enumerate(block.splitlines(keepends=True), 2)
    number, line = next((number, line) for number, line in lines if not is_field(line))
    return MalformedHeadError(f"line {number} of the head is no header: {quoted_start(line)}")
