"""The cookies of a session beside those of Chromium, case by case; see ``utest/benchmarks/browser_cookies.py``."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cookie_cases import CASES, DIFFERENT, hosted, table
from fake_network import FakeNetwork, http

from SteadyAPI.engine.exchange import Request, Timeout
from SteadyAPI.engine.transport import TransportSettings
from SteadyAPI.engine.transport.requests_transport import RequestsTransport

HERE = Path(__file__).parent
DATA = json.loads((HERE / "browser_cookies.json").read_text(encoding="utf-8"))
VERDICTS = DATA["sent"]
TABLE = HERE.parents[2] / "docs" / "cookies.md"


def sent_by_library(network: Callable[..., FakeNetwork], number: int) -> str:
    case = CASES[number]
    headers = [f"Set-Cookie: {hosted(header, number)}" for header in case.headers]
    fake = network(http("200 OK", b"", *headers), http())
    transport = RequestsTransport(TransportSettings())
    for host, path in ((case.host, case.at), (case.to_host, case.to)):
        transport.send(Request("GET", f"http://{hosted(host, number)}{path}"), Timeout(1, 1), None)
    transport.close()
    lines = fake.sent[1].split(b"\r\n")
    return next((line[len(b"Cookie: ") :].decode() for line in lines if line.startswith(b"Cookie: ")), "")


def test_every_case_has_a_verdict() -> None:
    assert len(VERDICTS) == len(CASES) == len(set(CASES))
    assert set(DIFFERENT) <= {case.headers for case in CASES}


@pytest.mark.skipif(not TABLE.is_file(), reason="the wheel is tested without the documentation beside the tests")
def test_the_table_shows_these_verdicts() -> None:
    assert TABLE.read_text(encoding="utf-8") == table(DATA["browser"], VERDICTS)


@pytest.mark.parametrize("number", range(len(CASES)))
def test_the_library_sends_what_the_browser_sends(network: Callable[..., FakeNetwork], number: int) -> None:
    case = CASES[number]
    expected, _ = DIFFERENT.get(case.headers, (VERDICTS[number], ""))
    assert sent_by_library(network, number) == expected, case
