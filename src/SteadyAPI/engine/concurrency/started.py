"""Requests that are on their way while the test goes on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import perf_counter

from SteadyAPI.engine.concurrency.completion import Completion
from SteadyAPI.engine.concurrency.lane import Lanes, Sent
from SteadyAPI.engine.concurrency.stop import GRACE, SLICE, Stop
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request_thread import RequestThread
from SteadyAPI.engine.session.session import Session
from SteadyAPI.engine.transport.current_attempt import current
from SteadyAPI.errors import UsageError


@dataclass(frozen=True, slots=True)
class Order:
    """What was started: ``title`` is method and URL as the suite wrote them, ``place`` the test or suite it was in."""

    name: str
    title: str
    place: str
    session: Session
    call: Call
    message: str | None = None
    close: Callable[[], None] = lambda: None
    """Closes the files that went into it."""


class StartedRequest:
    """One request in a thread of its own, sent at once."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self._stop = Stop()
        self._lanes = Lanes(order.session, self._stop)
        self._back = Completion()
        self._sent: Sent | None = None
        self._error: BaseException | None = None
        self._began = perf_counter()
        self._thread = RequestThread(self._work)
        self._thread.start()

    @property
    def elapsed(self) -> float:
        """The seconds since it was started."""
        return perf_counter() - self._began

    def is_back_within(self, seconds: float | None) -> bool:
        """Waits until there is a response or a failure, for some seconds at most; ``None`` waits without limit."""
        until = None if seconds is None else perf_counter() + seconds
        while True:
            left = SLICE if until is None else min(SLICE, max(0.0, until - perf_counter()))
            if self._back.wait(left):
                return True
            if until is not None and perf_counter() >= until:
                return False

    def taken(self) -> Sent | None:
        """Returns what came of it, and gives the session its cookies; ``None`` when nothing of it was sent.

        Raises:
            SteadyAPIError: When it couldn't be made, or has no token.
        """
        self._thread.join(GRACE)
        self.order.close()
        if self._error is not None:
            raise self._error
        if self._sent is not None:
            self.order.session.transport.keep_cookies_of(self._sent.transport)
        return self._sent

    def end(self) -> Sent | None:
        """Ends it, and returns what came of it; a request that couldn't be made is gone without a word."""
        self._stop.end_all()
        self._error = None
        return self.taken()

    def _work(self) -> None:
        abort = current.aborter()
        self._stop.enlist(abort)
        try:
            self._sent = self._lanes.send(self.order.call)
        except BaseException as error:  # noqa: BLE001  raised where it is waited for
            self._error = error
        finally:
            self._stop.dismiss(abort)
            self._back.set()


class StartedRequests:
    """The requests that are on their way, in the order in which they were started, by their names."""

    def __init__(self) -> None:
        self._requests: dict[str, StartedRequest] = {}
        self._gone: dict[str, str] = {}

    def __iter__(self) -> Iterator[StartedRequest]:
        return iter(tuple(self._requests.values()))

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._requests

    def add(self, order: Order) -> StartedRequest:
        """Sends a request and remembers it."""
        self._gone.pop(_key(order.name), None)
        request = self._requests[_key(order.name)] = StartedRequest(order)
        return request

    def get(self, name: str) -> StartedRequest:
        """Returns a request; case, spaces and underscores of its name don't matter.

        Raises:
            UsageError: When none goes by that name.
        """
        found = self._requests.get(_key(name))
        if found is not None:
            return found
        if _key(name) in self._gone:
            raise UsageError(f'"{name}" {self._gone[_key(name)]}')
        names = ", ".join(f'"{each.order.name}"' for each in self) or "none"
        raise UsageError(
            f'no request was started as "{name}"; on their way: {names}.\n'
            f"  start it first: Start Request    GET    /orders    as={name}"
        )

    def forget(self, request: StartedRequest, *, taken: bool) -> None:
        """Takes a request out whose response was taken, or that was ended without."""
        name = request.order.name
        self._requests.pop(_key(name), None)
        self._gone[_key(name)] = (
            f"was waited for already: its response was returned then.\n"
            f"  keep it: ${{response}} =    Wait For Started Response    {name}"
            if taken
            else "was ended with the test or suite that started it: nobody had taken its response.\n"
            "  wait for it there, or start it in the setup of the suite"
        )

    def of(self, place: str) -> list[StartedRequest]:
        """Returns those that were started in a test or suite."""
        return [request for request in self if request.order.place == place]


def _key(name: str) -> str:
    return "".join(name.lower().replace("_", " ").split())
