"""What a signal handler raises may come at any step of Python: tries all of them."""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from threading import Thread
from types import FrameType
from typing import Any, TypeVar

Thing = TypeVar("Thing")
PATIENCE = 60
"""Seconds that a thread is waited for at most."""
_MOST_STEPS = 500


class Interruption(BaseException):
    """What a signal handler raises."""


def interrupted_at_each_step(make: Callable[[], Thing], act: Callable[[Thing], object]) -> Iterator[Thing]:
    """Yields a new thing for each step of what is done with it, after that was interrupted there.

    Raises:
        AssertionError: When there are no steps, or it doesn't end.
    """
    for step in range(1, _MOST_STEPS):
        thing = make()
        if not _is_interrupted(step, partial(act, thing)):
            assert step > 1
            return
        yield thing
    raise AssertionError(f"more than {_MOST_STEPS} steps")


def result_in_thread(act: Callable[[], Any]) -> Any:
    """Returns what comes of something in another thread; ``None`` when that doesn't end."""
    results = list[Any]()
    thread = Thread(target=lambda: results.append(act()), daemon=True)
    thread.start()
    thread.join(PATIENCE)
    return results[0] if results else None


def _is_interrupted(step: int, act: Callable[[], object]) -> bool:
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
        act()
    except Interruption:
        return True
    finally:
        sys.settrace(before)
    return False
