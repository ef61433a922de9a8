"""Getting tokens, renewing them and ending them."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from robot.api.deco import keyword

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.group import KeywordGroup
from SteadyAPI.keywords.token_options import OPTION_DOCS, TokenOptions, token_signature
from SteadyAPI.robot_compat import Secret

if TYPE_CHECKING:
    from SteadyAPI.engine.session import Session
    from SteadyAPI.engine.token import Token
    from SteadyAPI.engine.token.source import TokenSource

_GETTING = """Gets a token from a token endpoint (RFC 6749) and returns it as a `Secret`.

The same wish gets the same token until it is about to end: then it is renewed, by its refresh token if there is one.
The token and the credentials are kept out of all outputs.

Args:
    url: Path of the token endpoint on the current session, or its whole URL; not needed with `issuer`.
    source: The name of a source that was made with `Create Token Source`, instead of all other options.
{options}

Raises:
    TokenError: When the endpoint refuses, or answers without a token.
    UsageError: When the options don't make up a way to a token.

Examples:
```robotframework
*** Test Cases ***
Orders Need A Token
    Create Session    shop    ${{BASE_URL}}
    ${{token}} =    Get Token    /auth/token    username=ada    password=${{PASSWORD}}    cache=test
    Use Token    ${{token}}
    GET    /orders
```
"""
_CREATING = """Names a way to a token; the token is fetched when it is first needed, and renewed before it ends.

A session that was created with `token_source`, or that `Use Token` gave the source to, always sends a valid token: when
the service answers 401 all the same, the request is sent once more with a new token.

Args:
    name: The source's name; case and spaces don't matter.
    url: Path of the token endpoint on the current session, or on the first session that uses the source if none is
        open yet, or its whole URL; not needed with `issuer`.
{options}

Raises:
    UsageError: When the options don't make up a way to a token.

Examples:
```robotframework
*** Test Cases ***
The Session Signs In By Itself
    Create Token Source    login    /auth/token    username=ada    password=${{PASSWORD}}
    Create Session    shop    ${{BASE_URL}}    token_source=login
    GET    /orders
```
"""


def _get_token() -> Callable[..., Any]:
    def get_token(self: "TokenKeywords", url: str | None = None, **options: Any) -> Secret:
        name = options.pop("source", None)
        chosen = TokenOptions(**options)
        if name is not None:
            if url is not None or not chosen.untouched:
                raise UsageError(
                    f"source: the source {name} says how its token is got, and other options are given too.\n"
                    f"  write: Get Token    source={name}"
                )
            return self.given(self.source(name))
        return self.given(self.unnamed(url, chosen))

    return _as_keyword(get_token, _GETTING, ("url", str | None), source=str | None)


def _create_token_source() -> Callable[..., Any]:
    def create_token_source(self: "TokenKeywords", name: str, url: str | None = None, **options: Any) -> None:
        self.create(name, url, TokenOptions(**options))

    return _as_keyword(create_token_source, _CREATING, ("name", str), ("url", str | None))


def _as_keyword(
    function: Callable[..., Any], documentation: str, *positional: tuple[str, Any], **named: Any
) -> Callable[..., Any]:
    """Gives the function the real signature, so that completion and libdoc show every option."""
    function.__doc__ = documentation.format(options=OPTION_DOCS)
    signature, types = token_signature(positional, named)
    function.__signature__, function.__annotations__ = signature, types  # type: ignore[attr-defined]
    made: Callable[..., Any] = keyword(tags=["Token"], types=types)(function)
    return made


class TokenKeywords(KeywordGroup):
    """Tokens: fetched once or fresh, renewed in time, never shown."""

    get_token = _get_token()
    create_token_source = _create_token_source()

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
            "expires_at": None if left is None else clock.now() + timedelta(seconds=left),
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
        from SteadyAPI.engine.token import Token
        from SteadyAPI.engine.token.cache import TokenCache
        from SteadyAPI.engine.token.claims import lifetime_in
        from SteadyAPI.engine.token.source import TokenSource

        tokens, clock = self._context.tokens, self._context.surroundings.clock
        secret = self._registered(token, "token") or ""
        told = expires_in.total_seconds() if expires_in else lifetime_in(secret, clock.now().timestamp())
        if not tokens.has(name):
            tokens.add(name, TokenSource(None, TokenCache.run, clock))
        source = tokens.named(name)
        source.put(
            Token(
                secret,
                lifetime=told,
                expires=None if told is None else clock.monotonic() + told,
                refresh_secret=self._registered(refresh_token, "refresh_token"),
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
            self.source(name).forget()

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
        from SteadyAPI.keywords.token_making import at_session, token_request, token_source

        request = token_request(self._context, url, options)
        session = self._context.sessions.for_url(request.url) if request.url else self._context.sessions.current
        request = at_session(request, session)
        way = (options.cache, options.shared, options.verify, options.cert, options.on_code)
        key = f"{way} {request.fingerprint}"
        return self._context.tokens.unnamed(key, lambda: token_source(self._context, request, options, session))

    def create(self, name: str, url: str | None, options: TokenOptions) -> None:
        """Makes a source and keeps it under its name."""
        from SteadyAPI.keywords.token_making import at_session, token_request, token_source

        session: Session | None = self._context.sessions.current
        request = at_session(token_request(self._context, url, options), session)
        if not (request.url or request.issuer):
            raise UsageError(
                "expected the URL of the token endpoint, or issuer=, got neither.\n"
                f"  write for example: Create Token Source    {name}    https://.../token    client_id=qa    ..."
            )
        request.form()
        self._context.tokens.add(name, token_source(self._context, request, options, session))

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
        found = self._context.tokens.giver(str(self._registered(token, "token")))
        if found is None:
            raise UsageError(
                "expected a token that Get Token returned, or the name of a token source; got neither.\n"
                "  a token from elsewhere is given to a source first: Set Token    login    ${TOKEN}"
            )
        return found

    def _registered(self, value: Secret | str | None, name: str) -> str | None:
        """Opens a value that is secret whatever its type, and registers it."""
        opened: str | None = self._open(value, name)
        if opened is not None:
            self._context.surroundings.secrets.register(opened)
        return opened
