"""A circuit breaker that several machines share: what one of them loses counts for all."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from SteadyAPI.engine.clock import Clock
from SteadyAPI.engine.retry.breaker import PROBE_INTERVAL, Breaker
from SteadyAPI.engine.sharing.redis_server import RedisServer
from SteadyAPI.errors import UsageError

_VIEW_LIFE = 1.0
"""Seconds for which what other machines have seen of a host may be unknown here."""
_KEPT = 600
"""Seconds that a host's trouble is remembered when nobody sends it anything."""
_STATE = f"""
local time = redis.call('TIME')
local now = time[1] + time[2] / 1000000
local function state()
  local found = redis.call('HMGET', KEYS[1], 'lost', 'since', 'cause', 'probe')
  return {{found[1] or '0', found[2] or '0', found[3] or '', string.format('%.6f', (found[4] or now) - now)}}
end
local function probe_later()
  redis.call('HSET', KEYS[1], 'probe', string.format('%.6f', now + {PROBE_INTERVAL}))
  redis.call('EXPIRE', KEYS[1], {_KEPT})
end
"""
_LOOK = f"{_STATE} return state()"
_LOST = f"""{_STATE}
if redis.call('HINCRBY', KEYS[1], 'lost', 1) == 1 then
  redis.call('HSET', KEYS[1], 'since', string.format('%.6f', now))
end
redis.call('HSET', KEYS[1], 'cause', ARGV[1])
probe_later()
return state()
"""
_PROBE = f"""{_STATE}
local found = state()
if found[1] == '0' or tonumber(found[4]) > 0 then return found end
probe_later()
return {{}}
"""
_CLOSE = "redis.call('DEL', KEYS[1])"


class RedisBreaker(Breaker):
    """The breaker of one host on the server, as it was a second ago at most."""

    def __init__(self, server: RedisServer, host: str, clock: Clock) -> None:
        super().__init__()
        self._server = server
        self._host = host
        self._clock = clock
        self._seen_at: float | None = None

    @property
    def is_open(self) -> bool:
        """Returns whether requests are turned away."""
        now = self._clock.monotonic()
        if self._seen_at is None or now >= self._seen_at + _VIEW_LIFE:
            self._see(self._ask(_LOOK), now)
        return super().is_open

    def probes(self, now: float) -> bool:
        """Returns whether an open breaker lets this request through; on all machines together one in a while."""
        state = self._ask(_PROBE)
        if state:
            self._see(state, now)
            # Another machine may have got a response since.
            return not super().is_open
        self._probe_at = now + PROBE_INTERVAL
        return True

    def lost(self, cause: str, now: float, wall: datetime) -> None:
        """Counts a request that was lost, after all its attempts."""
        super().lost(cause, now, wall)
        with self._put_off():
            self._see(self._ask(_LOST, self._server.key.sealed(cause, self._name)), now)

    def close(self) -> None:
        """Closes the breaker: the host is there."""
        super().close()
        with self._put_off():
            self._ask(_CLOSE)

    @contextmanager
    def _put_off(self) -> Iterator[None]:
        """Leaves trouble with the server to the next request to tell: the one that has just ended has a response."""
        try:
            yield
        except UsageError:
            self._seen_at = None

    @property
    def _name(self) -> str:
        return self._server.name("breaker", self._host)

    def _ask(self, script: str, *arguments: bytes) -> list[bytes]:
        found: list[bytes] = self._server.ask(script, self._name, *arguments)
        return found

    def _see(self, state: list[bytes], now: float) -> None:
        lost, since, cause, probe_in = state
        self.lost_in_a_row = int(lost)
        self.since = datetime.fromtimestamp(float(since), UTC).astimezone() if self.lost_in_a_row else None
        self._cause = self._server.opened(cause, self._name) if self.lost_in_a_row else ""
        self._probe_at = now + float(probe_in)
        self._seen_at = now
