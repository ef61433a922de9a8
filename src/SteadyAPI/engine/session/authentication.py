"""Who the requests of a session come from: its token, its user name and password, its API keys."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any
from urllib.parse import quote, urlencode

from SteadyAPI.engine.session.retry_after_401 import TokenSource

_COOKIE_SAFE = "!#$%&'()*+-./:<=>?@[]^_`{|}~"
"""What may stand in a cookie as it is, beside letters and digits (RFC 6265, section 4.1.1)."""


_NO_NAMES: frozenset[str] = frozenset()


def cookie_text(value: str) -> str:
    """Returns a value as it may stand in a cookie."""
    return quote(value, safe=_COOKIE_SAFE)


def no_credentials(prepared: Any) -> Any:
    """Leaves a request as it is: without any authentication, requests would take the credentials of a .netrc file."""
    return prepared


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
        """Sends this token with every further request, and no user name and password."""
        self.auth, self.token = None, token

    def drop_token(self) -> None:
        """Sends no token any more."""
        self.auth, self.token = self.auth or no_credentials, None

    def use_auth(self, auth: Any) -> None:
        """Sends this user name and password with every further request, and no token."""
        self.auth, self.token = auth, None

    def drop_auth(self) -> None:
        """Sends no user name and password any more."""
        self.auth = no_credentials

    def use_key(self, key: ApiKey) -> None:
        """Sends this API key with every further request, beside a token or a password."""
        self.keys[key.place, key.name.lower()] = key

    def drop_key(self, place: KeyLocation, name: str) -> None:
        """Sends no API key there any more."""
        self.keys.pop((place, name.lower()), None)

    def drop_all(self) -> None:
        """Sends no credentials any more."""
        self.use_auth(no_credentials)
        self.keys.clear()

    @property
    def header_names(self) -> frozenset[str]:
        """The names of headers that hold API keys, in lower case."""
        if not self.keys:
            return _NO_NAMES
        return frozenset(name for location, name in self.keys if location is KeyLocation.header)

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
                cookie = f"{key.name}={cookie_text(key.secret)}"
                made[there] = "; ".join(filter(None, [made.get(there), cookie]))
        return url, made
