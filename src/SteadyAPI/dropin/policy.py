"""The retry settings of robotframework-requests as a policy of the engine."""

from collections.abc import Mapping
from typing import Any

from SteadyAPI.engine.retry.policy import NO_RETRIES, RetryPolicy

LONGEST_WAIT = 120.0


def policy_of(options: Mapping[str, Any]) -> RetryPolicy:
    """Returns the policy for ``max_retries``, ``backoff_factor`` and ``retry_status_list``.

    Raises:
        ValueError: When a number isn't one.
    """
    retries = _whole(options["max_retries"])
    if retries <= 0:
        return NO_RETRIES
    factor = float(options["backoff_factor"])
    return RetryPolicy(
        attempts=retries + 1,
        first_wait=2 * factor,
        longest_wait=LONGEST_WAIT,
        deadline=None,
        not_processed=frozenset(),
        transient=statuses_of(options),
        resend_post_on_stale=False,
    )


def statuses_of(options: Mapping[str, Any]) -> frozenset[int]:
    """Returns the statuses to try again.

    Raises:
        ValueError: When one isn't a number.
    """
    return frozenset(_whole(status) for status in options["retry_status_list"] or ())


def methods_of(options: Mapping[str, Any]) -> frozenset[str]:
    """Returns the methods to try again after the server may have seen the request."""
    return frozenset(str(method).upper() for method in options["retry_method_list"] or ())


def _whole(value: Any) -> int:
    try:
        return int(value)
    except ValueError as error:
        raise ValueError(f"Error converting session parameter: {error}") from error
