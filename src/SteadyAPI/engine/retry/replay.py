"""Whether a body can be sent a second time, and how it is wound back."""

from collections.abc import Iterator, Mapping
from typing import Any

from SteadyAPI.engine.exchange import Request
from SteadyAPI.engine.request.body import is_read_once


class Replay:
    """The bodies of one request, with the place each one started at.

    A text, bytes, a mapping or a sequence can always be sent again; a seekable file from where it stood; an iterator
    or a pipe not at all: sent twice, its second body would be silently empty.
    """

    def __init__(self, request: Request) -> None:
        self.possible = True
        self._files: list[tuple[Any, int]] = []
        for part in _parts(request):
            self._remember(part)

    def rewind(self) -> None:
        """Winds every file back to where it stood before the first attempt."""
        for file, position in self._files:
            file.seek(position)

    def _remember(self, part: Any) -> None:
        if is_read_once(part):
            self.possible = False
        elif hasattr(part, "read"):
            self._files.append((part, part.tell()))


def _parts(request: Request) -> list[Any]:
    return [request.data, *part_contents(request.transport_options.files)]


def part_contents(files: Any) -> Iterator[Any]:
    """Yields the contents of multipart parts in every form that requests takes."""
    for part in files.values() if isinstance(files, Mapping) else (pair[1] for pair in files or ()):
        yield part[1] if isinstance(part, list | tuple) and len(part) > 1 else part
