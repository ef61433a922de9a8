"""Giving a session its credentials: a token, an API key, a name and a password."""

from typing import TYPE_CHECKING

from robot.api.deco import keyword

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.group import KeywordGroup
from SteadyAPI.robot_compat import Secret

if TYPE_CHECKING:
    from SteadyAPI.engine.session.session import Session


class CredentialKeywords(KeywordGroup):
    """What every request of a session carries to show who sends it."""

    @keyword(tags=["Token"])
    def use_token(
        self, token: Secret | str | None = None, alias: str | None = None, *, source: str | None = None
    ) -> None:
        """Sends the token as `Authorization: Bearer` with every further request of a session.

        A token is sent as it is until another one is used. A source gives a valid token each time.

        Args:
            token: What `Get Token` returned, or any token.
            alias: The session's alias; by default the current session.
            source: The name of a source that was made with `Create Token Source`, instead of a token.

        Raises:
            SessionError: When there is no such session.
            UsageError: When there is no such source, or neither token nor source is given, or both are.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Token Opens The Orders
            Create Session    shop    ${BASE_URL}
            ${token} =    Get Token    /auth/token    username=ada    password=${PASSWORD}
            Use Token    ${token}
            GET    /orders
        ```
        """
        from SteadyAPI.engine.token.token import Token
        from SteadyAPI.keywords.support.token_grants import attached

        _check_one(token, source, "Use Token")
        session = self._session(alias)
        if source is not None:
            attached(self._context, source, session)
            return
        session.use_token(Token(self._credential(token, "token")))

    @keyword(tags=["Token"])
    def get_bearer_header(self, token: Secret | str | None = None, *, source: str | None = None) -> dict[str, Secret]:
        """Returns a dictionary with the header `Authorization: Bearer ...`, for `headers` of any request.

        Args:
            token: What `Get Token` returned, or any token.
            source: The name of a source that was made with `Create Token Source`, instead of a token.

        Raises:
            UsageError: When there is no such source, or neither token nor source is given, or both are.

        Examples:
        ```robotframework
        *** Test Cases ***
        One Request As Somebody Else
            Create Session    shop    ${BASE_URL}
            ${token} =    Get Token    /auth/token    username=ada    password=${PASSWORD}
            ${as ada} =    Get Bearer Header    ${token}
            GET    /orders    headers=${as ada}
        ```
        """
        _check_one(token, source, "Get Bearer Header")
        if source is not None:
            tokens = self._context.tokens
            named = tokens.named(source)
            return _bearer(tokens.note(named, named.token()).secret)
        return _bearer(self._credential(token, "token"))

    @keyword(name="Use API Key", tags=["Token"])
    def use_api_key(
        self,
        key: Secret | str,
        *,
        header: str | None = None,
        query: str | None = None,
        cookie: str | None = None,
        alias: str | None = None,
    ) -> None:
        """Sends an API key with every further request of a session, beside a token or a password.

        Args:
            key: The key.
            header: The header it goes into; by default `X-API-Key`.
            query: The query parameter it goes into instead.
            cookie: The cookie it goes into instead.
            alias: The session's alias; by default the current session.

        Raises:
            SessionError: When there is no such session.
            UsageError: When more than one place is named.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Key Opens The Catalogue
            Create Session    shop    ${BASE_URL}
            Use API Key    ${API_KEY}    header=X-Shop-Key
            GET    /products
        ```
        """
        from SteadyAPI.engine.session.authentication import ApiKey, KeyLocation

        places = {KeyLocation.header: header, KeyLocation.query: query, KeyLocation.cookie: cookie}
        named = [(place, name) for place, name in places.items() if name is not None]
        if len(named) > 1:
            raise UsageError(
                "expected one place for the key, got "
                f"{', '.join(f'{place.value}={name}' for place, name in named)}.\n"
                "  write for example: Use API Key    ${key}    header=X-API-Key"
            )
        place, name = named[0] if named else (KeyLocation.header, "X-API-Key")
        self._session(alias).authentication.use_key(ApiKey(place, name, self._credential(key, "key")))

    @keyword(tags=["Token"])
    def use_basic_auth(self, username: Secret | str, password: Secret | str, alias: str | None = None) -> None:
        """Sends a user name and a password with every further request of a session (RFC 7617), instead of a token.

        Both go out as UTF-8.

        Args:
            username: The user's name; a colon can't be in it.
            password: The user's password.
            alias: The session's alias; by default the current session.

        Raises:
            SessionError: When there is no such session.
            UsageError: When the name has a colon in it.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Password Opens The Catalogue
            Create Session    shop    ${BASE_URL}
            Use Basic Auth    ada    ${PASSWORD}
            GET    /products
        ```
        """
        name: str = self._open(username, "username")
        if ":" in name:
            raise UsageError(
                "username: a user name for basic authentication can't have a colon in it (RFC 7617, section 2): "
                "what follows the colon would be taken for the password."
            )
        self._session(alias).authentication.use_auth((name, self._secret(password, "password")))

    def _session(self, alias: str | None) -> "Session":
        return self._context.sessions.chosen(alias, " that could use the credentials")


def _check_one(token: Secret | str | None, source: str | None, name: str) -> None:
    if (token is None) is (source is None):
        raise UsageError(
            f"expected a token or source=, got {'neither' if token is None else 'both'}.\n"
            f"  write: {name}    ${{token}}\n"
            f"  or: {name}    source=login"
        )


def _bearer(secret: str) -> dict[str, Secret]:
    return {"Authorization": Secret(f"Bearer {secret}")}
