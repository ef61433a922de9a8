"""One request in a thread of its own: over the session's connections, and apart from everything else it holds."""

from dataclasses import dataclass, replace
from datetime import timedelta

from SteadyAPI.engine.clock import Clock
from SteadyAPI.engine.concurrency.stop import Stop, Stopped
from SteadyAPI.engine.exchange import Exchange, Request, Timeout
from SteadyAPI.engine.ledger import Ledger
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.session.session import Session
from SteadyAPI.engine.transport import Delivery, SessionTransport
from SteadyAPI.engine.transport.http1.starting_gate import GateTicket, StartingGate


class _NoLedger(Ledger):
    """Enters nothing: exchanges are entered by the main thread, in order."""

    def add(self, exchange: Exchange) -> None:
        """Leaves the exchange to the main thread."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A request that was sent by another thread, with what the main thread has to take from it."""

    exchange: Exchange
    transport: SessionTransport


class _Stoppable:
    """A transport that sends nothing more when its threads are to end."""

    def __init__(self, transport: SessionTransport, stop: Stop) -> None:
        self._transport = transport
        self._stop = stop
        self.has_sent = False

    def send(self, request: Request, timeout: Timeout, budget: float | None) -> Delivery:
        """Sends the request once, unless the threads are to end."""
        self._stop.check()
        delivery = self._transport.send(request, timeout, budget)
        self.has_sent = True
        if delivery.failure is not None:
            # Its connection was closed to end it.
            self._stop.check()
        return delivery


class Lanes:
    """The ways of several threads through one session; made in the main thread.

    Each request sees the cookies of the moment at which the lanes were made. Rate limit, breaker, retry budget, tokens
    and kept connections are those of the session and its host.
    """

    def __init__(self, session: Session, stop: Stop) -> None:
        self.session = session
        self._stop = stop
        self._base = session.transport.apart()
        around = session.surroundings
        self._clock = replace(around.clock, sleep=stop.sleep)
        self._surroundings = replace(around, ledger=_NoLedger(), on_interrupt=lambda _: None)

    def send(self, call: Call, gate: StartingGate | None = None) -> Sent | None:
        """Sends a request; ``None`` when it was stopped before anything of it was sent.

        Args:
            call: The request.
            gate: Where its first byte waits for those of other requests.
        """
        if gate is None:
            return self._send(call, self._clock)
        with gate.ticket() as ticket:
            sent = self._send(call, _without_wait(self._clock, ticket))
        if sent is None:
            return None
        moment = sent.exchange.started + timedelta(seconds=ticket.held)
        return Sent(replace(sent.exchange, started=moment), sent.transport)

    def _send(self, call: Call, clock: Clock) -> Sent | None:
        transport = self._base.apart()
        stoppable = _Stoppable(transport, self._stop)
        session = self.session.apart(stoppable, replace(self._surroundings, clock=clock))
        try:
            exchange = session.send(call)
        except Stopped:
            if not stoppable.has_sent or session.last is None:
                return None
            exchange = session.last
        return Sent(exchange, transport)


def _without_wait(clock: Clock, ticket: GateTicket) -> Clock:
    """Returns a clock that stands still at the gate: no request takes longer because another one comes late."""
    return replace(clock, monotonic=lambda: clock.monotonic() - ticket.held)
