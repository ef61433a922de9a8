"""Opening, choosing and closing sessions."""

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from robot.api.deco import keyword

from SteadyAPI.engine.detail import Detail
from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.group import KeywordGroup
from SteadyAPI.robot_compat import Secret

if TYPE_CHECKING:
    from SteadyAPI.engine.session import TokenSource

_CONNECT = timedelta(seconds=5)
_READ = timedelta(seconds=30)


class SessionKeywords(KeywordGroup):
    """Sessions: a service's address, credentials and connections under one alias."""

    @keyword(tags=["Session"])
    def create_session(
        self,
        alias: str,
        url: str,
        *,
        headers: Mapping[str, Any] | None = None,
        auth: Any = None,
        token: Secret | str | None = None,
        verify: bool | str = True,
        connect_timeout: timedelta | None = _CONNECT,
        read_timeout: timedelta | None = _READ,
        pool_size: int = 32,
        log: Detail | None = None,
    ) -> None:
        """Opens a session for a service and makes it the current one.

        Its connections are kept and used again. A session of the same alias is closed first.

        Args:
            alias: The session's name; case and spaces don't matter.
            url: The service's base URL, with `http://` or `https://`. Relative URLs of requests are appended to it.
            headers: Headers for every request of the session.
            auth: User name and password for basic authentication, as a list.
            token: A token that every request sends as `Authorization: Bearer`.
            verify: Whether the server's certificate is verified, or the path of the CA file to verify it with.
            connect_timeout: Limit for opening a connection; `None` waits without limit.
            read_timeout: Limit for each wait for data; `None` waits without limit.
            pool_size: How many connections are kept for each host.
            log: How much of its requests stands in the log: `full`, `compact` (one line) or `failures` (nothing while
                all is well); by default as the library's import says.

        Raises:
            UsageError: When the URL has no scheme or an option can't be used.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Catalogue Is Public
            Create Session    shop    ${BASE_URL}    read_timeout=10s
            GET    /products
        ```
        """
        from SteadyAPI.engine.address import check_base
        from SteadyAPI.engine.exchange import Timeout
        from SteadyAPI.engine.session import Session, SessionSettings
        from SteadyAPI.engine.transport import TransportSettings, open_transport

        opened: str = self._open(url, "url")
        settings = SessionSettings(
            base_url=check_base(opened),
            headers=self._open(headers or {}, "headers"),
            auth=self._auth(auth),
            token=self._token(token),
            timeout=Timeout(_seconds(connect_timeout), _seconds(read_timeout)),
            detail=log,
        )
        transport = open_transport(TransportSettings(verify=verify, pool_size=pool_size))
        self._context.sessions.add(Session(alias, settings, transport, self._context.surroundings))

    @keyword(tags=["Session"])
    def switch_session(self, alias: str) -> str | None:
        """Makes an open session the current one and returns the alias of the one that was.

        Args:
            alias: The alias given to `Create Session`.

        Raises:
            SessionError: When no open session has that alias.

        Examples:
        ```robotframework
        *** Test Cases ***
        Two Services Take Turns
            Create Session    shop    ${BASE_URL}
            Create Session    stock    ${BASE_URL}
            Switch Session    shop
            GET    /products
        ```
        """
        return self._context.sessions.switch(alias)

    @keyword(tags=["Session"])
    def close_session(self, alias: str) -> None:
        """Closes a session and its connections; the one opened before it becomes current.

        Args:
            alias: The alias given to `Create Session`.

        Raises:
            SessionError: When no open session has that alias.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Session Ends
            Create Session    shop    ${BASE_URL}
            Close Session    shop
        ```
        """
        self._context.sessions.close(alias)

    @keyword(tags=["Session"])
    def close_all_sessions(self) -> None:
        """Closes every session and every kept connection.

        Examples:
        ```robotframework
        *** Test Cases ***
        All Sessions End
            Create Session    shop    ${BASE_URL}
            Close All Sessions
        ```
        """
        self._context.sessions.close_all()

    def _auth(self, auth: Any) -> Any:
        if not isinstance(auth, list | tuple):
            return auth
        opened = tuple(self._open(list(auth), "auth"))
        if len(opened) != 2:  # noqa: PLR2004  a name and a password
            raise UsageError(
                f"auth: expected a list of user name and password, got {len(opened)} items.\n"
                "  write for example: VAR    @{auth}    qa    ${PASSWORD}"
            )
        self._context.secrets.register(str(opened[1]))
        return opened

    def _token(self, token: Secret | str | None) -> "TokenSource | None":
        if token is None:
            return None
        from SteadyAPI.engine.token import Token

        value: str = self._open(token, "token")
        self._context.secrets.register(value)
        return Token(value)


def _seconds(limit: timedelta | None) -> float | None:
    return None if limit is None else limit.total_seconds()
