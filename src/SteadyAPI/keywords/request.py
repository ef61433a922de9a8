"""Sending requests: one keyword for each HTTP method, on the current session or a named one."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from robot.api.deco import keyword

from SteadyAPI.arguments import REQUEST_OPTION_DOCS, ExpectedError, RequestOptions, signature
from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.group import KeywordGroup

if TYPE_CHECKING:
    from SteadyAPI.engine.call import Call
    from SteadyAPI.engine.session import Session

_ON_CURRENT = """Sends a {method} request and returns the response.

A relative URL goes to the current session, and so does a whole URL on that session's host, such as a link from an
answer. Any other whole URL needs no session; its connection is kept too.
The response is a `requests.Response` that also has `.attempts`.

Args:
    url: Path on the current session, or a whole URL.
{options}

Raises:
    StatusError: When the status is not the expected one, after all attempts.
    NoAnswerError: When no answer came.
    SessionError: When the URL is relative and no session is open.

Examples:
```robotframework
*** Test Cases ***
{title} Is Answered
    Create Session    shop    ${{BASE_URL}}
    {method}    /echo    expected_status=200
```
"""
_ON_SESSION = """Sends a {method} request on a named session and returns the response.

The current session stays the same. The response is a `requests.Response` that also has `.attempts`.

Args:
    alias: The alias given to `Create Session`.
    url: Path on that session, or a whole URL on its host.
{options}

Raises:
    StatusError: When the status is not the expected one, after all attempts.
    NoAnswerError: When no answer came.
    SessionError: When no open session has that alias.

Examples:
```robotframework
*** Test Cases ***
{title} On A Session Is Answered
    Create Session    shop    ${{BASE_URL}}
    {method} On Session    shop    /echo    expected_status=200
```
"""


def _on_current(method: str) -> Callable[..., Any]:
    def send(self: "RequestKeywords", url: str, **options: Any) -> Any:
        opened = self.opened_url(url)
        return self.send(self.session_for(opened), method, opened, RequestOptions(**options))

    return _as_keyword(send, method, method, _ON_CURRENT, "url")


def _on_session(method: str) -> Callable[..., Any]:
    def send(self: "RequestKeywords", alias: str, url: str, **options: Any) -> Any:
        return self.send(self.session_named(alias), method, self.opened_url(url), RequestOptions(**options))

    return _as_keyword(send, method, f"{method} On Session", _ON_SESSION, "alias", "url")


def _as_keyword(
    send: Callable[..., Any], method: str, name: str, documentation: str, *positional: str
) -> Callable[..., Any]:
    """Gives the function the real signature, so that completion and libdoc show every option."""
    send.__doc__ = documentation.format(method=method, title=method.title(), options=REQUEST_OPTION_DOCS)
    send.__signature__, types = signature(*positional)  # type: ignore[attr-defined]
    made: Callable[..., Any] = keyword(name=name, tags=["Request"], types=types)(send)
    return made


class RequestKeywords(KeywordGroup):
    """The HTTP methods as keywords."""

    GET = _on_current("GET")
    POST = _on_current("POST")
    PUT = _on_current("PUT")
    PATCH = _on_current("PATCH")
    DELETE = _on_current("DELETE")
    HEAD = _on_current("HEAD")
    OPTIONS = _on_current("OPTIONS")

    get_on_session = _on_session("GET")
    post_on_session = _on_session("POST")
    put_on_session = _on_session("PUT")
    patch_on_session = _on_session("PATCH")
    delete_on_session = _on_session("DELETE")
    head_on_session = _on_session("HEAD")
    options_on_session = _on_session("OPTIONS")

    def opened_url(self, url: str) -> str:
        """Returns the URL, checked for lost secrets."""
        opened: str = self._open(url, "url")
        return opened

    def session_for(self, url: str) -> "Session":
        """Returns the session that a call without an alias uses."""
        return self._context.sessions.for_url(url)

    def session_named(self, alias: str) -> "Session":
        """Returns the session of that alias."""
        return self._context.sessions.get(alias)

    def send(self, session: "Session", method: str, url: str, options: RequestOptions) -> Any:
        """Sends, logs, and checks the status; returns the response."""
        call = self._on(session, self._call(method, url, options), options)
        if options.expect_error is not None:
            return self._expected_error(session, call, options.expect_error)
        exchange = self._exchange(session, call)
        if exchange.response is None or not exchange.as_expected:
            from SteadyAPI.report.failures import wrong_status

            raise wrong_status(exchange, options.message)
        return exchange.response.native

    def _on(self, session: "Session", call: "Call", options: RequestOptions) -> "Call":
        """Adds what depends on the session: its retry policy is what the call's own is over."""
        if options.retry is None and options.expect_error is None and options.idempotency_key is None:
            return call
        if options.expect_error is not None and options.expected_status is not None:
            raise UsageError("expected expected_status= or expect_error=, got both: no answer has no status.")
        from SteadyAPI.engine.retry_policy import check_timeout
        from SteadyAPI.keywords.terms import kinds_of, policy_of

        policy = policy_of(options.retry, session.settings.policy)
        check_timeout(policy, call.timeout or session.settings.timeout)
        key = self._open(options.idempotency_key, "idempotency_key")
        return replace(call, policy=policy, expect_error=kinds_of(options.expect_error), idempotency_key=key)

    def _expected_error(self, session: "Session", call: "Call", wanted: ExpectedError) -> str:
        exchange = self._logged(session, call)
        failure = exchange.failure
        if failure is None or failure.kind not in call.expect_error:
            from SteadyAPI.report.expected_error import other_outcome

            raise other_outcome(exchange, wanted.value) from (failure.cause if failure else None)
        return failure.kind.value

    def _call(self, method: str, url: str, options: RequestOptions) -> "Call":
        from SteadyAPI.engine.body import form_or_bytes, json_bytes
        from SteadyAPI.engine.call import Call
        from SteadyAPI.engine.exchange import Timeout
        from SteadyAPI.engine.expectation import expect

        if options.json is not None and options.data is not None:
            raise UsageError("expected json= or data=, got both: a request has one body.")
        body, media_type = form_or_bytes(self._open(options.data, "data")), None
        if options.json is not None:
            body, media_type = json_bytes(self._open(options.json, "json")), "application/json"
        seconds = None if options.timeout is None else options.timeout.total_seconds()
        return Call(
            method=method,
            url=url,
            headers=self._open(options.headers or {}, "headers"),
            params=self._open(options.params, "params"),
            body=body,
            media_type=media_type,
            timeout=None if seconds is None else Timeout(seconds, seconds),
            allow_redirects=options.allow_redirects,
            expected=expect(options.expected_status),
            contract=options.contract,
            detail=options.log,
        )
