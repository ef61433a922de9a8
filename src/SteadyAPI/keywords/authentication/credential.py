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

        A token is sent as it is until another one is used. A source gives a valid token each time. `${None}` takes the
        token away.

        Args:
            token: What `Get Token` returned, or any token, with or without `Bearer` in front; `${None}` for no token.
            alias: The session's alias; by default the current session.
            source: The name of a source that was made with `Create Token Source`, instead of a token.

        Raises:
            SessionError: When there is no such session.
            UsageError: When there is no such source, or both token and source are given.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Token Opens The Orders
            Create Session    shop    ${BASE_URL}
            ${token} =    Get Token    /auth/token    username=ada    password=${PASSWORD}
            Use Token    ${token}
            GET    /orders
            Use Token    ${None}
            GET    /orders    expected_status=401
        ```
        """
        from SteadyAPI.engine.token.token import Token
        from SteadyAPI.keywords.support.token_grants import attached

        session = self._session(alias)
        if token is not None and source is not None:
            raise _one_of_both("both", "Use Token")
        if source is not None:
            attached(self._context, source, session)
        elif token is not None:
            session.use_token(Token(self._token_value(token)))
        else:
            session.authentication.drop_token()

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
        if (token is None) is (source is None):
            raise _one_of_both("neither" if token is None else "both", "Get Bearer Header")
        if source is not None:
            tokens = self._context.tokens
            named = tokens.named(source)
            return _bearer(tokens.note(named, named.token()).secret)
        return _bearer(self._token_value(token))

    @keyword(name="Use API Key", tags=["Token"])
    def use_api_key(
        self,
        key: Secret | str | None,
        *,
        header: str | None = None,
        query: str | None = None,
        cookie: str | None = None,
        alias: str | None = None,
    ) -> None:
        """Sends an API key with every further request of a session, beside a token or a password.

        Args:
            key: The key. `${None}` takes away the key that goes there, or all of them when no header, query or cookie
                is named.
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
        authentication = self._session(alias).authentication
        if key is not None:
            place, name = named[0] if named else (KeyLocation.header, "X-API-Key")
            authentication.use_key(ApiKey(place, name, self._credential(key, "key")))
        elif named:
            authentication.drop_key(*named[0])
        else:
            authentication.keys.clear()

    @keyword(tags=["Token"])
    def use_basic_auth(
        self, username: Secret | str | None, password: Secret | str | None = None, alias: str | None = None
    ) -> None:
        """Sends a user name and a password with every further request of a session (RFC 7617), instead of a token.

        Both go out as UTF-8. `${None}` for the name takes both away.

        Args:
            username: The user's name; a colon can't be in it.
            password: The user's password.
            alias: The session's alias; by default the current session.

        Raises:
            SessionError: When there is no such session.
            UsageError: When the name has a colon in it, or one of both is missing.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Password Opens The Catalogue
            Create Session    shop    ${BASE_URL}
            Use Basic Auth    ada    ${PASSWORD}
            GET    /products
        ```
        """
        authentication = self._session(alias).authentication
        if username is None and password is None:
            authentication.drop_auth()
            return
        if username is None or password is None:
            raise UsageError(
                f"expected a user name and a password, got no {'user name' if username is None else 'password'}.\n"
                "  write for example: Use Basic Auth    ada    ${PASSWORD}\n"
                "  to take both away, write: Use Basic Auth    ${None}"
            )
        name: str = self._open(username, "username")
        if ":" in name:
            raise UsageError(
                "username: a user name for basic authentication can't have a colon in it (RFC 7617, section 2): "
                "what follows the colon would be taken for the password."
            )
        authentication.use_auth((name, self._secret(password, "password")))

    def _session(self, alias: str | None) -> "Session":
        return self._context.sessions.chosen(alias, " that could use the credentials")


def _one_of_both(given: str, name: str) -> UsageError:
    return UsageError(
        f"expected a token or source=, got {given}.\n  write: {name}    ${{token}}\n  or: {name}    source=login"
    )


def _bearer(secret: str) -> dict[str, Secret]:
    return {"Authorization": Secret(f"Bearer {secret}")}
