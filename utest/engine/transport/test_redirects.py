"""The request that a redirect asks for: what it carries, and what stays at home."""

import re
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

import pytest
import requests
from fake_network import http
from redirect_chain import ELSEWHERE, URL, Chain, Script, to
from requests.auth import AuthBase, HTTPDigestAuth

from SteadyAPI.engine.exchange import FailureKind, Redirect, Request, Timeout
from SteadyAPI.engine.request.download import FileSink
from SteadyAPI.engine.request.transport_options import TransportOptions
from SteadyAPI.engine.transport import TransportSettings
from SteadyAPI.engine.transport.auth.aws import AwsAuth
from SteadyAPI.engine.transport.requests_transport import RequestsTransport

SECRETS = {
    "Authorization": "Bearer written-1",
    "X-Api-Key": "key-1",
    "X-Auth-Token": "token-1",
    "X-Amz-Date": "20260101",
    "X-Amz-Security-Token": "aws-1",
    "Cookie2": "cookie-1",
    "X-Client": "named-by-the-suite",
}


def _same(moment: datetime) -> datetime:
    return moment


def test_each_request_of_a_chain_has_an_aws_signature_of_its_own(network: Script) -> None:
    signer = AwsAuth("AKIDEXAMPLE", "hunter-2", region="eu-central-1", service="execute-api")
    for options in ({"auth": signer}, {"transport_options": TransportOptions(auth=signer)}):
        chain = Chain(network, to("/there", "307 T"), to("/end", "307 T"), to(ELSEWHERE), http())
        chain.send("POST", data=b"body", **options)
        signatures = [re.search(rb"Signature=(\w+)", sent) for sent in chain.sent]
        assert signatures[3] is None
        assert len({found[1] for found in signatures[:3] if found}) == 3
        assert b"Authorization" not in chain.sent[3]
        again = requests.Request("POST", "http://shop.test/end", data=b"body").prepare()
        moment = datetime.strptime(re.findall(rb"X-Amz-Date: (\S+)", chain.sent[2])[0].decode(), "%Y%m%dT%H%M%S%z")
        fresh = AwsAuth(
            "AKIDEXAMPLE", "hunter-2", region="eu-central-1", service="execute-api", now=partial(_same, moment)
        )
        assert fresh(again).headers["Authorization"].encode() in chain.sent[2]


def test_on_its_origin_a_redirect_keeps_what_was_sent(network: Script) -> None:
    chain = Chain(network, to("/there"), http(), cookies={"sid": "given-1"})
    chain.send(headers=SECRETS, transport_options=TransportOptions(cookies={"call": "given-2"}))
    for value in (*SECRETS.values(), "given-1", "given-2"):
        assert value.encode() in chain.sent[1]


def test_nothing_that_says_who_asks_goes_to_another_origin(network: Script) -> None:
    chain = Chain(network, to(ELSEWHERE), http(), cookies={"sid": "given-1"})
    chain.send(
        headers={**SECRETS, "X-Plain": "plain"},
        credential_headers=frozenset({"x-client"}),
        transport_options=TransportOptions(cookies={"call": "given-2"}),
    )
    for value in (*SECRETS.values(), "given-1", "given-2"):
        assert value.encode() in chain.sent[0]
        assert value.encode() not in chain.sent[1]
    assert b"X-Plain: plain" in chain.sent[1]


@pytest.mark.parametrize("request_", [{"token": "token-1"}, {"auth": ("ada", "word-1")}])
def test_neither_tokens_nor_passwords_go_to_another_origin(network: Script, request_: dict[str, Any]) -> None:
    chain = Chain(network, to(ELSEWHERE), http())
    chain.send(**request_)
    assert b"Authorization" in chain.sent[0]
    assert b"Authorization" not in chain.sent[1]


def test_from_https_to_http_nothing_goes_along(network: Script) -> None:
    transport = RequestsTransport(TransportSettings())
    network(to("http://shop.test/there"))
    delivery = transport.send(Request("GET", URL, redirect=None, token="t"), Timeout(1, 1), None)
    assert delivery.redirected is not None
    assert not delivery.redirected.redirect.foreign  # type: ignore[union-attr]  # a redirect has one
    assert transport.requests_session.should_strip_auth("https://shop.test/a", "http://shop.test/b")  # type: ignore[no-untyped-call]


def test_what_was_stripped_stays_away_on_the_way_back(network: Script) -> None:
    chain = Chain(network, to(ELSEWHERE), to(URL), http(), cookies={"sid": "given-1"})
    chain.send(token="token-1")
    assert b"token-1" not in chain.sent[2]
    assert b"given-1" not in chain.sent[2]


def test_a_challenge_of_another_origin_gets_no_password(network: Script) -> None:
    challenge = http("401 Who", b"", 'WWW-Authenticate: Digest realm="r", nonce="n", qop="auth"')
    chain = Chain(network, to(ELSEWHERE), challenge)
    delivery = chain.send(auth=HTTPDigestAuth("ada", "word-1"))
    assert delivery.response is not None
    assert (delivery.response.status, len(chain.sent)) == (401, 2)


def test_cookies_of_a_response_reach_the_next_request(network: Script) -> None:
    first = http("302 Found", b"", "Location: /there", "Set-Cookie: sid=answered-1")
    chain = Chain(network, first, http(), keep_cookies=False)
    chain.send()
    assert b"Cookie: sid=answered-1" in chain.sent[1]


def test_a_retried_request_of_a_redirect_has_the_newest_cookies(network: Script) -> None:
    busy = http("503 Busy", b"", "Set-Cookie: sid=2")
    network_ = network(http("302 Found", b"", "Location: /there", "Set-Cookie: sid=1"), busy, http())
    transport = RequestsTransport(TransportSettings())
    following = transport.send(Request("GET", URL), Timeout(1, 1), None).redirected
    assert following is not None
    for _ in range(2):
        transport.send(following, Timeout(1, 1), None)
    assert (b"sid=1" in network_.sent[1], b"sid=2" in network_.sent[2], b"sid=1" in network_.sent[2]) == (
        True,
        True,
        False,
    )


def test_a_new_token_replaces_the_one_that_was_prepared(network: Script) -> None:
    network_ = network(to("/there"), http())
    transport = RequestsTransport(TransportSettings())
    following = transport.send(Request("GET", URL, token="old"), Timeout(1, 1), None).redirected
    assert following is not None

    transport.send(replace(following, token="new"), Timeout(1, 1), None)
    assert b"Authorization: Bearer new" in network_.sent[1]


def test_redirects_have_an_end(network: Script) -> None:
    chain = Chain(network, *[to("/again")] * 40)
    chain.transport.requests_session.max_redirects = 3
    failure = chain.send().failure
    assert failure is not None
    assert failure.kind is FailureKind.REDIRECTS
    assert len(chain.sent) == 4


def test_a_challenge_after_a_body_that_can_be_read_once_is_a_failure(network: Script) -> None:
    challenge = http("401 Who", b"", 'WWW-Authenticate: Digest realm="r", nonce="n", qop="auth"')
    chain = Chain(network, challenge, http())
    failure = chain.send("POST", data=iter([b"once"]), auth=HTTPDigestAuth("ada", "word-1")).failure
    assert failure is not None
    assert failure.kind is FailureKind.INVALID
    assert "can be read only once" in failure.detail


def test_the_body_of_a_redirect_has_the_sessions_limit(network: Script) -> None:
    chain = Chain(network, http("302 Found", b"x" * 100, "Location: /there"), body_limit=10)
    failure = chain.send().failure
    assert failure is not None
    assert failure.kind is FailureKind.TOO_LARGE


@pytest.mark.parametrize("limit", [10, None])
def test_the_body_of_a_challenge_has_the_sessions_limit(network: Script, limit: int | None) -> None:
    challenge = http("401 Who", b"x" * 100, 'WWW-Authenticate: Digest realm="r", nonce="n", qop="auth"')
    chain = Chain(network, challenge, http(), body_limit=limit)
    failure = chain.send(auth=HTTPDigestAuth("ada", "word-1")).failure
    assert len(chain.sent) == (1 if limit else 2)
    assert (failure.kind if failure else None) is (FailureKind.TOO_LARGE if limit else None)


def test_only_the_last_body_is_downloaded(network: Script, tmp_path: Any) -> None:
    chain = Chain(network, http("302 Found", b"moved", "Location: /there"), http(body=b"the file"))
    sink = FileSink(tmp_path / "file", lambda _: True)
    chain.send(transport_options=TransportOptions(sink=sink))
    sink.keep()
    assert (tmp_path / "file").read_bytes() == b"the file"


def test_a_stream_is_followed_too(network: Script) -> None:
    chain = Chain(network, http("302 Found", b"moved", "Location: /there"), http(body=b"the stream"))
    delivery = chain.send(transport_options=TransportOptions(stream=True))
    assert delivery.response is not None
    assert delivery.response.requests_response.content == b"the stream"


def test_a_stream_that_is_not_followed_is_left_unread(network: Script) -> None:
    chain = Chain(network, http("302 Found", b"moved", "Location: /there"))
    delivery = chain.send(allow_redirects=False, transport_options=TransportOptions(stream=True))
    assert delivery.response is not None
    assert delivery.response.requests_response.next is None
    assert delivery.response.requests_response.content == b"moved"


def test_a_client_certificate_stays_at_home(network: Script, monkeypatch: pytest.MonkeyPatch) -> None:
    network_ = network(http())
    transport = RequestsTransport(TransportSettings(cert="/a/client.pem"))
    certs: list[Any] = []
    adapter: Any = transport.requests_session.get_adapter(URL)
    send = adapter.send

    def noted(*args: Any, cert: Any, **rest: Any) -> Any:
        certs.append(cert)
        return send(*args, **rest)

    monkeypatch.setattr(adapter, "send", noted)
    prepared = transport.requests_session.prepare_request(requests.Request("GET", URL))
    transport.send(Request("GET", URL, redirect=Redirect(prepared, 1, foreign=True)), Timeout(1, 1), None)
    assert certs == [None]
    assert network_.sent[0].startswith(b"GET /orders")


@pytest.fixture
def netrc(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    machines = "".join(f"machine {host} login ada password of-netrc\n" for host in ("shop.test", "other.test"))
    (tmp_path / "netrc").write_text(machines)
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))


BASIC = b"Authorization: Basic YWRhOm9mLW5ldHJj"


@pytest.mark.usefixtures("netrc")
@pytest.mark.parametrize("params", [None, {"q": "1"}])
def test_a_request_without_credentials_stays_anonymous(network: Script, params: Any) -> None:
    chain = Chain(network, to(ELSEWHERE), http())
    chain.send(params=params)
    assert b"Authorization" not in chain.sent[0] + chain.sent[1]


@pytest.mark.usefixtures("netrc")
@pytest.mark.parametrize("params", [None, {"q": "1"}])
def test_a_session_may_use_the_netrc_file(network: Script, params: Any) -> None:
    chain = Chain(network, to(ELSEWHERE), http(), netrc=True)
    chain.send(params=params)
    assert BASIC in chain.sent[0]
    assert BASIC in chain.sent[1]


@pytest.mark.usefixtures("netrc")
@pytest.mark.parametrize("params", [None, {"q": "1"}])
@pytest.mark.parametrize("netrc", [True, False])
def test_a_written_authorization_goes_before_the_netrc_file(network: Script, params: Any, netrc: bool) -> None:
    chain = Chain(network, to("/there"), http(), netrc=netrc)
    chain.send(params=params, headers={"authorization": "Bearer written-1"})
    assert b"Bearer written-1" in chain.sent[0]
    assert b"Bearer written-1" in chain.sent[1]


@pytest.mark.usefixtures("netrc")
def test_credentials_of_a_url_are_sent(network: Script) -> None:
    chain = Chain(network, http())
    chain.transport.send(Request("GET", "http://bob:of-url@shop.test/"), Timeout(1, 1), None)
    assert b"Authorization: Basic Ym9iOm9mLXVybA==" in chain.sent[0]


class Signature(AuthBase):
    def __call__(self, request: Any) -> Any:
        request.headers["Authorization"] = "signed"
        return request


@pytest.mark.usefixtures("netrc")
def test_the_authentication_of_the_session_of_requests_is_used(network: Script) -> None:
    chain = Chain(network, http())
    chain.transport.requests_session.auth = Signature()
    chain.send(params={"q": "1"})
    assert b"Authorization: signed" in chain.sent[0]
