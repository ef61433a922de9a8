"""A server with every kind of body there is, the hostile ones included, for the suite whose log the browser opens."""

import json
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

from robot.api.deco import keyword, library

EVIL = "<script>window.pwned=1</script><img src=x onerror='window.pwned=1'></details></pre></table>*HTML*"
ACTING = "\x1b[31mred\x1b[0m \u202eesrever \u2066x\u2069 \x00nul \x85nel \u2028line"
ROWS = [{"id": number, "name": f"Product {number}", "tags": ["new", "red"], "price": 9.5} for number in range(300)]
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
XML = "<?xml version='1.0'?><shop><item id='7'><name>Lamp</name><left/></item><evil>&lt;script&gt;</evil></shop>"
SVG = "<svg xmlns='http://www.w3.org/2000/svg' onload='window.pwned=1'><script>window.pwned=1</script></svg>"
RESPONSES: dict[str, tuple[str, bytes]] = {
    "json": ("application/json", json.dumps(ROWS[:2]).encode()),
    "large": ("application/json", json.dumps(ROWS).encode()),
    "xml": ("application/xml", XML.encode()),
    "html": ("text/html", f"<!doctype html><title>x</title>{EVIL}".encode()),
    "svg": ("image/svg+xml", SVG.encode()),
    "png": ("image/png", PNG),
    "bytes": ("application/octet-stream", zlib.compress(b"\0" * 5000)),
    "events": ("text/event-stream", b"event: tick\ndata: 1\n\ndata: 2\n\n"),
    "hostile-text": ("text/plain", (EVIL + ACTING).encode()),
    "hostile-json": ("application/json", json.dumps({EVIL: [EVIL, {ACTING: EVIL}]}).encode()),
    "long-line": ("text/plain", b"x" * 1_000_000),
    "long-json": ("application/json", json.dumps({"text": "y" * 1_000_000}).encode()),
    "deep": ("application/json", b"[" * 2000 + b"]" * 2000),
    "not-json": ("application/json", EVIL.encode()),
    "not-there": ("application/problem+json", json.dumps({"detail": f"no order {EVIL}"}).encode()),
}


class Handler(BaseHTTPRequestHandler):
    """Responds by the first segment of the path."""

    protocol_version = "HTTP/1.1"
    seen: dict[str, int]

    def do_GET(self) -> None:
        """Responds; on the flaky path with 503 the first time."""
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        name = urlsplit(self.path).path.strip("/").split("/")[0]
        self.seen[name] = self.seen.get(name, 0) + 1
        media_type, body = RESPONSES.get(name, ("text/plain", b"here you are"))
        status = 503 if name == "flaky" and self.seen[name] == 1 else 404 if name == "not-there" else 200
        self.send_response(status, "<b>Fine" if name.startswith("hostile") else None)
        self.send_header("Content-Type", media_type)
        self.send_header("X-Evil", "<script>window.pwned=1</script>")
        self.send_header("X-Request-Id", "7f1c2a")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815  the base class asks for these names

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's name
        """Says nothing."""


@library(scope="GLOBAL", listener="SELF")
class Responses:
    """Starts the server inside the run."""

    ROBOT_LISTENER_API_VERSION = 3

    def __init__(self) -> None:
        self._server: ThreadingHTTPServer | None = None

    @keyword
    def start_server(self) -> str:
        """Starts the server on a free port of 127.0.0.1, and returns its address."""
        handler = type("Counting", (Handler,), {"seen": {}})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}"

    @keyword
    def hostile_text(self) -> str:
        """Returns markup that runs when it is not escaped."""
        return EVIL

    def close(self) -> None:
        """Stops the server."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
