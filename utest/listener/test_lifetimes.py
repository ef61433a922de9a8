"""What the library marks in the results."""

import re
from types import SimpleNamespace
from typing import Any

import pytest
from fakes import furnished, session
from robot.result import TestSuite as Suite  # type: ignore[import-untyped]  # Robot Framework types robot.api only
from schedule import exchange, refused, respond

from SteadyAPI.arguments import SavedByRetry
from SteadyAPI.context import Context
from SteadyAPI.engine.concurrency.started import Order
from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.engine.ledger import Ledger
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.token.cache_scope import TokenCache
from SteadyAPI.engine.token.store import TokenStore
from SteadyAPI.listener.lifetimes import SAVED_BY_RETRY, TOTALS, LifetimesListener
from SteadyAPI.redaction.registry import SecretRegistry

RETRIED = exchange(respond(503), refused(), respond(200))
CLEAN = exchange(respond(200))
LOST = exchange(respond(503), respond(503))


class Watched:
    """A run of two suites, one in the other, that the library watches."""

    def __init__(self, saved_by_retry: SavedByRetry = SavedByRetry.tag) -> None:
        self.ledger = Ledger()
        self.secrets = SecretRegistry()
        self.context = Context(self.secrets, self.ledger)
        self.watcher = LifetimesListener(self.context, saved_by_retry)
        self.root = Suite("Root")
        self.suite = self.root.suites.create("Orders")

    def test(self, *exchanges: Exchange, status: str = "PASS", message: str = "") -> Any:
        result = self.suite.tests.create("An Order", status=status, message=message)
        self.watcher.start_test(None, result)
        self.requests(*exchanges)
        self.watcher.end_test(None, result)
        return result

    def requests(self, *exchanges: Exchange) -> None:
        for one in exchanges:
            self.ledger.add(one)


def test_a_test_that_passed_only_thanks_to_a_retry_says_so() -> None:
    result = Watched().test(CLEAN, RETRIED)
    assert result.passed
    assert SAVED_BY_RETRY in result.tags
    assert result.message == (
        "Passed only thanks to retries: GET http://shop.test/orders answered 503, connection refused, 200"
    )


def test_of_many_saved_requests_the_first_are_told() -> None:
    message = Watched().test(*[RETRIED] * 30).message
    assert message.count("answered 503, connection refused, 200") == 20
    assert message.endswith("; and 10 more")


def test_a_message_of_the_test_stays_in_front() -> None:
    assert Watched().test(RETRIED, message="All fine").message.startswith("All fine\nPassed only thanks to retries: ")


@pytest.mark.parametrize("exchanges", [(), (CLEAN,), (LOST,)])
def test_a_test_without_a_helpful_retry_is_left_alone(exchanges: tuple[Exchange, ...]) -> None:
    result = Watched(SavedByRetry.fail).test(*exchanges)
    assert result.passed
    assert SAVED_BY_RETRY not in result.tags
    assert result.message == ""


def test_a_failed_test_was_not_saved() -> None:
    result = Watched().test(RETRIED, status="FAIL", message="1 != 2")
    assert SAVED_BY_RETRY not in result.tags
    assert result.message == "1 != 2"


def test_requests_before_the_test_do_not_count_for_it() -> None:
    watched = Watched()
    watched.requests(RETRIED)
    assert SAVED_BY_RETRY not in watched.test(CLEAN).tags


def test_a_strict_run_fails_a_test_that_was_saved() -> None:
    result = Watched(SavedByRetry.fail).test(RETRIED)
    assert result.failed
    assert SAVED_BY_RETRY in result.tags
    assert "saved_by_retry=fail" in result.message


def test_a_secret_in_an_address_is_masked() -> None:
    watched = Watched()
    watched.secrets.register("shop.test/orders")
    assert "[redacted]" in watched.test(RETRIED).message


def test_the_suites_and_all_above_tell_their_totals() -> None:
    watched = Watched()
    watched.test(RETRIED)
    watched.test(LOST)
    watched.requests(exchange(respond(503), respond(200)))
    watched.watcher.end_suite(None, watched.suite)
    assert watched.suite.metadata[TOTALS] == "4 retries, 1 test passed only thanks to a retry"
    assert watched.root.metadata[TOTALS] == "4 retries, 1 test passed only thanks to a retry"


def test_one_retry_and_two_saved_tests_are_counted_in_good_english() -> None:
    watched = Watched()
    watched.test(exchange(respond(503), respond(503)), status="FAIL")
    assert watched.suite.metadata[TOTALS] == "1 retry"
    watched.test(RETRIED)
    watched.test(RETRIED)
    assert watched.suite.metadata[TOTALS] == "5 retries, 2 tests passed only thanks to a retry"


def test_a_run_without_retries_tells_nothing() -> None:
    watched = Watched()
    watched.test(CLEAN)
    watched.watcher.end_suite(None, watched.suite)
    assert TOTALS not in watched.suite.metadata


class SpyStore(TokenStore):
    """Notes what ends."""

    def __init__(self) -> None:
        super().__init__()
        self.ended: list[str] = []

    def end(self, cache: TokenCache) -> None:
        self.ended.append(cache.name)

    def close(self) -> None:
        self.ended.append("run")


def test_tokens_end_with_their_test_their_suite_and_the_run() -> None:
    watched = Watched()
    spy = SpyStore()
    furnished(watched.context, tokens=spy)
    watched.test()
    watched.watcher.end_suite(None, watched.suite)
    watched.watcher.close()
    assert spy.ended == ["test", "suite", "run"]


def test_a_run_that_asked_for_no_tokens_makes_no_store() -> None:
    watched = Watched()
    watched.test(CLEAN)
    watched.watcher.close()
    assert not watched.context.has_tokens


def test_two_imports_of_the_library_say_it_once() -> None:
    watched = Watched()
    result = watched.test(RETRIED)
    LifetimesListener(watched.context, SavedByRetry.fail).end_test(None, result)
    assert result.failed
    assert result.message.count("Passed only thanks to retries") == 1


def test_a_session_of_a_test_ends_with_it() -> None:
    watched = Watched()
    watched.context.sessions.add(session(alias="brief"), "test")
    watched.test()
    assert "brief" not in watched.context.sessions


def started(watched: Watched, place: str, name: str, call: Call = Call(method="GET", url="/orders")) -> None:  # noqa: B008  frozen
    order = Order(name, "GET /orders?token=hunter22", place, session(), call)
    assert watched.context.started.add(order).is_back_within(10)


def test_a_request_that_nobody_waited_for_is_told_at_the_end_of_its_test() -> None:
    watched = Watched()
    warnings: list[str] = []
    furnished(watched.context, log=SimpleNamespace(warning=warnings.append))
    watched.secrets.register("hunter22")
    result = watched.suite.tests.create("An Order", status="PASS", message="Said before")
    watched.watcher.start_test(None, result)
    started(watched, result.full_name, "report")
    started(watched, watched.suite.full_name, "of the suite")
    started(watched, result.full_name, "never made", Call(method="GET", url="http://else.test/"))
    watched.watcher.end_test(None, result)
    lines = result.message.splitlines()
    assert lines[0] == "Said before"
    assert re.fullmatch(
        r'"report" was started, and nobody took its response: GET /orders\?token=\[redacted\], ended after \d+ ms\.',
        lines[1],
    )
    assert lines[2] == "  write: Wait For Started Response    report"
    assert len(warnings) == 2
    assert watched.ledger.calls == {"GET /orders": 1}
    watched.watcher.end_suite(None, watched.suite)
    assert watched.suite.message.startswith('"of the suite" was started')
    assert list(watched.context.started) == []
