"""What a test is told of a request that a retry saved; apart from the ledger, which every import makes."""

from typing import NamedTuple


class SavedRequest(NamedTuple):
    """A request that a retry saved; ``outcomes`` has one text for each attempt."""

    method: str
    url: str
    outcomes: tuple[str, ...]

    def __repr__(self) -> str:
        # Addresses show secrets.
        return f"SavedRequest({self.method}, {', '.join(self.outcomes)})"
