"""Who writes down what the ledger hears."""

from typing import Any

from exchanges import responded

from SteadyAPI.engine.ledger import Ledger


class FakeObserver:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[Any] = []

    def request(self, exchange: Any, place: tuple[str, str]) -> None:
        self.told.append((exchange.request.method, place))

    def note(self, kind: str, facts: Any, place: tuple[str, str]) -> None:
        self.told.append((kind, facts, place))


def test_an_observer_is_told_where_things_happened() -> None:
    ledger, observer = Ledger(), FakeObserver()
    ledger.observe(lambda: observer)
    ledger.place = ("Shop.Order", "s1-t1")
    ledger.add(responded())
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
    ledger.add(responded())
    assert ledger.observer is first


def test_a_forgotten_observer_is_told_nothing_more() -> None:
    ledger, observer = Ledger(), FakeObserver()
    ledger.observe(lambda: observer)
    ledger.add(responded())
    ledger.forget_observer()
    ledger.add(responded())
    assert len(observer.told) == 1
