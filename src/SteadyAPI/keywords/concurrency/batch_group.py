"""What keywords that send many requests have in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from SteadyAPI.errors import ContractError, UsageError
from SteadyAPI.keywords.concurrency.responses import Responses
from SteadyAPI.keywords.support.request_options import RequestOptions
from SteadyAPI.keywords.support.sending import SendingGroup

if TYPE_CHECKING:
    from SteadyAPI.engine.concurrency.batch import Batch, BatchRun
    from SteadyAPI.engine.exchange import Exchange
    from SteadyAPI.engine.request.call import Call
    from SteadyAPI.engine.session.session import Session

MOST_AT_ONCE = 256
"""Threads: a machine has only so many, and a server accepts only so many connections."""
MOST_REQUESTS = 100_000
"""In one batch: the responses of all are kept until its end."""
_MOST_KEPT = 32
"""How many connections a session keeps for each host, unless more are needed at once."""


@dataclass(frozen=True, slots=True)
class BatchPlan:
    """How many requests are sent: ``title`` is what the suite wrote, ``at_once`` how many at the same time.

    ``together`` says that the first ones are released at one moment, ``stop`` that the first unexpected response ends
    the rest; ``message`` is the suite's own first line of a failure.
    """

    title: str
    at_once: int
    together: bool = False
    stop: bool = False
    message: str | None = None


class BatchGroup(SendingGroup):
    """From many calls to their responses, one log entry and one verdict."""

    def send_batch(self, session: "Session", calls: "Sequence[Call]", plan: BatchPlan) -> Responses:
        """Sends the calls, records and logs what came of them, and returns the responses in the order of the calls.

        Raises:
            StatusError: When a status is not an expected one.
            NoResponseError: When no unexpected request got a response.
            ContractError: When a response breaks a contract that the session uses.
        """
        from SteadyAPI.engine.concurrency.batch import BatchRun

        self._grow(session, plan.at_once)
        # A rate limit goes first: who is let through one by one can't be released together.
        together = plan.together and session.settings.rate_limit is None
        run = BatchRun(session, calls, plan.at_once, together=together, stop=plan.stop)
        try:
            self._watch(run, plan.title, len(calls))
        finally:
            # Also when the test's own time-out ends it: what was sent is logged.
            run.enter_rest(self._context.ledger.add)
            batch = run.so_far
            run.keep_cookies()
            self._log_batch(session, batch, plan.title)
        return self._verdict(session, batch, plan, judged=calls[0].contract)

    def _watch(self, run: "BatchRun", title: str, count: int) -> None:
        from SteadyAPI.report.console.console_progress import ConsoleProgress

        shown = ConsoleProgress(self._context.log)
        try:
            run.run(
                lambda elapsed, back: shown.show(elapsed, lambda: f"{title} · {back} of {count} responses"),
                self._context.ledger.add,
            )
        finally:
            shown.wipe()

    def _grow(self, session: "Session", at_once: int) -> None:
        """Lets the session keep as many connections as are needed at once, and says so."""
        before = session.transport.grow(at_once) if at_once > _MOST_KEPT else at_once
        if before < at_once:
            who = f'session "{session.alias}" keeps' if session.alias else "calls without a session keep"
            self._context.log.text(f"at_once: {who} up to {at_once} connections open now, {before} until now.")

    def _log_batch(self, session: "Session", batch: "Batch", title: str) -> None:
        """Logs what was sent; the last request of the list is the last one from now on."""
        for exchange in batch.exchanges[-1:]:
            self._context.sessions.adopt(session, exchange)
        from SteadyAPI.report.messages.batch_failures import facts_of

        self._context.ledger.note("batch", facts_of(batch, title))
        self._context.log.settle()
        self._context.log.batch(batch, title)
        self._warn()

    def _verdict(self, session: "Session", batch: "Batch", plan: BatchPlan, *, judged: bool) -> Responses:
        from SteadyAPI.report.messages.batch_failures import broken_contracts, timing_words, unexpected_in_batch

        if batch.unexpected:
            raise unexpected_in_batch(batch, plan.title, plan.message)
        broken = self._broken(session, batch) if judged else {}
        if broken:
            raise broken_contracts(batch, plan.title, broken)
        results = [_result(exchange) for exchange in batch.exchanges]
        return Responses(results, f"{plan.title}, {timing_words(batch)}")

    def _broken(self, session: "Session", batch: "Batch") -> dict[int, ContractError]:
        """Shows every response to the contracts that the session uses; returns the failures by their numbers."""
        broken: dict[int, ContractError] = {}
        for number, exchange in batch.sent:
            for observe in tuple(session.observers.values()):
                try:
                    observe(exchange)
                except ContractError as error:
                    broken.setdefault(number, error)
        return broken


def _result(exchange: "Exchange") -> Any:
    """Returns the response, or the words of the error that the test expects."""
    failure = exchange.failure
    return getattr(exchange.response, "requests_response", None) if failure is None else failure.kind.value


def checked_at_once(at_once: int | None, usual: int) -> int:
    """Returns how many requests are sent at the same time.

    Raises:
        UsageError: When there would be none, or more threads than a machine takes.
    """
    if at_once is None:
        return usual
    if not 1 <= at_once <= MOST_AT_ONCE:
        raise UsageError(f"at_once: expected 1 to {MOST_AT_ONCE} requests at the same time, got {at_once}.")
    return at_once


def check_repeatable(asked: RequestOptions) -> None:
    """Checks that a body can be sent many times; the options have made a call already, so that parts are parts.

    Raises:
        UsageError: When it is an open file or an iterator, which can be read only once.
    """
    from SteadyAPI.engine.retry.replay import part_contents

    if _is_stream(asked.data):
        raise UsageError(
            "data: expected a body that can be sent many times (text, bytes or a dictionary), got a stream, which can "
            "be read only once.\n"
            "  read the file first: ${data} =    Get Binary File    ${path}"
        )
    if any(map(_is_stream, part_contents(asked.files))):
        raise UsageError(
            "files: expected parts that can be sent many times, got an open file, which can be read only once.\n"
            "  give its path: Create Multipart Part    document    path=${path}"
        )


def _is_stream(body: Any) -> bool:
    return hasattr(body, "read") or hasattr(body, "__next__")
