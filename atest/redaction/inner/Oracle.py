"""A server that answers with secrets, and a shop whose secrets are known: what requests and answers may show."""

import atexit
import json
import os
from base64 import b64encode
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

SECRETS: dict[str, str] = json.loads(Path(os.environ["LEAK_CHANNELS"]).read_text(encoding="utf-8"))

_LONG = "".join(sha256(b"%d" % number).hexdigest() for number in range(140))


def _json(status: int, body: Any, **headers: str) -> tuple[int, dict[str, str], bytes]:
    return status, {"Content-Type": "application/json", **headers}, json.dumps(body).encode()


def _answer(path: str) -> tuple[int, dict[str, str], bytes]:
    page = path.partition("?")[0].strip("/")
    secret = SECRETS[page.partition("-")[0]]
    return {
        "set_cookie": lambda: _json(200, {}, **{"Set-Cookie": f"sid={secret}; Path=/; HttpOnly"}),
        "response_header": lambda: _json(200, {}, **{"X-Auth-Token": secret}),
        "access_token": lambda: _json(200, {"access_token": secret, "token_type": "Bearer"}),
        "nested_field": lambda: _json(200, {"users": [{"login": {"clientSecret": secret, "name": "ann"}}]}),
        "escaped_field": lambda: _json(200, {"password": f'{secret}"\\/ü'}),
        "number_field": lambda: _json(200, {"password": int.from_bytes(secret.encode()[:7])}),
        "listed_field": lambda: _json(200, {"passwords": [secret, f"{secret}2"]}),
        "json_in_json": lambda: _json(200, {"body": json.dumps({"refresh_token": secret})}),
        "base64_field": lambda: _json(200, {"token": secret, "echo": b64encode(secret.encode()).decode()}),
        "error_body": lambda: _json(401, {"detail": f"the token {secret} has expired", "token": secret}),
        "error_text": lambda: (500, {"Content-Type": "text/plain"}, f"no login with password={secret}".encode()),
        "error_page": lambda: (500, {"Content-Type": "text/html"}, f"<p>api_key={secret}&amp;a=b</p>".encode()),
        "xml_field": lambda: (
            200,
            {"Content-Type": "application/xml"},
            f"<a><password>{secret}</password></a>".encode(),
        ),
        "schema_field": lambda: _json(200, {"password": secret, "name": "ann"}),
        "compared_field": lambda: _json(200, {"client_secret": secret}),
        "tracked_field": lambda: _json(200, {"api_key": secret}),
        "large_body": lambda: _json(200, {"items": ["an innocent word"] * 9_000, "session_id": secret}),
        "large_failure": lambda: _json(500, {"items": ["an innocent word"] * 9_000, "session_id": secret}),
        "enormous_body": lambda: _json(200, {"items": ["an innocent word"] * 90_000, "session_id": secret}),
        "long_value": lambda: _json(200, {"token": f"{_LONG}{secret}{_LONG[::-1]}"}),
        "redirect": lambda: _json(302, {}, Location=f"/redirect-end?access_token={secret}"),
        "redirect-end": lambda: _json(200, {"name": "ann"}),
    }[page]()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        status, headers, body = _answer(self.path)
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: Any) -> None:
        """Says nothing: what a server writes down is its own affair."""


class Oracle:
    """Keywords of the suite of requests."""

    ROBOT_LIBRARY_SCOPE = "GLOBAL"

    def start_oracle(self) -> str:
        """Starts the server on a free port, until the end of the process; returns its address."""
        server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        atexit.register(server.shutdown)
        return f"http://127.0.0.1:{server.server_port}"

    def secret_of(self, channel: str) -> str:
        """Returns a secret as a plain text that nobody named as one."""
        return SECRETS[channel]

    def basic_header_of(self, channel: str) -> str:
        """Returns credentials as they stand in a header."""
        return "Basic " + b64encode(f"ann:{SECRETS[channel]}".encode()).decode()
