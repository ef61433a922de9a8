from datetime import timedelta
from typing import Any

from SteadyAPI.engine.exchange import Timeout
from SteadyAPI.engine.request.transport_options import PLAIN
from SteadyAPI.keywords.support.call import call_of
from SteadyAPI.keywords.support.proxies import NO_PROXIES
from SteadyAPI.keywords.support.request_options import RequestOptions


def opened(value: Any, name: str) -> Any:
    """Opens a value: what is secret in it shows the name that it was opened by."""
    return {name: value} if value == "secret" else value


def made(further: dict[str, Any] | None = None, defaults: dict[str, str] | None = None, **options: Any) -> Any:
    return call_of(
        "GET",
        "/orders",
        RequestOptions(**options),
        defaults=defaults or {},
        usual=Timeout(5, 30),
        opened=opened,
        authenticated=tuple,
        **(further or {}),
    )


def test_a_call_without_options_is_plain() -> None:
    call = made()
    assert (call.method, call.url, call.headers, call.body) == ("GET", "/orders", {}, None)
    assert call.transport_options is PLAIN
    assert call.timeout is None


def test_a_body_gets_its_type_and_headers_are_text() -> None:
    call = made(json={"a": 1}, headers={"X-Count": 7}, defaults={"Content-Type": "text/xml"})
    assert (call.body, call.headers) == (b'{"a": 1}', {"X-Count": "7", "Content-Type": "application/json"})


def test_parts_become_a_body() -> None:
    call = made(files={"a": b"b"}, data={"c": 1})
    assert call.body.count(b"form-data") == 2
    assert call.headers["Content-Type"].startswith("multipart/form-data; boundary=")


def test_a_time_limit_holds_for_connecting_and_for_each_wait() -> None:
    assert made(timeout=timedelta(seconds=2.5)).timeout == Timeout(2.5, 2.5)


def test_secrets_are_opened_by_the_name_of_their_option() -> None:
    call = made(headers="secret", params="secret", data="secret")
    assert (call.headers["headers"], call.params, call.body) == ("secret", [("params", "secret")], b"data=secret")


def test_one_time_limit_leaves_the_other_to_the_session() -> None:
    assert made(connect_timeout=timedelta(seconds=1)).timeout == Timeout(1, 30)
    assert made(timeout=timedelta(seconds=2), read_timeout=timedelta(seconds=9)).timeout == Timeout(2, 9)
    assert made(connect_timeout=timedelta(seconds=5)).timeout is None


def test_what_only_the_transport_looks_at_is_collected() -> None:
    options = made({"stream": True}, cookies={"c": 7, "d": None}, auth=["ada", "word"]).transport_options
    assert (options.cookies, options.auth, options.stream) == ({"c": "7"}, ("ada", "word"), True)


def test_certificates_and_proxies_may_belong_to_one_request() -> None:
    options = made(verify="False", proxies="none").transport_options
    assert (options.verify, options.proxies) == (False, NO_PROXIES)
