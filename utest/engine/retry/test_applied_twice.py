"""A POST or PATCH is never applied twice: random faults on real connections, a short seed of the benchmark."""

import pytest
from random_faults import WAYS, play

SCHEDULES = range(25)
BY_TIME = frozenset({"close", "cut", "reset"})
"""What ends a kept connection without a byte: by default, whether it is stale is a matter of milliseconds."""


@pytest.mark.enable_socket
@pytest.mark.parametrize("way", WAYS)
def test_no_request_is_applied_twice(way: str) -> None:
    result = play(way, 1, SCHEDULES)
    doubled = set(result.short) | set(result.long)
    assert (doubled - BY_TIME if way == "default" else doubled) == set()
    assert result.requests == len(SCHEDULES)
    assert 0 < result.passed < result.requests
