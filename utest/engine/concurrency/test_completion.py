"""The main thread waits for others, and a signal may end the wait at any step."""

from functools import partial

import pytest
from interrupted_steps import PATIENCE, interrupted_at_each_step, result_in_thread

from SteadyAPI.engine.concurrency.completion import Completion


def test_a_wait_may_end_at_any_step() -> None:
    for completion in interrupted_at_each_step(Completion, lambda made: made.wait(0.0001)):
        result_in_thread(completion.set)
        assert result_in_thread(partial(completion.wait, PATIENCE))


@pytest.mark.parametrize("seconds", [0, 0.001])
def test_it_is_not_set_before_it_is_set(seconds: float) -> None:
    completion = Completion()
    assert not completion.wait(seconds)
    completion.set()
    assert completion.wait(seconds)
    assert completion.wait(0)
