"""Several requests over several threads."""

import threading
from dataclasses import replace

import pytest
from batches import CALL, PATIENCE, run
from fakes import FakeTransport, responded, session

from SteadyAPI.engine.concurrency.batch import BatchRun
from SteadyAPI.engine.exchange import Exchange, Request, Timeout
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request.expectation import expect
from SteadyAPI.engine.session.session import SessionSettings
from SteadyAPI.engine.transport import Delivery
from SteadyAPI.errors import TokenError


class Gathering(FakeTransport):
    """Responds when as many requests are on their way as are expected, or when it is told to."""

    def __init__(self, expected: int, *deliveries: Delivery) -> None:
        super().__init__(*deliveries)
        self.barrier = threading.Barrier(expected, timeout=PATIENCE)
        self.most = 0

    def send(self, request: Request, timeout: Timeout, budget: float | None) -> Delivery:
        self.barrier.wait()
        return super().send(request, timeout, budget)


def numbered(*statuses: int) -> tuple[list[Call], "Numbered"]:
    """Returns calls, and a transport that responds to each with its own status."""
    return [Call(method="GET", url=f"/{number}", expected=expect(200)) for number in range(len(statuses))], Numbered(
        statuses
    )


class Numbered(FakeTransport):
    """Responds to the request of each number with its status."""

    def __init__(self, statuses: tuple[int, ...]) -> None:
        super().__init__()
        self._statuses = statuses

    def send(self, request: Request, timeout: Timeout, budget: float | None) -> Delivery:
        self.requests.append(request)
        return responded(self._statuses[int(request.url.rpartition("/")[2])])


def test_as_many_as_asked_for_are_on_their_way_at_once() -> None:
    transport = Gathering(4)
    batch = run(session(transport), [CALL] * 8, 4).so_far
    assert (len(batch.sent), batch.asked, batch.at_once) == (8, 8, 4)
    assert len(transport.requests) == 8


def test_results_have_the_order_of_the_calls() -> None:
    calls, transport = numbered(200, 404, 200, 500, 200)
    batch = run(session(transport), [replace(call, retries=False) for call in calls], 3).so_far
    assert [number for number, _ in batch.sent] == [1, 2, 3, 4, 5]
    assert [exchange.response.status for exchange in batch.exchanges if exchange.response] == [200, 404, 200, 500, 200]
    assert [number for number, _ in batch.unexpected] == [2, 4]


def test_no_more_threads_than_calls_are_started() -> None:
    assert run(session(), [CALL] * 2, 100).so_far.at_once == 2


def test_no_thread_is_left() -> None:
    before = threading.active_count()
    run(session(), [CALL] * 50, 20)
    assert threading.active_count() == before


def test_the_first_unexpected_response_ends_the_rest() -> None:
    calls, transport = numbered(*[200] * 3, 404, *[200] * 20)
    batch = run(session(transport), calls, 1, stop=True).so_far
    assert [number for number, _ in batch.sent] == [1, 2, 3, 4]
    assert batch.asked == 24


def test_progress_is_told_while_requests_are_on_their_way() -> None:
    last_may_go = threading.Event()

    class InTurn(FakeTransport):
        def send(self, request: Request, timeout: Timeout, budget: float | None) -> Delivery:
            delivery = super().send(request, timeout, budget)
            assert len(self.requests) == 1 or last_may_go.wait(PATIENCE)
            return delivery

    def progress(elapsed: float, back: int) -> None:
        if elapsed > 0 and back == 1:
            last_may_go.set()

    BatchRun(session(InTurn()), [CALL] * 2, 1).run(progress)
    assert last_may_go.is_set()


def test_exchanges_are_entered_in_order_whichever_comes_first() -> None:
    first_may_go = threading.Event()

    class Backwards(Numbered):
        def send(self, request: Request, timeout: Timeout, budget: float | None) -> Delivery:
            if request.url.endswith("/0"):
                assert first_may_go.wait(PATIENCE)
            return super().send(request, timeout, budget)

    calls, _ = numbered(200, 404, 500)
    entered: list[int] = []
    made = BatchRun(session(Backwards((200, 404, 500))), [replace(call, retries=False) for call in calls], 3)

    def progress(_elapsed: float, back: int) -> None:
        if back == 2:
            assert entered == []
            first_may_go.set()

    def enter(exchange: Exchange) -> None:
        assert exchange.response is not None
        entered.append(exchange.response.status)

    made.run(progress, enter)
    made.enter_rest(enter)
    assert entered == [200, 404, 500]


def test_what_stands_behind_a_request_that_was_not_sent_is_entered_at_the_end() -> None:
    entered: list[Exchange] = []
    made = run(session(FakeTransport()), [CALL] * 3, 3)
    sent = made._sent
    del sent[1]
    made._entered = 0
    made._enter_next(entered.append)
    assert len(entered) == 1
    made.enter_rest(entered.append)
    assert len(entered) == 2
    made.enter_rest(entered.append)
    assert len(entered) == 2


def test_an_error_of_the_suite_ends_the_run_and_is_raised() -> None:
    class Refusing:
        def value(self) -> str:
            raise TokenError("no token for you")

        def renew(self, refused: str) -> str | None:
            raise AssertionError(refused)

    shop = session()
    shop.use_token(Refusing())
    made = BatchRun(shop, [CALL] * 20, 2)
    with pytest.raises(TokenError, match="no token for you"):
        made.run(lambda _elapsed, _back: None)
    assert made.so_far.sent == ()


def test_a_request_that_an_error_ends_after_its_first_attempt_is_recorded() -> None:
    class Spent:
        def value(self) -> str:
            return "first"

        def renew(self, refused: str) -> str | None:
            raise TokenError("no other token for you")

    shop = session(FakeTransport(responded(401)))
    shop.use_token(Spent())
    made = BatchRun(shop, [Call(method="GET", url="/orders")] * 20, 1)
    with pytest.raises(TokenError, match="no other token for you"):
        made.run(lambda _elapsed, _back: None)
    ((number, exchange),) = made.so_far.sent
    assert (number, [attempt.outcome for attempt in exchange.attempts]) == (1, ["401"])


def test_a_released_batch_knows_its_spread_or_that_nothing_was_released() -> None:
    # The fake transport has no socket to hold back.
    batch = run(session(FakeTransport()), [CALL] * 3, 3, together=True).so_far
    assert (batch.together, batch.spread) == (0, 0.0)


def test_threads_without_a_request_do_not_hold_the_others_back() -> None:
    calls, transport = numbered(404, *[200] * 5)
    batch = run(session(transport), calls, 6, together=True, stop=True).so_far
    assert 1 <= len(batch.sent) <= 6


def test_cookies_of_all_requests_are_kept_in_order() -> None:
    transport = FakeTransport()
    made = run(session(transport), [CALL] * 3, 3)
    made.keep_cookies()
    assert len(transport.twins) == 3


def test_the_sessions_own_last_exchange_stays() -> None:
    shop = session()
    before = shop.send(CALL)
    run(shop, [CALL] * 3, 3)
    assert shop.last is before


def test_settings_of_the_session_hold() -> None:
    transport = FakeTransport()
    shop = session(transport)
    shop.update(headers={"X-Tenant": "north"})
    assert isinstance(shop.settings, SessionSettings)
    run(shop, [CALL], 1)
    assert transport.request.headers["X-Tenant"] == "north"
