"""Opening, choosing and closing sessions."""

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from robot.api.deco import keyword

from SteadyAPI.arguments import RetryPreset, RetrySettings
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
        token_source: str | None = None,
        verify: bool | str = True,
        connect_timeout: timedelta | None = _CONNECT,
        read_timeout: timedelta | None = _READ,
        pool_size: int = 32,
        retry: RetryPreset | RetrySettings | None = None,
        idempotency_key: str | None = None,
        rate_limit: str | None = None,
        share_rate_limit: bool = False,
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
            token_source: The name of a source made with `Create Token Source`: every request sends a valid token of it.
            verify: Whether the server's certificate is verified, or the path of the CA file to verify it with.
            connect_timeout: Limit for opening a connection; `None` waits without limit.
            read_timeout: Limit for each wait for data; `None` waits without limit.
            pool_size: How many connections are kept for each host.
            retry: How requests are tried again: `default`, `classic`, `none`, or a dictionary of settings (`attempts`,
                `deadline`, `first_wait`, `longest_wait`, `retry_after_cap`, `retry_on` ...); by default as the library
                was imported.
            idempotency_key: `auto` sends a fresh `Idempotency-Key` with every POST and PATCH, which may then be retried
                like a GET.
            rate_limit: Most requests in a time, such as `10/s` or `100/min`; requests above it wait.
            share_rate_limit: Whether all runs on this machine keep to the limit together, such as the workers of a
                parallel run.
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
        from SteadyAPI.engine.rate_limit import rate_limit_of
        from SteadyAPI.engine.retry_policy import check_timeout
        from SteadyAPI.engine.session import Session, SessionSettings
        from SteadyAPI.engine.transport import TransportSettings, open_transport
        from SteadyAPI.keywords.terms import policy_of

        opened: str = self._open(url, "url")
        policy = policy_of(retry, self._context.policy)
        limits = Timeout(_seconds(connect_timeout), _seconds(read_timeout))
        check_timeout(policy, limits)
        settings = SessionSettings(
            base_url=check_base(opened),
            headers=self._open(headers or {}, "headers"),
            auth=self._auth(auth),
            token=self._token(token),
            timeout=limits,
            policy=policy,
            idempotency_key=self._open(idempotency_key, "idempotency_key"),
            rate_limit=rate_limit_of(rate_limit, opened, shared=share_rate_limit),
            detail=log,
        )
        transport = open_transport(TransportSettings(verify=verify, pool_size=pool_size))
        session = Session(alias, settings, transport, self._context.surroundings)
        if token_source is not None:
            from SteadyAPI.keywords.token_making import attached

            attached(self._context, token_source, session)
        self._context.sessions.add(session)

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
