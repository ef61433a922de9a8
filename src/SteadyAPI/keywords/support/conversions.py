"""From what users write about retries and expected errors to what the engine knows."""

from datetime import timedelta
from typing import Any

from SteadyAPI.arguments import ExpectedError, RetryPreset, RetrySettings
from SteadyAPI.engine.exchange import FailureKind, Timeout
from SteadyAPI.engine.retry.policy import DEFAULT_POLICY, PRESETS, RetryPolicy, policy_from
from SteadyAPI.errors import UsageError

_KINDS = {
    ExpectedError.any: frozenset(FailureKind) - {FailureKind.BREAKER, FailureKind.INVALID},
    ExpectedError.dns: frozenset({FailureKind.DNS}),
    ExpectedError.refused: frozenset({FailureKind.REFUSED}),
    ExpectedError.timeout: frozenset({FailureKind.CONNECT_TIMEOUT, FailureKind.READ_TIMEOUT}),
    ExpectedError.tls: frozenset({FailureKind.TLS}),
    ExpectedError.proxy: frozenset({FailureKind.PROXY}),
    ExpectedError.reset: frozenset({FailureKind.RESET, FailureKind.CLOSED}),
    ExpectedError.truncated: frozenset({FailureKind.TRUNCATED}),
    ExpectedError.redirects: frozenset({FailureKind.REDIRECTS}),
}


def policy_of(setting: RetryPreset | RetrySettings | None, base: RetryPolicy = DEFAULT_POLICY) -> RetryPolicy:
    """Returns the policy that a ``retry`` argument asks for; ``base`` is what holds without it.

    Raises:
        UsageError: When a setting is out of its range, or two contradict each other.
    """
    if setting is None:
        return base
    return PRESETS[setting.value] if isinstance(setting, RetryPreset) else policy_from(setting, base)


_LONGEST = timedelta(days=10_000)
"""What every clock and socket of a system can count."""


def seconds_of(name: str, limit: timedelta | None) -> float | None:
    """Returns a time limit in seconds; ``None`` is no limit.

    Raises:
        UsageError: When nothing could be done in that time.
    """
    if limit is None:
        return None
    if limit <= timedelta():
        raise UsageError(f"{name}: expected a time above 0, got {limit.total_seconds():g} s.")
    if limit > _LONGEST:
        raise UsageError(f"{name}: expected a time of {_LONGEST.days:,} days at most, got {limit.days:,} days.")
    return limit.total_seconds()


def timeout_of(options: Any, base: Timeout, *, none_is_unlimited: bool = False) -> Timeout:
    """Returns the time limits that ``timeout``, ``connect_timeout`` and ``read_timeout`` of a list of options ask for.

    Args:
        options: The options; ``timeout`` stands for both where they aren't given.
        base: What holds where none is given.
        none_is_unlimited: Whether a limit of ``None`` is no limit, instead of none given.

    Raises:
        UsageError: When nothing could be done in that time.
    """
    both = seconds_of("timeout", options.timeout)

    def limit(name: str, usual: float | None) -> float | None:
        given = vars(options).get(name)
        if given is not None or (none_is_unlimited and name in vars(options)):
            return seconds_of(name, given)
        return usual if both is None else both

    return Timeout(limit("connect_timeout", base.connect), limit("read_timeout", base.read))


def kinds_of(setting: ExpectedError | None) -> frozenset[FailureKind]:
    """Returns the failures that an ``expect_error`` argument means; none when it wasn't given."""
    return _KINDS[setting] if setting is not None else frozenset()
