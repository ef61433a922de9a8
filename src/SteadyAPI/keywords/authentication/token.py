"""Getting tokens, renewing them and revoking them."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from robot.api.deco import keyword

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.group import KeywordGroup
from SteadyAPI.keywords.support.options import with_options
from SteadyAPI.keywords.support.token_options import TokenOptions
from SteadyAPI.robot_compat import Secret

if TYPE_CHECKING:
    from SteadyAPI.engine.token.source import TokenSource
    from SteadyAPI.engine.token.token import Token


class TokenKeywords(KeywordGroup):
    """Tokens: fetched once or fresh, renewed in time, never shown."""

    @with_options(TokenOptions, tag="Token")
    def get_token(self, url: str | None = None, *, source: str | None = None, **options: Any) -> Secret:
        """Gets a token from a token endpoint (RFC 6749) and returns it as a `Secret`.

        The same wish gets the same token until it is about to end: then it is renewed, by its refresh token if there is
        one.
        The token and the credentials are kept out of all outputs.

        Args:
            url: Path of the token endpoint on the current session, or its whole URL; not needed with `issuer`.
            source: The name of a source that was made with `Create Token Source`, instead of all other options.
            **options: TokenOptions.

        Raises:
            TokenError: When the endpoint refuses, or responds without a token.
            UsageError: When the options don't make up a way to a token.

        Examples:
        ```robotframework
        *** Test Cases ***
        Orders Need A Token
            Create Session    shop    ${BASE_URL}
            ${token} =    Get Token    /auth/token    username=ada    password=${PASSWORD}    cache=test
            Use Token    ${token}
            GET    /orders
        ```
        """
        chosen = TokenOptions(**options)
        if source is None:
            return self.given(self.unnamed(url, chosen))
        if url is not None or not chosen.untouched:
            raise UsageError(
                f"source: the source {source} says how its token is got, and other options are given too.\n"
                f"  write: Get Token    source={source}"
            )
        return self.given(self.source(source))

    @keyword(tags=["Token"])
    def get_token_details(self, token: Secret | str) -> dict[str, Any]:
        """Returns what is known about a token, without the token.

        Args:
            token: What `Get Token` returned, or the name of a token source.

        Returns:
            A dictionary: `type`, `scope`, `lifetime` and `expires_in` in seconds, `expires_at` (a date and time),
            `refreshable`, and the `claims` that a JWT makes about itself: decoded, not verified. What isn't known
            is `None`.

        Raises:
            UsageError: When the token didn't come from here.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Token Lives For An Hour
            Create Session    shop    ${BASE_URL}
            ${token} =    Get Token    /auth/token    username=ada    password=${PASSWORD}
            ${details} =    Get Token Details    ${token}
            Should Be Equal    ${details}[lifetime]    ${3600.0}
        ```
        """
        from SteadyAPI.engine.token.claims import claims_of

        known = self._known(token)
        clock = self._context.surroundings.clock
        left = None if known.expires is None else known.expires - clock.monotonic()
        return {
            "type": known.scheme,
            "scope": known.scope,
            "lifetime": known.lifetime,
            "expires_in": left,
            "expires_at": None if left is None else (clock.now() + timedelta(seconds=left)).astimezone(),
            "refreshable": known.refresh_secret is not None,
            "claims": claims_of(known.secret),
        }

    @keyword(tags=["Token"])
    def refresh_token(self, token: Secret | str) -> Secret:
        """Gets a new token now, by the refresh token if there is one, else by the grant, and returns it.

        Sessions that use the source send the new token from then on.

        Args:
            token: What `Get Token` returned, or the name of a token source.

        Raises:
            TokenError: When the endpoint refuses.
            UsageError: When the token didn't come from here, or there is no way to another one.

        Examples:
        ```robotframework
        *** Test Cases ***
        A New Token Is Another One
            Create Session    shop    ${BASE_URL}
            ${first} =    Get Token    /auth/token    username=ada    password=${PASSWORD}
            ${second} =    Refresh Token    ${first}
            Use Token    ${second}
            GET    /orders
        ```
        """
        source = self._giver(token)
        return Secret(self._context.tokens.note(source, source.refresh()).secret)

    @keyword(tags=["Token"])
    def revoke_token(self, token: Secret | str, *, url: str | None = None) -> None:
        """Ends a token at the provider, and its refresh token (RFC 7009), and drops it.

        Args:
            token: What `Get Token` returned, or the name of a token source.
            url: The revocation endpoint; by default the one that the `issuer` names.

        Raises:
            TokenError: When the provider refuses.
            UsageError: When the token didn't come from here, or the endpoint isn't known.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Revoked Token Opens Nothing
            Create Token Source    login    issuer=${ISSUER}    client_id=qa    client_secret=${SECRET}
            ${token} =    Get Token    source=login
            Revoke Token    ${token}
        ```
        """
        opened: str = self._open(url or "", "url")
        source = self._giver(token)
        if source.endpoint is None:
            raise UsageError(
                "the token was set, and its provider isn't known.\n"
                "  name it: Create Token Source    login    issuer=https://...    client_id=qa    ..."
            )
        source.endpoint.revoke(self._known(token), opened)
        source.forget()

    def given(self, source: "TokenSource") -> Secret:
        """Returns the source's token as a secret."""
        return Secret(self._context.tokens.note(source, source.token()).secret)

    def source(self, name: str) -> "TokenSource":
        """Returns the source of that name."""
        return self._context.tokens.named(name)

    def unnamed(self, url: str | None, options: TokenOptions) -> "TokenSource":
        """Returns the source for these options: the same one for the same options."""
        from SteadyAPI.keywords.support.token_grants import at_session, token_request, token_source

        request = token_request(self._context, url, options)
        session = self._context.sessions.for_url(request.url) if request.url else self._context.sessions.current
        request = at_session(request, session)
        way = (options.cache, options.shared, options.verify, options.cert, options.on_code)
        key = f"{way} {request.fingerprint}"
        return self._context.tokens.unnamed(key, lambda: token_source(self._context, request, options, session))

    def _giver(self, token: Secret | str) -> "TokenSource":
        """Returns the source of that name, or the one that gave the token."""
        tokens = self._context.tokens
        if isinstance(token, str) and tokens.has(token):
            return tokens.named(token)
        return self._given(token)[0]

    def _known(self, token: Secret | str) -> "Token":
        """Returns the record of the token, or of the token that the source of that name keeps or fetches."""
        tokens = self._context.tokens
        if isinstance(token, str) and tokens.has(token):
            source = tokens.named(token)
            return tokens.note(source, source.kept or source.token())
        return self._given(token)[1]

    def _given(self, token: Secret | str) -> "tuple[TokenSource, Token]":
        found = self._context.tokens.source_of(self._secret(token, "token"))
        if found is None:
            raise UsageError(
                "expected a token that Get Token returned, or the name of a token source; got neither.\n"
                "  a token from elsewhere is given to a source first: Set Token    login    ${TOKEN}"
            )
        return found
