"""The options of `Create Session` and `Update Session`."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from SteadyAPI.arguments import RetryPreset, RetrySettings, SessionScope
from SteadyAPI.engine.log_detail import Detail
from SteadyAPI.keywords.support.options import Options
from SteadyAPI.robot_compat import Secret


class SessionOptions(Options):
    """What `Create Session` takes by name."""

    headers: Mapping[str, Any] | None = None
    cookies: Mapping[str, Any] | None = None
    params: Mapping[str, Any] | None = None
    auth: Any = None
    token: Secret | str | None = None
    token_source: str | None = None
    verify: bool | str = True
    cert: Any = None
    proxies: Mapping[str, Any] | str | None = None
    timeout: timedelta | None = None
    connect_timeout: timedelta | None = timedelta(seconds=5)
    read_timeout: timedelta | None = timedelta(seconds=30)
    pool_size: int = 32
    body_limit: int | None = 100_000_000
    header_limit: int | None = 1000
    allow_redirects: bool = True
    url_encoding: bool = True
    scope: SessionScope = SessionScope.run
    retry: RetryPreset | RetrySettings | None = None
    idempotency_key: str | None = None
    rate_limit: str | None = None
    share_rate_limit: bool | None = None
    netrc: bool = False
    log: Detail | None = None

    CLOSED = True
    DOCS = """\
    headers: Headers for every request of the session.
    cookies: Cookies that the session has from the start; it keeps those that responses set.
    params: Query parameters for every request of the session.
    auth: User name and password for basic authentication, as a list, or what `Create Digest Auth` and its
        like returned, or any authentication object of requests. `none` sends no credentials at all.
    token: A token that every request sends as `Authorization: Bearer`, written with or without `Bearer`.
    token_source: The name of a source made with `Create Token Source`: every request sends a valid token of it.
    verify: Whether the server's certificate is verified, or the path of the CA file to verify it with.
    cert: Path of a client certificate with its key, or a list of the paths of certificate and key. The password of an
        encrypted key goes last in the list, as a `Secret`.
    proxies: Proxy URLs by scheme (`http`, `https`), before those of the environment; `none` goes round these.
    timeout: Limit for opening a connection and for each wait for data, where these aren't given.
    connect_timeout: Limit for opening a connection; `None` waits without limit.
    read_timeout: Limit for each wait for data; `None` waits without limit.
    pool_size: How many connections are kept for each host.
    body_limit: The most bytes of a response that are taken into memory, `None` for any number; a larger one is a
        failure. `Download File` has no limit.
    header_limit: The most headers of a response that are taken, `None` for any number; more are a failure.
    allow_redirects: Whether redirects are followed.
    url_encoding: Whether URLs are encoded and normalised. `False` sends them as they are written: `%7E`, `%2e%2e`, a
        signature.
    scope: When the session is closed by itself: at the end of the `run`, the `suite` or the `test`.
    retry: How requests are tried again: `default`, `classic`, `none`, or a dictionary of settings (`attempts`,
        `deadline`, `timeout`, `first_wait`, `longest_wait`, `retry_after_cap`, `retry_on` ...); by default as the
        library was imported.
    idempotency_key: `auto` sends a fresh `Idempotency-Key` with every POST and PATCH, which may then be retried
        like a GET.
    rate_limit: Most requests in a time, such as `10/s` or `100/min`; requests above it wait.
    share_rate_limit: Whether all runs on this machine keep to the limit together, such as the workers of a
        parallel run. A library imported with `shared` shares it over machines, unless this is `False`.
    netrc: Whether requests without credentials of their own send those that the `.netrc` file has for the host.
    log: How much of its requests stands in the log: `full`, `compact` (one line) or `failures` (nothing while
        all is well); by default as the library's import says."""


class SessionChanges(Options):
    """What `Update Session` takes by name; ``None`` leaves a setting as it is."""

    url: str | None = None
    headers: Mapping[str, Any] | None = None
    cookies: Mapping[str, Any] | None = None
    params: Mapping[str, Any] | None = None
    auth: Any = None
    token: Secret | str | None = None
    verify: bool | str | None = None
    cert: Any = None
    proxies: Mapping[str, Any] | str | None = None
    timeout: timedelta | None = None
    connect_timeout: timedelta | None = None
    read_timeout: timedelta | None = None
    allow_redirects: bool | None = None
    url_encoding: bool | None = None
    retry: RetryPreset | RetrySettings | None = None

    CLOSED = True
    DOCS = """\
    url: Another base URL.
    headers: Headers to set or take out.
    cookies: Cookies to set; one whose value is `${None}` is taken out.
    params: Query parameters to set or take out.
    auth: Another authentication, as for `Create Session`; it takes the place of a token. `none` takes all credentials
        away: token, user name and password, API keys, and an `Authorization` header.
    token: Another token; it takes the place of a user name and password.
    verify: Whether the server's certificate is verified, or the path of a CA file.
    cert: Another client certificate.
    proxies: Other proxies.
    timeout: Another limit for opening a connection and for each wait for data, where these aren't given.
    connect_timeout: Another limit for opening a connection.
    read_timeout: Another limit for each wait for data.
    allow_redirects: Whether redirects are followed.
    url_encoding: Whether URLs are encoded and normalised, or sent as they are written.
    retry: How requests are tried again; settings are over those that the session has."""
