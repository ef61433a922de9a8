"""What a session remembers of its earlier requests: bounded, and by origin."""

from typing import Any

_MOST_REMEMBERED = 256


def origin_of(url: str) -> str:
    """Returns everything in front of the path, as it is written."""
    return url[: url.find("/", 8)] if url.find("/", 8) > 0 else url


def remember(memory: dict[Any, Any], key: Any, value: Any) -> None:
    """Keeps a value; a memory that has grown too large begins anew."""
    if len(memory) >= _MOST_REMEMBERED:
        memory.clear()
    memory[key] = value
