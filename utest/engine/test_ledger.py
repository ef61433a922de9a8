"""What the run remembers of its requests."""

from dataclasses import replace

from schedule import URL, answer, exchange, refused

from SteadyAPI.engine.exchange import RENEWED
from SteadyAPI.engine.ledger import Ledger


def test_an_entry_tells_what_was_asked_and_how_every_attempt_ended() -> None:
    ledger = Ledger()
    ledger.add(exchange(refused(), answer(503), answer(), method="PUT"))
    entry = ledger.since(0)[0]
    assert (entry.method, entry.url) == ("PUT", URL)
    assert entry.outcomes == ("connection refused", "503", "200")
    assert entry.retried
    assert entry.as_expected


def test_a_single_attempt_is_no_retry() -> None:
    ledger = Ledger()
    ledger.add(exchange(answer(500)))
    assert not ledger.since(0)[0].retried
    assert not ledger.since(0)[0].as_expected


def test_entries_are_read_from_a_mark_on() -> None:
    ledger = Ledger()
    ledger.add(exchange(answer(200)))
    mark = len(ledger)
    ledger.add(exchange(answer(204)))
    assert [entry.outcomes for entry in ledger.since(mark)] == [("204",)]


def test_an_entry_does_not_show_its_address() -> None:
    ledger = Ledger()
    ledger.add(exchange(answer()))
    assert "shop.test" not in repr(ledger.since(0)[0])


def test_a_new_token_after_a_401_is_no_retry() -> None:
    ledger = Ledger()
    seen = exchange(answer(401), answer(503), answer(200))
    renewed = replace(seen.attempts[0], wait_reason=RENEWED)
    ledger.add(replace(seen, attempts=(renewed, *seen.attempts[1:])))
    assert ledger.since(0)[0].outcomes == ("401", "503", "200")
    assert ledger.since(0)[0].retries == 1
