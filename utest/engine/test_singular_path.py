"""Paths that lead to one value of a JSON body."""

from typing import Any

import pytest

from SteadyAPI.engine.singular_path import ABSENT, SingularPath, equals, shown
from SteadyAPI.errors import UsageError

BODY = {"status": "done", "lines": [{"unit price": 5}, {"it's": 6}], "größe": 7, 'say "hi"': 8, "none": None}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("$", BODY),
        ("$.status", "done"),
        ("$['status']", "done"),
        ('$["status"]', "done"),
        ("$.lines[0]['unit price']", 5),
        ("$.lines[-1]['it\\'s']", 6),
        ("$.größe", 7),
        ('$["say \\"hi\\""]', 8),
        ("$.none", None),
        ("$.nowhere", ABSENT),
        ("$.nowhere.deeper", ABSENT),
        ("$.lines[2]", ABSENT),
        ("$.lines[-3]", ABSENT),
        ("$.lines.status", ABSENT),
        ("$.status[0]", ABSENT),
        ("$[0]", ABSENT),
    ],
)
def test_a_path_leads_to_one_value_or_nowhere(path: str, value: Any) -> None:
    assert SingularPath(path).of(BODY) == value


@pytest.mark.parametrize(
    "path", ["", "status", "$status", "$.", "$..status", "$.lines[*]", "$.lines[0:2]", "$.a b", "$['a"]
)
def test_what_leads_to_no_single_value_is_refused(path: str) -> None:
    with pytest.raises(UsageError, match=r"path: expected the path of one value, such as \$\.status"):
        SingularPath(path)


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
