"""A token that several machines share: one of them at a time reads and changes it."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from secrets import token_hex
from threading import Event, Thread
from typing import TYPE_CHECKING

from SteadyAPI.engine.clock import Clock
from SteadyAPI.engine.sharing.redis_server import RedisServer
from SteadyAPI.engine.token.shared_store import Slot, token_from_json, token_to_json
from SteadyAPI.engine.token.token import Token
from SteadyAPI.errors import UsageError

if TYPE_CHECKING:
    from redis.lock import Lock

LOCK_LIFE = 10.0
"""Seconds after which the lock of a process that died ends; one that lives renews it."""
_RENEWAL = LOCK_LIFE / 3
_LONGEST_WAIT = 180.0
_PAUSE = 0.05
_LONGEST_KEPT = 86_400.0


class RedisTokenStore:
    """One token under a name of its own, behind a lock that ends by itself."""

    def __init__(self, server: RedisServer, name: str, clock: Clock) -> None:
        self._server = server
        self._name = name
        # The clocks of machines differ, and the end of a token must not: it is kept by the server's.
        self._clock = replace(clock, now=server.now)

    @contextmanager
    def opened(self) -> Iterator[Slot]:
        """Waits until no other process uses the token, or the one that did has been dead for the life of its lock.

        Raises:
            UsageError: When the lock stays taken, or the server can't be used.
        """
        name = self._server.name("token", self._name)
        with self._server.client() as redis:
            lock = redis.lock(f"{name}:lock", timeout=LOCK_LIFE, sleep=_PAUSE, thread_local=False)
            # A number of our own: the client's would tell the address of the network card.
            taken = lock.acquire(blocking_timeout=_LONGEST_WAIT, token=token_hex(16))
        if not taken:
            raise UsageError(
                f"shared: another process has held the token for {_LONGEST_WAIT:g} s.\n"
                "  is the provider reachable? whoever asks it waits for its response"
            )
        with _kept(lock):
            yield _RedisSlot(self._server, name, self._clock)


class _RedisSlot:
    def __init__(self, server: RedisServer, name: str, clock: Clock) -> None:
        self._server = server
        self._name = name
        self._clock = clock

    def read(self) -> Token | None:
        with self._server.client() as redis:
            value = redis.get(self._name)
        return (
            token_from_json(self._server.opened(value, self._name), self._clock) if isinstance(value, bytes) else None
        )

    def write(self, token: Token | None) -> None:
        with self._server.client() as redis:
            if token is None:
                redis.delete(self._name)
                return
            text = token_to_json(token, self._clock)
            life = max(1, int(1000 * self._life(token)))
            redis.set(self._name, self._server.key.sealed(text, self._name), px=life)

    def _life(self, token: Token) -> float:
        """Returns the seconds that a token is kept; a refresh token outlives the token that it came with."""
        if token.expires is None or token.refresh_secret is not None:
            return _LONGEST_KEPT
        return min(token.expires - self._clock.monotonic(), _LONGEST_KEPT)


@contextmanager
def _kept(lock: "Lock") -> Iterator[None]:
    """Renews a lock for as long as this process lives and needs it, however slow a provider is."""
    from redis.exceptions import RedisError  # noqa: PLC0415  an extra

    done = Event()

    def renew() -> None:
        with suppress(RedisError):
            while not done.wait(_RENEWAL):
                lock.reacquire()

    Thread(target=renew, daemon=True).start()
    try:
        yield
    finally:
        done.set()
        # It ends by itself when the server is gone; the next use says so.
        with suppress(RedisError):
            lock.release()
