import base64
import hashlib
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from fake_provider import FakeTokenHttp, ProviderResponse, endpoint, granted

from SteadyAPI.engine.token.grant import Grant
from SteadyAPI.engine.token.oauth.authorization_code import signed_in
from SteadyAPI.engine.token.oauth.token_request import TokenRequest
from SteadyAPI.errors import TokenError, UsageError
from SteadyAPI.redaction.registration import Registration
from SteadyAPI.redaction.registry import SecretRegistry

BACK = "https://app.test/callback"
CODE = ProviderResponse(302, "", Location=f"{BACK}?code=the-code-1&state=STATE")
LOGIN = ProviderResponse(
    200, '<form method="post" action="/in?x=1"><input name="u"><input type="password" name="p"></form>'
)


def request(**given: Any) -> TokenRequest:
    wish = {"client_id": "qa", "username": "ada", "password": "pw-secret", "redirect_uri": BACK}
    return TokenRequest(grant=Grant.authorization_code, **{**wish, **given})


def code(http: FakeTokenHttp, registry: SecretRegistry | None = None, **given: Any) -> dict[str, Any]:
    return signed_in(request(**given), "https://id.test/authorize", http, registry or SecretRegistry())


def test_a_provider_that_agrees_at_once_gives_the_code() -> None:
    http = FakeTokenHttp(CODE)
    fields = code(http, scope="openid")
    asked = {name: values[0] for name, values in parse_qs(urlsplit(http.calls[0].url).query).items()}
    digest = base64.urlsafe_b64encode(hashlib.sha256(fields["code_verifier"].encode()).digest())
    assert (fields["code"], fields["redirect_uri"], fields["grant_type"]) == ("the-code-1", BACK, "authorization_code")
    assert (asked["response_type"], asked["client_id"], asked["scope"]) == ("code", "qa", "openid")
    assert (asked["code_challenge"], asked["code_challenge_method"]) == (digest.decode().rstrip("="), "S256")
    assert "grant_type" not in asked
    assert len(asked["nonce"]) > 20


def test_a_plain_authorization_has_no_nonce() -> None:
    http = FakeTokenHttp(CODE)
    code(http, scope="orders")
    assert "nonce" not in http.calls[0].url


def test_a_question_mark_in_the_address_is_respected() -> None:
    http = FakeTokenHttp(CODE)
    signed_in(request(), "https://id.test/authorize?realm=a", http, SecretRegistry())
    assert http.calls[0].url.startswith("https://id.test/authorize?realm=a&client_id=qa")


def test_code_and_verifier_are_secrets() -> None:
    registry = SecretRegistry()
    fields = code(FakeTokenHttp(CODE), registry)
    assert [registry.register(fields[name]) for name in ("code", "code_verifier")] == [Registration.KNOWN] * 2


def test_the_form_is_filled_in_and_redirects_are_followed() -> None:
    http = FakeTokenHttp(
        ProviderResponse(303, "", Location="/login"), LOGIN, ProviderResponse(303, "", Location="resume"), CODE
    )
    code(http)
    steps = [(call.method, call.url, call.body) for call in http.calls[1:]]
    assert steps == [
        ("GET", "https://id.test/login", None),
        ("POST", "https://id.test/in?x=1", {"u": "ada", "p": "pw-secret"}),
        ("GET", "https://id.test/resume", None),
    ]
    assert all(call.allow_redirects is False and call.sign_in for call in http.calls)


def test_a_page_to_agree_on_is_agreed_to() -> None:
    agree = ProviderResponse(
        200, '<form method="post" action="/ok"><input type="hidden" name="prompt" value="consent"></form>'
    )
    http = FakeTokenHttp(LOGIN, agree, CODE)
    assert code(http)["code"] == "the-code-1"
    assert http.call.body == {"prompt": "consent"}


def test_a_form_that_comes_again_is_a_refusal() -> None:
    with pytest.raises(TokenError, match=r"the page asks for the password again \(client_id=qa, username=ada"):
        code(FakeTokenHttp(LOGIN))


def test_a_form_that_wants_a_password_that_was_not_given_says_so() -> None:
    with pytest.raises(UsageError, match="grant authorization_code needs password"):
        code(FakeTokenHttp(LOGIN), password=None)


def test_a_page_without_a_form_needs_a_browser() -> None:
    with pytest.raises(TokenError, match=r"has no form to fill in\n.*browser library.*Set Token"):
        code(FakeTokenHttp(ProviderResponse(200, "<script>render()</script>")))


@pytest.mark.parametrize("status", [0, 400, 503])
def test_an_error_on_the_way_is_named(status: int) -> None:
    with pytest.raises(TokenError, match="Token request to GET /authorize"):
        code(FakeTokenHttp(ProviderResponse(status, "")))


def test_the_providers_refusal_is_told() -> None:
    back = ProviderResponse(302, "", Location=f"{BACK}?error=access_denied&error_description=not+you&state=STATE")
    with pytest.raises(TokenError, match="refused: access_denied not you"):
        code(FakeTokenHttp(back))


@pytest.mark.parametrize("query", ["code=stolen-code&state=other", "state=STATE"])
def test_an_end_without_a_code_for_this_request_is_refused(query: str) -> None:
    with pytest.raises(TokenError, match="ended without a code for this request"):
        code(FakeTokenHttp(ProviderResponse(302, "", Location=f"{BACK}?{query}")))


def test_a_walk_without_end_ends() -> None:
    http = FakeTokenHttp(ProviderResponse(302, "", Location="/again"))
    with pytest.raises(TokenError, match="didn't end after 20 pages"):
        code(http)
    assert len(http.calls) == 21


def test_the_code_buys_the_token() -> None:
    described = {"issuer": "https://id.test", "token_endpoint": "/t", "authorization_endpoint": "/authorize?x=1"}
    http = FakeTokenHttp(ProviderResponse(200, described), LOGIN, granted())
    setattr(http, "browser", lambda: FakeTokenHttp(CODE))  # noqa: B010  mypy knows it as a method
    wish: dict[str, Any] = {
        "issuer": "https://id.test",
        "client_id": "qa",
        "grant": Grant.authorization_code,
        "redirect_uri": BACK,
    }
    http._responses.pop(1)
    assert endpoint(http, **wish).ask().secret == "first-token-1"
    assert http.call.body["code"] == "the-code-1"
