"""What the run does between requests: tokens end with their test, and a test saved by a retry says so."""

from typing import Any

from SteadyAPI.context import Context
from SteadyAPI.engine.ledger import Entry

SAVED_BY_RETRY = "api:saved-by-retry"


class Watcher:
    """A listener (version 3) of the library's own: it marks results and ends lifetimes, and masks nothing."""

    ROBOT_LISTENER_API_VERSION = 3

    def __init__(self, context: Context) -> None:
        self._context = context
        self._mark = 0
        self._root: Any = None
        context.ledger.observe(self._recorder)

    def start_suite(self, data: Any, result: Any) -> None:  # noqa: ARG002  Robot Framework's signature
        """Remembers where the run is, and which suite is the topmost one."""
        self._context.ledger.place = (result.full_name, result.id)
        self._root = result
        while self._root.parent is not None:
            self._root = self._root.parent

    def start_test(self, data: Any, result: Any) -> None:  # noqa: ARG002  Robot Framework's signature
        """Remembers where the run is, and where in the ledger the test begins."""
        self._context.ledger.place = (result.full_name, result.id)
        self._mark = len(self._context.ledger)

    def end_test(self, data: Any, result: Any) -> None:  # noqa: ARG002  Robot Framework's signature
        """Tags a test that passed only thanks to a retry, and forgets the test's tokens."""
        self._end_tokens("test")
        saved = [entry for entry in self._context.ledger.since(self._mark) if entry.retried and entry.as_expected]
        if result.passed and saved:
            result.tags.add(SAVED_BY_RETRY)
            story = "; ".join(_story(entry) for entry in saved)
            message = self._context.secrets.mask(f"Passed only thanks to retries: {story}")
            result.message = f"{result.message}\n{message}" if result.message else message

        if self._context.ledger.observer is not None:
            self._context.ledger.observer.end_test((result.full_name, result.id), result.status)
        self._context.ledger.place = (result.parent.full_name, result.parent.id)

    def end_suite(self, data: Any, result: Any) -> None:  # noqa: ARG002  Robot Framework's signature
        """Forgets the suite's tokens, and tells the topmost suite how the run went so far.

        A library hears of the suites that import it only: the last of them leaves the whole story.
        """
        self._end_tokens("suite")
        if self._context.ledger.observer is not None:
            self._root.metadata["API"] = self._context.ledger.observer.metadata()

    def close(self) -> None:
        """Makes the reports of the run, and says on the console where they are."""
        observer = self._context.ledger.observer
        self._context.ledger.forget_observer()
        if observer is not None:
            from SteadyAPI.report.console import tell_end  # noqa: PLC0415  a dry run ends without a report

            tell_end(observer.summary, observer.finish(self._root.name), self._context.secrets.mask)

    def _recorder(self) -> Any:
        """Makes the recorder when the first request of the run has been made; ``None`` when there is no folder."""
        from SteadyAPI.report.output_folder import output_folder  # noqa: PLC0415  a dry run makes no request

        folder = output_folder() if self._context.report else None
        if folder is None:
            self._context.ledger.forget_observer()
            return None
        from SteadyAPI.report.recorder import Recorder  # noqa: PLC0415  as above

        return Recorder(folder, self._context.secrets.mask, har=self._context.har)

    def _end_tokens(self, cache: str) -> None:
        if self._context.has_tokens:
            from SteadyAPI.engine.token.cache import TokenCache  # noqa: PLC0415  a dry run keeps no tokens

            self._context.tokens.end(TokenCache(cache))


def _story(entry: Entry) -> str:
    return f"{entry.method} {entry.url} answered {', '.join(entry.outcomes)}"
