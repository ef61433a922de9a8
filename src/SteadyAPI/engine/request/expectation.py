"""Which statuses a call expects."""

import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from SteadyAPI.errors import UsageError

_LOWEST, _SERVER_ERROR, _HIGHEST = 100, 500, 599
_HIGHEST_SENT = 999
"""HTTP ends with 599 (RFC 9110, section 15), but servers send other numbers of three digits too: ``any`` means all."""
_RANGE = re.compile(r"(\d{3})\s*-\s*(\d{3})")
_CLASS = re.compile(r"([1-5])xx", re.IGNORECASE)
_ANY = {"any", "anything"}
_HOW_TO_WRITE = "a number (201), a name (created), a class (2xx), a range (200-299), a list of these, or any"


@dataclass(frozen=True, slots=True)
class StatusExpectation:
    """The statuses that count as expected; ``text`` is how the suite wrote them.

    ``explicit`` is false for the default (every status below 400), which doesn't stop retries.
    """

    text: str
    ranges: tuple[tuple[int, int], ...]
    explicit: bool = True

    def matches(self, status: int) -> bool:
        """Returns whether the status is one of the expected ones."""
        # A loop, because a generator costs three times as much, and every request asks several times.
        for low, high in self.ranges:  # noqa: SIM110
            if low <= status <= high:
                return True
        return False

    @property
    def only_errors(self) -> bool:
        """Returns whether nothing but server errors is expected."""
        return all(low >= _SERVER_ERROR for low, _ in self.ranges)


SUCCESS = StatusExpectation("a status below 400", ((_LOWEST, 399),), explicit=False)


def no_status(error: str) -> StatusExpectation:
    """Returns the expectation of a call that wants an error instead of a response: its name, or ``any``."""
    return StatusExpectation("an error" if error == "any" else f"the error {error}", ())


def expect(spec: Any) -> StatusExpectation:
    """Reads what the suite expects.

    Args:
        spec: A number, a name such as ``not found``, a class such as ``2xx``, a range such as ``200-299``,
            a list of these or the same with commas, ``any``, or ``None`` for every status below 400.

    Raises:
        UsageError: When it is none of these.
    """
    if spec is None:
        return SUCCESS
    parts = list(spec) if isinstance(spec, list | tuple | set | frozenset) else str(spec).split(",")
    ranges = tuple(_range(str(part).strip(), spec) for part in parts)
    if not ranges:
        raise _unknown(spec)
    return StatusExpectation(" or ".join(str(part).strip() for part in parts), ranges)


def _range(text: str, spec: Any) -> tuple[int, int]:
    if text.lower() in _ANY:
        return _LOWEST, _HIGHEST_SENT
    if found := _RANGE.fullmatch(text):
        low, high = int(found[1]), int(found[2])
    elif found := _CLASS.fullmatch(text):
        low, high = int(found[1]) * 100, int(found[1]) * 100 + 99
    elif text.isdecimal():
        low = high = int(text)
    else:
        low = high = _by_name(text, spec)
    if not _LOWEST <= low <= high <= _HIGHEST:
        raise _unknown(spec)
    return low, high


def _by_name(text: str, spec: Any) -> int:
    name = re.sub(r"\W+", "_", text.replace("'", "")).upper()
    status = HTTPStatus.__members__.get("IM_A_TEAPOT" if name == "I_AM_A_TEAPOT" else name)
    if status is None:
        raise _unknown(spec)
    return status.value


def _unknown(spec: Any) -> UsageError:
    return UsageError(f"expected_status: expected {_HOW_TO_WRITE}; got {spec!r}.")
