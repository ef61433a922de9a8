"""What the run remembers of its requests."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from schedule import URL, exchange, refused, respond

from SteadyAPI.engine.exchange import RENEWED, Exchange, FailureKind, SavedRequest, SentRequest
from SteadyAPI.engine.ledger import OTHERS, Ledger

RETRIED = exchange(refused(), respond(503), respond(), method="PUT")


def filled(*exchanges: Exchange) -> Ledger:
    ledger = Ledger()
    for each in exchanges:
        ledger.add(each)
    return ledger


def called(path: str) -> Exchange:
    return replace(exchange(respond()), sent=SentRequest("GET", f"http://shop.test{path}"))


def test_a_request_that_a_retry_saved_tells_how_every_attempt_ended() -> None:
    assert filled(RETRIED).saved == [SavedRequest("PUT", URL, ("connection refused", "503", "200"))]


def test_an_expected_failure_after_a_retry_is_saved_by_nothing() -> None:
    accepted = frozenset({FailureKind.REFUSED})
    ledger = filled(replace(exchange(respond(503), refused()), accepted_failures=accepted))
    assert (ledger.saved, ledger.retries) == ([], 1)


def test_what_an_assertion_finds_unexpected_goes_to_the_observer_with_its_test() -> None:
    seen: list[Any] = []
    ledger = Ledger()
    ledger.add_unexpected(exchange(respond()))
    ledger.observer = SimpleNamespace(unexpected=lambda *added: seen.append(added))
    ledger.place = ("Shop.Order", "s1-t1")
    found = exchange(respond())
    ledger.add_unexpected(found)
    assert seen == [(found, ("Shop.Order", "s1-t1"))]


def test_a_request_that_a_retry_did_not_save_is_not_kept() -> None:
    ledger = filled(exchange(respond(503), respond(503)), exchange(respond(500)), exchange(respond()))
    assert (ledger.saved, ledger.saved_count, ledger.retries) == ([], 0, 1)


def test_the_first_saved_requests_of_a_test_are_kept_and_all_are_counted() -> None:
    ledger = filled(*[RETRIED] * 30)
    assert (len(ledger.saved), ledger.saved_count) == (20, 30)


def test_retries_are_counted_for_the_test_and_for_the_run() -> None:
    ledger = filled(RETRIED)
    ledger.begin_test()
    ledger.add(exchange(respond(503), respond()))
    assert (ledger.test_retries, ledger.retries) == (1, 3)


def test_a_test_begins_without_saved_requests() -> None:
    ledger = filled(RETRIED)
    ledger.begin_test()
    assert (ledger.saved, ledger.saved_count) == ([], 0)


def test_calls_are_counted_by_endpoint() -> None:
    ledger = filled(called("/orders/7?page=1"), called("/orders/8"), called("/users"))
    assert ledger.calls == {"GET /orders/{id}": 2, "GET /users": 1}


def test_addresses_without_end_become_endpoints() -> None:
    ledger = filled(*(called(f"/orders/{number}") for number in range(1200)))
    assert ledger.calls == {"GET /orders/{id}": 1200}


def test_endpoints_without_end_are_counted_together() -> None:
    ledger = filled(*(called(f"/users/name-{number}") for number in range(5100)), called("/users/name-7"))
    assert (len(ledger.calls), ledger.calls["GET /users/name-7"], ledger.calls[OTHERS]) == (5001, 2, 100)


def test_an_address_that_is_no_url_is_counted_too() -> None:
    assert filled(called("/[::1/x")).calls == {"GET /[::1/x": 1}


def test_an_entry_does_not_show_its_address() -> None:
    assert repr(filled(RETRIED).saved[0]) == "SavedRequest(PUT, connection refused, 503, 200)"


def test_a_new_token_after_a_401_is_no_retry() -> None:
    seen = exchange(respond(401), respond(503), respond(200))
    renewed = replace(seen.attempts[0], wait_reason=RENEWED)
    ledger = filled(replace(seen, attempts=(renewed, *seen.attempts[1:])))
    assert (ledger.saved[0].outcomes, ledger.retries) == (("401", "503", "200"), 1)


def test_a_subject_is_new_once() -> None:
    ledger = Ledger()
    assert [ledger.is_new("a"), ledger.is_new("a"), ledger.is_new("b")] == [True, False, True]
