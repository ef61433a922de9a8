import json
from typing import Any

import pytest
from fake_provider import PRIVATE_KEY, FakeTokenHttp, ProviderResponse, denied, endpoint, granted
from fake_time import FakeTime

from SteadyAPI.engine.token.claims import claims_of
from SteadyAPI.engine.token.grant import BodyFormat, ClientAuth, Grant
from SteadyAPI.engine.token.oauth.discovery import Discovery
from SteadyAPI.engine.token.oauth.token_endpoint import TokenEndpoint
from SteadyAPI.engine.token.oauth.token_request import TokenRequest
from SteadyAPI.engine.token.token import Token
from SteadyAPI.errors import TokenError, UsageError
from SteadyAPI.redaction.registration import Registration
from SteadyAPI.redaction.registry import SecretRegistry

DOCUMENT = {
    "issuer": "https://id.test",
    "token_endpoint": "https://id.test/oauth/token",
    "revocation_endpoint": "https://id.test/oauth/revoke",
    "authorization_endpoint": "https://id.test/oauth/authorize",
    "device_authorization_endpoint": "https://id.test/oauth/device",
}


def test_a_client_gets_a_token() -> None:
    http = FakeTokenHttp(granted(scope="a"))
    assert endpoint(http).ask() == Token("first-token-1", lifetime=100, expires=100, scope="a")
    assert (http.call.method, http.call.url) == ("POST", "/token")
    assert http.call.body == {"grant_type": "client_credentials"}
    assert http.call.headers["Authorization"].startswith("Basic ")
    assert http.call.sign_in


def test_the_life_of_a_token_is_counted_from_the_request() -> None:
    time = FakeTime()
    time.seconds = 50.0
    assert endpoint(FakeTokenHttp(), time).ask().expires == 150


def test_a_token_request_follows_no_redirect() -> None:
    http = FakeTokenHttp()
    endpoint(http).ask()
    assert http.call.allow_redirects is False


def test_fields_go_out_as_json_when_that_is_wanted() -> None:
    http = FakeTokenHttp(ProviderResponse(200, {"data": {"jwt": "the-token"}}))
    wish: dict[str, Any] = {
        "username": "ada",
        "password": "pw-secret",
        "body": BodyFormat.json,
        "token_path": "data.jwt",
    }
    assert endpoint(http, **wish).ask().secret == "the-token"
    assert json.loads(http.call.body) == {"username": "ada", "password": "pw-secret"}
    assert http.call.headers["Content-Type"] == "application/json"


def test_a_login_of_the_services_own_keeps_no_refresh_token() -> None:
    http = FakeTokenHttp(ProviderResponse(200, {"jwt": "t", "refresh_token": "r"}))
    assert endpoint(http, username="ada", token_path="jwt").ask().refresh_secret is None


def test_secrets_are_registered_before_they_go_out_and_tokens_before_they_are_logged() -> None:
    registry = SecretRegistry()
    known_when: dict[str, list[Registration]] = {"sent": [], "logged": []}

    class Watching(FakeTokenHttp):
        def send(self, call: Any) -> Any:
            known_when["sent"].append(registry.register("client-secret-1"))
            known_when["sent"].append(registry.register(call.headers["Authorization"].removeprefix("Basic ")))
            return super().send(call)

        def log(self, exchange: Any) -> None:
            known_when["logged"].append(registry.register("first-token-1"))
            known_when["logged"].append(registry.register("refresh-token-1"))

    request = TokenRequest(url="/token", client_id="qa", client_secret="client-secret-1")
    http = Watching(granted(refresh_token="refresh-token-1"))
    TokenEndpoint(request, http, Discovery(), registry, FakeTime().clock()).ask()
    assert known_when == {"sent": [Registration.KNOWN] * 2, "logged": [Registration.KNOWN] * 2}


def test_a_token_from_another_process_is_registered() -> None:
    made = endpoint(FakeTokenHttp())
    made.register_secrets_of(Token("token-value-1", refresh_secret="refresh-value-1"))
    made.register_secrets_of(Token("token-value-2"))
    known = [made._secrets.register(text) for text in ("token-value-1", "refresh-value-1", "token-value-2")]
    assert known == [Registration.KNOWN] * 3


def test_a_refusal_is_an_error_with_its_exchange() -> None:
    with pytest.raises(TokenError, match="refused: 401 invalid_client") as caught:
        endpoint(FakeTokenHttp(denied())).ask()
    assert caught.value.exchange.response.status == 401


def test_a_response_without_a_token_is_an_error() -> None:
    with pytest.raises(TokenError, match="has no access_token"):
        endpoint(FakeTokenHttp(ProviderResponse(200, {}))).ask()


def test_the_provider_names_its_endpoint_and_takes_assertions_under_its_own_name() -> None:
    http = FakeTokenHttp(ProviderResponse(200, DOCUMENT), granted())
    wish: dict[str, Any] = {
        "issuer": "https://id.test",
        "client_id": "qa",
        "client_secret": "s",
        "grant": Grant.client_credentials,
    }
    endpoint(http, client_auth=ClientAuth.client_secret_jwt, **wish).ask()
    assert http.call.url == DOCUMENT["token_endpoint"]
    assert claims_of(http.call.body["client_assertion"])["aud"] == "https://id.test"


def test_without_an_issuer_assertions_are_for_the_token_endpoint() -> None:
    http = FakeTokenHttp()
    endpoint(http, client_id="qa", client_secret="s", client_auth=ClientAuth.client_secret_jwt).ask()
    assert claims_of(http.call.body["client_assertion"])["aud"] == "https://id.test/token"


@pytest.mark.parametrize(("certificate", "url"), [(True, "https://mtls.test/t"), (False, "/oauth/token")])
def test_only_a_client_with_a_certificate_goes_to_the_endpoint_for_certificates(certificate: bool, url: str) -> None:
    document = {**DOCUMENT, "mtls_endpoint_aliases": {"token_endpoint": "https://mtls.test/t"}}
    http = FakeTokenHttp(ProviderResponse(200, document), granted())
    endpoint(
        http, issuer="https://id.test", client_id="qa", grant=Grant.client_credentials, certificate=certificate
    ).ask()
    assert http.call.url.endswith(url)


def test_the_providers_list_decides_where_the_secret_goes() -> None:
    document = {**DOCUMENT, "token_endpoint_auth_methods_supported": ["client_secret_post"]}
    http = FakeTokenHttp(ProviderResponse(200, document), granted())
    endpoint(http, issuer="https://id.test", client_id="qa", client_secret="s").ask()
    assert http.call.body["client_secret"] == "s"


def test_an_assertion_from_elsewhere_is_sent_as_it_is() -> None:
    http = FakeTokenHttp()
    endpoint(http, assertion="a.b.c").ask()
    assert http.call.body == {"grant_type": Grant.jwt_bearer.value, "assertion": "a.b.c"}


def test_an_assertion_about_a_user_is_signed_when_none_is_given() -> None:
    http = FakeTokenHttp()
    endpoint(http, client_id="qa", username="ada", private_key=PRIVATE_KEY, grant=Grant.jwt_bearer).ask()
    assert claims_of(http.call.body["assertion"])["sub"] == "ada"
    assert http.call.body["client_id"] == "qa"


@pytest.mark.parametrize(
    ("wish", "repeatable"),
    [
        ({"username": "ada", "password": "p"}, True),
        ({"refresh_token": "r", "client_id": "qa"}, False),
        ({"client_id": "qa", "client_secret": "s", "client_auth": ClientAuth.client_secret_jwt}, False),
    ],
)
def test_what_the_provider_takes_once_is_not_sent_twice(wish: dict[str, Any], repeatable: bool) -> None:
    http = FakeTokenHttp()
    endpoint(http, **wish).ask()
    assert http.call.repeatable is repeatable


def test_a_refresh_keeps_what_the_response_leaves_out() -> None:
    http = FakeTokenHttp(granted("second-token-2"))
    renewed = endpoint(http).refresh(Token("old", scope="a", refresh_secret="refresh-1"))
    assert (renewed.secret, renewed.scope, renewed.refresh_secret) == ("second-token-2", "a", "refresh-1")
    assert http.call.body == {"grant_type": "refresh_token", "refresh_token": "refresh-1"}
    assert http.call.repeatable is False


def test_a_refresh_takes_the_rotated_refresh_token() -> None:
    http = FakeTokenHttp(granted("second-token-2", refresh_token="refresh-2", scope="b"))
    renewed = endpoint(http).refresh(Token("old", scope="a", refresh_secret="refresh-1"))
    assert (renewed.scope, renewed.refresh_secret) == ("b", "refresh-2")


def test_a_refresh_token_that_was_used_up_is_not_sent_again() -> None:
    http = FakeTokenHttp(granted(refresh_token="refresh-2"), granted(), granted())
    made = endpoint(http, client_id="qa", refresh_token="refresh-1")
    for _ in range(3):
        made.ask()
    assert [call.body["refresh_token"] for call in http.calls] == ["refresh-1", "refresh-2", "refresh-2"]


def test_revoking_ends_the_refresh_token_too() -> None:
    http = FakeTokenHttp(ProviderResponse(200, ""))
    endpoint(http).revoke(Token("token-1", refresh_secret="refresh-1"), "/revoke")
    assert [call.body["token"] for call in http.calls] == ["refresh-1", "token-1"]
    assert [call.body["token_type_hint"] for call in http.calls] == ["refresh_token", "access_token"]
    assert [call.url for call in http.calls] == ["/revoke"] * 2


def test_the_provider_names_where_tokens_are_revoked() -> None:
    http = FakeTokenHttp(ProviderResponse(200, DOCUMENT), ProviderResponse(200, ""))
    endpoint(http, issuer="https://id.test", client_id="qa", client_secret="s").revoke(Token("token-1"), "")
    assert http.call.url == DOCUMENT["revocation_endpoint"]


def test_a_refused_revocation_is_an_error() -> None:
    with pytest.raises(TokenError, match="POST /revoke refused: 401"):
        endpoint(FakeTokenHttp(denied())).revoke(Token("token-1"), "/revoke")


def test_revoking_without_a_known_endpoint_says_how_to_name_it() -> None:
    with pytest.raises(UsageError, match="no revocation_endpoint is known"):
        endpoint(FakeTokenHttp()).revoke(Token("token-1"), "")


def test_a_device_asks_for_its_code_without_a_grant_type() -> None:
    codes = ProviderResponse(200, {"device_code": "device-code-1", "user_code": "AB-CD"})
    http = FakeTokenHttp(ProviderResponse(200, DOCUMENT), codes, granted())
    wish: dict[str, Any] = {
        "issuer": "https://id.test",
        "client_id": "qa",
        "grant": Grant.device_code,
    }
    assert endpoint(http, **wish).ask().secret == "first-token-1"
    assert [call.url for call in http.calls[1:]] == [
        DOCUMENT["device_authorization_endpoint"],
        DOCUMENT["token_endpoint"],
    ]
    assert http.calls[1].body == {"client_id": "qa"}


def test_a_code_that_is_not_approved_yet_is_an_expected_response() -> None:
    codes = ProviderResponse(200, {"device_code": "device-code-1", "interval": 1})
    http = FakeTokenHttp(ProviderResponse(200, DOCUMENT), codes, denied("authorization_pending", 400), granted())
    endpoint(http, issuer="https://id.test", client_id="qa", grant=Grant.device_code).ask()
    assert [call.expected.matches(400) for call in http.calls] == [False, False, True, True]


def test_a_sign_in_ends_in_a_token() -> None:
    http = FakeTokenHttp(
        ProviderResponse(200, DOCUMENT), ProviderResponse(302, "", Location="https://app.test/cb?error=access_denied")
    )
    wish: dict[str, Any] = {
        "issuer": "https://id.test",
        "client_id": "qa",
        "grant": Grant.authorization_code,
    }
    with pytest.raises(TokenError, match="access_denied"):
        endpoint(http, redirect_uri="https://app.test/cb", **wish).ask()
