"""Opening sessions and changing their settings."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from robot.api.deco import keyword

from SteadyAPI.arguments import RetryPreset, RetrySettings, SessionScope
from SteadyAPI.engine.log_detail import Detail
from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.certificate import checked_ca, checked_cert
from SteadyAPI.keywords.support.group import KeywordGroup
from SteadyAPI.robot_compat import Secret

if TYPE_CHECKING:
    from SteadyAPI.engine.session.session import SessionSettings, TokenSource
    from SteadyAPI.engine.transport import TransportSettings

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
        cookies: Mapping[str, Any] | None = None,
        params: Mapping[str, Any] | None = None,
        auth: Any = None,
        token: Secret | str | None = None,
        token_source: str | None = None,
        verify: bool | str = True,
        cert: Any = None,
        proxies: Mapping[str, Any] | None = None,
        connect_timeout: timedelta | None = _CONNECT,
        read_timeout: timedelta | None = _READ,
        pool_size: int = 32,
        body_limit: int | None = None,
        allow_redirects: bool = True,
        scope: SessionScope = SessionScope.run,
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
            cookies: Cookies that the session has from the start; it keeps those that responses set.
            params: Query parameters for every request of the session.
            auth: User name and password for basic authentication, as a list, or what `Create Digest Auth` and its
                like returned, or any authentication object of requests.
            token: A token that every request sends as `Authorization: Bearer`.
            token_source: The name of a source made with `Create Token Source`: every request sends a valid token of it.
            verify: Whether the server's certificate is verified, or the path of the CA file to verify it with.
            cert: Path of a client certificate with its key, or a list of the paths of certificate and key.
            proxies: Proxy URLs by scheme (`http`, `https`), before those of the environment.
            connect_timeout: Limit for opening a connection; `None` waits without limit.
            read_timeout: Limit for each wait for data; `None` waits without limit.
            pool_size: How many connections are kept for each host.
            body_limit: The most bytes of a response that are taken into memory; a larger one is a failure. `Download`
                has no limit.
            allow_redirects: Whether redirects are followed.
            scope: When the session is closed by itself: at the end of the `run`, the `suite` or the `test`.
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
        from SteadyAPI.engine.exchange import Timeout
        from SteadyAPI.engine.request.url import check_base
        from SteadyAPI.engine.retry.policy import check_timeout
        from SteadyAPI.engine.retry.rate_limit import rate_limit_of
        from SteadyAPI.engine.session.session import SessionSettings
        from SteadyAPI.engine.transport import TransportSettings
        from SteadyAPI.keywords.support.conversions import policy_of, seconds_of

        if not alias.strip():
            raise UsageError("alias: expected a name for the session, got an empty text.")
        _check_one_authentication(auth=auth, token=token, token_source=token_source)
        _check_sizes(pool_size, body_limit)
        opened: str = self._open(url, "url")
        policy = policy_of(retry, self._context.policy)
        limits = Timeout(seconds_of("connect_timeout", connect_timeout), seconds_of("read_timeout", read_timeout))
        check_timeout(policy, limits)
        settings = SessionSettings(
            base_url=check_base(opened),
            headers=self._open(headers or {}, "headers"),
            auth=self._auth(auth),
            token=self._token(token),
            params=self._open(params or {}, "params"),
            timeout=limits,
            allow_redirects=allow_redirects,
            policy=policy,
            idempotency_key=self._open(idempotency_key, "idempotency_key"),
            rate_limit=rate_limit_of(rate_limit, opened, shared=share_rate_limit),
            detail=log,
        )
        transport_options = TransportSettings(
            verify=checked_ca(verify),
            cert=checked_cert(cert),
            proxies=self._open(proxies or {}, "proxies"),
            cookies=self._cookies(cookies),
            pool_size=pool_size,
            body_limit=body_limit,
        )
        self._add(alias, settings, transport_options, token_source, scope)

    @keyword(tags=["Session"])
    def update_session(
        self,
        alias: str = "",
        *,
        url: str | None = None,
        headers: Mapping[str, Any] | None = None,
        cookies: Mapping[str, Any] | None = None,
        params: Mapping[str, Any] | None = None,
        auth: Any = None,
        token: Secret | str | None = None,
        verify: bool | str | None = None,
        cert: Any = None,
        proxies: Mapping[str, Any] | None = None,
        connect_timeout: timedelta | None = None,
        read_timeout: timedelta | None = None,
        allow_redirects: bool | None = None,
        retry: RetryPreset | RetrySettings | None = None,
    ) -> None:
        """Changes settings of an open session; what isn't given stays as it is, and so do its connections.

        Headers, cookies and parameters are merged into those that the session has; a header or parameter whose value is
        `${None}` is taken out.

        Args:
            alias: The alias given to `Create Session`; by default the current session.
            url: Another base URL.
            headers: Headers to set or take out.
            cookies: Cookies to set.
            params: Query parameters to set or take out.
            auth: Another authentication, as for `Create Session`; it takes the place of a token.
            token: Another token; it takes the place of a user name and password.
            verify: Whether the server's certificate is verified, or the path of a CA file.
            cert: Another client certificate.
            proxies: Other proxies.
            connect_timeout: Another limit for opening a connection.
            read_timeout: Another limit for each wait for data.
            allow_redirects: Whether redirects are followed.
            retry: How requests are tried again; settings are over those that the session has.

        Raises:
            SessionError: When no open session has that alias.
            UsageError: When an option can't be used.

        Examples:
        ```robotframework
        *** Test Cases ***
        A User Signs In Later
            Create Session    shop    ${BASE_URL}
            Update Session    shop    token=${TOKEN}    read_timeout=10s
            GET    /products
        ```
        """
        from SteadyAPI.engine.exchange import Timeout
        from SteadyAPI.engine.retry.policy import check_timeout
        from SteadyAPI.keywords.support.conversions import policy_of, seconds_of

        session = self._context.sessions.chosen(alias or None)
        _check_one_authentication(auth=auth, token=token)
        old = session.settings
        connect = seconds_of("connect_timeout", connect_timeout) or old.timeout.connect
        read = seconds_of("read_timeout", read_timeout) or old.timeout.read
        limits, policy = Timeout(connect, read), policy_of(retry, old.policy)
        check_timeout(policy, limits)
        changes: dict[str, Any] = {"timeout": limits, "policy": policy}
        if url is not None:
            from SteadyAPI.engine.request.url import check_base

            changes["base_url"] = check_base(self._open(url, "url"))
        if headers is not None:
            changes["headers"] = _merged(old.headers, self._open(headers, "headers"), str.lower)
        if params is not None:
            changes["params"] = _merged(old.params, self._open(params, "params"), str)
        if allow_redirects is not None:
            changes["allow_redirects"] = allow_redirects
        transport_options = self._transport_changes(verify, cert, proxies, cookies)
        authentication, source = self._auth(auth), self._token(token)
        # Nothing is refused from here on: a session is changed as a whole or not at all.
        session.update(**changes)
        session.transport.change(**transport_options)
        if authentication is not None:
            session.use_auth(authentication)
        if source is not None:
            session.use_token(source)

    def _add(
        self,
        alias: str,
        settings: "SessionSettings",
        transport_options: "TransportSettings",
        token_source: str | None,
        scope: SessionScope,
    ) -> None:
        from SteadyAPI.engine.session.session import Session
        from SteadyAPI.engine.transport import open_transport

        session = Session(alias, settings, open_transport(transport_options), self._context.surroundings)
        if token_source is not None:
            from SteadyAPI.keywords.support.token_grants import attached

            attached(self._context, token_source, session)
        self._context.sessions.add(session, scope.value)

    def _transport_changes(
        self,
        verify: bool | str | None,
        cert: Any,
        proxies: Mapping[str, Any] | None,
        cookies: Mapping[str, Any] | None,
    ) -> dict[str, Any]:
        changes = {
            "verify": None if verify is None else checked_ca(verify),
            "cert": checked_cert(cert),
            "proxies": None if proxies is None else self._open(proxies, "proxies"),
            "cookies": None if cookies is None else self._cookies(cookies),
        }
        return {name: value for name, value in changes.items() if value is not None}

    def _cookies(self, cookies: Mapping[str, Any] | None) -> Mapping[str, str]:
        """Opens cookies and registers their values: who has one is signed in."""
        opened = {name: str(value) for name, value in self._open(cookies or {}, "cookies").items()}
        for value in opened.values():
            self._context.secrets.register(value)
        return opened

    def _token(self, token: Secret | str | None) -> "TokenSource | None":
        if token is None:
            return None
        from SteadyAPI.engine.token.token import Token

        return Token(self._credential(token, "token"))


def _check_one_authentication(**given: Any) -> None:
    named = [f"{name}=" for name, value in given.items() if value is not None]
    if len(named) > 1:
        raise UsageError(
            f"expected {' or '.join(named)}, got {'both' if not named[2:] else 'all'}: "
            "a request has one Authorization header."
        )


def _check_sizes(pool_size: int, body_limit: int | None) -> None:
    if pool_size < 1:
        raise UsageError(f"pool_size: expected 1 or more connections, got {pool_size}.")
    if body_limit is not None and body_limit < 0:
        raise UsageError(f"body_limit: expected a number of bytes, or None for any number; got {body_limit}.")


def _merged(old: Mapping[str, Any], new: Mapping[str, Any], key: Callable[[str], str]) -> dict[str, Any]:
    """Sets what is new and takes out what is ``None``; ``key`` makes names comparable."""
    named = {key(str(name)) for name in new}
    kept = {name: value for name, value in old.items() if key(str(name)) not in named}
    return {**kept, **{name: value for name, value in new.items() if value is not None}}
