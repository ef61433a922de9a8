"""The slots of a rate limit that several machines keep to together, by the clock of the Redis server."""

from contextlib import suppress

from SteadyAPI.engine.sharing.redis_server import RedisServer
from SteadyAPI.errors import UsageError

_TIME = """
local time = redis.call('TIME')
local now = time[1] + time[2] / 1000000
local next = tonumber(redis.call('GET', KEYS[1]) or '0')
local function keep(slot)
  redis.call('SET', KEYS[1], string.format('%.6f', slot), 'PX', math.ceil((slot - now) * 1000) + 60000)
end
"""
_BOOK = f"""{_TIME}
local slot = math.max(now, next)
keep(slot + ARGV[1])
return string.format('%.6f', slot - now)
"""
_POSTPONE = f"""{_TIME}
keep(math.max(now, next) + ARGV[1])
"""
_NEXT_FREE = f"""{_TIME}
return string.format('%.6f', math.max(now, next) - now)
"""


class RedisSlots:
    """The slots of one service.

    The server's clock is the only one that counts. So times are seconds from now, and the ``now`` of who asks is 0.
    """

    def __init__(self, server: RedisServer, service: str) -> None:
        self._server = server
        self._service = service

    def book(self, now: float, interval: float) -> float:
        """Takes the next free slot."""
        return now + float(self._ask(_BOOK, interval))

    def postpone(self, seconds: float) -> None:
        """Makes the next free slot later; a response is in hand, so trouble is left to the next booking to tell."""
        with suppress(UsageError):
            self._ask(_POSTPONE, seconds)

    def next_free(self) -> float:
        """Returns the time of the next free slot."""
        return float(self._ask(_NEXT_FREE))

    def _ask(self, script: str, *arguments: float) -> bytes:
        found: bytes = self._server.ask(script, self._server.name("rate", self._service), *arguments)
        return found
