from datetime import timedelta
from typing import Any

import pytest
from fakes import FakeTransport, context, lost, responded

from SteadyAPI.engine.exchange import FailureKind, Timeout
from SteadyAPI.errors import NoResponseError, SessionError, StatusError, UsageError
from SteadyAPI.keyword_core import KeywordCore
from SteadyAPI.keywords.request import RequestKeywords
from SteadyAPI.robot_compat import Secret

METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]


def keywords(transport: FakeTransport, *, alias: str = "shop") -> Any:
    return RequestKeywords(context(transport, alias=alias))


@pytest.mark.parametrize("method", METHODS)
def test_a_keyword_sends_its_method_on_the_current_session(method: str) -> None:
    transport = FakeTransport()
    getattr(keywords(transport), method)("/orders")
    assert (transport.request.method, transport.request.url) == (method, "http://shop.test/orders")


@pytest.mark.parametrize("method", METHODS)
def test_a_keyword_sends_its_method_on_a_named_session(method: str) -> None:
    transport = FakeTransport()
    getattr(keywords(transport), f"{method.lower()}_on_session")("Shop", "/orders")
    assert (transport.request.method, transport.request.url) == (method, "http://shop.test/orders")


def test_the_native_response_is_returned() -> None:
    delivery = responded(body=b"[7]")
    response = keywords(FakeTransport(delivery)).GET("/orders")
    assert response.json() == [7]


def test_a_whole_url_needs_no_session() -> None:
    transport = FakeTransport()
    keywords(transport, alias="").GET("http://else.test/x")
    assert transport.request.url == "http://else.test/x"


def test_an_unknown_alias_is_refused() -> None:
    with pytest.raises(SessionError, match='no session has the alias "nope"'):
        keywords(FakeTransport()).get_on_session("nope", "/orders")


def test_json_is_encoded_and_typed() -> None:
    transport = FakeTransport()
    keywords(transport).POST("/orders", json={"a": 1})
    assert transport.request.data == b'{"a": 1}'
    assert transport.request.headers == {"Content-Type": "application/json"}


@pytest.mark.parametrize("value", [{}, [], 0, False, ""])
def test_an_empty_json_value_is_a_body(value: object) -> None:
    transport = FakeTransport()
    keywords(transport).POST("/orders", json=value if value != "" else '""')
    assert transport.request.data


def test_text_data_is_sent_as_it_is() -> None:
    transport = FakeTransport()
    keywords(transport).POST("/orders", data="ä")
    assert transport.request.data == "ä".encode()


def test_json_and_data_together_are_refused() -> None:
    with pytest.raises(UsageError, match=r"expected json= or data= .with files= or not., got both"):
        keywords(FakeTransport()).POST("/orders", json={}, data="x")


def test_a_timeout_limits_connecting_and_reading() -> None:
    transport = FakeTransport()
    keywords(transport).GET("/orders", timeout=timedelta(seconds=2))
    assert transport.request.timeout == Timeout(2, 2)


def test_secrets_are_opened_everywhere_and_masked_in_the_log() -> None:
    transport = FakeTransport()
    group = keywords(transport)
    group.POST(
        "/orders",
        headers={"X-Key": Secret("header-secret")},
        params={"q": Secret("query-secret")},
        json=[Secret("body-secret")],
    )
    request = transport.request
    assert (request.headers["X-Key"], request.params, request.data) == (
        "header-secret",
        [("q", "query-secret")],
        b'["body-secret"]',
    )
    assert "-secret" not in "".join(group._context.log.entries)


def test_a_secret_lost_in_the_url_is_refused() -> None:
    with pytest.raises(UsageError, match="url holds the text"):
        keywords(FakeTransport()).GET(f"/orders/{Secret('lost')}")


def test_each_request_is_one_log_entry() -> None:
    group = keywords(FakeTransport())
    group.GET("/orders")
    assert [entry[:8] for entry in group._context.log.entries] == ["<details"]


def test_another_status_than_expected_fails() -> None:
    with pytest.raises(StatusError, match="Expected 201, got 200 Said"):
        keywords(FakeTransport()).GET("/orders", expected_status=201)


def test_an_error_status_fails_by_default() -> None:
    with pytest.raises(StatusError, match="Expected a status below 400, got 404"):
        keywords(FakeTransport(responded(404))).GET("/orders")


def test_an_expected_error_status_passes() -> None:
    assert keywords(FakeTransport(responded(404))).GET("/orders", expected_status="4xx").status_code == 404


def test_the_message_of_the_call_stands_first() -> None:
    with pytest.raises(StatusError, match=r"^The shop is open\n  Expected 201"):
        keywords(FakeTransport()).GET("/orders", expected_status=201, message="The shop is open")


def test_no_response_is_an_error_whose_cause_is_kept() -> None:
    with pytest.raises(NoResponseError, match="connection refused") as caught:
        keywords(FakeTransport(lost())).GET("/orders")
    assert isinstance(caught.value.__cause__, OSError)


def test_a_request_that_cannot_be_sent_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="can't be sent"):
        keywords(FakeTransport(lost(FailureKind.INVALID, detail="no host"))).GET("/orders")


def test_redirects_can_be_forbidden() -> None:
    transport = FakeTransport()
    keywords(transport).GET("/orders", allow_redirects=False)
    assert not transport.request.allow_redirects


@pytest.mark.parametrize("name", [*METHODS, *(f"{method} On Session" for method in METHODS)])
def test_every_option_is_an_argument_by_name(name: str) -> None:
    library: Any = KeywordCore([keywords(FakeTransport())])
    arguments = library.get_keyword_arguments(name)
    assert not [argument for argument in arguments if str(argument).startswith("**")]
    assert ("expected_status", None) in arguments[arguments.index("*") :]


@pytest.mark.parametrize(("method", "sent"), [("trace", "TRACE"), ("PROPFIND", "PROPFIND"), ("M-SEARCH", "M-SEARCH")])
def test_any_method_can_be_sent(method: str, sent: str) -> None:
    transport = FakeTransport()
    keywords(transport).send_request(method, "/orders")
    assert transport.request.method == sent


def test_any_method_can_be_sent_on_a_named_session() -> None:
    transport = FakeTransport()
    keywords(transport).send_request("GET", "/orders", "Shop", expected_status=200)
    assert transport.request.url == "http://shop.test/orders"


@pytest.mark.parametrize("method", ["", "NO WAY", "GÉT", "GET\r\n"])
def test_a_method_is_one_word(method: str) -> None:
    with pytest.raises(UsageError, match="method: expected a word such as GET"):
        keywords(FakeTransport()).send_request(method, "/orders")


def test_parts_cookies_and_credentials_of_one_request_are_opened() -> None:
    transport = FakeTransport()
    keywords(transport).POST(
        "/orders",
        files={"doc": Secret("part-secret")},
        cookies={"a": Secret("cookie-secret")},
        auth=["ada", Secret("pass-secret")],
    )
    transport_options = transport.request.transport_options
    assert (transport_options.cookies, transport_options.auth) == ({"a": "cookie-secret"}, ("ada", "pass-secret"))
    assert b"part-secret" in transport.request.data


@pytest.mark.parametrize("files", ["a.txt", ["a.txt"], [("name", "content", "more")], 7])
def test_files_that_are_no_parts_are_refused(files: Any) -> None:
    with pytest.raises(UsageError, match=r"^files: expected a dictionary of field names to contents"):
        keywords(FakeTransport()).POST("/orders", files=files)


@pytest.mark.parametrize("files", [{"a": b"x"}, [("a", b"x")], [["a", b"x"]]])
def test_files_are_a_dictionary_or_pairs(files: Any) -> None:
    transport = FakeTransport()
    keywords(transport).POST("/orders", files=files)
    assert b'name="a"; filename="a"\r\n\r\nx\r\n' in transport.request.data


def test_a_request_without_time_is_refused() -> None:
    with pytest.raises(UsageError, match=r"^timeout: expected a time above 0, got 0 s"):
        keywords(FakeTransport()).GET("/orders", timeout=timedelta())


def test_a_password_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match=r"got None in it: is a variable not set\?\n  write auth=none"):
        keywords(FakeTransport()).GET("/orders", auth=["ada", None])


def test_a_certificate_may_belong_to_one_request() -> None:
    with pytest.raises(UsageError, match=r"^cert: expected the path of a file; there is no /nowhere/cert\.pem"):
        keywords(FakeTransport()).GET("/orders", cert="/nowhere/cert.pem")
