"""The failure message of a wait that ended without what it waited for."""

from collections.abc import Iterable
from itertools import groupby

from SteadyAPI.engine.units import duration
from SteadyAPI.engine.waiting.polling import Poll, Wait
from SteadyAPI.errors import ExpectationError
from SteadyAPI.report.log_entry.wait_view import poll_count, request_of

_MOST_STEPS = 8


def wait_failure(wait: Wait, what: str, expected: str, message: str | None) -> ExpectationError:
    """Makes the error of a wait that ended without what it waited for.

    Args:
        wait: What happened.
        what: What was looked at, such as ``$.status``.
        expected: What it should have become.
        message: The suite's own text, to stand in front.
    """
    last, count = wait.last, poll_count(len(wait.polls))
    if last.observation.of_response:
        what, expected = "the answer", f"{what} = {expected}"
    shown = {poll.observation.shown for poll in wait.polls}
    if last.observation.bad:
        outcome = f"became {last.observation.shown} after {duration(wait.elapsed)} ({count})"
    elif len(shown) == 1:
        outcome = f"stayed {last.observation.shown} for {duration(wait.elapsed)} ({count})"
    else:
        outcome = f"is {last.observation.shown} after {duration(wait.elapsed)} ({count})"
    first = f"{request_of(last.exchange)}: {what} {outcome}, expected {expected}"
    lines = [f"{message}\n  {first}" if message else first]
    if len(shown) > 1:
        lines.append(f"  it was {_history(wait.polls)}")
    if last.observation.why:
        lines.append(last.observation.why)
    return ExpectationError("\n".join(lines), last.exchange)


def _history(polls: Iterable[Poll]) -> str:
    steps = [(shown, len(list(group))) for shown, group in groupby(poll.observation.shown for poll in polls)]
    steps_shown = [f"{shown} ({poll_count(count)})" for shown, count in steps[-_MOST_STEPS:]]
    return ", then ".join(["…", *steps_shown] if len(steps) > _MOST_STEPS else steps_shown)
