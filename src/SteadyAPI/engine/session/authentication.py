"""Who the requests of a session come from: its token, its user name and password, its API keys."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any
from urllib.parse import quote, urlencode

from SteadyAPI.engine.session.token_renewal import TokenSource

_COOKIE_SAFE = "!#$%&'()*+-./:<=>?@[]^_`{|}~"
"""What may stand in a cookie as it is, beside letters and digits (RFC 6265, section 4.1.1)."""


class KeyLocation(Enum):
    """Where an API key goes."""

    header = "header"
    query = "query"
    cookie = "cookie"


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A fixed key that every request of a session carries."""

    place: KeyLocation
    name: str
    secret: str = field(repr=False)


class Authentication:
    """The credentials of one session; each kind replaces what it held before, API keys by their place and name."""

    def __init__(self, auth: Any, token: TokenSource | None) -> None:
        self.auth = auth
        self.token = token
        self.keys: dict[tuple[KeyLocation, str], ApiKey] = {}

    def use_token(self, token: TokenSource) -> None:
        """Sends this token with every further request."""
        self.token = token

    def use_auth(self, auth: Any) -> None:
        """Sends this user name and password with every further request, and no token."""
        self.auth = auth
        self.token = None

    def use_key(self, key: ApiKey) -> None:
        """Sends this API key with every further request, beside a token or a password."""
        self.keys[key.place, key.name.lower()] = key

    def with_keys(self, url: str, headers: Mapping[str, str]) -> tuple[str, dict[str, str]]:
        """Returns URL and headers with the API keys in them; a header of the request itself goes before the key."""
        own = {name.lower() for name in headers}
        made = dict(headers)
        for key in self.keys.values():
            if key.place is KeyLocation.query:
                path, mark, fragment = url.partition("#")
                url = f"{path}{'&' if '?' in path else '?'}{urlencode({key.name: key.secret})}{mark}{fragment}"
            elif key.place is KeyLocation.header and key.name.lower() not in own:
                made[key.name] = key.secret
            elif key.place is KeyLocation.cookie:
                there = next((name for name in made if name.lower() == "cookie"), "Cookie")
                cookie = f"{key.name}={quote(key.secret, safe=_COOKIE_SAFE)}"
                made[there] = "; ".join(filter(None, [made.get(there), cookie]))
        return url, made
