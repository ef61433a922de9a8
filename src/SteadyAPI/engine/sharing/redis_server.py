"""The Redis server that the machines of a run share: asked within time limits, and its failures in sentences."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Lock
from typing import TYPE_CHECKING, Any

from SteadyAPI.engine.clock import Clock
from SteadyAPI.engine.sharing.redis_address import RedisAddress
from SteadyAPI.engine.sharing.run_key import VARIABLE, RunKey, key_bytes, run_prefix
from SteadyAPI.errors import UsageError

if TYPE_CHECKING:
    from redis import Redis

LIMIT = 3.0
"""Seconds that opening a connection, and each response, may take; both are tried twice."""
_KEY_CHECK_LIFE = 600
"""Seconds that a run without requests is remembered, so that another key is noticed."""
_KEY_CHECK_PAUSE = 60.0
_KEY_CHECK = "the key of this run"


class RedisServer:
    """One Redis server; nothing is opened before the first use. Thread-safe."""

    def __init__(self, address: RedisAddress, clock: Clock, register: Callable[[str], object]) -> None:
        """Remembers where the server is.

        Args:
            address: Where it is.
            clock: Time.
            register: Gets the key of the run before anything else does, to mask it.
        """
        self._address = address
        self._clock = clock
        self._register = register
        self._lock = Lock()
        self._redis: Redis | None = None
        self._key: RunKey | None = None
        self._checked_at: float | None = None

    @property
    def key(self) -> RunKey:
        """The key of the run.

        Raises:
            UsageError: When there is none, or the extra isn't installed.
        """
        if self._key is None:
            text = os.environ.get(VARIABLE)
            if text:
                self._register(text.strip())
            key = key_bytes(text)
            with _installed():
                self._key = RunKey(key)
        return self._key

    def name(self, kind: str, text: str) -> str:
        """Returns the name on the server for what a text names."""
        return f"{run_prefix(self._address.run)}:{kind}:{self.key.hidden(f'{kind} {text}')}"

    def opened(self, value: bytes, name: str) -> str:
        """Decrypts a value of the server.

        Raises:
            UsageError: When it was encrypted with another key.
        """
        text = self.key.opened(value, name)
        if text is None:
            raise UsageError(
                f"shared: what {self._address.shown} has of this run was encrypted with another key.\n"
                f"  give all machines of a run the same {VARIABLE}; a run with a key of its own takes a name of its "
                "own: shared=redis://...?run=NAME"
            )
        return text

    def now(self) -> datetime:
        """Returns the time of day on the server, which is the same for all machines."""
        with self.client() as redis:
            seconds, microseconds = redis.time()
        return datetime.fromtimestamp(seconds + microseconds / 1e6, UTC)

    def ask(self, script: str, name: str, *arguments: str | float | bytes) -> Any:
        """Runs a Lua script, which nothing else comes between, on what lies under a name."""
        with self.client() as redis:
            return redis.register_script(script)(keys=[name], args=arguments)

    @contextmanager
    def client(self) -> Iterator["Redis"]:
        """Gives what asks the server.

        Raises:
            UsageError: When the server can't be reached or refuses, or the run has another key.
        """
        key = self.key
        with _installed():
            from redis.exceptions import RedisError  # noqa: PLC0415  an extra

            from SteadyAPI.engine.sharing.redis_failures import sentence  # noqa: PLC0415  needs the extra
        try:
            with self._lock:
                redis = self._redis = self._redis or _connected(self._address)
                self._check(redis, key)
            yield redis
        except RedisError as error:
            raise UsageError(sentence(error, self._address.shown, LIMIT)) from None

    def _check(self, redis: "Redis", key: RunKey) -> None:
        """Makes sure, once a minute, that whoever began this run used the same key."""
        now = self._clock.monotonic()
        if self._checked_at is not None and now < self._checked_at + _KEY_CHECK_PAUSE:
            return
        name = f"{run_prefix(self._address.run)}:key"
        redis.set(name, key.sealed(_KEY_CHECK, name), nx=True, ex=_KEY_CHECK_LIFE)
        redis.expire(name, _KEY_CHECK_LIFE)
        found = redis.get(name)
        if isinstance(found, bytes):
            self.opened(found, name)
        self._checked_at = now


def _connected(address: RedisAddress) -> "Redis":
    from redis import Redis  # noqa: PLC0415  an extra
    from redis.backoff import NoBackoff  # noqa: PLC0415  as above
    from redis.retry import Retry  # noqa: PLC0415  as above

    options: dict[str, Any] = {
        "db": address.database,
        "username": address.username,
        "password": address.password,
        "socket_timeout": LIMIT,
        "socket_connect_timeout": LIMIT,
        # Once more: the server may have ended a kept connection.
        "retry": Retry(NoBackoff(), 1),
    }
    if address.path:
        return Redis(unix_socket_path=address.path, **options)
    if address.tls:
        options |= {"ssl": True, "ssl_check_hostname": True, "ssl_ca_certs": address.ca}
    return Redis(host=address.host, port=address.port, **options)


@contextmanager
def _installed() -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        raise UsageError(
            f"shared: this takes the packages redis and cryptography: {error}.\n"
            '  install them: pip install "robotframework-steadyapi[shared]"'
        ) from None
