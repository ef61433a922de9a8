"""The token endpoint of the demo shop: issues bearer tokens and recognises them."""

import hmac
import secrets
from collections.abc import Callable
from threading import Lock

from SteadyAPI.demo.server.request import Pairs, Request
from SteadyAPI.demo.server.response import HttpError, Response, json_response

LIFETIME = 3600
"""Seconds that a token is said to live."""
USERS = ("ada", "grace")
"""Who can sign in; both have the same password."""
SESSION_COOKIE = "sid"
"""The cookie that holds the token of who has signed in on the login page."""


class TokenEndpoint:
    """Checks credentials, issues random tokens and knows their owners; no ``repr`` shows a secret."""

    def __init__(
        self,
        password: str,
        client_secret: str,
        new_token: Callable[[], str] = secrets.token_urlsafe,
    ) -> None:
        self._password = password
        self._client_secret = client_secret
        self._new_token = new_token
        self._lock = Lock()
        self._owners: dict[str, str] = {}

    def grant(self, form: dict[str, str], basic: tuple[str, str]) -> Response:
        """Responds to a token request (RFC 6749, sections 4.3, 4.4 and 5); a password needs no ``grant_type``.

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

    def sign_in(self, form: dict[str, str]) -> str:
        """Returns a new token for the user who has filled in the login form.

        Raises:
            HttpError: 401 for a wrong name or password.
        """
        if not self._knows(form):
            raise HttpError(401, "the user name or the password is wrong")
        return self._new(form["username"])

    def issued(self) -> list[str]:
        """Returns every token handed out so far, oldest first."""
        with self._lock:
            return list(self._owners)

    def owner(self, request: Request) -> str:
        """Returns the owner of the request's bearer token, or of the one in its session cookie.

        Raises:
            HttpError: 401 with a challenge (RFC 6750, section 3) without a token, or with one that is not known.
        """
        token = request.bearer or request.cookie(SESSION_COOKIE)
        if not token:
            raise HttpError(
                401,
                "a bearer token is required",
                (("WWW-Authenticate", 'Bearer realm="shop"'),),
            )
        with self._lock:
            owner = self._owners.get(token)
        if owner is None:
            challenge = 'Bearer realm="shop", error="invalid_token"'
            raise HttpError(401, "the bearer token is not valid", (("WWW-Authenticate", challenge),))
        return owner

    def _grant_password(self, form: dict[str, str]) -> Response:
        missing = [name for name in ("username", "password") if not form.get(name)]
        if missing:
            return _denied(400, "invalid_request", f"required: {', '.join(missing)}")
        if not self._knows(form):
            return _denied(400, "invalid_grant", "the user name or the password is wrong")
        return self._issue(form["username"])

    def _knows(self, form: dict[str, str]) -> bool:
        return form.get("username") in USERS and _same(form.get("password", ""), self._password)

    def _grant_client(self, form: dict[str, str], basic: tuple[str, str]) -> Response:
        client, secret = basic if any(basic) else (form.get("client_id", ""), form.get("client_secret", ""))
        if client != "tour" or not _same(secret, self._client_secret):
            challenge = (("WWW-Authenticate", 'Basic realm="shop"'),)
            return _denied(401, "invalid_client", "the client or its secret is wrong", challenge)
        return self._issue(client)

    def _issue(self, owner: str) -> Response:
        grant = {"access_token": self._new(owner), "token_type": "Bearer", "expires_in": LIFETIME}
        return json_response(200, grant, (("Cache-Control", "no-store"),))

    def _new(self, owner: str) -> str:
        token = self._new_token()
        with self._lock:
            self._owners[token] = owner
        return token


def _same(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode(), expected.encode())


def _denied(status: int, error: str, description: str, headers: Pairs = ()) -> Response:
    return json_response(
        status,
        {"error": error, "error_description": description, "detail": description},
        headers,
    )
