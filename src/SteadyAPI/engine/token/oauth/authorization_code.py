"""The authorization code flow with PKCE (RFC 6749, section 4.1; RFC 7636), signing in on the provider's own pages.

It works where a person would only fill in name and password and agree; pages made by scripts need a browser library.
"""

import base64
import hashlib
import secrets
from typing import Any
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.token.grant import Grant
from SteadyAPI.engine.token.oauth.error_response import is_refusal, refused
from SteadyAPI.engine.token.oauth.http import TokenHttp
from SteadyAPI.engine.token.oauth.sign_in_form import LoginForm, login_form
from SteadyAPI.engine.token.oauth.token_request import TokenRequest
from SteadyAPI.errors import TokenError
from SteadyAPI.redaction.registry import SecretRegistry

_MOST_STEPS = 20


def signed_in(request: TokenRequest, url: str, browser: TokenHttp, registry: SecretRegistry) -> dict[str, Any]:
    """Signs in and returns the fields of the token request: the code, and the verifier that goes with it.

    Args:
        request: What was asked for; user name and password when the provider asks for them.
        url: The authorization endpoint.
        browser: An HTTP client with cookies of its own.
        registry: Where code and verifier are registered.

    Raises:
        TokenError: When the provider refuses, or its pages can't be signed in to without a browser.
    """
    verifier, state = secrets.token_urlsafe(48), secrets.token_urlsafe(16)
    registry.learn("code_verifier", verifier)
    digest = hashlib.sha256(verifier.encode()).digest()
    query = {
        **request.form(),
        "response_type": "code",
        "redirect_uri": request.redirect_uri,
        "state": state,
        "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
    }
    del query["grant_type"]
    if "openid" in (request.scope or "").split():
        # Some providers insist on it; the id token that would carry it back isn't used.
        query["nonce"] = secrets.token_urlsafe(16)
    start = f"{url}{'&' if '?' in url else '?'}{urlencode(query, doseq=True)}"
    code = _Walk(request, browser, registry).code(start, state)
    return {
        "grant_type": Grant.authorization_code.value,
        "code": code,
        "redirect_uri": request.redirect_uri,
        "code_verifier": verifier,
    }


class _Walk:
    """From page to page, as a browser goes, until the provider sends the code to the client's own address."""

    def __init__(self, request: TokenRequest, browser: TokenHttp, registry: SecretRegistry) -> None:
        self._request = request
        self._browser = browser
        self._registry = registry
        self._asked_for_password = False

    def code(self, start: str, state: str) -> str:
        exchange = self._browser.send(_get(start))
        for _ in range(_MOST_STEPS):
            target = self._target(exchange)
            arrived = target is not None and target.startswith(self._request.redirect_uri)
            response_fields = parse_qs(urlsplit(target).query) if arrived and target else {}
            for code in response_fields.get("code", []):
                self._registry.learn("code", code)
            self._browser.log(exchange)
            if arrived:
                return self._checked(response_fields, state, exchange)
            exchange = self._browser.send(_get(target) if target else self._next(exchange))
        raise TokenError(f"The sign-in didn't end after {_MOST_STEPS} pages ({self._request.shown})", exchange)

    def _target(self, exchange: Exchange) -> str | None:
        location = exchange.response.headers.get("Location") if exchange.response else None
        return urljoin(exchange.sent.url, location) if location else None

    def _next(self, exchange: Exchange) -> Call:
        if is_refusal(exchange) or exchange.response is None:
            raise refused(exchange, self._request)
        form = login_form(exchange.response.content.decode("utf-8", "replace"))
        if form is None:
            raise TokenError(
                f"The sign-in page of {exchange.request.method} {exchange.request.url} has no form to fill in\n"
                "  sign in with a browser library, and hand over the token: Set Token    login    ${TOKEN}",
                exchange,
            )
        return self._submitted(form, exchange)

    def _submitted(self, form: LoginForm, exchange: Exchange) -> Call:
        if form.password_fields:
            if self._asked_for_password:
                raise TokenError(
                    f"The sign-in was refused: the page asks for the password again ({self._request.shown})", exchange
                )
            self._asked_for_password = True
            self._request.needed("password", "${PASSWORD}")
        fields = form.filled(self._request.username, self._request.password)
        action = urljoin(exchange.sent.url, form.action)
        return Call(method="POST", url=action, body=fields, allow_redirects=False, sign_in=True)

    def _checked(self, response_fields: dict[str, list[str]], state: str, exchange: Exchange) -> str:
        if "error" in response_fields:
            said = " ".join([*response_fields["error"], *response_fields.get("error_description", [])])
            raise TokenError(f"The sign-in was refused: {said} ({self._request.shown})", exchange)
        if response_fields.get("state") != [state] or not response_fields.get("code"):
            raise TokenError(
                f"The sign-in ended without a code for this request ({self._request.shown})\n"
                "  state must come back as it was sent (RFC 6749, section 10.12)",
                exchange,
            )
        return response_fields["code"][0]


def _get(url: str) -> Call:
    return Call(method="GET", url=url, allow_redirects=False, sign_in=True)
