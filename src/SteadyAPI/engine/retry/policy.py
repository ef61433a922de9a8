"""How often and how patiently a request is tried: the policy, its presets, and the table a suite writes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from SteadyAPI.engine.exchange import DEFAULT_TIMEOUT, Timeout
from SteadyAPI.errors import UsageError

NOT_PROCESSED = frozenset({429, 503})
"""Statuses by which the server says that it did not process the request: any method may be resent."""
TRANSIENT = frozenset({500, 502, 504})
"""Statuses that leave open whether the request was applied: only idempotent methods are resent."""

_CLIENT_ERROR, _SERVER_ERROR, _BEYOND = 400, 500, 600
_MOST_ATTEMPTS = 20


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often and how patiently a request is tried; times in seconds.

    ``attempts`` counts the first one. The wait before retry *k* is random between ``shortest_wait`` and
    ``first_wait * 2**k``, at most ``longest_wait``. A Retry-After up to ``retry_after_cap`` is obeyed; above it the
    request isn't retried. ``deadline`` holds for all attempts and waits together, and cuts the last attempt; unless the
    suite wrote it (``deadline_written``), it gives way to a longer time limit of the request. ``timeout`` holds for
    each whole attempt.
    A refused connection is tried for ``refused_for`` seconds at least, however many attempts that takes.
    ``not_processed`` and ``transient`` are the statuses that are tried again, for any method and for idempotent ones.
    """

    attempts: int = 3
    first_wait: float = 0.25
    shortest_wait: float = 0.0
    longest_wait: float = 5.0
    retry_after_cap: float = 10.0
    deadline: float | None = 30.0
    deadline_written: bool = False
    timeout: float | None = None
    not_processed: frozenset[int] = NOT_PROCESSED
    transient: frozenset[int] = TRANSIENT
    any_method: bool = False
    resend_post_on_stale: bool = True
    refused_for: float = 0.0

    def deadline_for(self, timeout: Timeout) -> float | None:
        """Returns the deadline in seconds; a longer limit that the suite set for an attempt stretches the default."""
        if self.deadline is None or self.deadline_written:
            return self.deadline
        if timeout.connect is None or timeout.read is None:
            return None
        return max(self.deadline, timeout.connect, timeout.read)


DEFAULT_POLICY = RetryPolicy(refused_for=3.0)
CLASSIC_POLICY = RetryPolicy(
    first_wait=2.0,
    shortest_wait=2.0,
    longest_wait=10.0,
    deadline=None,
    transient=frozenset(range(_SERVER_ERROR, _BEYOND)) - NOT_PROCESSED,
    any_method=True,
)
NO_RETRIES = RetryPolicy(attempts=1)
PRESETS: Mapping[str, RetryPolicy] = {"default": DEFAULT_POLICY, "classic": CLASSIC_POLICY, "none": NO_RETRIES}


def policy_from(table: Mapping[str, Any], base: RetryPolicy) -> RetryPolicy:
    """Returns the policy that a suite's table of settings makes out of another one.

    Args:
        table: Names of settings to values; durations as ``timedelta``. ``preset`` names what the others change.
        base: What holds for the settings that aren't named.

    Raises:
        UsageError: When a setting is out of its range, or two contradict each other.
    """
    changes: dict[str, Any] = {}
    for name, value in table.items():
        if name == "preset":
            base = PRESETS[getattr(value, "value", value)]
        elif name != "retry_on":
            changes[name] = _CHECKS.get(name, _as_it_is)(name, value)
    if "attempts" in changes:
        # A number that the suite wrote is the number.
        changes.setdefault("refused_for", 0.0)
    policy = replace(base, **changes, deadline_written=base.deadline_written or "deadline" in table)
    if "retry_on" in table:
        policy = _with_statuses(policy, table["retry_on"])
    return _consistent(policy, changes)


def check_timeout(policy: RetryPolicy, timeout: Timeout) -> None:
    """Checks that an attempt can use the time limit that the suite gives it.

    Raises:
        UsageError: When the written deadline is shorter than a written limit.
    """
    deadline = policy.deadline
    if deadline is None or not policy.deadline_written:
        return
    for name in ("connect", "read"):
        limit = getattr(timeout, name)
        if limit is not None and limit > deadline and limit != getattr(DEFAULT_TIMEOUT, name):
            raise UsageError(
                f"retry: the deadline of {deadline:g} s is shorter than the time limit of one attempt, {limit:g} s: "
                "no attempt could use its time.\n"
                "  make the deadline longer, the timeout shorter, or write deadline=None"
            )


def _consistent(policy: RetryPolicy, written: Iterable[str]) -> RetryPolicy:
    for name in ("first_wait", "shortest_wait"):
        wait = getattr(policy, name)
        if wait > policy.longest_wait and (name == "shortest_wait" or name in written):
            raise UsageError(f"retry: {name} ({wait:g} s) is longer than longest_wait ({policy.longest_wait:g} s).")
    return policy


def _attempts(name: str, value: int) -> int:
    if not 1 <= value <= _MOST_ATTEMPTS:
        raise UsageError(
            f"retry: {name}: expected 1 to {_MOST_ATTEMPTS}, the first try included; got {value}.\n"
            "  for no retries at all write: retry=none"
        )
    return value


def _wait(name: str, value: timedelta) -> float:
    seconds = value.total_seconds()
    if seconds < 0:
        raise UsageError(f"retry: {name}: expected a time of 0 or more, got {seconds:g} s.")
    return seconds


def _limit(name: str, value: timedelta | None) -> float | None:
    if value is None:
        return None
    seconds = value.total_seconds()
    if seconds <= 0:
        raise UsageError(f"retry: {name}: expected a time above 0, or None for no {name}; got {seconds:g} s.")
    return seconds


def _as_it_is(_name: str, value: Any) -> Any:
    return value


_CHECKS: Mapping[str, Callable[[str, Any], Any]] = {
    "attempts": _attempts,
    "first_wait": _wait,
    "shortest_wait": _wait,
    "longest_wait": _wait,
    "retry_after_cap": _wait,
    "refused_for": _wait,
    "deadline": _limit,
    "timeout": _limit,
}


def _with_statuses(policy: RetryPolicy, written: Any) -> RetryPolicy:
    """Adds and removes statuses.

    A client error says that the request was refused, so that any method may be resent; after a server error only an
    idempotent one.
    """
    not_processed, transient = set(policy.not_processed), set(policy.transient)
    for number in _numbers(written):
        if number < 0:
            not_processed.discard(-number)
            transient.discard(-number)
        elif number < _SERVER_ERROR:
            not_processed.add(number)
        elif number not in not_processed:
            transient.add(number)
    return replace(policy, not_processed=frozenset(not_processed), transient=frozenset(transient))


def _numbers(written: Any) -> Iterable[int]:
    parts = written if isinstance(written, list | tuple) else str(written).split(",")
    for part in parts:
        text = str(part).strip()
        digits = text.removeprefix("-")
        if not (digits.isascii() and digits.isdigit() and _CLIENT_ERROR <= int(digits) < _BEYOND):
            raise UsageError(
                f"retry: retry_on: expected statuses from 400 to 599, such as 408,425; got {text!r}.\n"
                "  a minus takes a status out: -500"
            )
        yield int(text)
