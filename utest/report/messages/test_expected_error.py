"""The failure of a test that expected an error."""

import pytest
from schedule import answer, exchange, refused

from SteadyAPI.engine.transport import Delivery
from SteadyAPI.report.messages.expected_error import other_outcome


@pytest.mark.parametrize(
    ("outcome", "wanted", "said"),
    [
        (answer(200), "refused", "Expected the error refused, got an answer: 200 Said"),
        (answer(200), "any", "Expected an error, got an answer: 200 Said"),
        (refused(), "dns", "Expected the error dns, got connection refused"),
    ],
)
def test_it_says_what_came_instead(outcome: Delivery, wanted: str, said: str) -> None:
    assert str(other_outcome(exchange(outcome), wanted)) == f"{said}: GET http://shop.test/orders (10 ms)"


def test_it_carries_the_exchange() -> None:
    seen = exchange(answer())
    assert other_outcome(seen, "any").exchange is seen


def test_the_suites_own_words_stand_in_front() -> None:
    assert str(other_outcome(exchange(answer()), "any", "The port is open")).startswith(
        "The port is open\n  Expected an"
    )
