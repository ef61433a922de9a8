from collections.abc import Callable
from typing import Any

import pytest
from drop_in import SHOP, DropIn
from fake_network import FakeNetwork, http

Script = Callable[..., FakeNetwork]
JSON_TYPE = {"Content-Type": "application/json"}


def session() -> DropIn:
    drop_in = DropIn()
    drop_in.create_session("shop", SHOP)
    return drop_in


@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete", "head", "options"])
def test_no_status_is_checked(network: Script, method: str) -> None:
    fake = network(http("500 Oh", b""))
    assert getattr(session(), f"{method}_request")("shop", "/x").status_code == 500
    assert fake.sent[0].startswith(f"{method.upper()} /x".encode())


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_data_is_encoded_by_the_content_type(network: Script, method: str) -> None:
    fake = network(http())
    getattr(session(), f"{method}_request")("shop", "/x", data={"a": 1}, headers=JSON_TYPE)
    assert fake.sent[0].endswith(b'{"a": 1}')


def test_data_beside_files_is_left_to_requests(network: Script) -> None:
    fake = network(http())
    session().post_request("shop", "/x", data={"a": "b"}, files={"f": b"x"})
    assert b'name="a"\r\n\r\nb\r\n' in fake.sent[0]


def test_a_session_is_updated(network: Script) -> None:
    fake = network(http())
    drop_in = session()
    drop_in.update_session("shop", headers={"X-A": "b"}, cookies={"c": "d"})
    drop_in.update_session("shop")
    drop_in.get_request("shop", "/x")
    assert b"X-A: b\r\n" in fake.sent[0]
    assert b"Cookie: c=d\r\n" in fake.sent[0]


def test_all_sessions_can_be_deleted() -> None:
    drop_in = session()
    assert drop_in.session_exists("SHOP")
    drop_in.delete_all_sessions()
    assert not drop_in.session_exists("shop")


@pytest.mark.parametrize(
    ("content", "pretty", "value"),
    [('{"a": 1}', False, {"a": 1}), (b"[1]", None, [1]), ('{"b": 1, "a": 2}', "yes", '{\n    "a": 2,\n    "b": 1\n}')],
)
def test_json_text_is_read(content: Any, pretty: Any, value: Any) -> None:
    assert DropIn().to_json(content, pretty) == value
