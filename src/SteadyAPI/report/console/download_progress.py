"""The progress of a download on the console."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from time import perf_counter
from typing import Any

from SteadyAPI.engine.request.transport_options import BodySink
from SteadyAPI.engine.units import duration, size
from SteadyAPI.report.console.console_progress import ConsoleProgress
from SteadyAPI.report.sink import LogSink


class DownloadProgress:
    """Passes a body on to a sink, and shows how much of it has come."""

    def __init__(
        self, sink: BodySink, address: str, log: LogSink, *, clock: Callable[[], float] = perf_counter
    ) -> None:
        self._sink = sink
        self._address = address
        self._console = ConsoleProgress(log)
        self._clock = clock
        self._began = clock()
        self._there = 0

    def takes(self, status: int) -> bool:
        """Returns whether the body of a response of that status is wanted."""
        return self._sink.takes(status)

    def rest_of(self, method: str, url: str, headers: Mapping[str, Any]) -> Mapping[str, str]:
        """Returns headers that ask for what is missing."""
        return self._sink.rest_of(method, url, headers)

    def begin(self, status: int, url: str, headers: Mapping[str, str]) -> int:
        """Tells where the body that comes next is from."""
        self._there = self._sink.begin(status, url, headers)
        return self._there

    def write(self, chunks: Iterable[bytes]) -> None:
        """Takes the body."""
        self._sink.write(self._counted(chunks))

    def wipe(self) -> None:
        """Leaves the terminal as it was."""
        self._console.wipe()

    def _counted(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        count = self._there
        for chunk in chunks:
            count += len(chunk)
            elapsed = self._clock() - self._began
            self._console.show(elapsed, lambda: self._text(count, elapsed))  # noqa: B023  called at once or never
            yield chunk

    def _text(self, count: int, elapsed: float) -> str:
        return f"downloading {self._address} · {size(count)} · {duration(elapsed)}"
