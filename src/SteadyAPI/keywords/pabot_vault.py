"""Tokens shared between the processes of a pabot run through PabotLib: in memory, nothing on disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from SteadyAPI.engine.clock import Clock
from SteadyAPI.engine.token import Token
from SteadyAPI.engine.token.vault import Slot, packed, unpacked

_PREFIX = "SteadyAPI token "
_PATIENCE = 2.0


def pabot_vault(name: str, clock: Clock) -> "PabotVault | None":
    """Returns the place of one token in PabotLib; ``None`` when this run isn't one of pabot's, or without PabotLib."""
    from robot.libraries.BuiltIn import BuiltIn, RobotNotRunningError

    try:
        address = BuiltIn().get_variable_value("${PABOTLIBURI}")
    except RobotNotRunningError:
        return None
    if not address or not _answers(str(address)):
        return None
    from importlib import import_module

    # By name: pabot is here when it started this process, and isn't needed otherwise.
    library = import_module("pabot.pabotlib").PabotLib()
    return PabotVault(library, f"{_PREFIX}{name}", clock)


def _answers(address: str) -> bool:
    """Tells whether PabotLib listens: pabot names its address even where it wasn't started."""
    import socket

    host, _, port = address.rpartition(":")
    try:
        socket.create_connection((host, int(port)), _PATIENCE).close()
    except (OSError, ValueError):
        return False
    return True


class PabotVault:
    """One token under a key of PabotLib, behind a lock of the same name."""

    def __init__(self, library: Any, key: str, clock: Clock) -> None:
        self._library = library
        self._key = key
        self._clock = clock

    @contextmanager
    def opened(self) -> Iterator[Slot]:
        """Waits until no other process holds the place, and holds it."""
        self._library.acquire_lock(self._key)
        try:
            yield _PabotSlot(self._library, self._key, self._clock)
        finally:
            self._library.release_lock(self._key)


class _PabotSlot:
    def __init__(self, library: Any, key: str, clock: Clock) -> None:
        self._library = library
        self._key = key
        self._clock = clock

    def read(self) -> Token | None:
        return unpacked(str(self._library.get_parallel_value_for_key(self._key)), self._clock)

    def write(self, token: Token | None) -> None:
        packed_token = "" if token is None else packed(token, self._clock)
        self._library.set_parallel_value_for_key(self._key, packed_token)
