from typing import Any

import pytest
from fake_provider import FakeTokenHttp, ProviderResponse

from SteadyAPI.engine.token.oauth.discovery import Discovery, endpoint_in
from SteadyAPI.errors import TokenError, UsageError

ISSUER = "https://id.test/realm"


def described(**fields: Any) -> ProviderResponse:
    return ProviderResponse(200, {"issuer": ISSUER, "token_endpoint": f"{ISSUER}/token", **fields})


def test_a_provider_is_asked_once_in_a_run() -> None:
    http, discovery = FakeTokenHttp(described()), Discovery()
    documents = [discovery.document(ISSUER, http), discovery.document(f"{ISSUER}/", http)]
    assert [document["token_endpoint"] for document in documents] == [f"{ISSUER}/token"] * 2
    assert [call.url for call in http.calls] == [f"{ISSUER}/.well-known/openid-configuration"]
    assert len(http.logged) == 1


def test_a_plain_oauth_provider_describes_itself_elsewhere() -> None:
    http = FakeTokenHttp(ProviderResponse(404), described())
    assert Discovery().document(ISSUER, http)["issuer"] == ISSUER
    assert http.call.url == "https://id.test/.well-known/oauth-authorization-server/realm"


def test_no_issuer_is_not_asked() -> None:
    http = FakeTokenHttp()
    assert Discovery().document("", http) == {}
    assert http.calls == []


def test_a_provider_that_does_not_describe_itself_is_named() -> None:
    with pytest.raises(TokenError, match=r"doesn't describe itself: 404 .*\n  write the token endpoint's URL instead"):
        Discovery().document(ISSUER, FakeTokenHttp(ProviderResponse(404)))


def test_a_provider_that_is_silent_is_named_and_not_asked_twice() -> None:
    http = FakeTokenHttp(ProviderResponse(0))
    with pytest.raises(TokenError, match="can't be asked for its endpoints: connection refused"):
        Discovery().document(ISSUER, http)
    assert len(http.calls) == 1


def test_a_provider_under_a_foreign_name_is_refused() -> None:
    with pytest.raises(TokenError, match=r'describes itself as "https://evil.test"'):
        Discovery().document(ISSUER, FakeTokenHttp(described(issuer="https://evil.test")))


def test_the_endpoint_for_certificates_is_taken_when_there_is_one() -> None:
    document = {"token_endpoint": "plain", "mtls_endpoint_aliases": {"token_endpoint": "mtls"}}
    assert endpoint_in(document, "token_endpoint", mtls=True) == "mtls"
    assert endpoint_in(document, "token_endpoint") == "plain"
    assert endpoint_in({"token_endpoint": "plain"}, "token_endpoint", mtls=True) == "plain"
    assert endpoint_in({**document, "revocation_endpoint": "r"}, "revocation_endpoint", mtls=True) == "r"


def test_an_endpoint_that_the_provider_does_not_name_is_missing() -> None:
    with pytest.raises(UsageError, match=r"the provider https://id.test/realm names no revocation_endpoint"):
        endpoint_in({"issuer": ISSUER}, "revocation_endpoint")


def test_without_url_and_issuer_nothing_is_known() -> None:
    with pytest.raises(UsageError, match="no token_endpoint is known: neither a URL nor issuer= is given"):
        endpoint_in({}, "token_endpoint")


def test_a_provider_under_another_name_is_taken_when_the_endpoint_is_given_beside_it() -> None:
    http = FakeTokenHttp(ProviderResponse(200, {"issuer": "https://internal.test", "jwks_uri": "https://id.test/k"}))
    discovery = Discovery()
    assert discovery.document(ISSUER, http, any_name=True)["issuer"] == "https://internal.test"
    with pytest.raises(TokenError, match=r"if it is the right one, write the token endpoint's URL"):
        discovery.document(ISSUER, http)
    assert len(http.calls) == 1
