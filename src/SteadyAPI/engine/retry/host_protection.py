"""Protection of the run and its servers, host by host: the breaker and the retry budget."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from SteadyAPI.engine.clock import Clock
from SteadyAPI.engine.exchange import FailureClass, FailureKind
from SteadyAPI.engine.request.url import origin
from SteadyAPI.engine.retry.breaker import Breaker
from SteadyAPI.engine.retry.budget import RetryBudget
from SteadyAPI.engine.transport import Delivery

_LOST_STATUSES = frozenset({502, 503, 504})
_LOST_FAILURES = frozenset({FailureClass.UNSENT, FailureClass.STALE, FailureClass.AMBIGUOUS})
_SERVER_ERROR = 500


@dataclass(slots=True)
class HostHealth:
    """What is known of a host that gave trouble."""

    breaker: Breaker = field(default_factory=Breaker)
    budget: RetryBudget = field(default_factory=RetryBudget)
    refusing: bool = False
    lost_at: float = -math.inf
    """When the last request that counts was lost, in seconds of the monotonic clock."""

    @property
    def gave_trouble(self) -> bool:
        """Returns whether the host hasn't fully recovered."""
        return self.breaker.is_open or self.breaker.lost_in_a_row > 0 or not self.budget.full


class Protection:
    """The health of every host that gave trouble in this run; a healthy host has no entry and costs a look-up.

    Thread-safe. Hosts go by scheme, name and port. With ``shared_breaker``, which makes the breaker of a host that
    other processes know too, every host has an entry: they may have seen its trouble.
    """

    def __init__(self, shared_breaker: Callable[[str], Breaker] | None = None) -> None:
        self._shared_breaker = shared_breaker
        self._hosts: dict[str, HostHealth] = {}
        self._lock = Lock()
        self._warning: str | None = None
        self._warned = False

    def admits(self, url: str, clock: Clock) -> tuple[bool, str]:
        """Returns whether a request may be retried, and why it may not be sent at all (empty: it may).

        While the breaker is open, one request in a while goes out as a probe, without retries.
        """
        host = _host(url)
        health = self._hosts.get(host)
        if health is None and self._shared_breaker is not None:
            with self._lock:
                health = self._health(host)
        if health is None or not health.breaker.is_open:
            return True, ""
        now = clock.monotonic()
        with self._lock:
            if health.breaker.probes(now):
                return False, ""
            return False, health.breaker.explanation(_name(host), now)

    def settle(
        self,
        url: str,
        delivery: Delivery,
        clock: Clock,
        *,
        counts: bool,
        took: float = 0.0,
        waited_for_server: bool = False,
    ) -> None:
        """Enters how a request ended, after all its attempts.

        Any response below 500 shows that the host is there. A lost request counts only if ``counts``: a test that
        expects the failure says nothing about the host. ``took`` is how many seconds ago it began: those that were on
        their way at the same time are lost by one event, and count once. ``waited_for_server`` says that a refused
        connection was tried for a while.
        """
        host = _host(url)
        health = self._hosts.get(host)
        response = delivery.response
        if response is not None and response.status < _SERVER_ERROR:
            if health is not None:
                self._recovered(host, health)
            return
        if counts and _is_lost(delivery):
            with self._lock:
                lost = self._health(host)
                now = clock.monotonic()
                if now - took >= lost.lost_at:
                    lost.lost_at = now
                    lost.breaker.lost(_cause(delivery), now, clock.now().astimezone())
                refused = delivery.failure is not None and delivery.failure.kind is FailureKind.REFUSED
                lost.refusing = refused and (lost.refusing or waited_for_server)

    def is_refusing(self, url: str) -> bool:
        """Returns whether the host refuses connections, and a request has waited in vain for that to end."""
        health = self._hosts.get(_host(url)) if self._hosts else None
        return health is not None and health.refusing

    def charge(self, url: str, cost: float) -> bool:
        """Takes the cost of a retry from the host's budget; the first refusal of the run is worth a warning."""
        host = _host(url)
        with self._lock:
            if self._health(host).budget.take(cost):
                return True
            if not self._warned:
                self._warned = True
                self._warning = (
                    f"The retry budget of {_name(host)} is used up: its requests are no longer retried until they are "
                    "answered at the first try.\n  To start afresh, write: Reset Host Health"
                )
            return False

    def warning(self) -> str | None:
        """Returns the warning of the run, once."""
        warning, self._warning = self._warning, None
        return warning

    def health(self) -> dict[str, HostHealth]:
        """Returns the hosts that gave trouble and haven't fully recovered, by scheme, name and port."""
        with self._lock:
            return {_name(host, scheme=True): health for host, health in self._hosts.items() if health.gave_trouble}

    def reset(self, url: str | None) -> None:
        """Forgets the trouble of a host, or of all."""
        with self._lock:
            if url is not None and self._shared_breaker is not None:
                self._health(_host(url))
            for host in [host for host in self._hosts if url is None or origin(host) == origin(url)]:
                self._hosts.pop(host).breaker.close()

    def _health(self, host: str) -> HostHealth:
        health = self._hosts.get(host)
        if health is None:
            health = self._hosts[host] = HostHealth(
                Breaker() if self._shared_breaker is None else self._shared_breaker(host)
            )
        return health

    def _recovered(self, host: str, health: HostHealth) -> None:
        with self._lock:
            if health.breaker.lost_in_a_row:
                health.breaker.close()
            health.refusing = False
            health.budget.reward()
            if health.budget.full and self._shared_breaker is None:
                self._hosts.pop(host, None)


def _is_lost(delivery: Delivery) -> bool:
    if delivery.failure is not None:
        return delivery.failure.failure_class in _LOST_FAILURES
    return delivery.response is not None and delivery.response.status in _LOST_STATUSES


def _cause(delivery: Delivery) -> str:
    if delivery.failure is not None:
        return delivery.failure.kind.value
    return str(delivery.response.status) if delivery.response else ""


def _host(url: str) -> str:
    """Cuts a URL behind its host, quickly: every request passes here."""
    end = url.find("/", 8)
    # A URL without a path may have a query all the same.
    return (url if end < 0 else url[:end]).partition("?")[0].partition("#")[0]


def _name(host: str, *, scheme: bool = False) -> str:
    """Names a host in a message, without the name and password that its URL may hold."""
    return origin(host) if scheme else origin(host).partition("://")[2]


RUN_PROTECTION = Protection()
"""The protection of this process: a dead host is dead for every library import."""
