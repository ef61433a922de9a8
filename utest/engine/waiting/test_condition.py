"""What a wait sees in a response."""

from typing import Any

import pytest
from schedule import exchange, refused, respond

from SteadyAPI.engine.contract.violation import Verdict, Violation
from SteadyAPI.engine.request.expectation import expect
from SteadyAPI.engine.waiting.condition import schema_condition, status_condition, value_condition
from SteadyAPI.engine.waiting.polling import Observation


def seen(content: bytes, expected: Any = "done", fail_when: Any = None, status: int = 200) -> Observation:
    return value_condition("$.status", expected, fail_when)(exchange(respond(status, content=content)))


def test_the_expected_value_is_good_and_is_what_the_wait_brings() -> None:
    assert seen(b'{"status": "done"}') == Observation('"done"', good=True, value="done")


def test_one_of_several_expected_values_is_good() -> None:
    assert seen(b'{"status": 3}', expected=["done", 3]).good


def test_a_list_can_be_the_expected_value_itself() -> None:
    assert seen(b'{"status": [1, 2]}', expected=[1, 2]).good


@pytest.mark.parametrize("fail_when", ["failed", ["failed", "cancelled"], ("failed",)])
def test_a_terminal_value_is_bad(fail_when: Any) -> None:
    assert seen(b'{"status": "failed"}', fail_when=fail_when) == Observation('"failed"', bad=True, value="failed")


@pytest.mark.parametrize(
    ("expected", "fail_when", "hint"),
    [
        ("3", None, "a number is written with its braces: ${3}"),
        (["done", "3"], None, "a number is written with its braces: ${3}"),
        ("done", "3", "a number is written with its braces: ${3}"),
    ],
)
def test_a_value_of_another_type_ends_the_wait_and_says_how_to_write_it(
    expected: Any, fail_when: Any, hint: str
) -> None:
    why = f"  the types differ; {hint}"
    assert seen(b'{"status": 3}', expected, fail_when) == Observation("3", bad=True, value=3, why=why)


def test_null_is_no_end_unless_it_is_named() -> None:
    assert not seen(b'{"status": null}').bad
    assert seen(b'{"status": null}', fail_when=[None]).bad


def test_what_is_expected_is_never_terminal() -> None:
    assert not seen(b'{"status": "done"}', fail_when=["done"]).bad


@pytest.mark.parametrize(("content", "words"), [(b'{"status": "running"}', '"running"'), (b"{}", "absent")])
def test_any_other_value_is_waited_out(content: bytes, words: str) -> None:
    observation = seen(content)
    assert (observation.shown, observation.good, observation.bad) == (words, False, False)


@pytest.mark.parametrize("content", [b"", b"<html>", b"[" * 100_000])
def test_a_body_without_json_is_waited_out(content: bytes) -> None:
    assert seen(content) == Observation("200 without JSON", of_response=True)


@pytest.mark.parametrize("status", [404, 408, 409, 410, 421, 423, 425, 429, 500, 503])
def test_an_error_that_time_may_mend_is_waited_out(status: int) -> None:
    assert seen(b'{"status": "done"}', status=status) == Observation(f"{status} Said", of_response=True)


@pytest.mark.parametrize("status", [400, 401, 403, 405, 422])
def test_an_error_that_time_mends_never_is_bad(status: int) -> None:
    assert seen(b'{"status": "done"}', status=status) == Observation(f"{status} Said", bad=True, of_response=True)


def test_no_response_is_named_by_its_failure() -> None:
    assert value_condition("$", 1, None)(exchange(refused())) == Observation("connection refused", of_response=True)


@pytest.mark.parametrize(("status", "good", "bad"), [(200, True, False), (404, False, False), (500, False, True)])
def test_a_status_is_good_bad_or_waited_out(status: int, good: bool, bad: bool) -> None:
    observation = status_condition(expect("2xx"), expect("5xx"))(exchange(respond(status)))
    assert (observation.shown, observation.good, observation.bad) == (f"{status} Said", good, bad)


def test_a_status_is_never_bad_unless_somebody_says_so() -> None:
    assert not status_condition(expect(200), None)(exchange(respond(500))).bad


def test_for_a_status_no_response_is_no_response_either() -> None:
    assert status_condition(expect(200), None)(exchange(refused())).shown == "connection refused"


MATCH = Verdict("models.Order", value=7)
FAILED = Verdict("models.Failed", value=8)
NOT_JSON = Verdict("models.Order", not_json="no JSON")


def mismatches(count: int) -> Verdict:
    rows = tuple(Violation(f"$.lines[{number}]", "integer", '"1"') for number in range(count))
    return Verdict("models.Order", violations=rows)


def shape(verdict: Verdict, fail_when: Verdict | None = None) -> Observation:
    terminal = None if fail_when is None else lambda _text: fail_when
    return schema_condition(lambda _text: verdict, terminal)(exchange(respond()))


def test_a_matching_body_is_good_and_brings_its_verdict() -> None:
    assert shape(MATCH) == Observation("a match", good=True, value=MATCH)


def test_a_body_that_is_no_json_is_waited_out() -> None:
    assert shape(NOT_JSON, FAILED) == Observation("200 without JSON", value=NOT_JSON, of_response=True)


def test_mismatches_are_waited_out_and_told() -> None:
    observation = shape(mismatches(1), NOT_JSON)
    assert (observation.shown, observation.good, observation.bad) == ("1 mismatch", False, False)
    assert observation.why == '  $.lines[0]: expected integer, got "1"'


def test_many_mismatches_are_cut() -> None:
    observation = shape(mismatches(10))
    assert observation.shown == "10 mismatches"
    assert observation.why.splitlines()[-1] == "  … 2 more in log.html"


def test_a_body_of_a_terminal_shape_is_bad() -> None:
    assert shape(mismatches(1), FAILED) == Observation("models.Failed", bad=True, value=mismatches(1))


def test_a_path_with_several_matches_gives_their_list() -> None:
    body = respond(content=b'{"lines": [{"state": "done"}, {"state": "done"}]}')
    assert value_condition("$.lines[*].state", ["done", "done"], None)(exchange(body)).good


def test_eight_mismatches_are_told_whole() -> None:
    assert "more in log.html" not in shape(mismatches(8)).why
