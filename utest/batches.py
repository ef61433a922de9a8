"""What tests of batches share."""

from typing import Any

from SteadyAPI.engine.concurrency.batch import BatchRun
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request.expectation import expect
from SteadyAPI.engine.session.session import Session

CALL = Call(method="GET", url="/orders", expected=expect("any"))
PATIENCE = 60
"""Seconds that a test waits for a thread at most."""


class Interruption(BaseException):
    """What ends the wait from outside."""


def run(shop: Session, calls: list[Call], at_once: int, **options: Any) -> BatchRun:
    made = BatchRun(shop, calls, at_once, **options)
    made.run(lambda _elapsed, _back: None)
    return made
