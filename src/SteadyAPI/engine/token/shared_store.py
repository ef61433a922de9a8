"""Where several processes keep one token: one of them at a time may look and change it."""

import json
from abc import abstractmethod
from contextlib import AbstractContextManager
from dataclasses import asdict
from typing import Protocol

from SteadyAPI.engine.clock import Clock
from SteadyAPI.engine.token.token import Token


class Slot(Protocol):
    """The place of one token, held by this process alone until the vault is closed again."""

    @abstractmethod
    def read(self) -> Token | None:
        """Returns the token that is there."""

    @abstractmethod
    def write(self, token: Token | None) -> None:
        """Puts a token there, or takes it away."""


class SharedTokenStore(Protocol):
    """The place of one token that processes share."""

    @abstractmethod
    def opened(self) -> AbstractContextManager[Slot]:
        """Waits until no other process holds the place, and holds it."""


def packed(token: Token, clock: Clock) -> str:
    """Writes a token as JSON; its end becomes a time of day, because every process's monotonic clock is its own."""
    left = None if token.expires is None else token.expires - clock.monotonic()
    ends = None if left is None else clock.now().timestamp() + left
    return json.dumps({**asdict(token), "expires": ends})


def unpacked(text: str, clock: Clock) -> Token | None:
    """Reads what `packed` wrote; anything else, such as a file cut by a crash, is no token."""
    try:
        fields = json.loads(text)
        ends = fields.pop("expires")
        expires = None if ends is None else ends - clock.now().timestamp() + clock.monotonic()
        return Token(**fields, expires=expires)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
