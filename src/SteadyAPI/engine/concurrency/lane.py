"""One request in a thread of its own: over the session's connections, and apart from everything else it holds."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import timedelta
from threading import Lock

from SteadyAPI.engine.clock import Clock
from SteadyAPI.engine.concurrency.stop import SLICE, Stop, Stopped
from SteadyAPI.engine.exchange import Exchange, Request, Timeout
from SteadyAPI.engine.ledger import Ledger
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.session.session import Session, TokenSource
from SteadyAPI.engine.transport import Delivery, SessionTransport
from SteadyAPI.engine.transport.http1.starting_gate import GateTicket, StartingGate
from SteadyAPI.errors import SteadyAPIError


class _NoLedger(Ledger):
    """Enters nothing: exchanges are entered by the main thread, in order."""

    def add(self, exchange: Exchange) -> None:
        """Leaves the exchange to the main thread."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A request that was sent by another thread, with what the main thread has to take from it.

    ``error`` is what ended it after an attempt, such as a token that can't be renewed.
    """

    exchange: Exchange
    transport: SessionTransport
    error: SteadyAPIError | None = None


class _Stoppable:
    """A transport that sends nothing more when its threads are to end."""

    def __init__(self, transport: SessionTransport, stop: Stop, ticket: GateTicket | None) -> None:
        self._transport = transport
        self._stop = stop
        self._ticket = ticket
        self.has_sent = False

    def send(self, request: Request, timeout: Timeout, budget: float | None) -> Delivery:
        """Sends the request once, unless the threads are to end."""
        self._stop.check()
        ticket, self._ticket = self._ticket, None
        # Here, and not around the whole request: others may wait for a token that is being fetched for it.
        with ticket or nullcontext():
            delivery = self._transport.send(request, timeout, budget)
        self.has_sent = True
        if delivery.failure is not None:
            # Its connection was closed to end it.
            self._stop.check()
        return delivery


class _TokenInTurn:
    """A token source that the threads of one batch ask one after the other, until they are to end.

    While one fetches a token, the others wait here: the source's own lock can't be given up.
    """

    def __init__(self, source: TokenSource, stop: Stop, lock: Lock) -> None:
        self._source = source
        self._stop = stop
        self._lock = lock

    def value(self) -> str:
        """Returns the token without its type."""
        with self._turn():
            return self._source.value()

    def renew(self, refused: str) -> str | None:
        """Returns another token than the one that was refused; ``None`` when there is no other."""
        with self._turn():
            return self._source.renew(refused)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        while not self._lock.acquire(timeout=SLICE):
            self._stop.check()
        try:
            self._stop.check()
            yield
        finally:
            self._lock.release()


class Lanes:
    """The ways of several threads through one session; made in the main thread.

    Each request sees the cookies of the moment at which the lanes were made. Rate limit, breaker, retry budget, tokens
    and kept connections are those of the session and its host.
    """

    def __init__(self, session: Session, stop: Stop) -> None:
        self.session = session
        self._stop = stop
        self._token_lock = Lock()
        self._base = session.transport.apart()
        around = session.surroundings
        self._clock = replace(around.clock, sleep=stop.sleep)
        self._surroundings = replace(around, ledger=_NoLedger(), on_interrupt=lambda _: None)

    def send(self, call: Call, gate: StartingGate | None = None) -> Sent | None:
        """Sends a request; ``None`` when it was stopped before anything of it was sent.

        Args:
            call: The request.
            gate: Where its first byte waits for those of other requests.

        Raises:
            SteadyAPIError: When it can't be made, or has no token.
        """
        if gate is None:
            return self._send(call, self._clock, None)
        ticket = gate.ticket()
        try:
            sent = self._send(call, _without_wait(self._clock, ticket), ticket)
        finally:
            ticket.leave()
        if sent is None:
            return None
        moment = sent.exchange.started + timedelta(seconds=ticket.held)
        return replace(sent, exchange=replace(sent.exchange, started=moment))

    def _send(self, call: Call, clock: Clock, ticket: GateTicket | None) -> Sent | None:
        transport = self._base.apart()
        stoppable = _Stoppable(transport, self._stop, ticket)
        session = self.session.apart(stoppable, replace(self._surroundings, clock=clock))
        if (source := session.authentication.token) is not None:
            session.authentication.token = _TokenInTurn(source, self._stop, self._token_lock)
        try:
            exchange = session.send(call)
        except Stopped:
            if not stoppable.has_sent or session.last is None:
                return None
            exchange = session.last
        except SteadyAPIError as error:
            if session.last is None:
                raise
            return Sent(session.last, transport, error)
        return Sent(exchange, transport)


def _without_wait(clock: Clock, ticket: GateTicket) -> Clock:
    """Returns a clock that stands still at the gate: no request takes longer because another one comes late."""
    return replace(clock, monotonic=lambda: clock.monotonic() - ticket.held)
