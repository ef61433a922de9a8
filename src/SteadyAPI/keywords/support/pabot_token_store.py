"""Tokens shared between the processes of a pabot run through PabotLib: in memory, nothing on disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

from SteadyAPI.engine.clock import Clock
from SteadyAPI.engine.token.shared_store import Slot, token_from_json, token_to_json
from SteadyAPI.engine.token.token import Token
from SteadyAPI.errors import UsageError

_PREFIX = "SteadyAPI token "
_PATIENCE = 2.0
_LEASE = 60.0
_LONGEST_WAIT = 180.0
_PAUSE = 0.05


def pabot_token_store(name: str, clock: Clock) -> "PabotTokenStore | None":
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
    return PabotTokenStore(library, f"{_PREFIX}{name}", clock)


def _answers(address: str) -> bool:
    """Returns whether PabotLib listens: pabot names its address even where it wasn't started."""
    import socket

    host, _, port = address.rpartition(":")
    try:
        socket.create_connection((host, int(port)), _PATIENCE).close()
    except (OSError, ValueError):
        return False
    return True


class PabotTokenStore:
    """One token under a key of PabotLib, which one worker at a time holds.

    PabotLib never takes a lock from a worker that died. So its lock is held for a moment only, to take a lease, and a
    lease ends by itself.
    """

    def __init__(self, library: Any, key: str, clock: Clock) -> None:
        self._library = library
        self._key = key
        self._clock = clock
        self._me = uuid4().hex

    @contextmanager
    def opened(self) -> Iterator[Slot]:
        """Waits until no other worker holds the place, or the one that does has been gone for a minute.

        Raises:
            UsageError: When the place stays held.
        """
        until = self._clock.monotonic() + _LONGEST_WAIT
        while not self._leased():
            if self._clock.monotonic() > until:
                raise UsageError(
                    f"shared: other workers have held the token for {_LONGEST_WAIT:g} s.\n"
                    "  is the provider reachable? each of them waits for its answer"
                )
            self._clock.sleep(_PAUSE)
        try:
            yield _PabotSlot(self._library, self._key, self._clock)
        finally:
            self._leave()

    def _leased(self) -> bool:
        now = self._clock.now().timestamp()
        with self._locked() as (holder, end):
            if holder and end > now:
                return False
            self._library.set_parallel_value_for_key(f"{self._key} lease", f"{self._me} {now + _LEASE}")
            return True

    def _leave(self) -> None:
        with self._locked() as (holder, _):
            # Another one has it when this one took longer than its lease.
            if holder == self._me:
                self._library.set_parallel_value_for_key(f"{self._key} lease", "")

    @contextmanager
    def _locked(self) -> Iterator[tuple[str, float]]:
        """Holds PabotLib's lock, and gives who has the lease, and until when in seconds since 1970."""
        self._library.acquire_lock(self._key)
        try:
            lease = str(self._library.get_parallel_value_for_key(f"{self._key} lease") or "")
            holder, _, end = lease.partition(" ")
            yield holder, float(end or 0)
        finally:
            self._library.release_lock(self._key)


class _PabotSlot:
    def __init__(self, library: Any, key: str, clock: Clock) -> None:
        self._library = library
        self._key = key
        self._clock = clock

    def read(self) -> Token | None:
        return token_from_json(str(self._library.get_parallel_value_for_key(self._key)), self._clock)

    def write(self, token: Token | None) -> None:
        stored = "" if token is None else token_to_json(token, self._clock)
        self._library.set_parallel_value_for_key(self._key, stored)
