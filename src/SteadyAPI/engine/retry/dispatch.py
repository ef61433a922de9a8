"""The way of one request through everything that protects it: rate limit, breaker, retries, budget."""

from SteadyAPI.engine.clock import Clock
from SteadyAPI.engine.exchange import Attempt, Failure, FailureClass, FailureKind, Request, SentRequest
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.retry.policy import NO_RETRIES, RetryPolicy
from SteadyAPI.engine.retry.protection import Protection
from SteadyAPI.engine.retry.rate_limit import RateLimit
from SteadyAPI.engine.retry.run import RetryOutcome, RetryRun
from SteadyAPI.engine.transport import Delivery, Transport


def dispatch(
    request: Request,
    call: Call,
    transport: Transport,
    *,
    policy: RetryPolicy,
    limit: RateLimit | None,
    protection: Protection,
    clock: Clock,
) -> RetryOutcome:
    """Sends a request until it is answered or its policy ends it; what goes to a dead host is turned away at once.

    Args:
        request: What to send.
        call: What the suite asked for; its own policy goes before the session's.
        transport: Makes one attempt.
        policy: The session's policy.
        limit: The session's rate limit, if it has one.
        protection: The breakers and budgets of the run.
        clock: Time and chance.
    """
    policy = call.policy or policy
    if not call.retries or call.expect_error:
        policy = NO_RETRIES
    counts = not call.expects_trouble
    if counts:
        retried, refusal = protection.admits(request.url, clock)
        if refusal:
            return _refused(request, refusal)
        policy = policy if retried else NO_RETRIES
    outcome = RetryRun(
        policy,
        request,
        call.expected,
        lambda timeout, budget: transport.send(request, timeout, budget),
        clock,
        charge=lambda cost: call.polls or protection.charge(request.url, cost),
        limit=limit,
    ).run()
    protection.settle(request.url, outcome.delivery, clock, counts=counts)
    return outcome


def _refused(request: Request, refusal: str) -> RetryOutcome:
    failure = Failure(FailureKind.BREAKER, FailureClass.FATAL, refusal)
    sent = SentRequest(request.method, request.url, request.headers)
    return RetryOutcome(Delivery(sent, failure=failure), (Attempt(1, at=0.0, took=0.0, failure=failure),), 0.0)
