from typing import Any

import pytest

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.proxies import NO_PROXIES, checked_proxies


@pytest.mark.parametrize(
    ("given", "proxies"),
    [
        (None, None),
        ("none", NO_PROXIES),
        ("NONE", NO_PROXIES),
        ({"http": "http://p.test", "https": ""}, {"http": "http://p.test", "https": None}),
        ({}, {}),
    ],
)
def test_proxies_are_a_dictionary_or_none(given: Any, proxies: Any) -> None:
    assert checked_proxies(given) == proxies


@pytest.mark.parametrize("given", ["http://p.test", 7])
def test_anything_else_is_refused(given: Any) -> None:
    with pytest.raises(UsageError, match=rf"or none; got {type(given).__name__}\.\n  write for example"):
        checked_proxies(given)
