import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fakes import FakeTransport, context, responded

from SteadyAPI.engine.contract.check_record import CheckRecord
from SteadyAPI.engine.request.call import Call
from SteadyAPI.errors import ContractError, SessionError, UsageError
from SteadyAPI.keywords.contract.drift import DriftKeywords, OnChange


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def keywords(*bodies: bytes, alias: str = "shop") -> Any:
    transport = FakeTransport(*(responded(200, body) for body in bodies))
    group = DriftKeywords(context(transport, alias=alias))
    vars(group._context)["checks"] = CheckRecord()
    return group


def call(group: Any, times: int = 1) -> None:
    session = group._context.sessions.get("shop")
    for _ in range(times):
        group._exchange(session, Call(method="GET", url="/orders"))


def recorded(*then: bytes) -> Any:
    group = keywords(*[b'{"id": 7}'] * 20, *then)
    group.track_contract("shop.json", update=True)
    call(group, 20)
    return group


def test_without_a_baseline_there_is_nothing_to_compare() -> None:
    with pytest.raises(UsageError, match="no baseline"):
        keywords().track_contract("shop.json")


def test_what_was_learnt_in_this_run_can_be_compared_with() -> None:
    group = recorded(b'{"id": "7"}')
    group.track_contract("shop.json", on_change=OnChange.fail)
    with pytest.raises(
        ContractError, match=r"does not match the baseline shop.json: 1 mismatch\n  \$.id: expected integer"
    ):
        call(group)


def test_responses_are_learnt_without_checks() -> None:
    assert recorded()._context.checks.checks == ()


def test_a_breaking_change_warns_once() -> None:
    group = recorded(b'{"id": "7"}')
    group.track_contract("shop.json", session="shop")
    call(group, 2)
    assert sum(entry.startswith("WARN GET /orders → 200") for entry in group._context.log.entries) == 1


def test_a_change_stands_in_the_log_as_a_table() -> None:
    group = recorded(b'{"id": 7, "new": 1}')
    group.track_contract("shop.json", on_change=OnChange.fail)
    call(group)
    assert "new field" in group._context.log.entries[-1]


def test_no_change_says_nothing() -> None:
    group = recorded(b'{"id": 8}')
    group.track_contract("shop.json")
    entries = len(group._context.log.entries)
    call(group)
    assert len(group._context.log.entries) == entries + 1


def test_checks_are_recorded() -> None:
    group = recorded(b'{"id": "7"}')
    group.track_contract("shop.json")
    call(group)
    check = group._context.checks.checks[0]
    assert (check.kind, check.schema, check.endpoint, check.failed) == ("baseline", "shop.json", "GET /orders", True)


def test_what_is_no_json_has_no_shape() -> None:
    group = keywords(b"<html>")
    group.track_contract("shop.json", update=True)
    call(group)
    assert not group._context.baselines[Path.cwd() / "shop.json"]._learnt


def test_the_same_file_goes_on_learning() -> None:
    group = recorded()
    group.track_contract("shop.json", update=True)
    call(group)
    group.track_contract("shop.json")
    assert json.loads(Path("shop.json").read_text(encoding="utf-8"))["operations"]["GET /orders"]["200"]["seen"] == 21


def test_a_session_must_be_open() -> None:
    with pytest.raises(SessionError, match="no session is open"):
        keywords(alias="").track_contract("shop.json", update=True)


def test_a_lost_response_has_no_shape() -> None:
    group = recorded()
    observe = group._context.sessions.get("shop").observers["drift"]
    lost = group._context.sessions.last_exchange
    assert observe(replace(lost, response=None)) is None
