from dataclasses import replace

import pytest
from fake_time import NOON, FakeTime

from SteadyAPI.engine.token.shared_store import token_from_json, token_to_json
from SteadyAPI.engine.token.token import Token


def test_a_token_ends_at_the_same_moment_in_another_process() -> None:
    here, there = (replace(FakeTime(seconds=since).clock(), now=lambda: NOON) for since in (1000.0, 7.0))
    token = Token("abc", "Bearer", 60, 1060, "a", "next")
    assert token_from_json(token_to_json(token, here), there) == replace(token, expires=67)


def test_a_token_without_an_end_has_none_elsewhere() -> None:
    clock = FakeTime().clock()
    assert token_from_json(token_to_json(Token("abc"), clock), clock) == Token("abc")


@pytest.mark.parametrize("text", ["", "None", "{", "{}", "[]", '{"expires": null, "odd": 1}', '{"expires": "x"}'])
def test_anything_else_is_no_token(text: str) -> None:
    assert token_from_json(text, FakeTime().clock()) is None
