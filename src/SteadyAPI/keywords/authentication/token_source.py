"""Token sources: ways to a token under a name, which sessions use."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from robot.api.deco import keyword

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.group import KeywordGroup
from SteadyAPI.keywords.support.options import with_options
from SteadyAPI.keywords.support.token_options import TokenOptions
from SteadyAPI.robot_compat import Secret

if TYPE_CHECKING:
    from SteadyAPI.engine.session.session import Session


class TokenSourceKeywords(KeywordGroup):
    """Ways to a token, named once and used by any session."""

    @with_options(TokenOptions, tag="Token")
    def create_token_source(self, name: str, url: str | None = None, **options: Any) -> None:
        """Names a way to a token; the token is fetched when it is first needed, and renewed before it ends.

        A session that was created with `token_source`, or that `Use Token` gave the source to, always sends a valid
        token: when the service responds with 401 all the same, the request is sent once more with a new token.

        Args:
            name: The source's name; case and spaces don't matter.
            url: Path of the token endpoint on the current session, or on the first session that uses the source if
                none is open yet, or its whole URL; not needed with `issuer`.
            **options: TokenOptions.

        Raises:
            UsageError: When the options don't make up a way to a token.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Session Signs In By Itself
            Create Token Source    login    /auth/token    username=ada    password=${PASSWORD}
            Create Session    shop    ${BASE_URL}    token_source=login
            GET    /orders
        ```
        """
        self.create(name, url, TokenOptions(**options))

    @keyword(tags=["Token"])
    def set_token(
        self,
        name: str,
        token: Secret | str,
        *,
        refresh_token: Secret | str | None = None,
        expires_in: timedelta | None = None,
    ) -> None:
        """Gives a token source a token that came from elsewhere, such as a browser.

        A source of that name keeps its way to the next token; a new one has none.

        Args:
            name: The source's name.
            token: The token.
            refresh_token: The refresh token that came with it.
            expires_in: How long the token lives from now; by default what a JWT says about itself.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Token From Elsewhere
            Set Token    portal    ${TOKEN}    expires_in=1h
            Create Session    shop    ${BASE_URL}    token_source=portal
            GET    /products
        ```
        """
        from SteadyAPI.engine.token.cache_scope import TokenCache
        from SteadyAPI.engine.token.claims import lifetime_in
        from SteadyAPI.engine.token.source import TokenSource
        from SteadyAPI.engine.token.token import Token

        tokens, clock = self._context.tokens, self._context.surroundings.clock
        secret = self._token_value(token)
        lifetime = (
            expires_in.total_seconds() if expires_in is not None else lifetime_in(secret, clock.now().timestamp())
        )
        if not tokens.has(name):
            tokens.add(name, TokenSource(None, TokenCache.run, clock))
        source = tokens.named(name)
        source.put(
            Token(
                secret,
                lifetime=lifetime,
                expires=None if lifetime is None else clock.monotonic() + lifetime,
                refresh_secret=None if refresh_token is None else self._secret(refresh_token, "refresh_token"),
            )
        )

    @keyword(tags=["Token"])
    def forget_tokens(self, name: str | None = None) -> None:
        """Drops kept tokens; whoever needs one next gets a new one.

        Args:
            name: The name of a token source; by default every token is dropped.

        Raises:
            UsageError: When no source has that name.

        Examples:
        ```robotframework
        *** Test Cases ***
        After The Password Change Everybody Signs In Again
            Forget Tokens
        ```
        """
        if name is None:
            self._context.tokens.forget()
        else:
            self._context.tokens.named(name).forget()

    def create(self, name: str, url: str | None, options: TokenOptions) -> None:
        """Makes a source and keeps it under its name."""
        from SteadyAPI.keywords.support.token_grants import at_session, token_request, token_source

        session: Session | None = self._context.sessions.current
        request = at_session(token_request(self._context, url, options), session)
        if not (request.url or request.issuer):
            raise UsageError(
                "expected the URL of the token endpoint, or issuer=, got neither.\n"
                f"  write for example: Create Token Source    {name}    https://.../token    client_id=qa    ..."
            )
        request.form()
        self._context.tokens.add(name, token_source(self._context, request, options, session))
