"""Allure's attachment."""

import json
import sys
from types import SimpleNamespace
from typing import Any

import pytest
from exchanges import JSON, hiding, lost, plain, responded

from SteadyAPI.engine.exchange import SentRequest
from SteadyAPI.report.exports.allure import attach


@pytest.fixture(name="attached")
def _attached(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    made: list[Any] = []
    monkeypatch.setitem(sys.modules, "allure_robotframework", SimpleNamespace())
    monkeypatch.setitem(sys.modules, "allure", SimpleNamespace(attach=lambda *arguments: made.append(arguments)))
    return made


def test_without_allure_nothing_is_attached(attached: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "allure_robotframework")
    attach(responded(), plain)
    assert attached == []


def test_an_exchange_is_attached_in_allures_own_form(attached: list[Any]) -> None:
    headers: Any = {**JSON, "X-A": b"1"}
    attach(responded(sent=SentRequest("POST", "http://shop.test/", headers, "{}")), plain)
    body, *kind = attached[0]
    assert (kind, json.loads(body)) == (
        ["HTTP exchange", "application/vnd.allure.http+json", "httpexchange"],
        {
            "schemaVersion": 1,
            "start": 1769860800000,
            "stop": 1769860800012,
            "request": {
                "method": "POST",
                "url": "http://shop.test/",
                "headers": [{"name": "Content-Type", "value": "application/json"}, {"name": "X-A", "value": "1"}],
                "body": {
                    "contentType": "application/json",
                    "encoding": "utf8",
                    "value": "{}",
                    "size": 2,
                    "truncated": False,
                },
            },
            "response": {
                "status": 200,
                "statusText": "OK",
                "headers": [{"name": "Content-Type", "value": "application/json"}],
                "body": {
                    "contentType": "application/json",
                    "encoding": "utf8",
                    "value": '{"id": 7}',
                    "size": 9,
                    "truncated": False,
                },
            },
        },
    )


def test_a_failure_is_an_error(attached: list[Any]) -> None:
    attach(lost(), plain)
    assert json.loads(attached[0][0])["error"] == {"name": "REFUSED", "message": "connection refused"}


def test_what_is_attached_shows_no_secret(attached: list[Any]) -> None:
    attach(responded(b'"hunter2"'), hiding("hunter2"))
    assert "hunter2" not in attached[0][0]
