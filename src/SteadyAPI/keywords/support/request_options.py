"""The options of a request: the same for every keyword that sends one."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from SteadyAPI.arguments import ExpectedError, RetryPreset, RetrySettings
from SteadyAPI.engine.log_detail import Detail
from SteadyAPI.keywords.support.options import Options


class RequestOptions(Options):
    """What every request keyword takes by name."""

    params: Any = None
    headers: Mapping[str, Any] | None = None
    json: Any = None
    data: Any = None
    files: Any = None
    cookies: Mapping[str, Any] | None = None
    auth: Any = None
    verify: bool | str | None = None
    cert: Any = None
    proxies: Mapping[str, Any] | str | None = None
    expected_status: Any = None
    timeout: timedelta | None = None
    connect_timeout: timedelta | None = None
    read_timeout: timedelta | None = None
    allow_redirects: bool | None = None
    url_encoding: bool | None = None
    message: str | None = None
    retry: RetryPreset | RetrySettings | None = None
    expect_error: ExpectedError | None = None
    idempotency_key: str | None = None
    contract: bool = True
    log: Detail | None = None

    CLOSED = True
    DOCS = """\
    params: Query parameters: a dictionary, a list of pairs, or text; they replace the session's of the
        same name.
    headers: Headers of this request; they replace the session's of the same name, or take it out with `${None}`.
    json: Body to send as JSON: a dictionary, a list, a number, or JSON text.
    data: Body to send as it is (text, bytes, a number, an open file), or form fields as a dictionary or a
        list of pairs.
    files: Parts of a multipart body: a dictionary of field names to contents (bytes, text, a path, an open file), or
        what `Create Multipart Part` returned, one or a list. Fields go into `data` as a dictionary.
    cookies: Cookies of this request, besides the session's.
    auth: User name and password for basic authentication, as a list, or what `Create Digest Auth` and its like
        returned. `none` sends this request without the session's credentials; cookies still go out.
    verify: Whether the server's certificate is verified, or the path of the CA file; by default as the session says.
    cert: Path of a client certificate with its key, or a list of the paths of certificate and key.
    proxies: Proxy URLs by scheme, or `none` to go round those of the session and the environment.
    expected_status: A number, a name (`not found`), a class (`4xx`), a range (`200-299`), a list of these, or `any`.
        By default every status below 400 passes.
    timeout: Limit for connecting, and for each wait for data, of one attempt, such as `10s`; by default as the session
        says.
    connect_timeout: Limit for connecting alone.
    read_timeout: Limit for each wait for data alone.
    allow_redirects: Whether redirects are followed; by default as the session says.
    url_encoding: Whether the URL is encoded and normalised. `False` sends it as it is written: `%7E`, `%2e%2e`, a
        signature; by default as the session says.
    message: Text to put before the failure message when the status is not the expected one.
    retry: How this request is tried again: `default`, `classic`, `none`, or a dictionary of settings (`attempts`,
        `deadline`, `timeout`, `first_wait`, `longest_wait`, `retry_after_cap`, `retry_on` ...) over the session's.
    expect_error: The failure that the test wants instead of a response, such as `refused` or `timeout`. It isn't
        retried, and the keyword returns its words.
    idempotency_key: `auto` sends a fresh `Idempotency-Key` with a POST or PATCH, which may then be retried like a GET;
        `none` sends none; any other text is the key.
    contract: Whether the response is checked by the contracts that the session uses (`Use OpenAPI`, `Track Contract`).
    log: How much of this request stands in the log: `full`, `compact` (one line) or `failures` (nothing while all is
        well); by default as the session says."""
