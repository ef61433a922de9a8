"""The failure of a test that expected an error and got something else."""

from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.engine.units import duration
from SteadyAPI.errors import ExpectationError


def other_outcome(exchange: Exchange, wanted: str, message: str | None = None) -> ExpectationError:
    """Makes the error for a request whose outcome is not the expected error.

    Args:
        exchange: What happened.
        wanted: The expected error as the suite wrote it.
        message: The suite's own text, to stand in front.
    """
    asked = f"{exchange.request.method} {exchange.request.url}"
    response, failure = exchange.response, exchange.failure
    if response is not None:
        got = f"an answer: {response.status} {response.reason}".strip()
    else:
        got = failure.kind.value if failure else "no answer"
    expected = "an error" if wanted == "any" else f"the error {wanted}"
    line = f"Expected {expected}, got {got}: {asked} ({duration(exchange.elapsed)})"
    return ExpectationError(f"{message}\n  {line}" if message else line, exchange)
