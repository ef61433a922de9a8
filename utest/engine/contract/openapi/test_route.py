from typing import Any

import pytest

from SteadyAPI.engine.contract.openapi.route import Operation, Routes, bases, parameters_in


def templates(path: str, *known: str) -> list[str]:
    return list(Routes(known).templates_of(path))


def test_a_concrete_path_goes_before_a_templated_one() -> None:
    assert templates("/users/me", "/users/{id}", "/users/me") == ["/users/me", "/users/{id}"]


def test_a_partly_templated_segment_goes_before_a_whole_one() -> None:
    assert templates("/f/a.png", "/f/{any}", "/f/{name}.{kind}") == ["/f/{name}.{kind}", "/f/{any}"]


def test_a_pattern_that_does_not_fit_is_passed_by() -> None:
    assert templates("/f/a", "/f/{name}.{kind}", "/f/{any}") == ["/f/{any}"]


def test_a_variable_stands_for_something() -> None:
    assert templates("/users/", "/users/{id}") == []


def test_a_longer_or_shorter_path_is_another_one() -> None:
    assert [templates(path, "/users/{id}") for path in ("/users", "/users/1/x")] == [[], []]


def test_percent_encoding_does_not_matter() -> None:
    assert templates("/a%20b", "/a b") == ["/a b"]


def test_a_dead_end_is_left_for_another_way() -> None:
    assert templates("/users/me/x", "/users/me/y", "/users/{id}/x") == ["/users/{id}/x"]


def test_servers_give_the_paths_in_front() -> None:
    servers: list[dict[str, Any]] = [
        {"url": "https://a.test/v1/"},
        {"url": "/v1"},
        {"url": "https://{host}/{base}", "variables": {"host": {"default": "b.test"}, "base": {"default": "v2"}}},
        {"url": "https://c.test/{unknown}"},
    ]
    assert bases(servers) == ["/v1", "/v2", ""]


def test_without_servers_paths_start_at_the_root() -> None:
    assert bases([]) == [""]


def test_a_server_that_is_none_is_left_out() -> None:
    assert bases(["https://shop.test/v1", {"url": "/v2"}]) == ["/v2"]


@pytest.mark.parametrize("variables", [None, ["v1"], {"version": "v1"}, {"version": {}}])
def test_a_variable_without_a_default_is_empty(variables: Any) -> None:
    assert bases([{"url": "/api/{version}", "variables": variables}]) == ["/api"]


def test_variables_are_read_from_a_path() -> None:
    assert parameters_in("/f/{name}.{kind}", "/f/a%20b.png") == {"name": "a b", "kind": "png"}


def test_a_path_that_does_not_fit_has_no_variables() -> None:
    assert parameters_in("/f/{name}", "/g/a") == {}


def test_an_operation_is_named_by_method_and_path() -> None:
    assert Operation("GET", "/users/{id}", (), {}, {}).name == "GET /users/{id}"
