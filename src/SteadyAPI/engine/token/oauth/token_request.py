"""What the suite asked for when it asked for a token, and the fields that go out for it."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from SteadyAPI.engine.token.grant import BodyFormat, ClientAuth, Grant
from SteadyAPI.errors import UsageError

_DEFAULT_REDIRECT = "http://127.0.0.1/callback"
_ACCESS_TOKEN_TYPE = "urn:ietf:params:oauth:token-type:access_token"  # noqa: S105  a type's name
SECRET_FIELDS = (
    "password",
    "client_secret",
    "private_key",
    "refresh_token",
    "assertion",
    "subject_token",
)
"""What nobody may see of a request for a token; all are text, or weren't given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenRequest:
    """One way to a token; ``None`` was not given.

    ``url`` is the token endpoint, absolute or relative to a session, and may be empty when ``issuer`` is given.
    ``private_key`` is PEM or JWK text. ``extra`` are fields that go into the request as they are. ``token_path`` leads
    through the response, such as ``data.jwt``.
    """

    url: str = ""
    issuer: str = ""
    grant: Grant = Grant.automatic
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    client_id: str | None = None
    client_secret: str | None = field(default=None, repr=False)
    client_auth: ClientAuth = ClientAuth.automatic
    private_key: str | None = field(default=None, repr=False)
    key_id: str | None = None
    algorithm: str | None = None
    refresh_token: str | None = field(default=None, repr=False)
    assertion: str | None = field(default=None, repr=False)
    subject_token: str | None = field(default=None, repr=False)
    scope: str | None = None
    audience: str | tuple[str, ...] | None = None
    resource: str | tuple[str, ...] | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, repr=False)
    body: BodyFormat = BodyFormat.form
    token_path: str = ""
    redirect_uri: str = _DEFAULT_REDIRECT
    certificate: bool = False

    @property
    def kind(self) -> Grant:
        """The grant that was named, or that the given credentials make plain.

        Raises:
            UsageError: When there are no credentials at all.
        """
        if self.grant is not Grant.automatic:
            return self.grant
        chosen = (
            (self.body is BodyFormat.json or self.token_path, Grant.login),
            (self.refresh_token, Grant.refresh_token),
            (self.assertion, Grant.jwt_bearer),
            (self.subject_token, Grant.token_exchange),
            (self.username is not None, Grant.password),
            (self.client_id is not None, Grant.client_credentials),
            (self.extra, Grant.login),
        )
        for given, grant in chosen:
            if given:
                return grant
        raise UsageError(
            "expected credentials for the token, got none.\n"
            "  write for example: Get Token    /auth/token    username=qa    password=${PASSWORD}\n"
            "  or: Get Token    /auth/token    client_id=qa    client_secret=${SECRET}"
        )

    @property
    def shown(self) -> str:
        """Names the asker in a message: ids, never the secrets."""
        ids = [f"{name}={value}" for name in ("client_id", "username") if (value := getattr(self, name)) is not None]
        return ", ".join([*ids, "secret not shown"])

    @property
    def fingerprint(self) -> str:
        """Names the client and what it asks for, without the secrets."""
        texts = (f"{item.name}={getattr(self, item.name)!r}" for item in fields(self))
        return hashlib.sha256("\0".join(texts).encode()).hexdigest()

    def secrets(self) -> Iterator[str]:
        """Yields every value that must be kept out of outputs."""
        for name in SECRET_FIELDS:
            value = getattr(self, name)
            if value is not None:
                yield value

    def form(self) -> dict[str, Any]:
        """Returns what goes into the body for the grant; the client's own authentication isn't in it.

        Raises:
            UsageError: When the grant lacks what it needs.
        """
        kind = self.kind
        made = {**_OF_GRANT[kind](self), "scope": self.scope, "audience": self.audience, "resource": self.resource}
        if kind is not Grant.login:
            made["grant_type"] = kind.value
        return {**{name: value for name, value in made.items() if value is not None}, **self.extra}

    def needed(self, name: str, example: str) -> str:
        """Returns an option that the grant can't do without.

        Raises:
            UsageError: When it wasn't given.
        """
        value: str | None = getattr(self, name)
        if not value:
            raise UsageError(
                f"the grant {self.kind.name} needs {name}, and it wasn't given.\n  write: {name}={example}"
            )
        return value


def _password(request: TokenRequest) -> dict[str, Any]:
    return {
        "username": request.needed("username", "ada"),
        "password": request.needed("password", "${PASSWORD}"),
    }


def _client(request: TokenRequest) -> dict[str, Any]:
    request.needed("client_id", "qa")
    return {}


def _refresh(request: TokenRequest) -> dict[str, Any]:
    return {"refresh_token": request.needed("refresh_token", "${REFRESH_TOKEN}")}


def _assertion(request: TokenRequest) -> dict[str, Any]:
    return {"assertion": request.assertion}


def _exchange(request: TokenRequest) -> dict[str, Any]:
    subject = request.needed("subject_token", "${TOKEN}")
    return {"subject_token": subject, "subject_token_type": _ACCESS_TOKEN_TYPE}


def _login(request: TokenRequest) -> dict[str, Any]:
    names = ("username", "password", "client_id", "client_secret")
    return {name: getattr(request, name) for name in names}


def _nothing(request: TokenRequest) -> dict[str, Any]:
    return {"client_id": request.needed("client_id", "qa")}


_OF_GRANT = {
    Grant.password: _password,
    Grant.client_credentials: _client,
    Grant.refresh_token: _refresh,
    Grant.jwt_bearer: _assertion,
    Grant.token_exchange: _exchange,
    Grant.login: _login,
    Grant.authorization_code: _nothing,
    Grant.device_code: _nothing,
}
