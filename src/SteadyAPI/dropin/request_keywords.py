"""The HTTP methods, on a session and without one."""

from collections.abc import Callable
from typing import Any

from robot.api import logger
from robot.api.deco import keyword

from SteadyAPI.dropin.argument_list import REQUIRED, keyword_of, with_article
from SteadyAPI.dropin.group import DropInGroup


class _NoUrl:
    """Shows as ``<required>`` in the documentation; see ``_url``."""

    def __repr__(self) -> str:
        return "<required>"


NO_URL: Any = _NoUrl()
_DOC = """Sends {method} request{where} and returns the response.

Fails on statuses of 400 and above unless `expected_status` says otherwise: a number, a name such as `not found`, or
`any`. A failure begins with `msg`.

Further options go to requests by name: `data`, `json`, `headers`, `cookies`, `files`, `auth`, `timeout`,
`allow_redirects`, `proxies`, `verify`, `stream`, `cert`, `params`. Open files are closed afterwards.
"""


def _url(url: Any, keyword_name: str) -> Any:
    """Checks that there is a URL: one with ``=`` in it reaches a keyword with free options as such an option."""
    if url is NO_URL:
        logger.warn("You might have an = symbol in url. Write url= in front of it, or escape it: \\=")
        raise TypeError(
            f"{keyword_name} is missing 1 required positional argument: 'url'. "
            "A URL with = in it is written url=https://..., or goes to the keywords of Library    SteadyAPI as it is."
        )
    return url


def _verb(method: str, *payload: str, on_session: bool = False) -> Callable[..., Any]:
    """Makes the keyword of a method; ``payload`` names the options that may be given by place."""

    def send(self: "RequestKeywords", given: dict[str, Any]) -> Any:
        options = {name: given[name] for name in payload} | given["kwargs"]
        expected = given["expected_status"]
        response = self.sending.request(method, given.get("alias"), _url(given["url"], method), options, expected)
        self.sending.check(expected, response, given["msg"])
        return response

    send.__doc__ = _DOC.format(method=with_article(method), where=" on a session" if on_session else "")
    alias = {"alias": REQUIRED} if on_session else {}
    arguments = {**alias, "url": NO_URL, **dict.fromkeys((*payload, "expected_status", "msg"))}
    name = f"{method} On Session" if on_session else method
    return keyword_of(arguments, send, tag="Request", name=name, free=True)


class RequestKeywords(DropInGroup):
    """Requests and the checks of their statuses."""

    session_less_get = _verb("GET", "params")
    get_on_session = _verb("GET", "params", on_session=True)
    session_less_post = _verb("POST", "data", "json")
    post_on_session = _verb("POST", "data", "json", on_session=True)
    session_less_put = _verb("PUT", "data", "json")
    put_on_session = _verb("PUT", "data", "json", on_session=True)
    session_less_patch = _verb("PATCH", "data", "json")
    patch_on_session = _verb("PATCH", "data", "json", on_session=True)
    session_less_delete = _verb("DELETE")
    delete_on_session = _verb("DELETE", on_session=True)
    session_less_head = _verb("HEAD")
    head_on_session = _verb("HEAD", on_session=True)
    session_less_options = _verb("OPTIONS")
    options_on_session = _verb("OPTIONS", on_session=True)
    session_less_connect = _verb("CONNECT")
    connect_on_session = _verb("CONNECT", on_session=True)
    session_less_trace = _verb("TRACE")
    trace_on_session = _verb("TRACE", on_session=True)

    @keyword(tags=["Response"])
    def status_should_be(self, expected_status: Any, response: Any = None, msg: Any = None) -> None:
        """Fails unless the response, by default the last one, has the expected status.

        Args:
            expected_status: A number, a name such as `not found`, or `any`.
            response: What a request keyword returned.
            msg: Text in front of the failure message.
        """
        self.sending.assert_status(expected_status, response, msg)

    @keyword(tags=["Response"])
    def request_should_be_successful(self, response: Any = None) -> None:
        """Fails when the status of the response, by default of the last one, is 400 or above."""
        self.sending.assert_status(None, response, None)

    @keyword(tags=["Response"])
    def last_response(self) -> Any:
        """Returns the last response, whichever keyword got it."""
        return self.sending.last

    @keyword(tags=["Request"])
    def get_file_for_streaming_upload(self, path: Any) -> Any:
        """Opens a file to be sent as `data` without being read into memory; the request closes it."""
        return open(path, "rb")  # noqa: PTH123  the request closes it, whatever comes
