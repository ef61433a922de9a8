"""The HTTP methods, on a session and without one."""

from collections.abc import Callable
from typing import Any

from robot.api import logger
from robot.api.deco import keyword

from SteadyAPI.dropin.group import DropInGroup


class _Required:
    """Shows as ``<required>`` in the documentation; see ``_url``."""

    def __repr__(self) -> str:
        return "<required>"


REQUIRED: Any = _Required()
_DOC = """Sends a {method} request{where} and returns the response.

Fails on statuses of 400 and above unless `expected_status` says otherwise: a number, a name such as `not found`, or
`any`. A failure begins with `msg`.

Further options go to requests by name: `data`, `json`, `headers`, `cookies`, `files`, `auth`, `timeout`,
`allow_redirects`, `proxies`, `verify`, `stream`, `cert`, `params`. Open files are closed afterwards.
"""


def _url(url: Any, keyword_name: str) -> Any:
    """Checks that there is a URL: one with ``=`` in it reaches a keyword with free options as such an option."""
    if url is REQUIRED:
        logger.warn("You might have an = symbol in url. Write url= in front of it, or escape it: \\=")
        raise TypeError(
            f"{keyword_name} is missing 1 required positional argument: 'url'. "
            "A URL with = in it is written url=https://..., or goes to the keywords of Library    SteadyAPI as it is."
        )
    return url


def _with_params(method: str) -> Callable[..., Any]:
    def send(
        self: "VerbKeywords",
        url: Any = REQUIRED,
        params: Any = None,
        expected_status: Any = None,
        msg: Any = None,
        **kwargs: Any,
    ) -> Any:
        return self.send(method, None, _url(url, method), expected_status, msg, {"params": params, **kwargs})

    return _as_keyword(send, method, on_session=False)


def _with_params_on_session(method: str) -> Callable[..., Any]:
    def send(
        self: "VerbKeywords",
        alias: Any,
        url: Any = REQUIRED,
        params: Any = None,
        expected_status: Any = None,
        msg: Any = None,
        **kwargs: Any,
    ) -> Any:
        return self.send(method, alias, _url(url, method), expected_status, msg, {"params": params, **kwargs})

    return _as_keyword(send, method, on_session=True)


def _with_body(method: str) -> Callable[..., Any]:
    def send(
        self: "VerbKeywords",
        url: Any = REQUIRED,
        data: Any = None,
        json: Any = None,
        expected_status: Any = None,
        msg: Any = None,
        **kwargs: Any,
    ) -> Any:
        return self.send(method, None, _url(url, method), expected_status, msg, {"data": data, "json": json, **kwargs})

    return _as_keyword(send, method, on_session=False)


def _with_body_on_session(method: str) -> Callable[..., Any]:
    def send(
        self: "VerbKeywords",
        alias: Any,
        url: Any = REQUIRED,
        data: Any = None,
        json: Any = None,
        expected_status: Any = None,
        msg: Any = None,
        **kwargs: Any,
    ) -> Any:
        return self.send(method, alias, _url(url, method), expected_status, msg, {"data": data, "json": json, **kwargs})

    return _as_keyword(send, method, on_session=True)


def _bare(method: str) -> Callable[..., Any]:
    def send(
        self: "VerbKeywords", url: Any = REQUIRED, expected_status: Any = None, msg: Any = None, **kwargs: Any
    ) -> Any:
        return self.send(method, None, _url(url, method), expected_status, msg, kwargs)

    return _as_keyword(send, method, on_session=False)


def _bare_on_session(method: str) -> Callable[..., Any]:
    def send(
        self: "VerbKeywords",
        alias: Any,
        url: Any = REQUIRED,
        expected_status: Any = None,
        msg: Any = None,
        **kwargs: Any,
    ) -> Any:
        return self.send(method, alias, _url(url, method), expected_status, msg, kwargs)

    return _as_keyword(send, method, on_session=True)


def _as_keyword(send: Callable[..., Any], method: str, *, on_session: bool) -> Callable[..., Any]:
    send.__doc__ = _DOC.format(method=method, where=" on a session" if on_session else "")
    made: Callable[..., Any] = keyword(name=f"{method} On Session" if on_session else method, tags=["Request"])(send)
    return made


class VerbKeywords(DropInGroup):
    """Requests and the checks of their statuses."""

    session_less_get = _with_params("GET")
    get_on_session = _with_params_on_session("GET")
    session_less_post = _with_body("POST")
    post_on_session = _with_body_on_session("POST")
    session_less_put = _with_body("PUT")
    put_on_session = _with_body_on_session("PUT")
    session_less_patch = _with_body("PATCH")
    patch_on_session = _with_body_on_session("PATCH")
    session_less_delete = _bare("DELETE")
    delete_on_session = _bare_on_session("DELETE")
    session_less_head = _bare("HEAD")
    head_on_session = _bare_on_session("HEAD")
    session_less_options = _bare("OPTIONS")
    options_on_session = _bare_on_session("OPTIONS")
    session_less_connect = _bare("CONNECT")
    connect_on_session = _bare_on_session("CONNECT")
    session_less_trace = _bare("TRACE")
    trace_on_session = _bare_on_session("TRACE")

    def send(self, method: str, alias: Any, url: Any, expected: Any, message: Any, options: dict[str, Any]) -> Any:
        """Sends, then checks the status."""
        response = self.desk.request(method, alias, url, options)
        self.desk.check(expected, response, message)
        return response

    @keyword(tags=["Response"])
    def status_should_be(self, expected_status: Any, response: Any = None, msg: Any = None) -> None:
        """Fails unless the response, by default the last one, has the expected status.

        Args:
            expected_status: A number, a name such as `not found`, or `any`.
            response: What a request keyword returned.
            msg: Text in front of the failure message.
        """
        self.desk.check(expected_status, response, msg)

    @keyword(tags=["Response"])
    def request_should_be_successful(self, response: Any = None) -> None:
        """Fails when the status of the response, by default of the last one, is 400 or above."""
        self.desk.check(None, response, None)

    @keyword(tags=["Response"])
    def last_response(self) -> Any:
        """Returns the last response, whichever keyword got it."""
        return self.desk.last

    @keyword(tags=["Request"])
    def get_file_for_streaming_upload(self, path: Any) -> Any:
        """Opens a file to be sent as `data` without being read into memory; the request closes it."""
        return open(path, "rb")  # noqa: PTH123  the request closes it, whatever comes
