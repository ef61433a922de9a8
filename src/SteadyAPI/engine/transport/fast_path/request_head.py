"""The head of a request, written in one go where it is plain, byte for byte as ``urllib3`` and ``http.client`` do.

Syntax: RFC 9112, sections 3 and 5.
"""

import re
from typing import Any

_WITHOUT_LENGTH = frozenset({"GET", "HEAD"})
# What urllib3 leaves as it is in a request line.
_LETTER = r"[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2}"
_PLAIN = re.compile(
    rf"(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) /(?:{_LETTER})*(?:\?(?:{_LETTER}|\?)+)? HTTP/1\.1\r\n"
    r"Host: [a-z0-9_-]+(?:\.[a-z0-9_-]+)*(?::[0-9]+)?\r\n"
    r"(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+: [\t -~]*\r\n)*\r\n"
)
_ADDED = ("User-Agent", "Accept-Encoding")
"""Headers that urllib3 would add of its own."""
_MEANT = ("Host", "Transfer-Encoding")
"""Headers that would make it write something else."""


def plain_head(request: Any, pool: Any) -> bytes | None:
    """Returns everything in front of the body; ``None`` when the request isn't plain.

    Args:
        request: A prepared request.
        pool: The connections to its host.
    """
    headers = request.headers
    if any(name not in headers for name in _ADDED) or any(name in headers for name in _MEANT):
        return None
    bare = request.body is None and request.method in _WITHOUT_LENGTH
    if not bare and ("Content-Length" not in headers or not isinstance(request.body, bytes | None)):
        return None
    host = pool.host if pool.port == pool.ConnectionCls.default_port else f"{pool.host}:{pool.port}"
    try:
        fields = "".join([name + ": " + value + "\r\n" for name, value in headers.items()])
    except TypeError:
        # A header in bytes.
        return None
    head = f"{request.method} {_target(request.url)} HTTP/1.1\r\nHost: {host}\r\n{fields}\r\n"
    return head.encode("ascii") if _PLAIN.fullmatch(head) else None


def _target(url: str) -> str:
    """Returns what stands in the request line; of a URL that has no plain one, something that isn't plain either."""
    start = url.find("/", len("https://"))
    return url[start:] if start > 0 else ""
