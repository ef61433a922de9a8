"""Getting tokens and using them."""

from typing import TYPE_CHECKING

from robot.api.deco import keyword

from SteadyAPI.engine.token.cache import TokenCache
from SteadyAPI.errors import SessionError
from SteadyAPI.keywords.group import KeywordGroup
from SteadyAPI.robot_compat import Secret

if TYPE_CHECKING:
    from SteadyAPI.engine.session import Session
    from SteadyAPI.engine.token import Token
    from SteadyAPI.engine.token.grant import Credentials


class TokenKeywords(KeywordGroup):
    """Tokens: fetched once or fresh, never shown, sent as Bearer."""

    @keyword(tags=["Token"])
    def get_token(
        self,
        url: str,
        *,
        username: Secret | str | None = None,
        password: Secret | str | None = None,
        client_id: Secret | str | None = None,
        client_secret: Secret | str | None = None,
        scope: str | None = None,
        cache: TokenCache = TokenCache.run,
    ) -> Secret:
        """Fetches a token from a token endpoint (RFC 6749) and returns it as a `Secret`.

        With a user name it is the password grant, with a client id alone the client credentials grant. The token and
        the credentials are kept out of all logs.

        Args:
            url: Path of the token endpoint on the current session, or its whole URL.
            username: The user's name.
            password: The user's password.
            client_id: The client's id.
            client_secret: The client's secret.
            scope: The scopes to ask for, separated by spaces.
            cache: How long the token is kept: for the `run`, the `suite`, the `test`, or not at all (`none`).

        Raises:
            TokenError: When the endpoint refuses, or answers without a token.

        Examples:
        ```robotframework
        *** Test Cases ***
        Orders Need A Token
            Create Session    shop    ${BASE_URL}
            ${token} =    Get Token    /auth/token    username=demo    password=${PASSWORD}    cache=test
            Use Token    ${token}
            GET    /orders
        ```
        """
        from SteadyAPI.engine.token.grant import Credentials

        where: str = self._open(url, "url")
        credentials = Credentials(
            username=self._open(username, "username"),
            password=self._registered(password, "password"),
            client_id=self._open(client_id, "client_id"),
            client_secret=self._registered(client_secret, "client_secret"),
            scope=scope,
        )
        session = self._context.sessions.for_url(where)
        token = self._context.tokens.get(
            cache, f"{session.settings.base_url}{where}", credentials, lambda: self._fetch(session, where, credentials)
        )
        return Secret(token.value())

    @keyword(tags=["Token"])
    def use_token(self, token: Secret | str, alias: str | None = None) -> None:
        """Sends the token as `Authorization: Bearer` with every further request of a session.

        Args:
            token: What `Get Token` returned, or any token.
            alias: The session's alias; by default the current session.

        Raises:
            SessionError: When there is no such session.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Token Opens The Orders
            Create Session    shop    ${BASE_URL}
            ${token} =    Get Token    /auth/token    username=demo    password=${PASSWORD}
            Use Token    ${token}
            GET    /orders
        ```
        """
        from SteadyAPI.engine.token import Token

        value = self._registered(token, "token")
        session = self._context.sessions.current if alias is None else self._context.sessions.get(alias)
        if session is None:
            raise SessionError(
                "no session is open that could use the token.\n"
                "  open one first: Create Session    shop    https://...    token=${token}"
            )
        session.use_token(Token(value or ""))

    def _fetch(self, session: "Session", url: str, credentials: "Credentials") -> "Token":
        from SteadyAPI.engine.call import Call
        from SteadyAPI.engine.expectation import expect
        from SteadyAPI.engine.token.answer import token_from

        call = Call(method="POST", url=url, body=credentials.form(), expected=expect("any"), repeatable=True)
        exchange = self._context.sessions.send(session, call)
        self._context.log.exchange(exchange)
        token = token_from(exchange, credentials)
        self._context.secrets.register(token.secret)
        return token

    def _registered(self, value: Secret | str | None, name: str) -> str | None:
        """Opens a value that is secret whatever its type, and registers it."""
        opened: str | None = self._open(value, name)
        if opened is not None:
            self._context.secrets.register(opened)
        return opened
