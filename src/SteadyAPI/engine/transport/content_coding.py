"""Whether a compressed body can be read, and whether it came to its end.

urllib3 takes what there is of gzip, deflate and br data that break off: a response that a proxy cut and framed anew, or
one that ends with its connection, would pass as a shorter body with status 200. The data themselves say that there is
more to come (RFC 1952, section 2.3; RFC 1951, section 3.2.3; RFC 7932, section 9.2; RFC 8878, section 3.1).
"""

from collections.abc import Iterator
from typing import Any

from requests.exceptions import ChunkedEncodingError, ContentDecodingError
from urllib3.exceptions import DecodeError
from urllib3.response import HTTPResponse

_PACKAGES = {"br": "brotli", "zstd": "zstd"}
"""Codings for which urllib3 needs a package, and the extra of urllib3 that brings it."""
_SWALLOWS = 2
"""The state of urllib3's decoder of gzip that has met something else behind the end, which gzip itself ignores too."""


def check_readable(coding: str, asked_for: str) -> None:
    """Refuses a body that nobody asked for in its coding, and that can't be decoded here.

    Args:
        coding: The Content-Encoding of the response.
        asked_for: The Accept-Encoding of the request: who asks for the coding gets the bytes as they are.

    Raises:
        ContentDecodingError: When the coding takes a package that isn't installed.
    """
    asked = {part.partition(";")[0].strip().lower() for part in asked_for.split(",")}
    for name in (part.strip().lower() for part in coding.split(",")):
        if name in _PACKAGES and name not in asked and name not in HTTPResponse.CONTENT_DECODERS:
            raise ContentDecodingError(
                f"the server sent {name}, which the request had not asked for; what decodes it is not installed: "
                f'pip install "urllib3[{_PACKAGES[name]}]". To get the bytes as they are, send Accept-Encoding: {name}'
            )


def whole(chunks: Iterator[bytes], raw: Any, coding: str) -> Iterator[bytes]:
    """Yields the chunks of a compressed body.

    Args:
        chunks: The body, decompressed.
        raw: The response of urllib3 that they come from.
        coding: The name of the compression.

    Raises:
        ChunkedEncodingError: At the end, when the data broke off: what requests raises for a response that does.
    """
    count = 0
    try:
        for chunk in chunks:
            count += len(chunk)
            yield chunk
    except ContentDecodingError as error:
        # Of zstd urllib3 says so itself, and then names no cause.
        if not (_has_no_cause(error) and _waits(raw)):
            raise
    # A response without a body, such as one to HEAD, may name a compression all the same. Of chunks, urllib3 counts no
    # bytes.
    if (count or raw.tell()) and _waits(raw):
        raise ChunkedEncodingError(f"the {coding} data stopped before its end, after {count} bytes of the body")


def _waits(raw: Any) -> bool:
    """Returns whether the decoders of a body wait for more data.

    They are urllib3's own business: of one that isn't known here, nothing bad is said.
    """
    decoder = getattr(raw, "_decoder", None)
    return any(map(_is_amid, getattr(decoder, "_decoders", [decoder])))


def _is_amid(decoder: Any) -> bool:
    if getattr(decoder, "_state", None) == _SWALLOWS:
        return False
    inner: Any = getattr(decoder, "_obj", None)
    if hasattr(inner, "is_finished"):
        return not inner.is_finished()
    return not getattr(inner, "eof", True)


def _has_no_cause(error: ContentDecodingError) -> bool:
    return any(isinstance(inner, DecodeError) and len(inner.args) == 1 for inner in error.args)
