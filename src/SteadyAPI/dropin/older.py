"""The keywords that robotframework-requests 1.0 has dropped, and the session keywords that it kept."""

import json as json_module
from typing import Any

from robot.api.deco import keyword

from SteadyAPI.dropin.group import DropInGroup


class OlderKeywords(DropInGroup):
    """``... Request`` never checks a status; ``data`` is encoded by the content type of the headers."""

    @keyword(tags=["Session"])
    def session_exists(self, alias: Any) -> bool:
        """Tells whether a session is open under that alias."""
        return self.desk.exists(alias)

    @keyword(tags=["Session"])
    def delete_all_sessions(self) -> None:
        """Closes all sessions and forgets them."""
        self.desk.close_all()

    @keyword(tags=["Session"])
    def update_session(self, alias: Any, headers: Any = None, cookies: Any = None) -> None:
        """Merges headers and cookies into those of a session."""
        self.desk.update(alias, headers, cookies)

    @keyword(tags=["Request"])
    def get_request(
        self,
        alias: Any,
        uri: Any,
        headers: Any = None,
        data: Any = None,
        json: Any = None,
        params: Any = None,
        allow_redirects: Any = None,
        timeout: Any = None,
    ) -> Any:
        """Sends a GET request, whatever the answer's status; `GET On Session` came after it."""
        options = {"headers": headers, "data": data, "json": json, "params": params}
        return self._send("GET", alias, uri, allow_redirects, timeout, options)

    @keyword(tags=["Request"])
    def post_request(
        self,
        alias: Any,
        uri: Any,
        data: Any = None,
        json: Any = None,
        params: Any = None,
        headers: Any = None,
        files: Any = None,
        allow_redirects: Any = None,
        timeout: Any = None,
    ) -> Any:
        """Sends a POST request, whatever the answer's status; `POST On Session` came after it."""
        if not files:
            data = self.desk.encoded(alias, data, headers)
        options = {"data": data, "json": json, "params": params, "headers": headers, "files": files}
        return self._send("POST", alias, uri, allow_redirects, timeout, options)

    @keyword(tags=["Request"])
    def patch_request(
        self,
        alias: Any,
        uri: Any,
        data: Any = None,
        json: Any = None,
        params: Any = None,
        headers: Any = None,
        files: Any = None,
        allow_redirects: Any = None,
        timeout: Any = None,
    ) -> Any:
        """Sends a PATCH request, whatever the answer's status; `PATCH On Session` came after it."""
        options = {"json": json, "params": params, "headers": headers, "files": files}
        options["data"] = self.desk.encoded(alias, data, headers)
        return self._send("PATCH", alias, uri, allow_redirects, timeout, options)

    @keyword(tags=["Request"])
    def put_request(
        self,
        alias: Any,
        uri: Any,
        data: Any = None,
        json: Any = None,
        params: Any = None,
        files: Any = None,
        headers: Any = None,
        allow_redirects: Any = None,
        timeout: Any = None,
    ) -> Any:
        """Sends a PUT request, whatever the answer's status; `PUT On Session` came after it."""
        options = {"json": json, "params": params, "headers": headers, "files": files}
        options["data"] = self.desk.encoded(alias, data, headers)
        return self._send("PUT", alias, uri, allow_redirects, timeout, options)

    @keyword(tags=["Request"])
    def delete_request(
        self,
        alias: Any,
        uri: Any,
        data: Any = None,
        json: Any = None,
        params: Any = None,
        headers: Any = None,
        allow_redirects: Any = None,
        timeout: Any = None,
    ) -> Any:
        """Sends a DELETE request, whatever the answer's status; `DELETE On Session` came after it."""
        options = {"json": json, "params": params, "headers": headers}
        options["data"] = self.desk.encoded(alias, data, headers)
        return self._send("DELETE", alias, uri, allow_redirects, timeout, options)

    @keyword(tags=["Request"])
    def head_request(
        self, alias: Any, uri: Any, headers: Any = None, allow_redirects: Any = None, timeout: Any = None
    ) -> Any:
        """Sends a HEAD request, whatever the answer's status; `HEAD On Session` came after it."""
        return self._send("HEAD", alias, uri, allow_redirects, timeout, {"headers": headers})

    @keyword(tags=["Request"])
    def options_request(
        self, alias: Any, uri: Any, headers: Any = None, allow_redirects: Any = None, timeout: Any = None
    ) -> Any:
        """Sends an OPTIONS request, whatever the answer's status; `OPTIONS On Session` came after it."""
        return self._send("OPTIONS", alias, uri, allow_redirects, timeout, {"headers": headers})

    @keyword(tags=["Response"])
    def to_json(self, content: Any, pretty_print: Any = False) -> Any:
        """Reads JSON text or bytes; with `pretty_print`, returns it as sorted text with four spaces.

        `${response.json()}` came after it.
        """
        value = json_module.loads(content)
        return json_module.dumps(value, sort_keys=True, indent=4) if pretty_print else value

    def _send(self, method: str, alias: Any, uri: Any, redirects: Any, timeout: Any, options: dict[str, Any]) -> Any:
        return self.desk.request(method, alias, uri, {**options, "allow_redirects": redirects, "timeout": timeout})
