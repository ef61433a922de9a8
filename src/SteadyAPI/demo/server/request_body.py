"""Reads the body of an HTTP/1.1 request off a stream (RFC 9112, sections 6 and 7)."""

from collections.abc import Mapping
from typing import BinaryIO

from SteadyAPI.demo.server.response import HttpError

MAX_BODY = 16 * 1024 * 1024
MAX_LINE = 1024


def read_body(headers: Mapping[str, str], stream: BinaryIO) -> bytes:
    """Returns the whole body, or an empty one when the headers announce none.

    Raises:
        HttpError: 400 for framing that makes no sense, 413 above 16 MB, 501 for an unknown transfer coding.
    """
    coding = headers.get("Transfer-Encoding", "").strip().lower()
    if coding == "chunked":
        return _read_chunks(stream)
    if coding:
        raise HttpError(501, f"expected transfer coding chunked, got {coding}")
    length = headers.get("Content-Length", "0").strip()
    if not (length.isascii() and length.isdigit()):
        raise HttpError(400, f"expected a whole number as Content-Length, got {length or 'nothing'}")
    return _read_exactly(stream, int(length[:12]))


def _read_chunks(stream: BinaryIO) -> bytes:
    body = bytearray()
    while size := _chunk_size(stream):
        if len(body) + size > MAX_BODY:
            raise HttpError(413, f"expected a body of at most {MAX_BODY} bytes")
        body += _read_exactly(stream, size)
        stream.readline(MAX_LINE)
    while stream.readline(MAX_LINE).strip():
        continue
    return bytes(body)


def _chunk_size(stream: BinaryIO) -> int:
    line = stream.readline(MAX_LINE).partition(b";")[0].strip()
    try:
        size = int(line, 16)
    except ValueError:
        size = -1
    if size < 0:
        raise HttpError(400, "expected the size of a chunk in hexadecimal")
    return size


def _read_exactly(stream: BinaryIO, size: int) -> bytes:
    if size > MAX_BODY:
        raise HttpError(413, f"expected a body of at most {MAX_BODY} bytes, got {size}")
    body = stream.read(size)
    if len(body) < size:
        raise HttpError(400, f"expected a body of {size} bytes, got {len(body)}")
    return body
