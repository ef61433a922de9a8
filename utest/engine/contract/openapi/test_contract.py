from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from fake_shop_api import description, exchange, response

from SteadyAPI.engine.contract.openapi.contract import OpenApiContract

RATED = {"Content-Type": "application/json", "X-Rate": "7"}


def test_the_operation_is_named_in_the_verdict() -> None:
    compared = OpenApiContract(description()).compare(exchange(received=response(200, {"id": 7}, RATED)))
    assert compared.operation is not None
    assert (compared.verdict.schema, compared.verdict.holds) == ("shop.json (GET /orders/{id})", True)


def test_mismatches_of_the_response_are_found() -> None:
    verdict = OpenApiContract(description()).compare(exchange(received=response(200, {}, RATED))).verdict
    assert [each.path for each in verdict.violations] == ["$.id"]


def test_requests_are_compared_when_asked_for() -> None:
    contract = OpenApiContract(description(), requests=True)
    verdict = contract.compare(exchange(received=response(200, {}, RATED))).verdict
    assert [each.path for each in verdict.violations] == ["request header X-Tenant", "request cookie sid", "$.id"]


def test_a_request_that_was_refused_is_not_compared() -> None:
    problem = response(404, {}, {"Content-Type": "application/problem+json"})
    assert OpenApiContract(description(), requests=True).compare(exchange(received=problem)).verdict.holds


def test_the_path_of_the_session_may_stand_in_front() -> None:
    url = "https://stage.test/v9/orders/7"
    compared = OpenApiContract(description(), "https://stage.test/v9/").compare(
        exchange(url=url, received=response(200, {"id": 7}, RATED))
    )
    assert compared.verdict.holds


def test_another_method_lists_those_that_are_described() -> None:
    compared = OpenApiContract(description()).compare(exchange("DELETE", received=response(204, b"")))
    assert compared.operation is None
    assert [each.line for each in compared.verdict.violations] == [
        "operation: expected a described one, got DELETE /api/orders/7 (described there: GET)"
    ]


def test_another_path_is_named() -> None:
    compared = OpenApiContract(description()).compare(exchange(url="https://shop.test", received=response()))
    assert compared.verdict.violations[0].line.endswith("got GET / (no such path is described)")


def test_without_a_response_there_is_nothing_to_compare() -> None:
    with pytest.raises(ValueError, match="no response"):
        OpenApiContract(description()).compare(exchange())


def redirected(url: str) -> Any:
    """Returns an exchange that ended elsewhere than it began."""
    requests_response = SimpleNamespace(history=["first"], url=url, request=SimpleNamespace(method="GET"))
    return exchange(
        "POST", "https://shop.test/api/orders", received=replace(response(200, []), requests_response=requests_response)
    )


def test_after_a_redirect_the_last_request_counts() -> None:
    compared = OpenApiContract(description()).compare(redirected("https://shop.test/api/orders/mine"))
    assert compared.operation is not None
    assert (compared.operation.name, compared.verdict.holds) == ("GET /orders/mine", True)


def test_what_a_redirect_led_away_to_is_not_compared() -> None:
    compared = OpenApiContract(description()).compare(redirected("https://else.test/api/orders/mine"))
    assert (compared.operation, compared.verdict.holds) == (None, True)


def test_a_response_without_redirects_belongs_to_its_request() -> None:
    requests_response = SimpleNamespace(history=[], url="https://else.test/")
    received = replace(response(200, {"id": 7}, RATED), requests_response=requests_response)
    assert OpenApiContract(description()).compare(exchange(received=received)).operation is not None
