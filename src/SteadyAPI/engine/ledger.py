"""The record of the run: one entry for each exchange, without bodies."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from SteadyAPI.engine.exchange import Exchange


@dataclass(frozen=True, slots=True)
class Entry:
    """What the run remembers of an exchange; ``outcomes`` has one text for each attempt, times are in seconds.

    ``retries`` is less than the attempts after the first one where a new token was fetched in between.
    """

    method: str
    url: str = field(repr=False)
    alias: str
    started: datetime
    elapsed: float
    outcomes: tuple[str, ...]
    as_expected: bool
    retries: int = 0

    @property
    def retried(self) -> bool:
        """Tells whether it was tried again."""
        return self.retries > 0


class Ledger:
    """All exchanges of the run, in order.

    ``place`` is the full name and the id of the test or suite that is running, ``test`` the full name of the test, if
    one is. ``observer`` writes the run's record; it is made when there is something to write, so that a run without
    requests makes none.
    """

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._test = 0
        self._make_observer: Callable[[], Any] | None = None
        self.observer: Any = None
        self.place = ("", "")
        self.test = ""

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, exchange: "Exchange") -> None:
        """Enters an exchange; bodies and headers aren't kept."""
        self._entries.append(
            Entry(
                method=exchange.request.method,
                url=exchange.sent.url,
                alias=exchange.alias,
                started=exchange.started,
                elapsed=exchange.elapsed,
                outcomes=tuple(attempt.outcome for attempt in exchange.attempts),
                as_expected=exchange.as_expected,
                retries=exchange.retries,
            )
        )
        if observer := self._observed():
            observer.request(exchange, self.place)

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

    def _observed(self) -> Any:
        if self.observer is None and self._make_observer is not None:
            self.observer = self._make_observer()
        return self.observer

    def since(self, mark: int) -> tuple[Entry, ...]:
        """Returns the entries from number ``mark`` on; ``len(ledger)`` taken earlier is a mark."""
        return tuple(self._entries[mark:])

    def begin_test(self) -> None:
        """Notes that a test begins."""
        self._test = len(self._entries)

    def this_test(self) -> tuple[Entry, ...]:
        """Returns the entries since the last test began."""
        return self.since(self._test)


RUN_LEDGER = Ledger()
"""The ledger of this process: every library import writes to it."""
