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

    def start_test(self, data: Any, result: Any) -> None:  # noqa: ARG002  Robot Framework's signature
        """Remembers where in the ledger the test begins."""
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

    def end_suite(self, data: Any, result: Any) -> None:  # noqa: ARG002  Robot Framework's signature
        """Forgets the suite's tokens."""
        self._end_tokens("suite")

    def _end_tokens(self, cache: str) -> None:
        if self._context.has_tokens:
            from SteadyAPI.engine.token.cache import TokenCache  # noqa: PLC0415  a dry run keeps no tokens

            self._context.tokens.end(TokenCache(cache))


def _story(entry: Entry) -> str:
    return f"{entry.method} {entry.url} answered {', '.join(entry.outcomes)}"
