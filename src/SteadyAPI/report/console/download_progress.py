"""The progress of a download on the console."""

from collections.abc import Callable, Iterable, Iterator
from time import perf_counter

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

    def takes(self, status: int) -> bool:
        """Tells whether the body of a response of that status is wanted."""
        return self._sink.takes(status)

    def write(self, chunks: Iterable[bytes]) -> None:
        """Takes a whole body, from its start."""
        self._sink.write(self._counted(chunks))

    def wipe(self) -> None:
        """Leaves the terminal as it was."""
        self._console.wipe()

    def _counted(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        count = 0
        for chunk in chunks:
            count += len(chunk)
            elapsed = self._clock() - self._began
            self._console.show(elapsed, lambda: self._text(count, elapsed))  # noqa: B023  called at once or never
            yield chunk

    def _text(self, count: int, elapsed: float) -> str:
        return f"downloading {self._address} · {size(count)} · {duration(elapsed)}"
