"""What the run remembers of its requests: counts of all, and of the running test those that a retry saved."""

from collections import Counter
from collections.abc import Callable, Mapping
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from SteadyAPI.engine.exchange import Exchange, SavedRequest

_MOST_SAVED = 20
_MOST_ADDRESSES = 500
_MOST_ENDPOINTS = 5000
OTHERS = "other endpoints"


class Ledger:
    """The requests of the run; what it holds doesn't grow with their number.

    ``place`` is the full name and the id of the test or suite that is running, ``test`` the full name of the test, if
    one is. ``retries`` are those of the run. ``saved`` are the first 20 requests of the running test that were answered
    as expected after a retry, ``saved_count`` is the number of all of them. ``observer`` writes the run's record; it is
    made when there is something to write, so that a run without requests makes none.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._before_test = 0
        self._addresses: Counter[tuple[str, str]] = Counter()
        self._calls: Counter[str] = Counter()
        self._subjects: set[str] = set()
        self._make_observer: Callable[[], Any] | None = None
        self.retries = 0
        self.saved: list[SavedRequest] = []
        self.saved_count = 0
        self.observer: Any = None
        self.place = ("", "")
        self.test = ""

    def add(self, exchange: "Exchange") -> None:
        """Enters an exchange; bodies and headers aren't kept."""
        url = exchange.sent.url
        with self._lock:
            self._addresses[exchange.request.method, url.partition("?")[0]] += 1
            if len(self._addresses) >= _MOST_ADDRESSES:
                self._settle()
            if retries := exchange.retries:
                self.retries += retries
                self._keep(exchange, url)
        if observer := self._observed():
            observer.request(exchange, self.place)

    def add_unexpected(self, exchange: "Exchange") -> None:
        """Enters that an assertion found an exchange unexpected which was entered as expected before."""
        if observer := self._observed():
            observer.unexpected(exchange, self.place)

    def is_new(self, subject: str) -> bool:
        """Returns whether a subject comes up for the first time in the run, such as one that is warned of once."""
        with self._lock:
            known = subject in self._subjects
            self._subjects.add(subject)
        return not known

    def note(self, kind: str, facts: Mapping[str, Any]) -> None:
        """Passes on an event that is no request: ``check`` of a contract, ``token`` fetched, ``drift`` seen."""
        if observer := self._observed():
            observer.note(kind, facts, self.place)

    def observe(self, make: Callable[[], Any]) -> None:
        """Names who makes the observer; the first one named does, until it is forgotten."""
        if self._make_observer is None:
            self._make_observer = make

    def forget_observer(self) -> None:
        """Ends observing; the next run names its own observer."""
        self._make_observer = self.observer = None

    def begin_test(self) -> None:
        """Notes that a test begins."""
        with self._lock:
            self._before_test = self.retries
            self.saved, self.saved_count = [], 0

    @property
    def test_retries(self) -> int:
        """The retries since the last test began."""
        return self.retries - self._before_test

    @property
    def calls(self) -> Mapping[str, int]:
        """How often each endpoint was called, by names such as ``GET /orders/{id}``; the first 5,000, then the rest."""
        with self._lock:
            self._settle()
            return dict(self._calls)

    def _observed(self) -> Any:
        if self.observer is None and self._make_observer is not None:
            self.observer = self._make_observer()
        return self.observer

    def _keep(self, exchange: "Exchange", url: str) -> None:
        if exchange.response is None or not exchange.as_expected:
            return
        self.saved_count += 1
        if len(self.saved) < _MOST_SAVED:
            from SteadyAPI.engine.exchange import SavedRequest  # noqa: PLC0415  a dry run makes no request

            outcomes = tuple(attempt.outcome for attempt in exchange.attempts)
            self.saved.append(SavedRequest(exchange.request.method, url, outcomes))

    def _settle(self) -> None:
        """Makes endpoints of addresses: many at once, because naming one takes longer than counting it."""
        from SteadyAPI.engine.contract.endpoint import endpoint_of  # noqa: PLC0415  a dry run makes no request

        for (method, url), times in self._addresses.items():
            name = endpoint_of(method, url)
            if name not in self._calls and len(self._calls) >= _MOST_ENDPOINTS:
                name = OTHERS
            self._calls[name] += times
        self._addresses.clear()


RUN_LEDGER = Ledger()
"""The ledger of this process: every library import writes to it."""
