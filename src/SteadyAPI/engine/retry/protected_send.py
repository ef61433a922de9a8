"""The way of one request through everything that protects it: rate limit, breaker, retries, budget."""

from SteadyAPI.engine.exchange import Failure, FailureClass, FailureKind, Request
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.retry.attempt_log import AttemptLog, RetryOutcome, sent_as
from SteadyAPI.engine.retry.host_protection import Protection
from SteadyAPI.engine.retry.policy import NO_RETRIES, RetryPolicy
from SteadyAPI.engine.retry.rate_limit import RateLimit
from SteadyAPI.engine.retry.retry_loop import RetryRun
from SteadyAPI.engine.transport import Delivery, Transport


def dispatch(
    request: Request,
    call: Call,
    transport: Transport,
    *,
    policy: RetryPolicy,
    limit: RateLimit | None,
    protection: Protection,
    log: AttemptLog,
) -> RetryOutcome:
    """Sends a request until a response ends it or its policy does; while the breaker is open, it fails at once.

    Args:
        request: What to send.
        call: What the suite asked for; its own policy goes before the session's.
        transport: Makes one attempt.
        policy: The session's policy.
        limit: The session's rate limit, if it has one.
        protection: The breakers and budgets of the run.
        log: The attempts of the exchange so far; this request's are added. Its clock is used.
    """
    policy = call.policy or policy
    if not call.retries or call.expect_error:
        policy = NO_RETRIES
    counts = not call.expects_trouble
    if counts:
        retried, refusal = protection.admits(request.url, log.clock)
        if refusal:
            return _refused(request, refusal, log)
        policy = policy if retried else NO_RETRIES
    outcome = RetryRun(
        policy,
        request,
        call.expected,
        lambda timeout, budget: transport.send(request, timeout, budget),
        log,
        charge=lambda cost: call.polls or protection.charge(request.url, cost),
        limit=limit,
        known_refusing=protection.is_refusing(request.url),
    ).run()
    protection.settle(
        request.url,
        outcome.delivery,
        log.clock,
        counts=counts,
        took=log.elapsed,
        waited_for_server=policy.refused_for > 0,
    )
    return outcome


def _refused(request: Request, refusal: str, log: AttemptLog) -> RetryOutcome:
    delivery = Delivery(sent_as(request), failure=Failure(FailureKind.BREAKER, FailureClass.FATAL, refusal))
    log.add(request, delivery, log.elapsed)
    return RetryOutcome(delivery, tuple(log.attempts), log.elapsed)
