"""Laws of checks against types, whatever the body."""

import json
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from SteadyAPI.engine.contract.model.model_check import check_json
from SteadyAPI.engine.contract.normalized_path import NOWHERE, value_at
from SteadyAPI.engine.contract.violation import ABSENT, shown

Inner = dict[str, int | list[int]]
Schema = dict[str, Inner | None]
LEAVES = st.none() | st.booleans() | st.integers(-9, 9) | st.text("ab", max_size=2)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", max_size=2), inner, max_size=3)
)
STEP = re.compile(r"\.(\w+)|\[(\d+)\]|\['([^']*)'\]")


def steps_of(path: str) -> tuple[Any, ...]:
    """Reads a JSON path as steps."""
    return tuple(int(index) if index else name or quoted for name, index, quoted in STEP.findall(path))


@given(VALUES)
def test_every_path_leads_to_the_value_that_is_reported(body: Any) -> None:
    for violation in check_json(Schema, "Schema", json.dumps(body).encode(), strict=True, extra="forbid").violations:
        value = value_at(body, steps_of(violation.path))
        assert value is not NOWHERE
        assert violation.got in {shown(value), ABSENT}


@given(VALUES)
def test_no_mismatch_is_reported_twice(body: Any) -> None:
    found = check_json(Schema, "Schema", json.dumps(body).encode(), strict=True, extra="forbid").violations
    assert len(set(found)) == len(found)


@given(st.dictionaries(st.text("ab", max_size=2), st.none() | st.dictionaries(st.text("ab"), st.integers())))
def test_what_the_type_describes_matches(body: Any) -> None:
    assert check_json(Schema, "Schema", json.dumps(body).encode(), strict=True, extra="forbid").value == body
