"""What a run shares through a Redis server, by what it belongs to."""

import socket
from collections.abc import Callable
from urllib.parse import urlsplit

from SteadyAPI.engine.clock import Clock
from SteadyAPI.engine.request.url import origin
from SteadyAPI.engine.sharing.redis_address import RedisAddress
from SteadyAPI.engine.sharing.redis_breaker import RedisBreaker
from SteadyAPI.engine.sharing.redis_server import RedisServer
from SteadyAPI.engine.sharing.redis_slots import RedisSlots
from SteadyAPI.engine.sharing.redis_tokens import RedisTokenStore
from SteadyAPI.engine.transport.set_cookie import is_loopback


class SharedRedis:
    """Tokens, rate limits and breakers on one Redis server.

    A service on a loopback address is another one on each machine: only processes of that machine share what is its.
    """

    def __init__(self, address: RedisAddress, clock: Clock, register: Callable[[str], object]) -> None:
        """Remembers where the server is; nothing is opened before the first use.

        Args:
            address: Where it is.
            clock: Time.
            register: Gets the key of the run before anything else does, to mask it.
        """
        self._server = RedisServer(address, clock, register)
        self._clock = clock

    def token_store(self, name: str, url: str) -> RedisTokenStore:
        """Returns the place of one token of the provider at a URL."""
        return RedisTokenStore(self._server, f"{name} {_machine(url)}", self._clock)

    def slots(self, url: str) -> RedisSlots:
        """Returns the slots of a service's rate limit."""
        return RedisSlots(self._server, _service(url))

    def breaker(self, url: str) -> RedisBreaker:
        """Returns the breaker of a host."""
        return RedisBreaker(self._server, _service(url), self._clock)


def _service(url: str) -> str:
    return f"{origin(url)} {_machine(url)}"


def _machine(url: str) -> str:
    return socket.gethostname() if is_loopback(urlsplit(url).hostname or "") else ""
