"""Headers as requests has them, whose pairs are at hand: a request and its record walk over them a dozen times."""

from collections.abc import ItemsView, Iterable
from typing import Any, cast

from requests.structures import CaseInsensitiveDict


class Headers(CaseInsensitiveDict[Any]):
    """A ``CaseInsensitiveDict`` that doesn't look every name up again to give its value."""

    def __init__(self, pairs: Iterable[tuple[str, Any]] = ()) -> None:
        """Takes names and values; of names that differ in case only, the last."""
        # Written as the mapping underneath keeps it: name and value as they came, by the name in lower case.
        self._store = {name.lower(): (name, value) for name, value in pairs}

    def items(self) -> ItemsView[str, Any]:
        """Returns the pairs, in order."""
        return cast("ItemsView[str, Any]", self._store.values())

    def copy(self) -> "Headers":
        """Returns headers of their own with the same pairs."""
        return Headers(self._store.values())
