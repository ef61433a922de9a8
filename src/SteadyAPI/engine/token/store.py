"""Where tokens are kept between requests: for the run, the suite, the test, or not at all."""

import hashlib
from collections.abc import Callable

from SteadyAPI.engine.token import Token
from SteadyAPI.engine.token.cache import TokenCache
from SteadyAPI.engine.token.grant import Credentials


class TokenStore:
    """Tokens by who asked for them and how long they are kept."""

    def __init__(self) -> None:
        self._tokens: dict[tuple[TokenCache, str], Token] = {}

    def get(self, cache: TokenCache, url: str, credentials: Credentials, fetch: Callable[[], Token]) -> Token:
        """Returns the kept token, or fetches one and keeps it."""
        if cache is TokenCache.none:
            return fetch()
        key = (cache, _fingerprint(url, credentials))
        if key not in self._tokens:
            self._tokens[key] = fetch()
        return self._tokens[key]

    def end(self, cache: TokenCache) -> None:
        """Forgets the tokens that were kept for the test or suite that ended."""
        self._tokens = {key: token for key, token in self._tokens.items() if key[0] is not cache}


def _fingerprint(url: str, credentials: Credentials) -> str:
    """Names an asker without keeping the secrets."""
    fields = "\0".join(f"{name}={value}" for name, value in sorted(credentials.form().items()))
    return hashlib.sha256(f"{url}\0{fields}".encode()).hexdigest()
