"""Numbers that are in nearly every message."""

import pytest

from SteadyAPI.redaction.index.short_numbers import is_short_number


@pytest.mark.parametrize("word", ["17", "'399'", "(2026),", "[1]", '"4."'])
def test_a_number_of_up_to_four_digits_is_one(word: str) -> None:
    assert is_short_number(word)


@pytest.mark.parametrize("word", ["12345", "'12345'", "v1", "'a'", "()", "1.5", "17ms"])
def test_others_are_none(word: str) -> None:
    assert not is_short_number(word)
