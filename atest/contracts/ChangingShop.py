"""A service whose responses change between two calls, in ways that break its contract and in ways that don't."""

import json
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from corpus import HOME
from robot.api.deco import keyword, library

GENERATOR = HOME / ".cache" / "model-generator" / "bin" / "datamodel-codegen"
Order = dict[str, Any]
STATES = ("new", "paid", "shipped")


def sample(number: int) -> Order:
    """Returns one of the orders that the service answers with; what may vary varies with the number."""
    order: Order = {
        "id": 1000 + number,
        "ref": f"0f8fad5b-d9cb-469f-a165-7086772{number:05d}",
        "total": 9.5 + number,
        "gift": number % 2 == 0,
        "status": STATES[number % 3],
        "created": f"2026-01-{1 + number % 28:02d}T09:30:00Z",
        "note": None if number % 3 else f"Ring {number} times, please",
        "customer": {"id": number, "name": f"Customer {number}"},
        "lines": [{"product": f"P{line}", "qty": line + 1, "price": 4.75} for line in range(1 + number % 3)],
        "stock_by_day": {f"2026-02-{1 + number % 28:02d}": number},
    }
    if number % 2:
        order["discount"] = 0.5
    return order


def _removed(order: Order) -> None:
    del order["total"]


def _renamed(order: Order) -> None:
    order["customer"]["fullName"] = order["customer"].pop("name")


def _removed_inside(order: Order) -> None:
    del order["lines"][0]["qty"]


def _without_discount(order: Order) -> None:
    order.pop("discount", None)


BREAKING: dict[str, Callable[[Order], Any]] = {
    "a field is removed": _removed,
    "a field within an object is renamed": _renamed,
    "a field within a list is removed": _removed_inside,
    "an integer becomes text": lambda order: order.update(id="1007"),
    "a number becomes text": lambda order: order["lines"][0].update(price="4.75"),
    "a boolean becomes a number": lambda order: order.update(gift=1),
    "an object becomes a list": lambda order: order.update(customer=[order["customer"]]),
    "a list becomes an object": lambda order: order.update(lines=order["lines"][0]),
    "a value becomes null": lambda order: order["customer"].update(id=None),
    "a date loses its format": lambda order: order.update(created="31.01.2026 09:30"),
    "an id loses its format": lambda order: order.update(ref="A-1007"),
    "a value is new in a small set": lambda order: order.update(status="refunded"),
}
COMPATIBLE: dict[str, Callable[[Order], Any]] = {
    "nothing changes": lambda _order: None,
    "a text that may be null is null": lambda order: order.update(note=None),
    "a text that may be null is there": lambda order: order.update(note="Back door"),
    "a field that may be absent is absent": _without_discount,
    "a field that may be absent is there": lambda order: order.update(discount=1.25),
    "a map has other keys": lambda order: order.update(stock_by_day={"2027-12-31": 5, "2028-01-01": 6}),
    "a list is empty": lambda order: order.update(lines=[]),
    "a list is long": lambda order: order.update(lines=order["lines"] * 50),
    "a number has no fraction": lambda order: order.update(total=12),
    "a moment has another zone and fractions": lambda order: order.update(created="2026-01-31T09:30:00.125+05:30"),
    "a text has other letters": lambda order: order["customer"].update(name="Åsa Ødegård 魚 🐟"),
    "another known value of a small set": lambda order: order.update(status=STATES[2]),
}


class _Handler(BaseHTTPRequestHandler):
    server: "_Server"
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body = json.dumps(self.server.order, ensure_ascii=False, indent=2).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: Any) -> None:
        """Keeps quiet."""


class _Server(ThreadingHTTPServer):
    order: Order = sample(0)


@library(scope="SUITE", listener="SELF")
class ChangingShop:
    """Runs the service on 127.0.0.1 within the test run."""

    ROBOT_LISTENER_API_VERSION = 3

    def __init__(self) -> None:
        self._server = _Server(("127.0.0.1", 0), _Handler)
        Thread(target=self._server.serve_forever, daemon=True).start()

    @keyword
    def get_service_url(self) -> str:
        """Returns the base URL."""
        return f"http://127.0.0.1:{self._server.server_port}"

    @keyword
    def answer_with_sample(self, number: int) -> None:
        """Lets the service respond with an order that keeps its contract."""
        self._server.order = sample(number)

    @keyword
    def answer_with_change(self, name: str) -> None:
        """Lets the service respond with an order that was changed."""
        order = deepcopy(sample(7))
        (BREAKING | COMPATIBLE)[name](order)
        self._server.order = order

    @keyword
    def write_model_of_samples(self, count: int, path: Path) -> None:
        """Has Pydantic models written of samples, by the library's own command."""
        samples = [path.with_name(f"sample_{number}.json") for number in range(count)]
        for number, each in enumerate(samples):
            each.write_text(json.dumps(sample(number)), encoding="utf-8")
        options = ["--class-name=Order", f"--output={path}", f"--generator={GENERATOR}"]
        command = [sys.executable, "-m", "SteadyAPI", "model", *map(str, samples), *options]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
        if done.returncode:
            raise AssertionError(done.stderr)

    @keyword
    def get_changes(self) -> tuple[list[str], list[str]]:
        """Returns the names of the changes: those that break the contract, and those that don't."""
        return list(BREAKING), list(COMPATIBLE)

    def close(self) -> None:
        """Stops the service."""
        self._server.shutdown()
        self._server.server_close()
