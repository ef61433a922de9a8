"""A FastAPI application as a second judge: what it refuses, its own document has to refuse, and nothing else."""

import base64
import itertools
import json
import random
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import requests
from robot.api.deco import keyword, library

from SteadyAPI.engine.contract.openapi.description import Description
from SteadyAPI.engine.contract.openapi.request_check import check_request
from SteadyAPI.engine.contract.openapi.response_check import check_response
from SteadyAPI.engine.exchange import Response, SentRequest

HERE = Path(__file__).resolve().parent
PYTHON = HERE.parents[1] / ".cache" / "fastapi" / "bin" / "python"
OTHER_PYTHON = HERE.parents[1] / ".cache" / "openapi-core" / "bin" / "python"
REFUSED = 422
OFTEN = 0.7
FORMS = 4
ID = "6f9619ff-8b86-d011-b42d-00cf4fc964ff"


class Case(NamedTuple):
    """A request: method, path, and what ``requests`` takes besides."""

    method: str
    path: str
    options: dict[str, Any]


@library(scope="SUITE", auto_keywords=False)
class FastApi:
    """Starts the application, and sends it right and wrong requests."""

    _server: subprocess.Popen[str] | None = None

    @keyword
    def start_application(self) -> str:
        """Starts the application on a free port, and returns its base URL."""
        self._server = subprocess.Popen([PYTHON, HERE / "self_described.py"], stdout=subprocess.PIPE, text=True)
        assert self._server.stdout is not None
        self._base = f"http://127.0.0.1:{self._server.stdout.readline().strip()}"
        self._session = requests.Session()
        self._description = Description(self._session.get(f"{self._base}/openapi.json").json(), Path("openapi.json"))
        return self._base

    @keyword
    def stop_application(self) -> None:
        """Ends the application, if it runs."""
        if self._server is not None:
            self._server.terminate()
            self._server.wait()

    @keyword
    def judge(self, right: int, wrong: int) -> list[str]:
        """Sends that many right and wrong requests, and returns those that the document judges otherwise."""
        judged = self._exchanges(right, wrong)
        statuses = [received.status_code for _, received in judged]
        refused = statuses.count(REFUSED)
        if (len(statuses) - refused, refused) != (right, wrong):
            raise AssertionError(f"expected {right} right and {wrong} wrong requests, got {refused} refused ones")
        return [
            f"{received.status_code} {case.method} {case.path} {case.options}: {lines}"
            for case, received in judged
            if bool(lines := self._mismatches(case, received)) is not (received.status_code == REFUSED)
        ]

    @keyword
    def judge_beside_openapi_core(self, right: int, wrong: int) -> dict[str, int]:
        """Returns how many requests to each path openapi-core judges otherwise than this library.

        A path stands behind ``refuses`` where openapi-core refuses what FastAPI takes, and behind ``takes`` where it
        takes what FastAPI refuses.
        """
        judged = self._exchanges(right, wrong)
        ours = [not self._mismatches(case, received) for case, received in judged]
        theirs = self._second_opinion([received for _, received in judged])
        return dict(
            Counter(
                f"{'takes' if other else 'refuses'} {case.path.split('/')[1]}"
                for (case, _), own, other in zip(judged, ours, theirs, strict=True)
                if own is not other
            )
        )

    def _second_opinion(self, exchanges: list[requests.Response]) -> list[bool]:
        rows = [
            [
                *(received.request.method, received.request.url, dict(received.request.headers)),
                _base64(received.request.body),
                *(received.status_code, dict(received.headers), _base64(received.content)),
            ]
            for received in exchanges
        ]
        done = subprocess.run(
            [OTHER_PYTHON, HERE / "openapi_core_opinion.py"],
            input=json.dumps({"document": self._description.document, "cases": rows}),
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        if done.returncode:
            raise AssertionError(f"openapi-core failed:\n{done.stderr[-2000:]}")
        verdicts: list[bool] = json.loads(done.stdout)
        return verdicts

    def _exchanges(self, right: int, wrong: int) -> list[tuple[Case, requests.Response]]:
        """Sends right and wrong requests, always the same."""
        cases = [*itertools.islice(_cases(random.Random(1), right=True), right)]
        cases += itertools.islice(_cases(random.Random(2), right=False), wrong)
        return [(case, self._session.request(case.method, self._base + case.path, **case.options)) for case in cases]

    def _mismatches(self, case: Case, received: requests.Response) -> list[str]:
        prepared = received.request
        operation = self._description.operation(case.method, case.path)
        assert operation is not None
        sent = SentRequest(case.method, str(prepared.url), dict(prepared.headers), prepared.body)
        found = list(check_request(self._description, operation, sent))
        response = Response(received.status_code, "", str(received.url), received.headers, received.content)
        found += check_response(self._description, operation, response)
        return [violation.line for violation in found]


def _base64(body: Any) -> str:
    return base64.b64encode(body.encode() if isinstance(body, str) else body or b"").decode()


def _cases(chance: random.Random, *, right: bool) -> Iterator[Case]:
    makers = (_items, _item, _orders, _pets, _forms, _files)
    for number in itertools.count():
        good, bad = makers[number % len(makers)](chance)
        chosen = {name: chance.choice(values) for name, values in good.items() if chance.random() < OFTEN}
        required = {name: values[0] for name, values in good.items() if name in bad.get("", ())}
        chosen = required | chosen
        if not right:
            name = chance.choice([name for name in bad if name])
            chosen[name] = chance.choice(bad[name])
        yield _request(number % len(makers), chosen)


Values = dict[str, list[Any]]


def _items(_: random.Random) -> tuple[Values, Values]:
    good: Values = {
        "limit": [1, 100, "7"],
        "level": [1, 2],
        "tags": [["a"], ["a", "b", "c"], ["Lovelace, Ada"]],
        "ids": [[1], [1, 2, -3]],
        "flag": ["true", "false", "1", "True", "off"],
        "price": ["1.5", "2", "-1e3"],
        "day": ["2024-01-31"],
        "either": ["all", 7],
    }
    bad: Values = {
        "limit": [0, 101, "x", "1.5", ""],
        "level": [3, "low"],
        "tags": [["a", "b", "c", "d"]],
        "ids": [["x"], [1, "2.5"]],
        "flag": ["maybe", "2"],
        "price": ["cheap"],
        "day": ["yesterday", "2024-02-30"],
        "either": ["none"],
    }
    return good, bad


def _item(_: random.Random) -> tuple[Values, Values]:
    good: Values = {
        "number": [1, 99],
        "name": ["abc", "z"],
        "x-tenant": ["blue", "red"],
        "x-count": ["7", "-1"],
        "session": ["7"],
    }
    bad: Values = {
        "": ["number", "name", "x-tenant"],
        "number": [0, "x"],
        "name": ["ABC", "a1"],
        "x-tenant": ["ab", None],
        "x-count": ["many"],
        "session": ["abc"],
    }
    return good, bad


def _orders(_: random.Random) -> tuple[Values, Values]:
    line = {"product": "pen", "quantity": 1}
    inner = {"id": ID, "day": "2024-01-31", "lines": [line]}
    good: Values = {
        "id": [ID],
        "day": ["2024-01-31"],
        "lines": [[line], [line, line | {"price": 1.5}], [line | {"price": "2.50"}], [line | {"price": None}]],
        "notes": [{}, {"a": 1, "b": "x"}],
        "parent": [None, inner, inner | {"parent": inner}],
    }
    bad: Values = {
        "": ["id", "day", "lines"],
        "id": ["7", 7, None],
        "day": ["soon", "2024-13-01"],
        "lines": [[], [{}], [line | {"quantity": 0}], [line | {"product": 7}], [line | {"price": []}], {}],
        "notes": [[], {"a": []}, {"a": None}],
        "parent": [{}, inner | {"lines": []}, inner | {"parent": {"id": ID}}],
    }
    return good, bad


def _pets(chance: random.Random) -> tuple[Values, Values]:
    if chance.choice((True, False)):
        return {"kind": ["cat"], "lives": [9, 1]}, {
            "": ["kind", "lives"],
            "kind": ["cow", 7, "dog"],
            "lives": ["x", None],
        }
    return {"kind": ["dog"], "bark": ["wow"]}, {"": ["kind", "bark"], "kind": ["cat", "Dog"], "bark": ["w", 7]}


def _forms(_: random.Random) -> tuple[Values, Values]:
    good: Values = {"name": ["Ada", "é&="], "age": ["36"], "tags": [["a"], ["a", "b"]]}
    return good, {"": ["name"], "name": ["A", None], "age": ["old"]}


def _files(_: random.Random) -> tuple[Values, Values]:
    good: Values = {"title": ["short"], "file": [("a.bin", b"\xff\x00\r\n--"), ("b.txt", b"x")], "more": [("c", b"1")]}
    return good, {"": ["title", "file"], "title": ["too long", None], "file": [None]}


def _request(kind: int, chosen: dict[str, Any]) -> Case:
    given = {name: value for name, value in chosen.items() if value is not None}
    if kind == 0:
        return Case("GET", "/items", {"params": given})
    if kind == 1:
        headers = {name: given[name] for name in ("x-tenant", "x-count") if name in given}
        cookies = {"session": given["session"]} if "session" in given else {}
        return Case("GET", f"/items/{given['number']}/{given['name']}", {"headers": headers, "cookies": cookies})
    if kind in {2, 3}:
        body = json.dumps(chosen).encode()
        headers = {"Content-Type": "application/json"}
        return Case("POST", ("/orders", "/pets")[kind - 2], {"data": body, "headers": headers})
    if kind == FORMS:
        return Case("POST", "/forms", {"data": given})
    files = {name: given[name] for name in ("file", "more") if name in given}
    data = {"title": given["title"]} if "title" in given else {}
    return Case("POST", "/files", {"data": data, "files": files or {"other": ("x", b"")}})
