"""Groups requests by path template: changing segments become placeholders such as ``{id}``."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

_ONE = "{id}"
_SHAPES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\d{4}-\d{2}-\d{2}(T[\d:.Z+%-]+)?"), "{date}"),
    (re.compile(r"\d+"), _ONE),
    (re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE), _ONE),
    (re.compile(r"(?=.*\d)[0-9a-f]{8,}", re.IGNORECASE), _ONE),
    (re.compile(r"(?=.*\d)(?=.*[A-Za-z])[\w~.-]{16,}"), _ONE),
    (re.compile(r"[^@]+(@|%40)[^@]+\.\w+", re.IGNORECASE), "{email}"),
    (re.compile(r"\[redacted\]|%5Bredacted%5D", re.IGNORECASE), "{secret}"),
)


def grouping(patterns: Sequence[str] = ()) -> Callable[[str], tuple[str, str]]:
    """Returns a function from a URL to its origin and path template.

    Args:
        patterns: Templates of the user's own such as ``/tenants/{tenant}/orders/{id}``; they go first.
    """
    own = [tuple(pattern.strip("/").split("/")) for pattern in patterns]

    @lru_cache(maxsize=4096)
    def grouped(address: str) -> tuple[str, str]:
        # Not urlsplit: it takes the brackets of a mask for an invalid IPv6 address and raises an error.
        scheme, _, rest = address.partition("://")
        host, _, path = rest.partition("/")
        segments = tuple(path.strip("/").split("/"))
        found = next((pattern for pattern in own if _fits(pattern, segments)), None)
        template = found or tuple(_named(segment) for segment in segments)
        return f"{scheme}://{host.rpartition('@')[2]}", "/" + "/".join(template)

    # Without the query, which would make nearly every URL a group of its own.
    return lambda url: grouped(url.partition("?")[0].partition("#")[0])


def _fits(pattern: tuple[str, ...], segments: tuple[str, ...]) -> bool:
    if len(pattern) != len(segments):
        return False
    return all(part == segment or part[:1] == "{" for part, segment in zip(pattern, segments, strict=True))


@lru_cache(maxsize=1024)
def _named(segment: str) -> str:
    return next((name for shape, name in _SHAPES if shape.fullmatch(segment)), segment)
