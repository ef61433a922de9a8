"""JSON values as suites write them and as messages show them."""

from typing import Any

import pytest

from SteadyAPI.engine.value.json_value import ABSENT, equals, shown


@pytest.mark.parametrize(
    ("value", "expected"),
    [("done", "done"), (3, 3), (3, "3"), (3.5, "3.5"), (True, "true"), (None, "null"), (None, None), ([1], [1])],
)
def test_a_value_equals_itself_and_its_own_text(value: Any, expected: Any) -> None:
    assert equals(value, expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("done", "Done"), ("3", 3), (True, 1), (1, True), (True, "True"), (ABSENT, "absent"), (ABSENT, None), (None, "")],
)
def test_a_value_equals_nothing_else(value: Any, expected: Any) -> None:
    assert not equals(value, expected)


def test_a_value_is_shown_as_json_and_cut() -> None:
    assert shown("größe") == '"größe"'
    assert shown(ABSENT) == "absent"
    assert shown("x" * 100, longest=5) == '"xxxx…'
