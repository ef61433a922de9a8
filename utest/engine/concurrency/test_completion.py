"""The main thread waits for others, and a signal may end the wait at any step."""

import sys
from collections.abc import Callable
from threading import Thread
from types import FrameType
from typing import Any

import pytest

from SteadyAPI.engine.concurrency.completion import Completion

PATIENCE = 60
FEW_STEPS = 500


class Interruption(BaseException):
    """What a signal handler raises."""


def wait_ended_at_step(step: int, completion: Completion) -> bool:
    """Waits for a moment, and is ended at that step of Python; returns whether there was such a step."""
    left = step

    def trace(frame: FrameType, event: str, _: Any) -> Callable[..., Any]:
        nonlocal left
        frame.f_trace_opcodes = True
        if event == "opcode":
            left -= 1
            if left == 0:
                raise Interruption
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        completion.wait(0.0001)
    except (Interruption, RuntimeError):
        return True
    finally:
        sys.settrace(before)
    return False


def is_known_to_both(completion: Completion) -> bool:
    """Sets it in a thread and waits for it; returns whether that ended."""
    known = list[bool]()

    def wait() -> None:
        completion.set()
        known.append(completion.wait(PATIENCE))

    thread = Thread(target=wait, daemon=True)
    thread.start()
    thread.join(PATIENCE)
    return known == [True]


def test_a_wait_may_end_at_any_step() -> None:
    steps = 0
    for step in range(1, FEW_STEPS):
        completion = Completion()
        was_ended = wait_ended_at_step(step, completion)
        assert is_known_to_both(completion)
        if not was_ended:
            break
        steps = step
    assert 5 < steps < FEW_STEPS - 1


@pytest.mark.parametrize("seconds", [0, 0.001])
def test_it_is_not_set_before_it_is_set(seconds: float) -> None:
    completion = Completion()
    assert not completion.wait(seconds)
    completion.set()
    assert completion.wait(seconds)
    assert completion.wait(0)
