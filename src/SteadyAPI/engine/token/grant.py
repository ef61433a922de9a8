"""The form fields of a token request (RFC 6749, sections 4.3 and 4.4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from SteadyAPI.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """Who asks for a token: a user with a password, a client with a secret, or both."""

    username: str | None = None
    password: str | None = field(default=None, repr=False)
    client_id: str | None = None
    client_secret: str | None = field(default=None, repr=False)
    scope: str | None = None

    @property
    def grant_type(self) -> str:
        """The grant that these credentials make possible.

        Raises:
            UsageError: When neither a user nor a client is named.
        """
        if self.username is not None:
            return "password"
        if self.client_id is not None:
            return "client_credentials"
        raise UsageError(
            "expected credentials for the token, got none.\n"
            "  write for example: Get Token    /auth/token    username=qa    password=${PASSWORD}\n"
            "  or: Get Token    /auth/token    client_id=qa    client_secret=${SECRET}"
        )

    def form(self) -> Mapping[str, str]:
        """Returns the fields to post."""
        fields = {
            "grant_type": self.grant_type,
            "username": self.username,
            "password": self.password,
            "client_id": self.client_id,
            "client_secret": self.client_secret,
            "scope": self.scope,
        }
        return {name: value for name, value in fields.items() if value is not None}

    @property
    def shown(self) -> str:
        """Names the asker in a message: ids, never the secrets."""
        ids = [f"{name}={value}" for name in ("client_id", "username") if (value := getattr(self, name)) is not None]
        return ", ".join([*ids, "secret not shown"])
