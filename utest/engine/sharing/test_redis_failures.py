"""What is said of a Redis server that fails."""

import pytest
from redis import exceptions

from SteadyAPI.engine.sharing.redis_failures import sentence


@pytest.mark.parametrize(
    ("error", "fault", "remedy"),
    [
        (exceptions.NoPermissionError("no permissions"), "used: its user may not do what", "ACL SETUSER"),
        (
            exceptions.AuthenticationError("WRONGPASS"),
            "used: it refused the user name or the password",
            "in front of the host",
        ),
        (exceptions.BusyLoadingError("loading"), "used: it is still loading its data", "run again"),
        (exceptions.ReadOnlyError("read only"), "used: it is a replica, which takes no changes", "the primary"),
        (exceptions.OutOfMemoryError("OOM"), "used: its memory is full", "maxmemory"),
        (exceptions.InvalidResponse("HTTP/1.1 400"), "used: what listens there is no Redis server", "rediss://"),
        (exceptions.TimeoutError("timed out"), "reached: no response within 3 s", "is it up, is"),
        (
            exceptions.ConnectionError("Error 111. Connection refused."),
            "reached: Error 111. Connection refused",
            "is it",
        ),
        (exceptions.ConnectionError(), "reached: ConnectionError", "is it up, is"),
        (exceptions.ConnectionError("CERTIFICATE_VERIFY_FAILED: self-signed"), "used: CERTIFICATE_VERIFY", "ca=/path"),
        (
            exceptions.ResponseError("unknown command 'EVAL', with args beginning"),
            "used: unknown command 'EVAL'.",
            "Redis 5",
        ),
    ],
)
def test_a_failure_names_the_server_and_what_to_do(error: exceptions.RedisError, fault: str, remedy: str) -> None:
    first, second = sentence(error, "redis://redis.test:6379/0", 3.0).splitlines()
    assert first == f"shared: redis://redis.test:6379/0 can't be {first.partition('be ')[2]}"
    assert fault in first
    assert remedy in second
