from typing import Any

import pytest

from SteadyAPI.engine.request.params import merged_params
from SteadyAPI.errors import UsageError


@pytest.mark.parametrize("own", [None, {"a": 1}, "a=1", [("a", 1)]])
def test_without_defaults_a_requests_parameters_stay_as_they_are(own: Any) -> None:
    assert merged_params({}, own) is own


@pytest.mark.parametrize(
    ("own", "merged"),
    [
        (None, [("lang", "en"), ("page", 1)]),
        ({"page": 2}, [("lang", "en"), ("page", 2)]),
        ([("page", 2), ("page", 3)], [("lang", "en"), ("page", 2), ("page", 3)]),
        ("page=2", "lang=en&page=1&page=2"),
        (b"?q=x", "lang=en&page=1&q=x"),
        ("", "lang=en&page=1"),
    ],
)
def test_a_requests_parameters_go_over_the_sessions(own: Any, merged: Any) -> None:
    assert merged_params({"lang": "en", "page": 1}, own) == merged


@pytest.mark.parametrize("own", [["page=2"], [("a", 1, 2)], [7]])
def test_a_list_of_anything_but_pairs_is_refused(own: Any) -> None:
    with pytest.raises(UsageError, match=r"^params: expected a dictionary, a list of pairs, or text"):
        merged_params({"lang": "en"}, own)
