"""The items of one page."""

from typing import Any

import pytest

from SteadyAPI.engine.paging.page_items import PageError, items_of
from SteadyAPI.errors import UsageError


@pytest.mark.parametrize(
    ("body", "path", "items"),
    [
        ([1, 2], None, [1, 2]),
        ([], None, []),
        ({"items": [1], "total": 1}, None, [1]),
        ({"data": {"rows": [1]}, "errors": []}, "$.data.rows", [1]),
        ({"data": [{"id": 1}, {"id": 2}]}, "$.data[*].id", [1, 2]),
    ],
)
def test_items_are_found(body: Any, path: str | None, items: list[Any]) -> None:
    assert items_of(body, path) == items


@pytest.mark.parametrize(
    ("body", "path", "message"),
    [
        ({"a": [], "b": []}, None, "has several lists: a, b\n  say where the items are: items=$.items"),
        ({"a": 1}, None, "has no list\n  say where the items are: items=$.items"),
        ("text", None, "has no list\n  say where the items are: items=$.items"),
        ({"a": 1}, "$.a", "has no items: $.a is no list but int"),
    ],
)
def test_where_there_are_none_it_is_said(body: Any, path: str | None, message: str) -> None:
    with pytest.raises(PageError) as caught:
        items_of(body, path)
    assert str(caught.value) == message


def test_a_path_that_leads_nowhere_says_why() -> None:
    with pytest.raises(PageError, match=r"^has no items: .*rows"):
        items_of({"a": 1}, "$.rows")


def test_what_is_no_path_is_refused() -> None:
    with pytest.raises(UsageError):
        items_of({}, "rows")
