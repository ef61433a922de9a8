"""Opening sessions and changing their settings."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.certificate import checked_ca, checked_cert
from SteadyAPI.keywords.support.group import KeywordGroup
from SteadyAPI.keywords.support.options import with_options
from SteadyAPI.keywords.support.proxies import checked_proxies
from SteadyAPI.keywords.support.session_options import SessionChanges, SessionOptions
from SteadyAPI.robot_compat import Secret

if TYPE_CHECKING:
    from SteadyAPI.engine.session.session import Session, SessionSettings, TokenSource
    from SteadyAPI.engine.transport import TransportSettings


class SessionKeywords(KeywordGroup):
    """Sessions: a service's address, credentials and connections under one alias."""

    @with_options(SessionOptions, tag="Session")
    def create_session(self, alias: str, url: str, **options: Any) -> None:
        """Opens a session for a service and makes it the current one.

        Its connections are kept and used again. A session of the same alias is closed first.

        Args:
            alias: The session's name; case and spaces don't matter.
            url: The service's base URL, with `http://` or `https://`. Relative URLs of requests are appended to it.
            **options: SessionOptions.

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
        from SteadyAPI.engine.request.url import check_base
        from SteadyAPI.engine.session.session import Session
        from SteadyAPI.engine.transport import open_transport

        asked = SessionOptions(**options)
        if not alias.strip():
            raise UsageError("alias: expected a name for the session, got an empty text.")
        _check_one_authentication(auth=asked.auth, token=asked.token, token_source=asked.token_source)
        settings = self._settings(check_base(self._open(url, "url")), asked)
        transport = open_transport(self._transport_settings(asked))
        session = Session(alias, settings, transport, self._context.surroundings)
        if asked.token_source is not None:
            from SteadyAPI.keywords.support.token_grants import attached

            attached(self._context, asked.token_source, session)
        self._context.sessions.add(session, asked.scope.value)
        self._warn_of_unverified(session, asked.verify)

    @with_options(SessionChanges, tag="Session")
    def update_session(self, alias: str = "", **options: Any) -> None:
        """Changes settings of an open session; what isn't given stays as it is, and so do its connections.

        Headers, cookies and parameters are merged into those that the session has; one whose value is `${None}` is
        taken out.

        Args:
            alias: The alias given to `Create Session`; by default the current session.
            **options: SessionChanges.

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
        from SteadyAPI.engine.session.authentication import no_credentials

        asked = SessionChanges(**options)
        session = self._context.sessions.chosen(alias or None)
        _check_one_authentication(auth=asked.auth, token=asked.token)
        changes = self._changes(session, asked)
        transport_changes = self._transport_changes(asked)
        authentication, source = self._auth(asked.auth), self._token(asked.token)
        # Nothing is refused from here on: a session is changed as a whole or not at all.
        session.update(**changes)
        session.transport.change(**transport_changes)
        if authentication is no_credentials:
            session.sign_out()
        elif authentication is not None:
            session.use_auth(authentication)
        if source is not None:
            session.use_token(source)
        self._warn_of_unverified(session, asked.verify)

    def _warn_of_unverified(self, session: "Session", verify: bool | str | None) -> None:
        """Warns, once in the run, of a session that takes any certificate."""
        url = session.settings.base_url
        if verify is None or checked_ca(verify) is not False or not url.lower().startswith("https://"):
            return
        if self._context.surroundings.ledger.is_new("unverified"):
            from SteadyAPI.engine.request.url import origin
            from SteadyAPI.report.sink import Level

            self._context.log.text(
                f"The certificate of {origin(url)} is not verified (verify=False): whoever stands in between can read "
                "and change everything. This is said once in a run.\n"
                "  trust its authority instead: verify=/path/to/ca.pem",
                Level.WARN,
            )

    def _settings(self, base_url: str, asked: SessionOptions) -> "SessionSettings":
        from SteadyAPI.engine.exchange import DEFAULT_TIMEOUT
        from SteadyAPI.engine.retry.policy import check_timeout
        from SteadyAPI.engine.retry.rate_limit import rate_limit_of
        from SteadyAPI.engine.session.session import SessionSettings
        from SteadyAPI.keywords.support.conversions import policy_of, timeout_of

        policy = policy_of(asked.retry, self._context.policy)
        timeout = timeout_of(asked, DEFAULT_TIMEOUT, none_is_unlimited=True)
        check_timeout(policy, timeout)
        sharing = self._context.sharing
        return SessionSettings(
            base_url=base_url,
            headers=self._headers(asked.headers),
            auth=self._auth(asked.auth),
            token=self._token(asked.token),
            params=self._params(asked.params),
            timeout=timeout,
            allow_redirects=asked.allow_redirects,
            url_encoding=asked.url_encoding,
            policy=policy,
            idempotency_key=self._open(asked.idempotency_key, "idempotency_key"),
            rate_limit=rate_limit_of(
                asked.rate_limit,
                base_url,
                shared=asked.share_rate_limit,
                on_long_wait=self._show_wait,
                shared_slots=None if sharing is None else sharing.slots,
            ),
            detail=asked.log,
        )

    def _show_wait(self, seconds: float) -> None:
        """Says on the console and in the log why a request isn't sent yet."""
        from SteadyAPI.engine.units import duration

        line = f"waiting {duration(seconds)} for the rate limit that runs share"
        self._context.log.console(line)
        self._context.log.text(line)

    def _transport_settings(self, asked: SessionOptions) -> "TransportSettings":
        from SteadyAPI.engine.transport import TransportSettings

        if asked.pool_size < 1:
            raise UsageError(f"pool_size: expected 1 or more connections, got {asked.pool_size}.")
        if asked.body_limit is not None and asked.body_limit < 0:
            raise UsageError(f"body_limit: expected a number of bytes, or None for any number; got {asked.body_limit}.")
        if asked.header_limit is not None and asked.header_limit < 0:
            raise UsageError(f"header_limit: expected a number, or None for any number; got {asked.header_limit}.")
        return TransportSettings(
            verify=checked_ca(asked.verify),
            cert=checked_cert(asked.cert, self._context.surroundings.secrets),
            proxies=checked_proxies(self._open(asked.proxies, "proxies")) or {},
            cookies={name: text for name, text in self._cookies(asked.cookies).items() if text is not None},
            pool_size=asked.pool_size,
            body_limit=asked.body_limit,
            header_limit=asked.header_limit,
            netrc=asked.netrc,
        )

    def _changes(self, session: "Session", asked: SessionChanges) -> dict[str, Any]:
        from SteadyAPI.engine.request.url import check_base
        from SteadyAPI.engine.retry.policy import check_timeout
        from SteadyAPI.keywords.support.conversions import policy_of, timeout_of

        old = session.settings
        timeout, policy = timeout_of(asked, old.timeout), policy_of(asked.retry, old.policy)
        check_timeout(policy, timeout)
        changes: dict[str, Any] = {"timeout": timeout, "policy": policy}
        if asked.url is not None:
            changes["base_url"] = check_base(self._open(asked.url, "url"))
        if asked.headers is not None:
            changes["headers"] = _merged(old.headers, self._headers(asked.headers), str.lower)
        if asked.params is not None:
            changes["params"] = _merged(old.params, self._params(asked.params), str)
        for name in ("allow_redirects", "url_encoding"):
            if getattr(asked, name) is not None:
                changes[name] = getattr(asked, name)
        return changes

    def _transport_changes(self, asked: SessionChanges) -> dict[str, Any]:
        changes = {
            "verify": None if asked.verify is None else checked_ca(asked.verify),
            "cert": checked_cert(asked.cert, self._context.surroundings.secrets),
            "proxies": checked_proxies(self._open(asked.proxies, "proxies")),
            "cookies": None if asked.cookies is None else self._cookies(asked.cookies),
        }
        return {name: value for name, value in changes.items() if value is not None}

    def _headers(self, headers: Mapping[str, Any] | None) -> Mapping[str, Any]:
        from SteadyAPI.engine.request.headers import header_texts

        return header_texts(self._open(headers or {}, "headers"))

    def _params(self, params: Mapping[str, Any] | None) -> Mapping[str, Any]:
        """Opens parameters, and refuses what can't be one before the first request does."""
        from SteadyAPI.engine.request.fields import field_pairs

        opened: Mapping[str, Any] = self._open(params or {}, "params")
        field_pairs(opened, "params")
        return opened

    def _cookies(self, cookies: Mapping[str, Any] | None) -> Mapping[str, str | None]:
        """Opens cookies and registers their values: who has one is signed in."""
        opened = self._open(cookies or {}, "cookies")
        texts = {name: None if value is None else str(value) for name, value in opened.items()}
        for name, text in texts.items():
            self._context.secrets.learn(name, text or "")
        return texts

    def _token(self, token: Secret | str | None) -> "TokenSource | None":
        if token is None:
            return None
        from SteadyAPI.engine.token.token import Token

        return Token(self._token_value(token))


def _check_one_authentication(**given: Any) -> None:
    named = [f"{name}=" for name, value in given.items() if value is not None]
    if len(named) > 1:
        raise UsageError(
            f"expected {' or '.join(named)}, got {'both' if not named[2:] else 'all'}: "
            "a request has one Authorization header."
        )


def _merged(old: Mapping[str, Any], new: Mapping[str, Any], key: Callable[[str], str]) -> dict[str, Any]:
    """Sets what is new and takes out what is ``None``; ``key`` makes names comparable."""
    named = {key(str(name)) for name in new}
    kept = {name: value for name, value in old.items() if key(str(name)) not in named}
    return {**kept, **{name: value for name, value in new.items() if value is not None}}
