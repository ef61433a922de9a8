"""The record of the run: one entry for each exchange, without bodies."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from SteadyAPI.engine.exchange import Exchange


@dataclass(frozen=True, slots=True)
class Entry:
    """What the run remembers of an exchange; ``outcomes`` has one text for each attempt, times are in seconds."""

    method: str
    url: str = field(repr=False)
    alias: str
    started: datetime
    elapsed: float
    outcomes: tuple[str, ...]
    as_expected: bool

    @property
    def retried(self) -> bool:
        """Tells whether more than one attempt was made."""
        return len(self.outcomes) > 1


class Ledger:
    """All exchanges of the run, in order."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []

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
            )
        )

    def since(self, mark: int) -> tuple[Entry, ...]:
        """Returns the entries from number ``mark`` on; ``len(ledger)`` taken earlier is a mark."""
        return tuple(self._entries[mark:])


RUN_LEDGER = Ledger()
"""The ledger of this process: every library import writes to it."""
