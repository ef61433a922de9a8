"""A service and a provider of tokens that write down every request that reaches them, as lines of JSON.

``python counting_service.py ADDRESS FILE``: the first line of the file has the port. ``POST /token`` gives tokens,
``POST /stuck`` never responds, ``/down`` responds with 503, everything else with 200.
"""

import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class Handler(BaseHTTPRequestHandler):
    """Writes a line for each request, then responds."""

    protocol_version = "HTTP/1.1"
    lines: Any
    tokens = 0
    lock = threading.Lock()

    def do_GET(self) -> None:
        """Responds to a request."""
        self._respond(503 if self.path.startswith("/down") else 200, {"path": self.path})

    def do_POST(self) -> None:
        """Gives a token."""
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path == "/stuck":
            write(Handler.lines, path=self.path)
            threading.Event().wait()
        with self.lock:
            Handler.tokens += 1
            token = f"the-token-of-the-run-{Handler.tokens}-Zk3v9"
        self._respond(200, {"access_token": token, "token_type": "Bearer", "expires_in": 3600, "scope": "orders"})

    def log_message(self, *_: Any) -> None:
        """Prints nothing."""

    def _respond(self, status: int, body: dict[str, Any]) -> None:
        sent = json.dumps(body).encode()
        write(Handler.lines, path=self.path, authorization=self.headers.get("Authorization"))
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent)


def write(lines: Any, **facts: Any) -> None:
    """Writes what was seen, and when."""
    with Handler.lock:
        lines.write(json.dumps({**facts, "at": time.monotonic()}) + "\n")
        lines.flush()


def main() -> None:
    """Serves until it is ended."""
    server = ThreadingHTTPServer((sys.argv[1], 0), Handler)
    server.daemon_threads = True
    with Path(sys.argv[2]).open("w", encoding="utf-8") as lines:
        Handler.lines = lines
        write(lines, port=server.server_address[1])
        server.serve_forever()


if __name__ == "__main__":
    main()
