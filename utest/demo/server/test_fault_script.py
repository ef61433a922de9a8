import pytest

from SteadyAPI.demo.server.fault_script import FaultScript, Step, parse_plan, parse_status
from SteadyAPI.demo.server.response import Delivery, HttpError, json_response


def test_a_plan_is_read_step_by_step() -> None:
    assert parse_plan("503, 429:1,reset,close,truncate,slow:0.5,200") == (
        Step(503),
        Step(429, retry_after="1"),
        Step(delivery=Delivery.RESET),
        Step(delivery=Delivery.CLOSE),
        Step(delivery=Delivery.TRUNCATED),
        Step(delay=0.5),
        Step(200),
    )


@pytest.mark.parametrize(
    "plan", ["", "503,,200", "explode", "503:soon", "slow", "slow:x", "slow:-1", "slow:99", "slow:nan"]
)
def test_a_step_that_makes_no_sense_is_refused(plan: str) -> None:
    with pytest.raises(HttpError, match="expected ") as error:
        parse_plan(plan)
    assert error.value.response.status == 400


def test_a_plan_has_an_end() -> None:
    with pytest.raises(HttpError, match="at most 50 steps, got 51"):
        parse_plan(",".join(["200"] * 51))


@pytest.mark.parametrize("status", ["100", "199", "600", "20000000000", "abc", "", "²00"])
def test_a_status_that_ends_no_exchange_is_refused(status: str) -> None:
    with pytest.raises(HttpError, match="expected a status from 200 to 599"):
        parse_status(status)


def test_a_script_follows_the_plan_and_repeats_its_last_step() -> None:
    script, plan = FaultScript(), parse_plan("503,200")
    assert [script.follow("report", "", plan).status for _ in range(4)] == [503, 200, 200, 200]


def test_every_name_has_its_own_progress() -> None:
    script, plan = FaultScript(), parse_plan("503,200")
    script.follow("report", "", plan)
    assert script.follow("other", "", plan).status == 503


def test_every_caller_has_its_own_progress() -> None:
    script, plan = FaultScript(), parse_plan("503,200")
    script.follow("report", "one", plan)
    assert script.follow("report", "two", plan).status == 503


def test_a_reset_script_starts_again() -> None:
    script, plan = FaultScript(), parse_plan("503,200")
    script.follow("report", "", plan)
    script.reset()
    assert script.follow("report", "", plan).status == 503


def test_a_failing_step_says_so_and_when_to_come_back() -> None:
    expected = json_response(429, {"call": 3, "detail": "as scripted"}, (("Retry-After", "1"),))
    assert Step(429, retry_after="1").response(3) == expected


def test_a_good_step_tells_its_number() -> None:
    assert Step().response(1) == json_response(200, {"call": 1})
