import sys
from collections.abc import Callable
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import requests
from drop_in import SHOP, DropIn
from fake_network import CLOSED, FakeNetwork, http

Script = Callable[..., FakeNetwork]
WITH_PARAMS = ["GET"]
WITH_BODY = ["POST", "PUT", "PATCH"]
BARE = ["DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT"]


def session(**options: Any) -> DropIn:
    """Returns a drop-in with an open session ``shop``."""
    drop_in = DropIn()
    drop_in.create_session("shop", f"{SHOP}/v1", **options)
    return drop_in


@pytest.mark.parametrize("method", [*WITH_PARAMS, *WITH_BODY, *BARE])
def test_a_method_is_sent_without_a_session(network: Script, method: str) -> None:
    fake = network(http())
    getattr(DropIn(), f"session_less_{method.lower()}")(f"{SHOP}/x")
    assert fake.sent[0].startswith(f"{method} /x HTTP/1.1".encode())


@pytest.mark.parametrize("method", [*WITH_PARAMS, *WITH_BODY, *BARE])
def test_a_method_is_sent_on_a_session(network: Script, method: str) -> None:
    fake = network(http())
    getattr(session(), f"{method.lower()}_on_session")("Shop", "/x")
    assert fake.sent[0].startswith(f"{method} /v1/x HTTP/1.1".encode())


@pytest.mark.parametrize(
    ("url", "path"),
    [
        (None, "/v1"),
        ("", "/v1"),
        ("x", "/v1/x"),
        ("/x", "/v1/x"),
        ("?q=1", "/v1/?q=1"),
        ("//x", "/v1//x"),
        (f"{SHOP}/y", "/y"),
    ],
)
def test_a_url_is_appended_to_the_sessions(network: Script, url: str | None, path: str) -> None:
    fake = network(http())
    session().get_on_session("shop", url)
    assert fake.sent[0].startswith(f"GET {path} HTTP/1.1".encode())


@pytest.mark.parametrize("keyword", ["session_less_get", "session_less_post", "session_less_delete"])
def test_a_url_that_is_missing_says_how_to_write_one(keyword: str) -> None:
    with pytest.raises(TypeError, match=r"missing 1 required positional argument: 'url'. A URL with = in it"):
        getattr(DropIn(), keyword)()


def test_the_missing_url_shows_in_the_documentation_as_required() -> None:
    from SteadyAPI.dropin.request_keywords import NO_URL  # noqa: PLC0415  only this test needs it

    assert repr(NO_URL) == "<required>"


def test_an_option_that_requests_does_not_know_is_refused() -> None:
    with pytest.raises(TypeError, match="got an unexpected keyword argument 'colour'"):
        DropIn().session_less_get(f"{SHOP}/x", colour="red")


def test_an_unknown_alias_is_refused() -> None:
    with pytest.raises(RuntimeError, match="Non-existing index or alias 'nope'"):
        DropIn().get_on_session("nope", "/x")


def test_headers_cookies_and_bodies_are_sent(network: Script) -> None:
    fake = network(http())
    session(cookies={"sid": "one"}).post_on_session(
        "shop", "/x", json={"a": 1}, headers={"X-A": "b"}, params={"q": "r"}
    )
    assert fake.sent[0].startswith(b"POST /v1/x?q=r HTTP/1.1")
    assert b"Cookie: sid=one\r\n" in fake.sent[0]
    assert b"X-A: b\r\n" in fake.sent[0]
    assert fake.sent[0].endswith(b'{"a": 1}')


def test_cookies_of_a_request_stand_in_for_the_sessions(network: Script) -> None:
    fake = network(http())
    session(cookies={"sid": "one"}).get_on_session("shop", "/x", cookies={"sid": "two"})
    assert b"Cookie: sid=two\r\n" in fake.sent[0]


def test_a_status_that_was_not_expected_fails(network: Script) -> None:
    network(http("404 Not Found"))
    with pytest.raises(AssertionError, match=r"^mine Url: http://shop.test/x Expected status: 404 != 200$"):
        DropIn().session_less_get(f"{SHOP}/x", expected_status=200, msg="mine")


def test_the_last_response_is_kept(network: Script) -> None:
    network(http("404 Not Found"))
    drop_in = DropIn()
    response = drop_in.session_less_get(f"{SHOP}/x", expected_status="any")
    assert drop_in.last_response() is response
    drop_in.status_should_be("404")
    with pytest.raises(requests.HTTPError):
        drop_in.request_should_be_successful()


def test_a_response_in_hand_is_looked_at(network: Script) -> None:
    network(http("404 Not Found"), http())
    drop_in = DropIn()
    failed = drop_in.session_less_get(f"{SHOP}/x", expected_status="any")
    drop_in.session_less_get(f"{SHOP}/x")
    with pytest.raises(requests.HTTPError):
        drop_in.request_should_be_successful(failed)


def test_no_response_is_the_error_of_requests(network: Script) -> None:
    network(CLOSED)
    with pytest.raises(requests.ConnectionError, match="Remote end closed connection"):
        DropIn().session_less_get(f"{SHOP}/x")


def test_a_listed_status_is_retried_and_its_response_stays_in_reach(network: Script) -> None:
    network(*[http("503 Busy")] * 3)
    drop_in = session(max_retries=2, retry_status_list=["503"])
    with pytest.raises(requests.exceptions.RetryError, match="too many 503 error responses") as caught:
        drop_in.get_on_session("shop", "/x", expected_status="503")
    assert caught.value.response is drop_in.last_response()
    assert len(drop_in.last_response().attempts) == 3


@pytest.mark.parametrize(
    ("method", "options"),
    [
        ("get", {}),
        ("get", {"retry_status_list": [502]}),
        ("post", {"retry_status_list": [503]}),
        ("get", {"retry_status_list": [503], "max_retries": 0}),
        ("get", {"retry_status_list": [503], "retry_method_list": ["POST"]}),
    ],
)
def test_a_status_is_retried_only_when_it_is_listed_for_the_method(
    network: Script, method: str, options: dict[str, Any]
) -> None:
    network(http("503 Busy"))
    response = getattr(session(**options), f"{method}_on_session")("shop", "/x", expected_status=503)
    assert len(response.attempts) == 1


def test_a_method_that_is_not_listed_is_not_retried_and_the_log_says_why(network: Script) -> None:
    network(http("503 Busy"))
    drop_in = session(retry_status_list=[503])
    drop_in.post_on_session("shop", "/x", expected_status=503)
    assert "not retried" in drop_in.log.entries[0]
    assert "POST is not idempotent" in drop_in.log.entries[0]


def test_open_files_are_closed(network: Script) -> None:
    network(http(), http())
    data, part = BytesIO(b"data"), BytesIO(b"part")
    DropIn().session_less_post(f"{SHOP}/x", data=data)
    DropIn().session_less_post(f"{SHOP}/x", files={"part": ("name", part)})
    assert (data.closed, part.closed) == (True, True)


@pytest.mark.parametrize(
    "options",
    [
        lambda file: {"data": file},
        lambda file: {"files": {"part": file}},
        lambda file: {"files": {"part": ("name", file)}},
        lambda file: {"files": [("part", ["name", file])]},
    ],
)
def test_files_are_closed_when_nothing_responds(network: Script, options: Callable[[BytesIO], dict[str, Any]]) -> None:
    network(refuse=ConnectionRefusedError("no"))
    file = BytesIO(b"data")
    with pytest.raises(requests.ConnectionError):
        DropIn().session_less_post(f"{SHOP}/x", **options(file))
    assert file.closed


def test_a_stream_is_left_unread(network: Script) -> None:
    network(http(body=b"stream"))
    response = DropIn().session_less_get(f"{SHOP}/x", stream=True)
    assert (response.raw.read(3), next(response.iter_content(3))) == (b"str", b"eam")


def test_head_follows_no_redirects_unless_told(network: Script) -> None:
    network(http("302 Found", b"", "Location: /y"), http("302 Found", b"", "Location: /y"), http(body=b""))
    drop_in = DropIn()
    assert drop_in.session_less_head(f"{SHOP}/x").status_code == 302
    assert drop_in.session_less_head(f"{SHOP}/x", allow_redirects=True).status_code == 200


@pytest.mark.parametrize("timeout", [5, "5", (3, 5), (None, 5)])
def test_a_time_limit_is_a_number_or_a_pair(network: Script, timeout: Any) -> None:
    network(http())
    assert DropIn().session_less_get(f"{SHOP}/x", timeout=timeout).status_code == 200


def test_a_file_is_opened_for_upload(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"content")
    with DropIn().get_file_for_streaming_upload(str(tmp_path / "file")) as file:
        assert file.read() == b"content"


def test_each_request_is_one_log_entry(network: Script) -> None:
    network(http())
    drop_in = DropIn()
    drop_in.session_less_get(f"{SHOP}/x")
    assert [entry[:8] for entry in drop_in.log.entries] == ["<details"]


def test_no_secret_stands_in_the_log(network: Script) -> None:
    network(http(body=b"{}"))
    drop_in = DropIn()
    drop_in.create_session("shop", SHOP, headers={"X-Api-Key": "key-in-the-log"}, auth=["ada", "word-in-the-log"])
    drop_in.post_on_session("shop", "/x", json={"password": "body-in-the-log"}, params={"token": "query-in-the-log"})
    assert "-in-the-log" not in "".join(drop_in.log.entries)


def test_debugging_changes_nothing_for_the_process() -> None:
    before = sys.stdout
    session(debug=1)
    assert sys.stdout is before
    assert HTTPConnection.debuglevel == 0


def test_a_status_that_is_not_expected_is_red_in_the_log(network: Script) -> None:
    network(http())
    shop = session()
    with pytest.raises(AssertionError):
        shop.get_on_session("shop", "/", expected_status=201)
    assert [entry.startswith("<details open") for entry in shop.log.entries] == [True]
    assert "expected 201" in shop.log.entries[0]


def test_a_negative_status_that_is_expected_is_not_red(network: Script) -> None:
    network(http("404 Not Found"))
    shop = session()
    shop.get_on_session("shop", "/", expected_status=404)
    assert 'class="fail"' not in shop.log.entries[0]


@pytest.mark.parametrize("given", [True, False])
def test_a_status_asserted_later_shows_its_exchange_and_is_recorded(network: Script, given: bool) -> None:
    network(http("404 Not Found"))
    shop, recorder = session(), SimpleNamespace(request=lambda *_: None, unexpected=lambda *added: seen.append(added))
    seen: list[Any] = []
    shop.ledger.observer = recorder
    response = shop.get_on_session("shop", "/", expected_status="any")
    with pytest.raises(AssertionError):
        shop.status_should_be(200, response if given else None)
    with pytest.raises(requests.HTTPError):
        shop.request_should_be_successful(response if given else None)
    assert [exchange.expected.text for exchange, _ in seen] == ["200", "a status below 400"]
    assert len(shop.log.entries) == 3
