"""Curl lines."""

import shlex
from typing import Any

import pytest
from exchanges import hiding, plain

from SteadyAPI.engine.exchange import SentRequest
from SteadyAPI.report.log_entry.curl import curl, variables_of


def line(
    method: str = "GET", headers: Any = None, body: Any = None, *, url: str = "http://shop.test/x", **how: Any
) -> str:
    return curl(SentRequest(method, url, headers or {}, body), how.pop("mask", plain), **{"longest": 1000, **how})


def test_a_get_is_the_address() -> None:
    assert line() == "curl http://shop.test/x"


def test_an_address_with_a_query_is_quoted() -> None:
    assert line(url="http://shop.test/x?a=1&b='2'") == "curl 'http://shop.test/x?a=1&b='\\''2'\\'''"


@pytest.mark.parametrize(
    ("method", "body", "start"),
    [
        ("POST", b"x", "curl http"),
        ("POST", None, "curl -X POST http"),
        ("PUT", b"x", "curl -X PUT http"),
        ("GET", b"x", "curl -X GET http"),
        ("HEAD", None, "curl --head http"),
        ("GE;T", None, "curl -X 'GE;T' http"),
    ],
)
def test_the_method_is_named_when_curl_would_choose_another(method: str, body: Any, start: str) -> None:
    assert line(method, body=body).startswith(start)


def test_redirects_are_followed_when_they_were() -> None:
    assert line(follow=True) == "curl --location http://shop.test/x"


@pytest.mark.parametrize(
    ("path", "options"),
    [
        ("a/../b", "--path-as-is "),
        ("a/%2E%2e?q", "--path-as-is "),
        ("./x[1]", "--path-as-is --globoff "),
        ("a..b/.c/d?x=/../", ""),
        ("x?ids={1,2}", "--globoff "),
    ],
)
def test_curl_is_told_to_leave_the_address_as_it_is(path: str, options: str) -> None:
    assert line(url=f"http://shop.test/{path}").startswith(f"curl {options}")
    assert line(url=f"http://shop.test/{path}").count("--") == options.count("--")


def test_headers_that_curl_sends_itself_are_left_out() -> None:
    assert (
        line(headers={"Accept": "*/*", "User-Agent": "SteadyAPI", "X-A": b"1"}) == "curl http://shop.test/x -H 'X-A: 1'"
    )


def test_an_accept_header_of_ones_own_is_kept() -> None:
    assert "-H 'Accept: text/csv'" in line(headers={"Accept": "text/csv"})


def test_a_body_goes_with_its_type() -> None:
    sent = line("POST", {"Content-Type": "application/json"}, b'{"a": "it\'s"}')
    assert shlex.split(sent)[-4:] == ["-H", "Content-Type: application/json", "--data-raw", '{"a": "it\'s"}']


def test_a_body_without_a_type_keeps_curl_from_choosing_one() -> None:
    assert line("POST", body="x").endswith("-H 'Content-Type:' --data-raw x")


@pytest.mark.parametrize("body", [b"\xff\xfe", "a\0b", iter([b"x"]), "x" * 1001])
def test_a_body_that_cannot_stand_in_a_command_is_a_file_to_fill_in(body: Any) -> None:
    assert line("POST", body=body).endswith("--data-binary @body")


def test_a_secret_header_becomes_a_variable_with_its_scheme() -> None:
    assert line(headers={"Authorization": "Bearer abc"}) == (
        'curl http://shop.test/x -H "Authorization: Bearer ${AUTHORIZATION}"'
    )


@pytest.mark.parametrize("name", ["X-Api-Key", "Cookie"])
def test_a_secret_header_without_a_scheme_becomes_a_variable(name: str) -> None:
    assert f'-H "{name}: ${{{name.upper().replace("-", "_")}}}"' in line(headers={name: "two words"})


def test_a_masked_value_of_another_header_becomes_a_variable() -> None:
    assert '-H "X-Voucher: ${X_VOUCHER}!"' in line(headers={"X-Voucher": "hunter2!"}, mask=hiding("hunter2"))


def test_a_masked_value_in_a_body_is_named_after_its_field() -> None:
    sent = line("POST", {"Content-Type": "x"}, '{"pass-word": "hunter2", "b": "$x"}', mask=hiding("hunter2"))
    assert sent.endswith('--data-raw "{\\"pass-word\\": \\"${PASS_WORD}\\", \\"b\\": \\"\\$x\\"}"')


def test_a_masked_value_without_a_field_is_a_secret() -> None:
    assert line(url="http://shop.test/hunter2", mask=hiding("hunter2")) == 'curl "http://shop.test/${SECRET}"'


def test_the_variables_of_a_command_are_known() -> None:
    assert variables_of('curl "${A}" "${B}${A}"') == ["A", "B"]
