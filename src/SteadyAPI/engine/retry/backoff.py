"""How long to wait before the next attempt: exponential backoff with full jitter, or what the server asks for.

Retry-After: RFC 9110, section 10.2.3.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from SteadyAPI.engine.clock import Clock
from SteadyAPI.engine.retry.policy import RetryPolicy
from SteadyAPI.engine.retry.retry_after import retry_after
from SteadyAPI.engine.transport import Delivery

_SHORTEST_STATUS_WAIT = 0.05
_RETRY_AFTER_JITTER = 0.1
_LONGEST_QUOTE = 40
_REFUSED_WAIT = 0.2


@dataclass(frozen=True, slots=True)
class Pause:
    """How long to wait before the next attempt, and why; ``asked`` is what the server asked for, in seconds."""

    seconds: float
    reason: str = ""
    asked: float | None = None


def pause_after(delivery: Delivery, attempts: int, policy: RetryPolicy, clock: Clock) -> Pause:
    """Returns the pause after an attempt.

    Args:
        delivery: What the attempt brought.
        attempts: How many attempts there were; beyond those of the policy, only refused connections are tried.
        policy: The shortest and the longest wait.
        clock: Time and chance.
    """
    if attempts >= policy.attempts:
        return Pause(clock.jitter(_REFUSED_WAIT / 2, _REFUSED_WAIT), "refused")
    lowest = policy.shortest_wait
    ceiling = min(policy.longest_wait, policy.first_wait * 2 ** (attempts - 1))
    if delivery.response is None:
        return Pause(clock.jitter(lowest, max(lowest, ceiling)))
    headers = delivery.response.headers
    asked = retry_after(headers, clock.now())
    if asked is not None:
        wait = asked + clock.jitter(0.0, _RETRY_AFTER_JITTER)
        return Pause(wait, f"Retry-After: {_quoted(headers)}", asked)
    lowest = max(lowest, min(_SHORTEST_STATUS_WAIT, ceiling))
    reason = f"Retry-After: {_quoted(headers)} is neither seconds nor a date" if "Retry-After" in headers else ""
    return Pause(clock.jitter(lowest, max(lowest, ceiling)), reason)


def _quoted(headers: Mapping[str, str]) -> str:
    """Returns the header as it came, cut: a hostile server may send a long text."""
    text = str(headers["Retry-After"]).strip()
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
