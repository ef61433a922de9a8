"""The HTTP side of one connection: parses requests, sends answers, and breaks things when told to."""

import os
import socket
import struct
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any, cast

from SteadyAPI.demo.server.request import Call
from SteadyAPI.demo.server.request_body import read_body
from SteadyAPI.demo.server.response import Answer, Delivery, Refusal, json_answer

if TYPE_CHECKING:
    from SteadyAPI.demo.server.http_server import ShopListener

IDLE_SECONDS = 60
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
NO_BODY = {HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED}
ABORT = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
"""SO_LINGER on, zero seconds: closing then sends a reset instead of a normal end."""


class ShopConnection(BaseHTTPRequestHandler):
    """Serves the requests of one kept-alive connection; never prints."""

    protocol_version = "HTTP/1.1"
    server_version = "SteadyAPI-demo"
    sys_version = ""
    timeout = IDLE_SECONDS
    # One write per answer: a head and a body sent apart would wait for each other (Nagle and delayed acknowledgement).
    wbufsize = 65536
    disable_nagle_algorithm = True

    def serve(self) -> None:
        """Answers one request."""
        try:
            body = read_body(cast("Any", self.headers), cast("Any", self.rfile))
        except Refusal as refusal:
            self.close_connection = True
            self.deliver(refusal.answer)
            return
        call = Call.to(self.command, self.path, tuple(self.headers.items()), body)
        self.deliver(self._shop.answer(call))

    def deliver(self, answer: Answer) -> None:
        """Sends an answer in the way it asks for."""
        if answer.delay:
            self._shop.pause(answer.delay)
        if answer.delivery is not Delivery.WHOLE:
            self.close_connection = True
        if answer.delivery is Delivery.RESET:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABORT)
        elif answer.delivery is not Delivery.CLOSE:
            self._send(answer)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answers what the parser refuses (a bad request line, an unknown method) as JSON, like all other refusals."""
        self.close_connection = True
        detail = message or explain or HTTPStatus(code).phrase
        self.deliver(json_answer(code, {"detail": detail}, (("Connection", "close"),)))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name that the parent class gives it
        """Keeps quiet: a test run's console belongs to Robot Framework."""
        del format, args

    @property
    def _shop(self) -> "ShopListener":
        return cast("ShopListener", self.server)

    def _send(self, answer: Answer) -> None:
        body = b"" if answer.status in NO_BODY else answer.body
        self.send_response(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        if answer.status not in NO_BODY:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body[: len(body) // 2] if answer.delivery is Delivery.TRUNCATED else body)


for _method in METHODS:
    setattr(ShopConnection, f"do_{_method}", ShopConnection.serve)
