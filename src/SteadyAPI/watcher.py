"""What the run does between requests: tokens end with their test, and a test saved by a retry says so."""

from typing import Any

from SteadyAPI.engine.ledger import Entry, Ledger
from SteadyAPI.engine.token.store import TokenCache, TokenStore
from SteadyAPI.redaction.registry import SecretRegistry

SAVED_BY_RETRY = "api:saved-by-retry"


class Watcher:
    """A listener (version 3) of the library's own: it marks results and ends lifetimes, and masks nothing."""

    ROBOT_LISTENER_API_VERSION = 3

    def __init__(self, ledger: Ledger, tokens: TokenStore, secrets: SecretRegistry) -> None:
        self._ledger = ledger
        self._tokens = tokens
        self._secrets = secrets
        self._mark = 0

    def start_test(self, data: Any, result: Any) -> None:  # noqa: ARG002  Robot Framework's signature
        """Remembers where in the ledger the test begins."""
        self._mark = len(self._ledger)

    def end_test(self, data: Any, result: Any) -> None:  # noqa: ARG002  Robot Framework's signature
        """Tags a test that passed only thanks to a retry, and forgets the test's tokens."""
        self._tokens.end(TokenCache.test)
        saved = [entry for entry in self._ledger.since(self._mark) if entry.retried and entry.as_expected]
        if result.passed and saved:
            result.tags.add(SAVED_BY_RETRY)
            story = "; ".join(_story(entry) for entry in saved)
            message = self._secrets.mask(f"Passed only thanks to retries: {story}")
            result.message = f"{result.message}\n{message}" if result.message else message

    def end_suite(self, data: Any, result: Any) -> None:  # noqa: ARG002  Robot Framework's signature
        """Forgets the suite's tokens."""
        self._tokens.end(TokenCache.suite)


def _story(entry: Entry) -> str:
    return f"{entry.method} {entry.url} answered {', '.join(entry.outcomes)}"
