"""The HTTP side of one connection: parses requests, sends responses, and breaks them off where a plan says so."""

import os
import socket
import struct
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any, cast

from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.request_body import read_body
from SteadyAPI.demo.server.response import Delivery, HttpError, Response, json_response

if TYPE_CHECKING:
    from SteadyAPI.demo.server.http_server import ShopHttpServer

IDLE_SECONDS = 60
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
NO_BODY = {HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED}
ABORT = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
"""SO_LINGER on, zero seconds: closing then sends a reset instead of a normal end."""


class RequestHandler(BaseHTTPRequestHandler):
    """Serves the requests of one kept-alive connection; never prints."""

    protocol_version = "HTTP/1.1"
    server_version = "SteadyAPI-demo"
    sys_version = ""
    timeout = IDLE_SECONDS
    # One write per response: head and body sent apart would wait for each other (Nagle and delayed acknowledgement).
    wbufsize = 65536
    disable_nagle_algorithm = True

    def serve(self) -> None:
        """Responds to one request."""
        try:
            body = read_body(cast("Any", self.headers), cast("Any", self.rfile))
        except HttpError as error:
            self.close_connection = True
            self.deliver(error.response)
            return
        request = Request.to(self.command, self.path, tuple(self.headers.items()), body)
        self.deliver(self._shop.respond(request))

    def deliver(self, response: Response) -> None:
        """Sends a response in the way it asks for."""
        if response.delay:
            self._shop.pause(response.delay)
        if response.delivery is not Delivery.WHOLE:
            self.close_connection = True
        if response.delivery is Delivery.RESET:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABORT)
        elif response.delivery is not Delivery.CLOSE:
            self._send(response)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Responds in JSON to what the parser rejects (a bad request line, an unknown method), as to other errors."""
        self.close_connection = True
        detail = message or explain or HTTPStatus(code).phrase
        self.deliver(json_response(code, {"detail": detail}, (("Connection", "close"),)))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name that the parent class gives it
        """Keeps quiet: a test run's console belongs to Robot Framework."""
        del format, args

    @property
    def _shop(self) -> "ShopHttpServer":
        return cast("ShopHttpServer", self.server)

    def _send(self, response: Response) -> None:
        body = b"" if response.status in NO_BODY else response.body
        self.send_response(response.status)
        for name, value in response.headers:
            self.send_header(name, value)
        if response.status not in NO_BODY:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body[: len(body) // 2] if response.delivery is Delivery.TRUNCATED else body)


for _method in METHODS:
    setattr(RequestHandler, f"do_{_method}", RequestHandler.serve)
