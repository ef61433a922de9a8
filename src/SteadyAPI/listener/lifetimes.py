"""What the run does between requests: tokens end with their test, and a test saved by a retry says so."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from SteadyAPI.arguments import SavedByRetry
from SteadyAPI.context import Context

if TYPE_CHECKING:
    from SteadyAPI.engine.exchange import SavedRequest

SAVED_BY_RETRY = "api:saved-by-retry"
TOTALS = "API retries"


class LifetimesListener:
    """A listener (version 3) of the library's own: it marks results and ends lifetimes, and masks nothing."""

    ROBOT_LISTENER_API_VERSION = 3

    def __init__(self, context: Context, saved_by_retry: SavedByRetry = SavedByRetry.tag) -> None:
        self._context = context
        self._saved_by_retry = saved_by_retry
        self._counted = context.ledger.retries
        self._totals: dict[str, tuple[int, int]] = {}
        self._root: Any = None
        context.ledger.observe(self._recorder)

    def start_suite(self, data: Any, result: Any) -> None:  # noqa: ARG002  Robot Framework's signature
        """Remembers where the run is, and which suite is the topmost one."""
        self._context.ledger.place = (result.full_name, result.id)
        self._find_root(result)

    def start_test(self, data: Any, result: Any) -> None:  # noqa: ARG002  Robot Framework's signature
        """Remembers where the run is, and that its requests are those of another test."""
        self._context.ledger.place = (result.full_name, result.id)
        self._context.ledger.begin_test()

    def end_test(self, data: Any, result: Any) -> None:  # noqa: ARG002  Robot Framework's signature
        """Marks a test that passed only thanks to a retry, or fails it, and ends what lives as long as the test."""
        # The start hooks aren't called for a library that a test imports.
        self._find_root(result.parent)
        self._end_started(result)
        self._end("test")
        thanks_to_retry = bool(result.passed and self._context.ledger.saved)
        if thanks_to_retry:
            self._mark(result)
        self._count(result.parent, saved=int(thanks_to_retry))
        if self._context.ledger.observer is not None:
            self._context.ledger.observer.end_test((result.full_name, result.id), result.status, result.message)
        self._context.ledger.place = (result.parent.full_name, result.parent.id)

    def end_suite(self, data: Any, result: Any) -> None:  # noqa: ARG002  Robot Framework's signature
        """Ends what lives as long as the suite, counts its own retries, and tells the topmost suite.

        A library listener is called only for suites that import it, so each writes the totals of the run so far.
        """
        self._find_root(result)
        self._end_started(result)
        self._end("suite")
        self._count(result, saved=0)
        if self._context.ledger.observer is not None:
            self._root.metadata["API"] = self._context.ledger.observer.metadata()
            # The retries of the run stand in that line too.
            self._root.metadata.pop(TOTALS, None)

    def _find_root(self, suite: Any) -> None:
        if self._root is None:
            *_, self._root = _with_parents(suite)

    def _mark(self, result: Any) -> None:
        result.tags.add(SAVED_BY_RETRY)
        ledger = self._context.ledger
        more = ledger.saved_count - len(ledger.saved)
        story = "; ".join([*map(_story, ledger.saved), *([f"and {more} more"] if more else [])])
        lines = [result.message] if result.message else []
        line = self._context.secrets.mask(f"Passed only thanks to retries: {story}")
        # A second import of the library, with other arguments, watches the same requests.
        if line not in result.message:
            lines.append(line)
        if self._saved_by_retry is SavedByRetry.fail:
            result.status = "FAIL"
            lines.append("  The library was imported with saved_by_retry=fail: here a retry is a failure.")
        result.message = "\n".join(lines)

    def _count(self, suite: Any, saved: int) -> None:
        """Adds what happened since the last count to the totals of the suite and of all suites above it."""
        retries = self._context.ledger.retries - self._counted
        self._counted += retries
        if not retries:
            return
        for above in _with_parents(suite):
            before = self._totals.get(above.id, (0, 0))
            after = (before[0] + retries, before[1] + saved)
            self._totals[above.id] = after
            above.metadata[TOTALS] = _totals(*after)

    def close(self) -> None:
        """Leaves the tokens that processes share, and makes the reports; it is called at the end of the run."""
        if self._context.has_tokens:
            self._context.tokens.close()
        observer = self._context.ledger.observer
        self._context.ledger.forget_observer()
        if observer is not None:
            from SteadyAPI.report.console.run_end import print_run_end  # noqa: PLC0415  a dry run ends without a report

            tests = self._root.all_tests
            observer.end_run({(test.full_name, test.id): (test.status, test.message) for test in tests})
            if self._context.has_checks:
                observer.contract(self._context.checks)
            print_run_end(observer.summary, observer.finish(self._root.name), self._context.secrets.mask)

    def _end_started(self, result: Any) -> None:
        """Ends the requests that were started in a test or suite and whose response nobody took, and says so."""
        if not self._context.has_started:
            return
        from SteadyAPI.engine.units import duration  # noqa: PLC0415  most runs start no request

        for request in self._context.started.of(result.full_name):
            elapsed, order, sent = request.elapsed, request.order, request.end()
            self._context.started.forget(request, taken=False)
            if sent is not None:
                self._context.ledger.add(sent.exchange)
            line = self._context.secrets.mask(
                f'"{order.name}" was started, and nobody took its response: {order.title}, ended after '
                f"{duration(elapsed)}.\n  write: Wait For Started Response    {order.name}"
            )
            result.message = f"{result.message}\n{line}" if result.message else line
            self._context.log.warning(line)

    def _recorder(self) -> Any:
        """Makes the recorder when the first request of the run has been made; ``None`` when there is no folder."""
        from SteadyAPI.report.run_folder import log_links, run_files  # noqa: PLC0415  a dry run makes no request

        files = run_files() if self._context.report else None
        if files is None:
            self._context.ledger.forget_observer()
            return None
        from SteadyAPI.report.recorder import Recorder  # noqa: PLC0415  as above

        return Recorder(files, self._context.secrets.mask, har=self._context.har, links=log_links(files.folder))

    def _end(self, scope: str) -> None:
        """Closes the sessions and forgets the tokens that live as long as what has just ended."""
        if self._context.has_sessions:
            self._context.sessions.end(scope)
        if self._context.has_tokens:
            from SteadyAPI.engine.token.cache_scope import TokenCache  # noqa: PLC0415  a dry run keeps no tokens

            self._context.tokens.end(TokenCache(scope))


def _with_parents(suite: Any) -> Iterator[Any]:
    while suite is not None:
        yield suite
        suite = suite.parent


def _totals(retries: int, saved: int) -> str:
    counted = f"{retries} {'retry' if retries == 1 else 'retries'}"
    if not saved:
        return counted
    return f"{counted}, {saved} {'test' if saved == 1 else 'tests'} passed only thanks to a retry"


def _story(entry: "SavedRequest") -> str:
    return f"{entry.method} {entry.url} answered {', '.join(entry.outcomes)}"
