"""A service that answers what it was sent, under names that tell of secrets."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ROBOT_LIBRARY_SCOPE = "GLOBAL"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        value = sent["password"]
        body = json.dumps({"token": value, "error": value, "errors": {"password": [value]}, "authorization": value})
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Set-Cookie", f"session={value}; Path=/")
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the signature of http.server
        """Keeps the console free."""


def start_echo() -> str:
    """Starts the service on a port of its own and returns its URL."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"
