"""Where several processes keep one token: one of them at a time reads and changes it."""

import json
from abc import abstractmethod
from contextlib import AbstractContextManager
from dataclasses import asdict
from typing import Protocol

from SteadyAPI.engine.clock import Clock
from SteadyAPI.engine.token.token import Token


class Slot(Protocol):
    """One stored token; no other process reads or changes it until it is released."""

    @abstractmethod
    def read(self) -> Token | None:
        """Returns the stored token, or ``None``."""

    @abstractmethod
    def write(self, token: Token | None) -> None:
        """Stores a token, or deletes the stored one."""


class SharedTokenStore(Protocol):
    """Where processes share one token."""

    @abstractmethod
    def opened(self) -> AbstractContextManager[Slot]:
        """Waits until no other process uses the token, and locks it."""


def token_to_json(token: Token, clock: Clock) -> str:
    """Writes a token as JSON; its end becomes a time of day, because every process's monotonic clock is its own."""
    left = None if token.expires is None else token.expires - clock.monotonic()
    ends = None if left is None else clock.now().timestamp() + left
    return json.dumps({**asdict(token), "expires": ends})


def token_from_json(text: str, clock: Clock) -> Token | None:
    """Reads what ``token_to_json`` wrote; anything else, such as a file cut by a crash, is no token."""
    try:
        fields = json.loads(text)
        ends = fields.pop("expires")
        expires = None if ends is None else ends - clock.now().timestamp() + clock.monotonic()
        return Token(**fields, expires=expires)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
