"""A listener that makes a span of each test with the tag ``span``, as tracers for Robot Framework do."""

from typing import Any

from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from robot.api.deco import keyword, library


@library(scope="GLOBAL", listener="SELF")
class Tracing:
    """Exports its spans to memory, and shows what was exported."""

    ROBOT_LISTENER_API_VERSION = 3

    def __init__(self) -> None:
        self._exporter = InMemorySpanExporter()
        self._provider = TracerProvider()
        self._provider.add_span_processor(SimpleSpanProcessor(self._exporter))
        self._current: Any = None

    def start_test(self, data: Any, result: Any) -> None:
        """Begins the span of a test."""
        if "span" in result.tags:
            span = self._provider.get_tracer("tests").start_span(data.name)
            self._current = trace.use_span(span, end_on_exit=True)
            self._current.__enter__()

    def end_test(self, data: Any, result: Any) -> None:  # noqa: ARG002  Robot Framework's signature
        """Ends the span of a test."""
        current, self._current = self._current, None
        if current is not None:
            current.__exit__(None, None, None)

    @keyword
    def exported_spans(self) -> dict[str, str]:
        """Returns the trace id and the span id of the spans that have ended, joined as in ``traceparent``."""
        ended = [(span.name, span.get_span_context()) for span in self._exporter.get_finished_spans()]
        return {name: f"{span.trace_id:032x}-{span.span_id:016x}" for name, span in ended if span is not None}
