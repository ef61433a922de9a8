import re
from typing import Any

import pytest

from SteadyAPI.engine.contract.openapi.server import server_paths


def fits(path: str, *servers: Any) -> bool:
    return any(re.fullmatch(pattern, path) for pattern in server_paths(servers))


def test_servers_give_the_paths_in_front() -> None:
    servers: list[dict[str, Any]] = [
        {"url": "https://a.test/v1/"},
        {"url": "/v1"},
        {"url": "https://{host}/{base}", "variables": {"host": {"default": "b.test"}, "base": {"enum": ["v2"]}}},
    ]
    assert server_paths(servers) == ["/v1", "", "/v2"]


def test_without_servers_paths_start_at_the_root() -> None:
    assert server_paths([]) == [""]


def test_a_server_that_is_none_is_left_out() -> None:
    assert server_paths(["https://shop.test/v1", {"url": "/v2"}]) == ["/v2"]


def test_a_variable_stands_for_each_value_of_its_enumeration() -> None:
    server = {"url": "https://{host}/api/{version}", "variables": {"version": {"default": "v1", "enum": ["v1", "v2"]}}}
    assert [fits(f"/api/{version}", server) for version in ("v1", "v2", "v3")] == [True, True, False]


@pytest.mark.parametrize(
    "variables", [None, ["v1"], {"version": "v1"}, {"version": {}}, {"version": {"default": "v1"}}]
)
def test_a_variable_without_an_enumeration_stands_for_any_segment(variables: Any) -> None:
    server = {"url": "/api/{version}", "variables": variables}
    assert [fits(path, server) for path in ("/api/v1", "/api/v9", "/api/v1/x")] == [True, True, False]


def test_a_variable_may_be_the_whole_address() -> None:
    assert fits("/v1", {"url": "{server}", "variables": {"server": {"default": "https://a.test/v1"}}})


@pytest.mark.parametrize("url", ["v1", "./v1", "/v1"])
def test_a_relative_address_is_a_path(url: str) -> None:
    assert fits("/v1", {"url": url})


def test_dots_in_a_path_are_dots() -> None:
    assert [fits(path, {"url": "/v1.0"}) for path in ("/v1.0", "/v1x0")] == [True, False]
