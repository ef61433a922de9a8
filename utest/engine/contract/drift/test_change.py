from typing import Any

import pytest

from SteadyAPI.engine.contract.drift.change import changes
from SteadyAPI.engine.contract.drift.shape import Shape

ORDER: dict[str, Any] = {
    "id": 7,
    "total": 9.5,
    "created": "2024-01-31T09:30:00Z",
    "status": "paid",
    "lines": [{"qty": 1}],
    "prices": {"2024-01-01": 1.5},
    "nothing": None,
}


def shape_of(value: Any, times: int = 20) -> Shape:
    shape = Shape()
    for _ in range(times):
        shape.learn(value)
    return shape


def found(body: Any, times: int = 20, **learnt: Any) -> list[tuple[str, str, bool]]:
    return [(each.path, each.kind, each.breaking) for each in changes(shape_of(ORDER | learnt, times), body)]


def test_the_same_again_is_no_change() -> None:
    assert found(ORDER) == []


@pytest.mark.parametrize(
    ("change", "path", "kind", "breaking"),
    [
        ({"id": "7"}, "$.id", "another type", True),
        ({"id": None}, "$.id", "null for the first time", True),
        ({"id": 7.5}, "$.id", "a fraction for the first time", True),
        ({"lines": {}}, "$.lines", "another type", True),
        ({"lines": [{"qty": "1"}]}, "$.lines[*].qty", "another type", True),
        ({"lines": [{}]}, "$.lines[*].qty", "had always been there", True),
        ({"created": "yesterday"}, "$.created", "format lost", True),
        ({"status": "refunded"}, "$.status", "new value", False),
        ({"extra": 1}, "$.extra", "new field", False),
        ({"prices": {"2024-02-01": "1.5"}}, "$.prices[*]", "another type", True),
        ({"nothing": 1}, "$.nothing", "had always been null", False),
    ],
)
def test_changes_are_found_and_weighed(change: dict[str, Any], path: str, kind: str, breaking: bool) -> None:
    assert found(ORDER | change) == [(path, kind, breaking)]


@pytest.mark.parametrize(
    "change",
    [
        {"total": 10},
        {"lines": []},
        {"lines": [{"qty": 2}, {"qty": 3}]},
        {"prices": {"2025-12-31": 2.5, "2026-01-01": 1.0}},
        {"created": "2026-12-31T00:00:00+01:00"},
    ],
)
def test_what_varies_anyway_is_no_change(change: dict[str, Any]) -> None:
    assert found(ORDER | change) == []


def test_a_field_that_is_gone_breaks() -> None:
    assert found({key: value for key, value in ORDER.items() if key != "id"}) == [
        ("$.id", "had always been there", True)
    ]


def test_a_field_that_was_not_always_there_may_be_absent() -> None:
    shape = shape_of({"a": 1})
    shape.learn({"a": 1, "b": 2})
    assert changes(shape, {"a": 1}) == []


@pytest.mark.parametrize("body", [ORDER | {"id": None}, ORDER | {"id": 7.5}, {**ORDER, "id": 7, "created": "x"}])
def test_few_samples_make_nothing_sure(body: dict[str, Any]) -> None:
    assert [breaking for _, _, breaking in found(body, times=2)] in ([False], [])


def test_the_same_change_in_many_items_is_reported_once() -> None:
    assert found(ORDER | {"lines": [{"qty": "1"}, {"qty": "1"}]}) == [("$.lines[*].qty", "another type", True)]


def test_values_under_a_secret_name_are_masked() -> None:
    found = changes(shape_of({"token": 17}), {"token": "hunter2"})
    assert found[0].violation.line == "$.token: expected integer, got [redacted] (another type)"


def test_a_lost_format_shows_the_value_that_has_another() -> None:
    found = changes(shape_of({"created": "2024-01-31"}), {"created": "yesterday"})
    assert found[0].violation.line == '$.created: expected date, got "yesterday" (string) (format lost)'


def test_a_lost_field_reads_as_one() -> None:
    found = changes(shape_of({"a": 1}), {})
    assert found[0].violation.line == "$.a: integer, absent (had always been there)"


def test_arrays_that_were_always_empty_may_have_items() -> None:
    assert changes(shape_of([]), [1]) == []


def test_types_are_named_with_null_last() -> None:
    shape = shape_of(None)
    shape.learn("x")
    assert changes(shape, 7)[0].before == "string or null"


@pytest.mark.parametrize(
    ("learnt", "now", "times", "breaking"),
    [
        ("12345", "K1A 0B6", 6, False),
        ("1234567", "12ab567", 19, False),
        ("1.2", "1.2.3", 25, False),
        ("7", "7.1", 25, False),
        ("12345", "54321", 25, False),
        ("12345", "A-99", 25, True),
    ],
)
def test_digits_are_a_format_only_after_many_samples(learnt: str, now: str, times: int, breaking: bool) -> None:
    changed = changes(shape_of(learnt, times), now)
    assert any(each.breaking for each in changed) is breaking
