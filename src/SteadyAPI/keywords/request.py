"""Sending requests: one keyword for each HTTP method, on the current session or a named one."""

from collections.abc import Callable
from typing import Any

from SteadyAPI.keywords.support.options import with_options
from SteadyAPI.keywords.support.request_options import RequestOptions
from SteadyAPI.keywords.support.sending import SendingGroup, checked_method

_ON_CURRENT = """Sends {article} {method} request and returns the response.

A relative URL goes to the current session, and so does a whole URL on that session's host, such as a link from a
response. Any other whole URL needs no session; its connection is kept too.
The response is a `requests.Response` that also has `.attempts`.

Args:
    url: Path on the current session, or a whole URL.
    **options: RequestOptions.

Raises:
    StatusError: When the status is not the expected one, after all attempts.
    NoResponseError: When no response came.
    SessionError: When the URL is relative and no session is open.

Examples:
```robotframework
*** Test Cases ***
{title} Is Answered
    Create Session    shop    ${BASE_URL}
    {method}    /echo    expected_status=200
```
"""
_ON_SESSION = """Sends {article} {method} request on a named session and returns the response.

The current session stays the same. The response is a `requests.Response` that also has `.attempts`.

Args:
    alias: The alias given to `Create Session`.
    url: Path on that session, or a whole URL on its host.
    **options: RequestOptions.

Raises:
    StatusError: When the status is not the expected one, after all attempts.
    NoResponseError: When no response came.
    SessionError: When no open session has that alias.

Examples:
```robotframework
*** Test Cases ***
{title} On A Session Is Answered
    Create Session    shop    ${BASE_URL}
    {method} On Session    shop    /echo    expected_status=200
```
"""


def _on_current(method: str) -> Callable[..., Any]:
    def send(self: "RequestKeywords", url: str, **options: Any) -> Any:
        opened = self.opened_url(url)
        return self.send(self.session_for(opened), method, opened, RequestOptions(**options))

    return _named(send, method, method, _ON_CURRENT)


def _on_session(method: str) -> Callable[..., Any]:
    def send(self: "RequestKeywords", alias: str, url: str, **options: Any) -> Any:
        return self.send(self.session_named(alias), method, self.opened_url(url), RequestOptions(**options))

    return _named(send, f"{method} On Session", method, _ON_SESSION)


def _named(send: Callable[..., Any], name: str, method: str, documentation: str) -> Callable[..., Any]:
    send.__doc__ = documentation
    words = {"article": "an" if method == "OPTIONS" else "a", "method": method, "title": method.title()}
    return with_options(RequestOptions, tag="Request", name=name, **words)(send)


class RequestKeywords(SendingGroup):
    """The HTTP methods as keywords."""

    GET = _on_current("GET")
    POST = _on_current("POST")
    PUT = _on_current("PUT")
    PATCH = _on_current("PATCH")
    DELETE = _on_current("DELETE")
    HEAD = _on_current("HEAD")
    OPTIONS = _on_current("OPTIONS")
    TRACE = _on_current("TRACE")
    CONNECT = _on_current("CONNECT")

    get_on_session = _on_session("GET")
    post_on_session = _on_session("POST")
    put_on_session = _on_session("PUT")
    patch_on_session = _on_session("PATCH")
    delete_on_session = _on_session("DELETE")
    head_on_session = _on_session("HEAD")
    options_on_session = _on_session("OPTIONS")
    trace_on_session = _on_session("TRACE")
    connect_on_session = _on_session("CONNECT")

    @with_options(RequestOptions, tag="Request")
    def send_request(self, method: str, url: str, alias: str = "", **options: Any) -> Any:
        """Sends a request with any method, such as one of WebDAV, and returns the response.

        Args:
            method: The method, in capitals or not.
            url: Path on the session, or a whole URL.
            alias: The session's alias; by default the URL decides as for `GET`.
            **options: RequestOptions.

        Raises:
            StatusError: When the status is not the expected one, after all attempts.
            NoResponseError: When no response came.
            UsageError: When the method isn't a word.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Cache Can Be Purged
            Create Session    shop    ${BASE_URL}
            Send Request    PURGE    /echo    expected_status=any
        ```
        """
        opened = self.opened_url(url)
        session = self.session_for(opened, alias)
        return self.send(session, checked_method(method), opened, RequestOptions(**options))
