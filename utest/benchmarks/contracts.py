"""What contract checks cost: `uv run python utest/benchmarks/contracts.py`.

CPU time, medians, paired in one run. The GitHub document comes from `.ci/install-packages`; without it that row is
left out.
"""

import json
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from pydantic import BaseModel, TypeAdapter

from SteadyAPI.engine.contract.check import check
from SteadyAPI.engine.contract.document import _loaded
from SteadyAPI.engine.contract.openapi.description import Description, _described, load_description
from SteadyAPI.engine.contract.openapi.response_check import check_response
from SteadyAPI.engine.exchange import Response
from SteadyAPI.report.log_entry.violation_view import violations_html
from SteadyAPI.report.messages.contract_failures import broken_value

GITHUB = Path(__file__).resolve().parents[2] / ".cache" / "contract-documents" / "github" / "api.github.com.json"
ITEM = {
    "type": "object",
    "required": ["id", "name", "price", "tags", "seller"],
    "properties": {
        "id": {"type": "integer"},
        "name": {"type": "string"},
        "price": {"type": "number"},
        "tags": {"type": "array", "items": {"type": "string"}},
        "seller": {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}},
    },
}


class Seller(BaseModel):
    """Who sells."""

    id: int
    name: str


class Item(BaseModel):
    """What is sold."""

    id: int
    name: str
    price: float
    tags: list[str]
    seller: Seller


def body(count: int, *, broken: bool = False) -> bytes:
    """Returns a list of items; broken ones have one mismatch each."""
    items = [
        {
            "id": str(number) if broken else number,
            "name": f"Article {number} of the catalogue",
            "price": number + 0.5,
            "tags": ["new", "sale", "paper"],
            "seller": {"id": number % 7, "name": f"Seller {number % 7}"},
        }
        for number in range(count)
    ]
    return json.dumps(items).encode()


def cpu(action: Callable[[], Any], repeats: int) -> float:
    """Returns the median CPU time of a call in milliseconds."""
    times = []
    for _ in range(repeats):
        started = time.process_time()
        action()
        times.append(time.process_time() - started)
    return median(times) * 1000


def main() -> None:
    """Prints the table."""
    rows = [*_model_rows(), _openapi_row(), _mismatch_row()]
    if GITHUB.exists():
        rows.append(_github_row())
    print(f"{'what':54} {'ms':>9}  limit")
    for what, milliseconds, limit in rows:
        print(f"{what:54} {milliseconds:9.2f}  {limit}")


def _model_rows() -> list[tuple[str, float, str]]:
    text = body(760)
    bare = TypeAdapter(list[Item])
    both: dict[str, list[float]] = {"bare": [], "ours": []}
    for _ in range(40):
        both["bare"].append(cpu(lambda: bare.validate_json(text, strict=True, extra="forbid"), 5))
        both["ours"].append(cpu(lambda: check(list[Item], text, []), 5))
    plain, ours = median(both["bare"]), median(both["ours"])
    size = len(text) // 1000
    return [
        (f"{size} KB, Pydantic alone", plain, ""),
        (f"{size} KB, check against the same model", ours, f"1.3 times {plain:.2f}; is {ours / plain:.2f} times"),
    ]


def _openapi_row() -> tuple[str, float, str]:
    document = {
        "openapi": "3.1.0",
        "paths": {
            "/items": {
                "get": {
                    "responses": {
                        "200": {
                            "description": "x",
                            "content": {"application/json": {"schema": {"type": "array", "items": ITEM}}},
                        }
                    }
                }
            }
        },
    }
    shop = Description(document, Path("shop.json"))
    text = body(735)
    response = Response(200, "OK", "http://shop.test/items", {"Content-Type": "application/json"}, text)

    def route_and_check() -> None:
        operation = shop.operation("GET", "/items")
        if operation is None or check_response(shop, operation, response):
            raise AssertionError("the response is as described")

    return f"{len(text) // 1000} KB response against OpenAPI, with its routing", cpu(route_and_check, 100), "2"


def _mismatch_row() -> tuple[str, float, str]:
    text = body(10_000, broken=True)

    def report() -> None:
        verdict = check(list[Item], text, [])
        str(broken_value(verdict, 8))
        violations_html(verdict.violations)

    return "10,000 mismatches found and reported", cpu(report, 9), "200"


def _github_row() -> tuple[str, float, str]:
    def ready() -> None:
        _loaded.cache_clear()
        _described.cache_clear()
        github = load_description(GITHUB)
        operation = github.operation("GET", "/users/octocat")
        if operation is None:
            raise AssertionError("the operation is described")
        response = Response(200, "OK", "", {"Content-Type": "application/json"}, b"{}")
        check_response(github, operation, response)

    return "GitHub's document (13 MB), from the file to a response", cpu(ready, 5), "1000"


if __name__ == "__main__":
    main()
