"""The token endpoint of one source: asks, refreshes and revokes (RFC 6749, RFC 7009)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from SteadyAPI.engine.clock import Clock
from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.engine.request.body import FORM, JSON, json_bytes
from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request.expectation import SUCCESS, StatusExpectation
from SteadyAPI.engine.token.grant import BodyFormat, ClientAuth, Grant
from SteadyAPI.engine.token.oauth.client_authentication import client_auth, proof, user_assertion
from SteadyAPI.engine.token.oauth.discovery import Discovery, endpoint_in
from SteadyAPI.engine.token.oauth.error_response import is_refusal, refused, without_token
from SteadyAPI.engine.token.oauth.http import TokenHttp
from SteadyAPI.engine.token.oauth.token_request import TokenRequest
from SteadyAPI.engine.token.oauth.token_response import json_object, secrets_in, token_in
from SteadyAPI.engine.token.token import Token
from SteadyAPI.redaction.registry import SecretRegistry

_SENT_SECRETS = ("client_assertion", "assertion", "refresh_token", "code", "code_verifier", "device_code", "token")
_SIGNED = {ClientAuth.client_secret_jwt, ClientAuth.private_key_jwt}
_OPEN = StatusExpectation("a token, or that the code is not approved yet", ((200, 200), (400, 400)))
_ONCE = {grant.value for grant in (Grant.refresh_token, Grant.authorization_code, Grant.device_code)}
"""What the provider takes once: sent again after a lost response, it would be refused, or taken for a theft."""


class TokenEndpoint:
    """Sends what a `TokenRequest` says; every secret is registered before it goes out, or comes to be seen."""

    def __init__(
        self, request: TokenRequest, http: TokenHttp, discovery: Discovery, secrets: SecretRegistry, clock: Clock
    ) -> None:
        self.request = request
        self.http = http
        self._discovery = discovery
        self._secrets = secrets
        self._clock = clock
        self._rotated: str | None = None

    def ask(self) -> Token:
        """Gets a token by the grant.

        Raises:
            TokenError: When the endpoint refuses, doesn't respond, or responds without a token.
            UsageError: When the grant lacks what it needs.
        """
        self._learn(self.request.secrets())
        kind = self.request.kind
        if kind is Grant.authorization_code:
            from SteadyAPI.engine.token.oauth.authorization_code import signed_in  # noqa: PLC0415  most tokens need no sign-in

            browser = self.http.browser()
            code = signed_in(self.request, self._url("authorization_endpoint"), browser, self._secrets)
            return self._token(code)
        if kind is Grant.device_code:
            from SteadyAPI.engine.token.oauth.device_code import approved  # noqa: PLC0415  most tokens need no device

            shown = self._post(_without_type(self.request.form()), self._url("device_authorization_endpoint"))
            return approved(shown, self.request, self.http, self._post, self._token_of, self._clock)
        fields = self.request.form()
        if kind is Grant.refresh_token and self._rotated is not None:
            # The one from the suite has been used up: a provider that rotates would take it for stolen.
            fields["refresh_token"] = self._rotated
        if kind is Grant.jwt_bearer and self.request.assertion is None:
            fields["assertion"] = user_assertion(self.request, self._audience(), self._now())
        return self._token(fields)

    def refresh(self, token: Token) -> Token:
        """Gets the next token for a refresh token (RFC 6749, section 6); a new refresh token replaces the old one.

        Raises:
            TokenError: When the endpoint refuses.
        """
        fields = {"grant_type": Grant.refresh_token.value, "refresh_token": token.refresh_secret}
        renewed = self._token(fields)
        return replace(
            renewed,
            refresh_secret=renewed.refresh_secret or token.refresh_secret,
            scope=renewed.scope or token.scope,
        )

    def register_secrets_of(self, token: Token) -> None:
        """Registers a token that came from elsewhere, such as another process."""
        self._learn(secret for secret in (token.secret, token.refresh_secret) if secret is not None)

    def revoke(self, token: Token, url: str) -> None:
        """Ends a token at the provider, and its refresh token (RFC 7009).

        Raises:
            TokenError: When the provider refuses.
            UsageError: When the revocation endpoint isn't known.
        """
        where = url or self._url("revocation_endpoint")
        for secret, hint in ((token.refresh_secret, "refresh_token"), (token.secret, "access_token")):
            if secret is not None:
                exchange = self._post({"token": secret, "token_type_hint": hint}, where)
                if is_refusal(exchange):
                    raise refused(exchange, self.request, self._way())

    def _post(self, fields: dict[str, Any], where: str = "") -> Exchange:
        """Posts fields with the client's proof to a URL, by default the token endpoint's, and logs the exchange."""
        way = self._way()
        headers, own = proof(self.request, way, self._audience() if way in _SIGNED else "", self._now())
        whole = {**fields, **own}
        self._learn(str(whole[name]) for name in _SENT_SECRETS if whole.get(name))
        self._learn(value.partition(" ")[2] for value in headers.values())
        as_json = self.request.body is BodyFormat.json
        exchange = self.http.send(
            Call(
                method="POST",
                url=where or self._url("token_endpoint"),
                headers={"Accept": JSON, "Content-Type": JSON if as_json else FORM, **headers},
                body=json_bytes(whole) if as_json else whole,
                allow_redirects=False,
                repeatable=fields.get("grant_type") not in _ONCE and way not in _SIGNED,
                expected=_OPEN if fields.get("grant_type") == Grant.device_code.value else SUCCESS,
                sign_in=True,
            )
        )
        self._learn(secrets_in(json_object(exchange.response), self.request.token_path))
        self.http.log(exchange)
        return exchange

    def _token(self, fields: dict[str, Any]) -> Token:
        asked = self._clock.monotonic()
        return self._token_of(self._post(fields), asked)

    def _token_of(self, exchange: Exchange, asked: float) -> Token:
        if is_refusal(exchange):
            raise refused(exchange, self.request, self._way())
        token = token_in(json_object(exchange.response), self.request.token_path, asked, self._now())
        if token is None:
            raise without_token(exchange, self.request)
        if self.request.kind is Grant.refresh_token:
            self._rotated = token.refresh_secret or self._rotated
        # A service's own login gives refresh tokens for its own kind of refresh, which nobody here knows.
        return replace(token, refresh_secret=None) if self.request.kind is Grant.login else token

    def _url(self, name: str) -> str:
        request = self.request
        if name == "token_endpoint" and request.url:
            return request.url
        return endpoint_in(self._document(), name, mtls=self._way() is ClientAuth.mtls)

    def _way(self) -> ClientAuth:
        supported = self._document().get("token_endpoint_auth_methods_supported")
        return client_auth(self.request, tuple(supported) if isinstance(supported, list) else ())

    def _audience(self) -> str:
        named = self._document().get("issuer")
        return str(named) if named else self.http.url(self._url("token_endpoint"))

    def _document(self) -> dict[str, Any]:
        return self._discovery.document(self.request.issuer, self.http, any_name=bool(self.request.url))

    def _now(self) -> float:
        return self._clock.now().timestamp()

    def _learn(self, values: Iterable[str]) -> None:
        for value in values:
            self._secrets.learn("token request", value)


def _without_type(form: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in form.items() if name != "grant_type"}
