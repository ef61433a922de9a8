"""Allure's attachment."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from allure_commons import plugin_manager
from allure_commons.logger import AllureFileLogger
from exchanges import JSON, hiding, lost, plain, responded

from SteadyAPI.engine.exchange import SentRequest
from SteadyAPI.report.exports.allure import Attachments


@pytest.fixture(name="attached")
def _attached(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    made: list[Any] = []
    monkeypatch.setitem(sys.modules, "allure_robotframework", SimpleNamespace())

    def attach(*arguments: Any) -> None:
        made.append(arguments)
        plugin_manager.hook.report_attached_data(body=arguments[0], file_name=f"{len(made)}.{arguments[3]}")

    monkeypatch.setitem(sys.modules, "allure", SimpleNamespace(attach=attach))
    return made


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Iterator[Path]:
    """The folder that Allure's own plugin writes to."""
    logger: Any = AllureFileLogger(tmp_path)  # type: ignore[no-untyped-call]  # it has no types
    plugin_manager.register(logger)
    yield tmp_path
    plugin_manager.unregister(logger)


def test_without_allure_nothing_is_attached(attached: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "allure_robotframework")
    Attachments().attach(responded(), plain)
    assert attached == []


def test_an_exchange_is_attached_in_allures_own_form(attached: list[Any]) -> None:
    headers: Any = {**JSON, "X-A": b"1"}
    Attachments().attach(responded(sent=SentRequest("POST", "http://shop.test/", headers, "{}")), plain)
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
    Attachments().attach(lost(), plain)
    assert json.loads(attached[0][0])["error"] == {"name": "REFUSED", "message": "connection refused"}


def test_what_is_attached_shows_no_secret(attached: list[Any]) -> None:
    Attachments().attach(responded(b'"hunter2"'), hiding("hunter2"))
    assert "hunter2" not in attached[0][0]


def test_what_was_learnt_later_is_masked_at_the_end(attached: list[Any], folder: Path) -> None:
    attachments = Attachments()
    for word in ("hunter2", "other"):
        attachments.attach(responded(f'{{"said": "{word}"}}'.encode()), plain)
    assert len(attached) == 2
    kept = (folder / "2.httpexchange").stat()
    attachments.remask(hiding("hunter2"))
    shown = [json.loads((folder / f"{number}.httpexchange").read_text(encoding="utf-8")) for number in (1, 2)]
    assert [each["response"]["body"]["value"] for each in shown] == ['{"said": "[redacted]"}', '{"said": "other"}']
    assert (folder / "2.httpexchange").stat().st_ino == kept.st_ino
    assert sorted(path.name for path in folder.iterdir()) == ["1.httpexchange", "2.httpexchange"]


def test_what_was_moved_away_is_masked_by_nobody(attached: list[Any], folder: Path) -> None:
    attachments = Attachments()
    attachments.attach(responded(), plain)
    (folder / "1.httpexchange").unlink()
    attachments.remask(hiding("hunter2"))
    assert len(attached) == 1
    assert not list(folder.glob("*.httpexchange"))
