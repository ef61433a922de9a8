"""The header that makes a POST safe to send again."""

from uuid import UUID

import pytest

from SteadyAPI.engine.retry.idempotency import with_key


def test_a_post_gets_a_fresh_key_each_time() -> None:
    first = with_key({}, "POST", "auto")["Idempotency-Key"]
    second = with_key({}, "POST", "auto")["Idempotency-Key"]
    assert UUID(first).version == 4
    assert first != second


def test_an_idempotent_method_needs_no_key() -> None:
    assert with_key({"Accept": "*/*"}, "PUT", "auto") == {"Accept": "*/*"}


def test_a_key_of_the_suite_is_sent_with_any_method() -> None:
    assert with_key({"Accept": "*/*"}, "PUT", "4711") == {"Accept": "*/*", "Idempotency-Key": "4711"}


@pytest.mark.parametrize("wish", ["auto", "4711"])
def test_a_key_among_the_headers_stays(wish: str) -> None:
    assert with_key({"idempotency-key": "mine"}, "POST", wish) == {"idempotency-key": "mine"}


@pytest.mark.parametrize("wish", [None, "none"])
def test_without_a_wish_nothing_is_added(wish: str | None) -> None:
    assert with_key({}, "POST", wish) == {}
