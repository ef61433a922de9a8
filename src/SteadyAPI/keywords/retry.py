"""Seeing retries, and the state of the hosts that gave trouble."""

from typing import Any

from robot.api.deco import keyword

from SteadyAPI.arguments import RetryScope
from SteadyAPI.errors import ExpectationError
from SteadyAPI.keywords.support.group import KeywordGroup


class RetryKeywords(KeywordGroup):
    """How often requests were tried again, and which hosts are in trouble."""

    @keyword(tags=["Response"])
    def get_retry_count(self, response: Any = None, *, scope: RetryScope = RetryScope.request) -> int:
        """Returns how many times a request was tried again.

        Args:
            response: What a request keyword returned; by default the last response.
            scope: What is counted: the one `request`, or all requests of this `test` or of the whole `run`.

        Raises:
            UsageError: When no request has been answered yet.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Catalogue Answers At The First Try
            GET    ${BASE_URL}/products
            ${retries} =    Get Retry Count
            Should Be Equal As Integers    ${retries}    0
        ```
        """
        if scope is RetryScope.request:
            return self._exchange_of(response).retries
        ledger = self._context.surroundings.ledger
        return ledger.test_retries if scope is RetryScope.test else ledger.retries

    @keyword(tags=["Response"])
    def retry_count_should_be(
        self, expected: int, response: Any = None, *, scope: RetryScope = RetryScope.request
    ) -> None:
        """Fails unless a request was tried again that many times.

        Args:
            expected: The number of retries; 0 means that the first try was answered.
            response: What a request keyword returned; by default the last response.
            scope: What is counted: the one `request`, or all requests of this `test` or of the whole `run`.

        Raises:
            ExpectationError: When it is another number.
            UsageError: When no request has been answered yet.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Catalogue Never Needs A Second Try
            GET    ${BASE_URL}/products
            Retry Count Should Be    0
        ```
        """
        count = self.get_retry_count(response, scope=scope)
        if count != expected:
            raise ExpectationError(f"Expected {_retries(expected)}, got {_retries(count)} ({scope.value})")

    @keyword(tags=["Session"])
    def get_host_health(self) -> dict[str, dict[str, Any]]:
        """Returns the hosts that gave trouble and haven't fully recovered, each with its breaker and retry budget.

        A host that lost five requests in a row gets no more (`open`) until a probe, sent every 10 seconds, is answered.
        A retry costs 5 of a budget of 100 (2 after a 429), and each request that is answered gives 1 back. The value of
        each host, such as `http://shop.test:8080`, has the keys `breaker` (`open` or `closed`), `lost` (requests in a
        row) and `budget`.

        Examples:
        ```robotframework
        *** Test Cases ***
        No Host Is In Trouble
            ${hosts} =    Get Host Health
            Should Be Empty    ${hosts}
        ```
        """
        return {
            host: {
                "breaker": "open" if health.breaker.is_open else "closed",
                "lost": health.breaker.lost_in_a_row,
                "budget": health.budget.left,
            }
            for host, health in self._context.surroundings.protection.health().items()
        }

    @keyword(tags=["Session"])
    def reset_host_health(self, url: str | None = None) -> None:
        """Forgets the trouble of a host, or of all: closes its breaker and fills its retry budget.

        Args:
            url: Any URL of the host; by default every host.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Shop Was Restarted
            Reset Host Health    ${BASE_URL}
            GET    ${BASE_URL}/products
        ```
        """
        self._context.surroundings.protection.reset(None if url is None else self._open(url, "url"))


def _retries(count: int) -> str:
    return f"{count} {'retry' if count == 1 else 'retries'}"
