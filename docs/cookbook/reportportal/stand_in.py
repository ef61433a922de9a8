"""A small server that takes what agents send to ReportPortal 5, for the time of one command.

    python stand_in.py RECEIVED.json COMMAND...

``{url}`` in the command becomes its address, on a free port of 127.0.0.1. What has arrived stands in the file then:
launches and items by their names with their statuses, messages of the log in their order.
"""

import json
import re
import subprocess
import sys
import uuid
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any

PART = re.compile(rb'name="json_request_part".*?\r\n\r\n(.*?)\r\n--', re.DOTALL)


class Received:
    """Launches, items and messages; the methods are what ReportPortal's API calls of agents do."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._names: dict[str, tuple[dict[str, list[str]], str]] = {}
        self.launches: dict[str, list[str]] = {}
        self.items: dict[str, list[str]] = {}
        self.logs: list[str] = []

    def start(self, kind: dict[str, list[str]], body: dict[str, Any]) -> dict[str, Any]:
        """Starts a launch or an item: ``POST /api/v2/{project}/launch`` and ``/item``."""
        identifier = body.get("uuid") or str(uuid.uuid4())
        with self._lock:
            self._names[identifier] = kind, body["name"]
            kind.setdefault(body["name"], [])
        return {"id": identifier, "number": 1}

    def finish(self, identifier: str, body: dict[str, Any]) -> dict[str, Any]:
        """Finishes it: ``PUT /api/v2/{project}/launch/{id}/finish`` and ``/item/{id}``."""
        with self._lock:
            kind, name = self._names[identifier]
            kind[name].append((body.get("status") or "PASSED").upper())
        return {"id": identifier, "message": "finished"}

    def log(self, entries: list[dict[str, Any]]) -> dict[str, Any]:
        """Takes messages: ``POST /api/v2/{project}/log``."""
        with self._lock:
            self.logs += [entry.get("message") or "" for entry in entries]
        return {"responses": [{"id": str(uuid.uuid4())} for _ in entries]}

    def shown(self) -> dict[str, Any]:
        """Returns everything; an item of one run has one status."""
        return {
            "launches": self.launches,
            "items": {name: ", ".join(statuses) for name, statuses in self.items.items()},
            "logs": self.logs,
        }


class Handler(BaseHTTPRequestHandler):
    """Reads requests, and hands them on by their paths."""

    protocol_version = "HTTP/1.1"
    received: Received

    def do_GET(self) -> None:
        """Tells about the server, which is all that agents ask."""
        self._respond({"build": {"version": "5.13.0"}})

    def do_POST(self) -> None:
        """Starts something, or takes messages."""
        match self.path.split("/")[4:]:
            case ["launch"]:
                self._respond(self.received.start(self.received.launches, json.loads(self._body())), 201)
            case ["item", *_]:
                self._respond(self.received.start(self.received.items, json.loads(self._body())), 201)
            case _:
                self._respond(self.received.log(list(_entries(self._body()))), 201)

    def do_PUT(self) -> None:
        """Finishes something."""
        identifier = self.path.split("/")[5]
        self._respond(self.received.finish(identifier, json.loads(self._body())))

    def log_message(self, *_: object) -> None:
        """Writes nothing to the console."""

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers["Content-Length"] or 0))

    def _respond(self, body: dict[str, Any], status: int = 200) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def _entries(body: bytes) -> Iterator[dict[str, Any]]:
    """Yields the entries of a log request: one as JSON, or many as a part of a multipart body."""
    if body.startswith(b"{"):
        yield json.loads(body)
    for part in PART.findall(body):
        yield from json.loads(part)


def main() -> int:
    """Runs the command while the server is there."""
    Handler.received = received = Received()
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}"
        command = [word.replace("{url}", url) for word in sys.argv[2:]]
        code = subprocess.run(command, check=False).returncode  # noqa: S603  whoever calls this wrote the command
        server.shutdown()
    Path(sys.argv[1]).write_text(json.dumps(received.shown(), indent=1), encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main())
