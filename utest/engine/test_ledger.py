"""The record of the run in memory."""

from typing import Any

from exchanges import answered, lost, tries

from SteadyAPI.engine.ledger import Ledger


class FakeObserver:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[Any] = []

    def request(self, exchange: Any, place: tuple[str, str]) -> None:
        self.told.append((exchange.request.method, place))

    def note(self, kind: str, facts: Any, place: tuple[str, str]) -> None:
        self.told.append((kind, facts, place))


def test_an_exchange_is_entered_without_its_body() -> None:
    ledger = Ledger()
    ledger.add(answered(attempts=tries(503, 200)))
    entry = ledger.since(0)[0]
    assert (entry.method, entry.outcomes, entry.as_expected, entry.retried) == ("GET", ("503", "200"), True, True)


def test_a_mark_divides_what_was_from_what_came() -> None:
    ledger = Ledger()
    ledger.add(answered())
    mark = len(ledger)
    ledger.add(lost())
    assert [entry.outcomes for entry in ledger.since(mark)] == [("connection refused",)]


def test_one_attempt_is_no_retry() -> None:
    ledger = Ledger()
    ledger.add(answered())
    assert not ledger.since(0)[0].retried


def test_an_observer_is_told_where_things_happened() -> None:
    ledger, observer = Ledger(), FakeObserver()
    ledger.observe(lambda: observer)
    ledger.place = ("Shop.Order", "s1-t1")
    ledger.add(answered())
    ledger.note("token", {"url": "x"})
    assert observer.told == [("GET", ledger.place), ("token", {"url": "x"}, ledger.place)]


def test_without_something_to_tell_no_observer_is_made() -> None:
    ledger = Ledger()
    ledger.observe(FakeObserver)
    assert ledger.observer is None


def test_without_an_observer_nothing_is_told() -> None:
    ledger = Ledger()
    ledger.note("token", {})
    assert ledger.observer is None


def test_the_first_who_observes_does() -> None:
    ledger, first = Ledger(), FakeObserver()
    ledger.observe(lambda: first)
    ledger.observe(FakeObserver)
    ledger.add(answered())
    assert ledger.observer is first


def test_a_forgotten_observer_is_told_nothing_more() -> None:
    ledger, observer = Ledger(), FakeObserver()
    ledger.observe(lambda: observer)
    ledger.add(answered())
    ledger.forget_observer()
    ledger.add(answered())
    assert len(observer.told) == 1
