"""A server with the responses that the demo shop doesn't give: cookies, redirects, odd bodies, events, digest."""

import gzip
import hashlib
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from robot.api.deco import keyword, library
from run_server import RunServer

REALM, NONCE = "odd", "0123456789abcdef"
EVENTS = (
    b': hello\n\nid: 1\nevent: order\ndata: {"id": 1}\n\ndata: two\ndata: lines\n\nretry: 10\nid: 2\ndata: last\n\n'
)
XML = b"""<?xml version="1.0"?><shop xmlns:s="urn:stock"><item id="7"><name>Lamp</name><s:left>3</s:left></item>\
<item id="8"><name>Pen</name><s:left>0</s:left></item></shop>"""


class Odd(BaseHTTPRequestHandler):
    """Responds by path."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def respond(self) -> None:
        """Responds to any method."""
        length = int(self.headers.get("Content-Length") or 0)
        self.body = self.rfile.read(length)
        parts = urlsplit(self.path)
        self.query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        name = parts.path.strip("/").split("/")[0].replace("-", "_")
        getattr(self, f"on_{name}", self.on_unknown)()

    # The names that http.server calls.
    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = do_TRACE = do_CONNECT = respond  # noqa: N815

    def on_unknown(self) -> None:
        """Says that there is nothing."""
        self.send(404, b'{"detail": "nothing here"}', {"Content-Type": "application/json"})

    def on_set_cookie(self) -> None:
        """Sets the cookies of the query."""
        self.send(200, b"set", *[("Set-Cookie", f"{name}={value}; Path=/") for name, value in self.query.items()])

    def on_set_cookie_as(self) -> None:
        """Sends the Set-Cookie header of the query."""
        self.send(200, b"set", ("Set-Cookie", self.query["header"]))

    def on_cookies(self) -> None:
        """Shows the cookies that came."""
        self.send(200, (self.headers.get("Cookie") or "").encode())

    def on_jump(self) -> None:
        """Redirects to itself ``times`` times, with the status of ``status``, then shows the method."""
        times = int(self.query.get("times", "1"))
        if times < 1:
            self.send(200, f"{self.command} {self.body.decode()}".encode())
            return
        status = self.query.get("status", "302")
        self.send(int(status), b"", ("Location", f"/jump?times={times - 1}&status={status}"))

    def on_loop(self) -> None:
        """Redirects for ever."""
        self.send(302, b"", ("Location", "/loop"))

    def on_gzip(self) -> None:
        """Responds with a compressed body."""
        self.send(
            200, gzip.compress(b'{"packed": true}'), {"Content-Encoding": "gzip", "Content-Type": "application/json"}
        )

    def on_bad_gzip(self) -> None:
        """Says that it is compressed, and isn't."""
        self.send(200, b"not gzip at all", {"Content-Encoding": "gzip"})

    def on_bom(self) -> None:
        """Responds with JSON behind a byte order mark."""
        self.send(200, b'\xef\xbb\xbf{"name": "gr\xc3\xbcn"}', {"Content-Type": "application/json"})

    def on_latin(self) -> None:
        """Responds with text in Latin-1."""
        self.send(200, b"gr\xfcn", {"Content-Type": "text/plain; charset=iso-8859-1"})

    def on_plain(self) -> None:
        """Responds with UTF-8 text that names no charset."""
        self.send(200, "grün".encode(), {"Content-Type": "text/plain"})

    def on_short(self) -> None:
        """Promises more bytes than it sends."""
        self.send(200, b"half", length=8)
        self.close_connection = True

    def on_bytes(self) -> None:
        """Responds with ``count`` bytes."""
        count, pattern = int(self.query.get("count", "10")), bytes(range(251))
        self.send(200, (pattern * (count // len(pattern) + 1))[:count])

    def on_events(self) -> None:
        """Sends server-sent events, then keeps the connection open unless ``end`` is asked for."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(self.body or EVENTS)
        self.wfile.flush()
        self.close_connection = True
        if "end" not in self.query:
            self.connection.settimeout(5)
            self.rfile.read(1)

    def on_more_events(self) -> None:
        """Sends one event and ends; its id is one more than that of the last event that the client has seen."""
        number = int(self.headers.get("Last-Event-ID") or 0) + 1
        self.send(200, f"retry: 10\nid: {number}\ndata: x\n\n".encode(), {"Content-Type": "text/event-stream"})

    def on_named_file(self) -> None:
        """Sends a file with the name of the query."""
        self.send(200, b"content", {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(self.query['name'])}"})

    def on_graphql(self) -> None:
        """Responds to a query; one that names ``broken`` gets errors."""
        asked = json.loads(self.body)
        response: dict[str, Any] = {"data": {"order": {"id": 7, **asked.get("variables", {})}}}
        if "cut" in asked["query"]:
            response = {"data": None, "errors": [{"message": "cut \ud83d"}]}
        if "broken" in asked["query"]:
            response = {"data": None, "errors": [{"message": "no such field", "path": ["order", "broken"]}]}
        self.send(200, json.dumps(response).encode(), {"Content-Type": "application/json"})

    def on_xml(self) -> None:
        """Responds with XML."""
        self.send(200, XML, {"Content-Type": "application/xml"})

    def on_etag(self) -> None:
        """Responds with 304 to a request that has the tag."""
        known = self.headers.get("If-None-Match") == '"v1"'
        self.send(304 if known else 200, b"" if known else b"fresh", ("ETag", '"v1"'))

    def on_digest(self) -> None:
        """Lets ``ada`` with the password ``secret-of-ada`` in (RFC 7616 with MD5)."""
        sent = self.headers.get("Authorization", "")
        fields = dict(part.strip().split("=", 1) for part in sent.removeprefix("Digest ").split(",") if "=" in part)
        given = {name: value.strip('"') for name, value in fields.items()}
        one = hashlib.md5(f"ada:{REALM}:secret-of-ada".encode()).hexdigest()
        two = hashlib.md5(f"{self.command}:{given.get('uri')}".encode()).hexdigest()
        whole = f"{one}:{NONCE}:{given.get('nc')}:{given.get('cnonce')}:auth:{two}"
        if given.get("response") == hashlib.md5(whole.encode()).hexdigest():
            self.send(200, b"welcome")
        else:
            challenge = f'Digest realm="{REALM}", nonce="{NONCE}", qop="auth", algorithm=MD5'
            self.send(401, b"who are you?", ("WWW-Authenticate", challenge))

    def send(self, status: int, body: bytes, *headers: Any, length: int | None = None) -> None:
        """Sends a response; headers are pairs or dictionaries."""
        self.send_response(status)
        for given in headers:
            for name, value in given.items() if isinstance(given, dict) else (given,):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  http.server's signature
        """Keeps quiet."""


@library(scope="GLOBAL")
class OddServer(RunServer):
    """Starts the server once and stops it at the end of the run."""

    def __init__(self) -> None:
        super().__init__(lambda: ThreadingHTTPServer(("127.0.0.1", 0), Odd))

    @keyword
    def start_odd_server(self) -> str:
        """Starts the server, unless it runs, and returns its base URL."""
        return self.base_url()
