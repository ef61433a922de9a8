"""The keywords that robotframework-requests 1.0 has dropped, and the session keywords that it kept."""

import json
from collections.abc import Callable
from typing import Any

from robot.api.deco import keyword

from SteadyAPI.dropin.argument_list import REQUIRED, keyword_of, with_article
from SteadyAPI.dropin.group import DropInGroup

_ENCODING = {"POST", "PATCH", "PUT", "DELETE"}


def _deprecated(method: str, *options: str) -> Callable[..., Any]:
    """Makes the keyword of a method; ``options`` are in the order that each had for itself."""

    def send(self: "DeprecatedKeywords", given: dict[str, Any]) -> Any:
        alias, uri = given.pop("alias"), given.pop("uri")
        # Of all methods, POST alone leaves data beside files to requests.
        if method in _ENCODING and not (method == "POST" and given["files"]):
            given["data"] = self.sending.encoded(alias, given["data"], given["headers"])
        return self.sending.request(method, alias, uri, given)

    send.__doc__ = f"Sends {with_article(method)} request, whatever its status; `{method} On Session` came after it."
    required = {"alias": REQUIRED, "uri": REQUIRED}
    arguments = {**required, **dict.fromkeys((*options, "allow_redirects", "timeout"))}
    return keyword_of(arguments, send, tag="Request", name=None, free=False)


class DeprecatedKeywords(DropInGroup):
    """``... Request`` never checks a status; ``data`` is encoded by the content type of the headers."""

    @keyword(tags=["Session"])
    def session_exists(self, alias: Any) -> bool:
        """Returns whether a session is open under that alias."""
        return self.sending.exists(alias)

    @keyword(tags=["Session"])
    def delete_all_sessions(self) -> None:
        """Closes all sessions and forgets them."""
        self.sending.close_all()

    @keyword(tags=["Session"])
    def update_session(self, alias: Any, headers: Any = None, cookies: Any = None) -> None:
        """Merges headers and cookies into those of a session."""
        self.sending.update(alias, headers, cookies)

    get_request = _deprecated("GET", "headers", "data", "json", "params")
    post_request = _deprecated("POST", "data", "json", "params", "headers", "files")
    patch_request = _deprecated("PATCH", "data", "json", "params", "headers", "files")
    put_request = _deprecated("PUT", "data", "json", "params", "files", "headers")
    delete_request = _deprecated("DELETE", "data", "json", "params", "headers")
    head_request = _deprecated("HEAD", "headers")
    options_request = _deprecated("OPTIONS", "headers")

    @keyword(tags=["Response"])
    def to_json(self, content: Any, pretty_print: Any = False) -> Any:
        """Reads JSON text or bytes; with `pretty_print`, returns it as sorted text with four spaces.

        `${response.json()}` came after it.
        """
        value = json.loads(content)
        return json.dumps(value, sort_keys=True, indent=4) if pretty_print else value
