from typing import Any

import pytest

from SteadyAPI.engine.request.params import merged_params, query_of
from SteadyAPI.errors import UsageError

DEFAULTS = {"lang": "en", "page": 1}


@pytest.mark.parametrize(
    ("params", "query"),
    [
        (None, None),
        ("?a=1", "a=1"),
        (b"a=1", "a=1"),
        (bytearray(b"a=1"), "a=1"),
        ({"a": [1, True], "b": None}, [("a", "1"), ("a", "true"), ("b", None)]),
        ([("a", 1), ("b", None)], [("a", "1"), ("b", None)]),
    ],
)
def test_parameters_are_pairs_or_text(params: Any, query: Any) -> None:
    assert query_of(params) == query


@pytest.mark.parametrize("own", [None, [("a", "1")], "a=1"])
def test_without_defaults_a_requests_parameters_stay_as_they_are(own: Any) -> None:
    assert merged_params({}, own, "/") is own


@pytest.mark.parametrize(
    ("own", "merged"),
    [
        (None, [("lang", "en"), ("page", "1")]),
        ([("page", "2")], [("lang", "en"), ("page", "2")]),
        ([("page", "2"), ("page", "3")], [("lang", "en"), ("page", "2"), ("page", "3")]),
        ([("page", None)], [("lang", "en"), ("page", None)]),
        ("page=2", "lang=en&page=2"),
        ("q=x", "lang=en&page=1&q=x"),
        ("", "lang=en&page=1"),
        ("lang=&page=", "lang=&page="),
    ],
)
def test_a_requests_parameters_replace_the_sessions(own: Any, merged: Any) -> None:
    assert merged_params(DEFAULTS, own, "/orders") == merged


def test_the_query_of_the_url_replaces_the_sessions_parameters() -> None:
    assert merged_params(DEFAULTS, None, "/orders?page=2") == [("lang", "en")]


def test_nested_parameters_of_a_session_are_refused() -> None:
    with pytest.raises(UsageError, match="a query has no nested values"):
        merged_params({"a": {"b": 1}}, None, "/")
