"""What a redirected request becomes."""

import io
from typing import Any

import pytest
import requests
from fake_network import http
from redirect_chain import ELSEWHERE, URL, Chain, Script, to

from SteadyAPI.engine.exchange import FailureKind, Request, Timeout
from SteadyAPI.engine.request.download import FileSink
from SteadyAPI.engine.request.transport_options import TransportOptions
from SteadyAPI.engine.transport import TransportSettings
from SteadyAPI.engine.transport.requests_transport import RequestsTransport

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_only_a_post_becomes_a_get_and_303_means_one(network: Script, status: int, method: str) -> None:
    chain = Chain(network, to("/there", f"{status} Moved"), http())
    chain.send(method, data=b"body", headers={"Content-Type": "text/plain", "X-Kept": "yes"})
    made_get = (method == "POST" and status < 304) or (status == 303 and method != "HEAD")
    assert chain.sent[1].startswith(f"{'GET' if made_get else method} /there HTTP/1.1".encode())
    for part in (b"Content-Type: text/plain", b"Content-Length: 4", b"\r\n\r\nbody"):
        assert (part in chain.sent[1]) == (not made_get)
    assert b"X-Kept: yes" in chain.sent[1]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_session_of_requests_keeps_the_methods_of_requests(network: Script, status: int, method: str) -> None:
    network_ = network(to("/there", f"{status} Moved"), http())
    transport = RequestsTransport(TransportSettings(), requests.Session())
    following = transport.send(Request(method, URL, data=b"body"), Timeout(1, 1), None).redirected
    assert following is not None
    transport.send(following, Timeout(1, 1), None)
    becomes_get = (status in {302, 303} and method != "HEAD") or (status == 301 and method == "POST")
    assert network_.sent[1].startswith(f"{'GET' if becomes_get else method} /there".encode())
    assert network_.sent[1].endswith(b"body") == (status in {307, 308})


@pytest.mark.parametrize(
    "location", ["ftp://shop.test/x", "mailto:a@b", "myapp://callback?code=1", "javascript:alert(1)", "about:blank", ""]
)
def test_a_redirect_out_of_http_is_the_response(network: Script, location: str, tmp_path: Any) -> None:
    sink = FileSink(tmp_path / "file", lambda _: True)
    chain = Chain(network, http("302 Found", b"moved", f"Location: {location}"))
    delivery = chain.send(transport_options=TransportOptions(sink=sink))
    sink.keep()
    assert delivery.response is not None
    assert delivery.response.status == 302
    assert (tmp_path / "file").read_bytes() == b"moved"


@pytest.mark.parametrize("location", ["http://", "http:///x", "http://[::1", "//[half"])
def test_a_location_that_is_no_url_is_a_broken_response(network: Script, location: str) -> None:
    failure = Chain(network, to(location)).send().failure
    assert failure is not None
    assert failure.kind is FailureKind.MALFORMED
    assert failure.detail.startswith("the Location of the redirect is no URL: ")
    delivery = Chain(network, to(location)).send(allow_redirects=False)
    assert delivery.response is not None
    assert delivery.response.requests_response.next is None


def test_where_no_redirect_is_followed_the_response_says_what_would_be(network: Script) -> None:
    delivery = Chain(network, to("/there")).send("PUT", allow_redirects=False)
    assert delivery.response is not None
    following = delivery.response.requests_response.next
    assert (following.method, following.url) == ("PUT", "http://shop.test/there")


def test_a_spent_body_is_no_trouble_where_no_redirect_is_followed(network: Script) -> None:
    chain = Chain(network, to("/there", "307 Temporary"))
    delivery = chain.send("POST", data=iter([b"once"]), allow_redirects=False)
    assert delivery.response is not None
    assert delivery.response.status == 307


def test_a_location_goes_out_as_the_server_wrote_it(network: Script) -> None:
    chain = Chain(network, to("/%7e/%2E%2e/a|b?sig=%2b%7E&q=x y#part"), http())
    chain.send()
    assert chain.sent[1].startswith(b"GET /%7e/%2E%2e/a%7Cb?sig=%2b%7E&q=x%20y HTTP/1.1\r\n")


def test_a_host_that_was_written_stays_at_home(network: Script) -> None:
    chain = Chain(network, to("/there"), to(ELSEWHERE), http())
    chain.send(headers={"Host": "virtual.test"})
    assert [b"Host: virtual.test" in sent for sent in chain.sent] == [True, True, False]


def test_written_credentials_of_a_proxy_stay_at_home(network: Script) -> None:
    chain = Chain(network, to("/there"), to(ELSEWHERE), http())
    chain.send(headers={"proxy-authorization": "Basic cTpw"})
    assert [b"cTpw" in sent for sent in chain.sent] == [True, True, False]


def test_a_body_that_can_be_read_once_is_not_sent_empty(network: Script) -> None:
    chain = Chain(network, to("/there", "307 Temporary"))
    failure = chain.send("POST", data=iter([b"only", b"once"])).failure
    assert failure is not None
    assert failure.kind is FailureKind.INVALID
    assert "/there asks for its body again, and it can be read only once" in failure.detail
    assert len(chain.sent) == 1


def test_a_body_that_can_be_read_once_may_be_left_behind(network: Script) -> None:
    chain = Chain(network, to("/there", "303 See Other"), http())
    delivery = chain.send("POST", data=iter([b"once"]))
    assert delivery.response is not None
    assert chain.sent[1].startswith(b"GET /there")


def test_a_file_is_wound_back_for_a_redirect(network: Script) -> None:
    file = io.BytesIO(b"--the file")
    file.seek(2)
    chain = Chain(network, to("/there", "307 Temporary"), http())
    chain.send("POST", data=file)
    assert chain.sent[0].endswith(b"\r\n\r\nthe file")
    assert chain.sent[1].endswith(b"\r\n\r\nthe file")
