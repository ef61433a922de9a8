from pathlib import Path
from typing import Any

import pytest
from fakes import FakeTransport, context, responded
from pydantic import BaseModel

from SteadyAPI.engine.contract.check_record import CheckRecord
from SteadyAPI.engine.request.call import Call
from SteadyAPI.errors import ContractError, UsageError
from SteadyAPI.keywords.contract.schema import ContractKeywords, Extra
from SteadyAPI.robot_compat import Secret


class Order(BaseModel):
    id: int


def keywords(body: bytes = b'{"id": 7}', **response: Any) -> Any:
    group = ContractKeywords(context(FakeTransport(responded(200, body, **response))))
    sessions = group._context.sessions
    sessions.send(sessions.get("shop"), Call(method="GET", url="/orders"))
    vars(group._context)["checks"] = CheckRecord()
    return group


def test_a_body_that_matches_comes_back_as_an_object() -> None:
    assert keywords().response_should_match_schema(Order).id == 7


def test_a_response_in_hand_is_checked_instead_of_the_last_one() -> None:
    delivery = responded(200, b'{"id": 8}')
    assert delivery.response is not None
    assert keywords().response_should_match_schema(Order, delivery.response.requests_response).id == 8


def test_a_byte_order_mark_does_not_matter() -> None:
    assert keywords(b'\xef\xbb\xbf{"id": 7}').response_should_match_schema(Order).id == 7


def test_a_mismatch_fails_and_shows_the_exchange_and_a_table() -> None:
    group = keywords(b'{"id": "7"}')
    with pytest.raises(ContractError, match=r"^GET /orders → 200 does not match Order: 1 mismatch\n  \$.id: expected"):
        group.response_should_match_schema(Order)
    assert ["<table" in entry for entry in group._context.log.entries] == [False, True]


def test_a_body_that_is_no_json_fails_without_a_table() -> None:
    group = keywords(b"<html>", headers=(("Content-Type", "text/html"),))
    with pytest.raises(ContractError, match="GET /orders → 200 is not JSON: text/html"):
        group.response_should_match_schema(Order)
    assert len(group._context.log.entries) == 1


def test_strictness_is_the_suites_to_choose() -> None:
    assert keywords(b'{"id": "7"}').response_should_match_schema(Order, strict=False).id == 7


@pytest.mark.parametrize(("extra", "schema"), [(Extra.ignore, Order), (None, {"properties": {"id": {}}})])
def test_unexpected_fields_may_be_let_through(extra: Extra | None, schema: Any) -> None:
    keywords(b'{"id": 7, "z": 1}').response_should_match_schema(schema, extra=extra)


@pytest.mark.parametrize(("extra", "schema"), [(None, Order), (Extra.forbid, {"properties": {"id": {}}})])
def test_unexpected_fields_may_be_mismatches(extra: Extra | None, schema: Any) -> None:
    with pytest.raises(ContractError, match="no such field"):
        keywords(b'{"id": 7, "z": 1}').response_should_match_schema(schema, extra=extra)


def test_the_number_of_rows_is_the_suites_to_choose() -> None:
    with pytest.raises(ContractError, match=r"2 mismatches\n.*\n  … 1 more in log.html"):
        keywords(b'{"a": 1}').response_should_match_schema(Order, max_errors=1)


@pytest.mark.parametrize("limit", [0, -1])
def test_no_row_at_all_is_refused(limit: int) -> None:
    with pytest.raises(UsageError, match=f"max_errors: expected 1 or more, got {limit}"):
        keywords().response_should_match_schema(Order, max_errors=limit)


def test_the_message_stands_first() -> None:
    with pytest.raises(
        ContractError, match=r"^It is an order\n  GET /orders → 200 does not match Order: 1 mis.*\n  \$"
    ):
        keywords(b'{"id": "7"}').response_should_match_schema(Order, message="It is an order")


def test_the_message_stands_first_when_there_is_one_line() -> None:
    with pytest.raises(ContractError, match=r"^It is an order\n  GET /orders → 200 has no body$"):
        keywords(b"").response_should_match_schema(Order, message="It is an order")


def test_without_a_request_there_is_nothing_to_check() -> None:
    with pytest.raises(UsageError, match="no request has been answered yet"):
        ContractKeywords(context()).response_should_match_schema(Order)


def test_a_check_is_recorded_with_its_endpoint() -> None:
    group = keywords()
    group.response_should_match_schema(Order)
    check = group._context.checks.checks[0]
    assert (check.kind, check.schema, check.endpoint, check.status, check.failed) == (
        "schema",
        "Order",
        "GET /orders",
        200,
        False,
    )


def test_a_failed_check_is_recorded() -> None:
    group = keywords(b"")
    with pytest.raises(ContractError):
        group.response_should_match_schema(Order)
    assert group._context.checks.checks[0].failed


@pytest.mark.parametrize("value", [{"id": 7}, b'{"id": 7}', Order(id=7)])
def test_a_value_that_matches_comes_back_as_an_object(value: Any) -> None:
    assert keywords().value_should_match_schema(value, Order).id == 7


def test_a_text_is_a_json_string() -> None:
    assert keywords().value_should_match_schema('{"id": 7}', str) == '{"id": 7}'


def test_a_value_that_does_not_match_fails() -> None:
    group = keywords()
    with pytest.raises(ContractError, match=r"^Value does not match Order: 1 mismatch"):
        group.value_should_match_schema({"id": None}, Order)
    assert len(group._context.log.entries) == 1


def test_the_message_stands_first_for_values_too() -> None:
    with pytest.raises(ContractError, match=r"^It is an order\n  Value does not"):
        keywords().value_should_match_schema({}, Order, message="It is an order")


def test_not_a_number_is_no_json() -> None:
    with pytest.raises(ContractError, match="Value is not JSON\n  NaN"):
        keywords().value_should_match_schema(float("nan"), float)


def test_what_json_has_no_words_for_is_refused() -> None:
    with pytest.raises(UsageError, match=r"value: (.|\n)*expected dictionaries"):
        keywords().value_should_match_schema({"a": object()}, Order)


def test_a_secret_in_a_value_is_opened_and_registered() -> None:
    group = keywords()
    assert group.value_should_match_schema([Secret("hunter2hunter2")], list[str]) == ["hunter2hunter2"]
    assert group._context.secrets.mask("hunter2hunter2") == "[redacted]"


def test_models_are_looked_up_where_the_run_started_when_no_suite_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own_models.py").write_text("Id = int\n")
    monkeypatch.chdir(tmp_path)
    assert keywords(b"7").response_should_match_schema("own_models.Id") == 7
