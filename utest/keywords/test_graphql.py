from collections.abc import Callable
from typing import Any

import pytest
from fake_network import FakeNetwork, http
from fakes import over_the_network

from SteadyAPI.errors import ExpectationError
from SteadyAPI.keywords.graphql import GraphQLKeywords

Script = Callable[..., FakeNetwork]
JSON = "Content-Type: application/json"


def keywords() -> Any:
    return over_the_network(GraphQLKeywords)


def test_a_query_is_sent_to_graphql(network: Script) -> None:
    fake = network(http("200 OK", b'{"data": {}}', JSON))
    response = keywords().send_graphql("/graphql", "{ a }", {"id": 7}, operation="A", headers={"X-A": "b"})
    assert response.json() == {"data": {}}
    assert fake.sent[0].endswith(b'{"query": "{ a }", "variables": {"id": 7}, "operationName": "A"}')


def test_an_alias_decides_where_a_query_goes(network: Script) -> None:
    network(http("200 OK", b'{"data": {}}', JSON))
    assert keywords().send_graphql("graphql", "{ a }", alias="shop").status_code == 200


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"errors": [{"message": "no field", "path": ["a", 0]}]}', r"has errors: no field \(a.0\)"),
        (b'{"errors": [{}, "odd"]}', "has errors: no message; odd"),
        (b'{"errors": "broken"}', "has errors: broken"),
        (b'{"errors": 5}', "has errors: 5"),
        (b'{"errors": [{"message": null, "path": "order"}]}', r"has errors: no message \(order\)"),
        (b"[]", "is no GraphQL answer"),
        (b"{}", "is no GraphQL answer"),
        (b"<html>", "is not JSON"),
    ],
)
def test_errors_of_graphql_fail(network: Script, body: bytes, said: str) -> None:
    network(http("200 OK", body, JSON))
    with pytest.raises(ExpectationError, match=rf"^mine\n  POST /graphql → 200 {said}"):
        keywords().send_graphql("/graphql", "{ a }", message="mine")


def test_errors_of_graphql_may_be_allowed(network: Script) -> None:
    network(http("200 OK", b'{"errors": [{}]}', JSON))
    assert keywords().send_graphql("/graphql", "{ a }", allow_errors=True).status_code == 200
