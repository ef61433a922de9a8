from datetime import timedelta
from typing import Any

import pytest

from SteadyAPI.engine.exchange import Timeout
from SteadyAPI.engine.request.transport_options import PLAIN
from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.call import call_of
from SteadyAPI.keywords.support.request_options import RequestOptions


def opened(value: Any, name: str) -> Any:
    """Opens a value: what is secret in it shows the name that it was opened by."""
    return {name: value} if value == "secret" else value


def made(further: dict[str, Any] | None = None, **options: Any) -> Any:
    authenticated = tuple
    return call_of(
        "GET", "/orders", RequestOptions(**options), opened=opened, authenticated=authenticated, **(further or {})
    )


def test_a_call_without_options_is_plain() -> None:
    call = made()
    assert (call.method, call.url, call.headers, call.body, call.media_type) == ("GET", "/orders", {}, None, None)
    assert call.transport_options is PLAIN
    assert call.timeout is None


def test_json_is_encoded_and_named() -> None:
    call = made(json={"a": 1})
    assert (call.body, call.media_type) == (b'{"a": 1}', "application/json")


@pytest.mark.parametrize("other", [{"data": "x"}, {"files": {}}], ids=["data", "files"])
def test_a_request_has_one_body(other: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="a request has one body"):
        made(json={}, **other)


def test_a_time_limit_holds_for_connecting_and_for_each_wait() -> None:
    assert made(timeout=timedelta(seconds=2.5)).timeout == Timeout(2.5, 2.5)


@pytest.mark.parametrize("name", ["headers", "params", "data"])
def test_secrets_are_opened_by_the_name_of_their_option(name: str) -> None:
    given: dict[str, Any] = {name: "secret"}
    call = made(**given)
    assert {name: "secret"} in (call.headers, call.params, call.body)


def test_what_goes_onto_the_wire_is_gathered() -> None:
    transport_options = made(
        {"stream": True}, files={"a": b"b"}, cookies={"c": "d"}, auth=["ada", "word"]
    ).transport_options
    assert (transport_options.files, transport_options.cookies, transport_options.auth, transport_options.stream) == (
        {"a": b"b"},
        {"c": "d"},
        ("ada", "word"),
        True,
    )


@pytest.mark.parametrize("files", ["text", [1], [("a", "b", "c")]], ids=["text", "numbers", "threes"])
def test_files_that_are_no_parts_are_refused_without_showing_them(files: Any) -> None:
    with pytest.raises(UsageError, match=f"got {type(files).__name__}"):
        made(files=files)
