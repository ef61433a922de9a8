"""Token sources: a token is fetched when first needed and renewed before it expires, by one request for all threads."""

from threading import RLock

from SteadyAPI.engine.clock import Clock
from SteadyAPI.engine.token.cache_scope import TokenCache
from SteadyAPI.engine.token.grant import Grant
from SteadyAPI.engine.token.oauth.token_endpoint import TokenEndpoint
from SteadyAPI.engine.token.shared_store import SharedTokenStore
from SteadyAPI.engine.token.token import Token
from SteadyAPI.errors import TokenError, UsageError


class TokenSource:
    """Gives a valid token whenever asked; threads that ask at the same moment share one token request."""

    def __init__(
        self,
        endpoint: TokenEndpoint | None,
        cache: TokenCache,
        clock: Clock,
        shared_store: SharedTokenStore | None = None,
    ) -> None:
        """Makes a source.

        Args:
            endpoint: Who gives tokens; ``None`` when a token is only ever set.
            cache: How long a token is kept.
            clock: Time.
            shared_store: Where other processes find the token too; ``None`` keeps it in this one.
        """
        self.endpoint = endpoint
        self.cache = cache
        self._clock = clock
        self._shared_store = shared_store
        self._lock = RLock()
        self._token: Token | None = None

    def value(self) -> str:
        """Returns a token that is valid now, without its type."""
        token = self._token
        if token is not None and token.is_fresh(self._clock.monotonic()) and self.cache is not TokenCache.none:
            return token.secret
        return self.token().secret

    def token(self) -> Token:
        """Returns a token that is valid now.

        Raises:
            TokenError: When the endpoint refuses.
            UsageError: When there is no way to a token.
        """
        return self._obtain(None)

    def renew(self, refused: str) -> str | None:
        """Returns another token than the one the service refused; ``None`` when there is no other.

        When another thread or process has renewed it meanwhile, that token is returned: no request is made.
        """
        if self.endpoint is None:
            return None
        renewed = self._obtain(refused).secret
        return None if renewed == refused else renewed

    def refresh(self) -> Token:
        """Gets a new token now, whether the old one has ended or not."""
        return self._obtain(self._token.secret if self._token else None)

    def put(self, token: Token) -> None:
        """Keeps a token that came from elsewhere."""
        with self._lock:
            self._token = token
            if self._shared_store is not None:
                with self._shared_store.opened() as slot:
                    slot.write(token)

    def forget(self) -> None:
        """Drops the token, in other processes too; the next use fetches a new one."""
        with self._lock:
            self._token = None
            if self._shared_store is not None:
                with self._shared_store.opened() as slot:
                    slot.write(None)

    @property
    def kept(self) -> Token | None:
        """The token that is kept now, whether it has ended or not."""
        return self._token

    def _obtain(self, refused: str | None) -> Token:
        with self._lock:
            token = self._usable(self._token, refused)
            if token is None:
                endpoint = self._required_endpoint()
                token = (
                    _acquired(endpoint, self._token)
                    if self._shared_store is None
                    else self._shared(endpoint, self._shared_store, refused)
                )
            self._token = token
            return token

    def _shared(self, endpoint: TokenEndpoint, shared_store: SharedTokenStore, refused: str | None) -> Token:
        with shared_store.opened() as slot:
            kept = slot.read() or self._token
            if kept is not None:
                endpoint.register_secrets_of(kept)
            token = self._usable(kept, refused)
            if token is None:
                token = _acquired(endpoint, kept)
                slot.write(token)
            return token

    def _required_endpoint(self) -> TokenEndpoint:
        if self.endpoint is None:
            raise UsageError(
                "the token is spent or forgotten, and no way to another one is known.\n"
                "  set a new one: Set Token    login    ${TOKEN}\n"
                "  or say how to get one: Create Token Source    login    https://.../token    client_id=qa    ..."
            )
        return self.endpoint

    def _usable(self, token: Token | None, refused: str | None) -> Token | None:
        if token is None or self.cache is TokenCache.none or token.secret == refused:
            return None
        return token if token.is_fresh(self._clock.monotonic()) else None


def _acquired(endpoint: TokenEndpoint, old: Token | None) -> Token:
    """Gets a token: by the old one's refresh token if it has one, else, or when that is refused, by the grant."""
    if old is not None and old.refresh_secret is not None:
        try:
            return endpoint.refresh(old)
        except TokenError as error:
            # A refresh token ends too. Without a response there is no use in asking the same server again, nor with
            # the same refresh token.
            if (
                error.exchange is None
                or error.exchange.response is None
                or endpoint.request.kind is Grant.refresh_token
            ):
                raise
    return endpoint.ask()
