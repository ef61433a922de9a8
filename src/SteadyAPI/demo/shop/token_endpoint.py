"""Where the demo shop hands out bearer tokens and recognises them again."""

import hmac
import secrets
from collections.abc import Callable
from threading import Lock

from SteadyAPI.demo.server.request import Call, Pairs
from SteadyAPI.demo.server.response import Answer, Refusal, json_answer

LIFETIME = 3600
"""Seconds that a token is said to live."""


class TokenEndpoint:
    """Checks credentials, issues random tokens and knows their owners; no ``repr`` shows a secret."""

    def __init__(
        self,
        password: str,
        client_secret: str,
        mint: Callable[[], str] = secrets.token_urlsafe,
    ) -> None:
        self._password = password
        self._client_secret = client_secret
        self._mint = mint
        self._lock = Lock()
        self._owners: dict[str, str] = {}

    def grant(self, form: dict[str, str], basic: tuple[str, str]) -> Answer:
        """Answers a token request (RFC 6749, sections 4.3, 4.4 and 5); ``grant_type`` may be left out for a password.

        Args:
            form: the posted fields.
            basic: client id and secret from HTTP Basic authentication, or two empty texts.
        """
        kind = form.get("grant_type", "password")
        if kind == "password":
            return self._grant_password(form)
        if kind == "client_credentials":
            return self._grant_client(form, basic)
        return _denied(
            400,
            "unsupported_grant_type",
            f"expected password or client_credentials, got {kind}",
        )

    def issued(self) -> list[str]:
        """Returns every token handed out so far, oldest first."""
        with self._lock:
            return list(self._owners)

    def owner(self, call: Call) -> str:
        """Returns the owner of the call's bearer token.

        Raises:
            Refusal: 401 with a challenge (RFC 6750, section 3) without a token, or with one that is not known.
        """
        if not call.bearer:
            raise Refusal(
                401,
                "a bearer token is required",
                (("WWW-Authenticate", 'Bearer realm="shop"'),),
            )
        with self._lock:
            owner = self._owners.get(call.bearer)
        if owner is None:
            challenge = 'Bearer realm="shop", error="invalid_token"'
            raise Refusal(401, "the bearer token is not valid", (("WWW-Authenticate", challenge),))
        return owner

    def _grant_password(self, form: dict[str, str]) -> Answer:
        missing = [name for name in ("username", "password") if not form.get(name)]
        if missing:
            return _denied(400, "invalid_request", f"required: {', '.join(missing)}")
        if form["username"] != "ada" or not _same(form["password"], self._password):
            return _denied(400, "invalid_grant", "the user name or the password is wrong")
        return self._issue(form["username"])

    def _grant_client(self, form: dict[str, str], basic: tuple[str, str]) -> Answer:
        client, secret = basic if any(basic) else (form.get("client_id", ""), form.get("client_secret", ""))
        if client != "tour" or not _same(secret, self._client_secret):
            challenge = (("WWW-Authenticate", 'Basic realm="shop"'),)
            return _denied(401, "invalid_client", "the client or its secret is wrong", challenge)
        return self._issue(client)

    def _issue(self, owner: str) -> Answer:
        token = self._mint()
        with self._lock:
            self._owners[token] = owner
        grant = {"access_token": token, "token_type": "Bearer", "expires_in": LIFETIME}
        return json_answer(200, grant, (("Cache-Control", "no-store"),))


def _same(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode(), expected.encode())


def _denied(status: int, error: str, description: str, headers: Pairs = ()) -> Answer:
    return json_answer(
        status,
        {"error": error, "error_description": description, "detail": description},
        headers,
    )
