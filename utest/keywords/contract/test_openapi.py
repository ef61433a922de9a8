import json
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fake_shop_api import DOCUMENT
from fakes import FakeTransport, context, responded

from SteadyAPI.engine.contract.check_record import CheckRecord
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request.expectation import expect
from SteadyAPI.errors import ContractError, SchemaError, SessionError, UsageError
from SteadyAPI.keywords.contract.openapi import OpenApiKeywords
from SteadyAPI.keywords.contract.schema import Extra

GOOD = (("Content-Type", "application/json"), ("X-Rate", "7"))


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shop.json").write_text(json.dumps(DOCUMENT))
    monkeypatch.chdir(tmp_path)


def keywords(body: bytes = b'{"id": 7}', status: int = 200, headers: Any = GOOD, alias: str = "shop") -> Any:
    delivery = responded(status, body, headers, url="http://shop.test/api/orders/7")
    group = OpenApiKeywords(context(FakeTransport(_sent(delivery)), alias=alias))
    vars(group._context)["checks"] = CheckRecord()
    return group


def _sent(delivery: Any) -> Any:
    return replace(delivery, sent=replace(delivery.sent, url="http://shop.test/api/orders/7"))


def call(group: Any, **options: Any) -> Any:
    session = group._context.sessions.get("shop")
    return group._exchange(session, Call(method="GET", url="/api/orders/7", **options))


def test_a_response_as_described_passes() -> None:
    group = keywords()
    group.use_openapi("shop.json")
    assert call(group).response.status == 200


def test_every_response_of_the_session_is_checked() -> None:
    group = keywords(b'{"id": "7"}')
    group.use_openapi("shop.json", session="shop")
    with pytest.raises(
        ContractError, match=r"^GET /api/orders/7 → 200 does not match shop.json \(GET /orders/\{id\}\)"
    ):
        call(group)


def test_the_mismatches_stand_in_the_log_as_a_table() -> None:
    group = keywords(b'{"id": "7"}')
    group.use_openapi("shop.json")
    with pytest.raises(ContractError):
        call(group)
    assert ["<th>where</th>" in entry for entry in group._context.log.entries] == [False, True]


def test_one_call_may_go_unchecked() -> None:
    group = keywords(b"{}")
    group.use_openapi("shop.json")
    assert call(group, contract=False).response.content == b"{}"


def test_a_response_of_another_status_than_expected_is_left_to_the_status_check() -> None:
    group = keywords(b"{}", status=500)
    group.use_openapi("shop.json")
    assert not call(group, expected=expect(200)).as_expected


@pytest.mark.parametrize("off", ["off", "OFF", False, None])
def test_checking_can_be_ended(off: Any) -> None:
    group = keywords(b"{}")
    group.use_openapi("shop.json")
    group.use_openapi(off)
    assert call(group).response.content == b"{}"


def test_fields_that_are_not_described_may_be_mismatches() -> None:
    group = keywords(b'{"id": 7, "z": 1}')
    group.use_openapi("shop.json", extra=Extra.forbid)
    with pytest.raises(ContractError, match=r"\$.z: expected no such field"):
        call(group)


def test_requests_may_be_checked_too() -> None:
    group = keywords()
    group.use_openapi("shop.json", requests=True)
    with pytest.raises(ContractError, match="request header X-Tenant: required, absent"):
        call(group)


def test_an_operation_that_is_not_described_is_a_mismatch() -> None:
    group = keywords()
    (Path.cwd() / "empty.json").write_text('{"openapi": "3.1.0"}')
    group.use_openapi("empty.json")
    with pytest.raises(ContractError, match=r"operation: expected a described one, got GET /api/orders/7"):
        call(group)
    assert group._context.checks.checks[0].operation == "GET /api/orders/{id}"


def test_a_check_is_recorded_with_its_operation() -> None:
    group = keywords()
    group.use_openapi("shop.json")
    call(group)
    check = group._context.checks.checks[0]
    assert (check.kind, check.schema, check.operation, check.endpoint, check.status) == (
        "openapi",
        "shop.json",
        "GET /orders/{id}",
        "GET /api/orders/{id}",
        200,
    )


def test_what_the_document_describes_is_recorded() -> None:
    group = keywords()
    group.use_openapi("shop.json")
    assert group._context.checks.described["shop.json"]["POST /orders"] == ("201", "204")


def test_a_document_may_be_handed_in_parsed() -> None:
    group = keywords(b'{"id": "7"}')
    group.use_openapi(DOCUMENT)
    with pytest.raises(ContractError, match=r"does not match openapi document \(GET /orders/\{id\}\)"):
        call(group)


def test_a_document_that_is_nowhere_says_where_was_looked() -> None:
    here = re.escape(str(Path.cwd()))
    with pytest.raises(SchemaError, match=rf'no OpenAPI document "nowhere.yaml".\n  looked in: {here}'):
        keywords().use_openapi("nowhere.yaml")


def test_a_session_must_be_open() -> None:
    with pytest.raises(SessionError, match="no session is open"):
        keywords(alias="").use_openapi("shop.json")


def test_an_unknown_session_is_named() -> None:
    with pytest.raises(SessionError, match='no session has the alias "bank"'):
        keywords().use_openapi("shop.json", session="bank")


def test_without_the_extra_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("contract", "description", "response_check", "request_check"):
        monkeypatch.delitem(sys.modules, f"SteadyAPI.engine.contract.openapi.{name}", raising=False)
    monkeypatch.delitem(sys.modules, "SteadyAPI.engine.contract.json_schema.validator", raising=False)
    monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    with pytest.raises(SchemaError, match=r"OpenAPI needs the package jsonschema-rs(.|\n)*steadyapi\[openapi\]"):
        keywords().use_openapi("shop.json")


def test_one_response_may_be_checked_by_itself() -> None:
    group = keywords(b'{"id": "7"}')
    call(group)
    with pytest.raises(ContractError, match=r"\$.id: expected integer"):
        group.response_should_match_openapi("shop.json")
    assert len(group._context.log.entries) == 3


def test_one_response_as_described_passes() -> None:
    group = keywords()
    call(group)
    group.response_should_match_openapi("shop.json")
    assert len(group._context.checks.checks) == 1


def test_a_response_of_no_session_may_be_checked() -> None:
    group = keywords(alias="")
    delivery = responded(200, b'{"id": 7}', GOOD, url="http://shop.test/api/orders/7")
    assert delivery.response is not None
    group.response_should_match_openapi("shop.json", delivery.response.requests_response)


def test_what_cannot_be_checked_is_told_once() -> None:
    document = json.loads(json.dumps(DOCUMENT))
    document["components"]["schemas"]["Order"]["properties"]["note"]["pattern"] = "[_-.]"
    (Path.cwd() / "odd.json").write_text(json.dumps(document))
    group = keywords()
    group.use_openapi("odd.json")
    call(group)
    call(group)
    told = [entry for entry in group._context.log.entries if "is not checked" in entry]
    place = "$.components.schemas.Order.properties.note.pattern"
    assert told == [f"INFO odd.json: {place} is no regular expression, and is not checked."]


def test_no_row_at_all_is_refused() -> None:
    with pytest.raises(UsageError, match="max_errors: expected 1 or more, got 0"):
        keywords().response_should_match_openapi("shop.json", max_errors=0)
