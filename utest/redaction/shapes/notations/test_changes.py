"""The new value in a plan or a difference."""

import pytest

from SteadyAPI.redaction.registry import SecretRegistry

VALUE = "kZ82mQxT0pL"


def masked(text: str) -> str:
    return SecretRegistry().mask(text)


@pytest.mark.parametrize(
    "text",
    [
        '~ password = "\0" -> "\0"',
        '~ password: "\0" => "\0"',
        "- password: '\0' -> '\0'",
        '~ api_key = null -> "\0"',
        '~ token = (sensitive value) -> "\0"',
    ],
)
def test_a_new_value_is_masked(text: str) -> None:
    assert masked(text.replace("\0", VALUE)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    ['~ token_type = "a" -> "Bearer"', '~ password = null -> "required"', '~ password_policy = "a" -> "b1c2d3e4"'],
)
def test_other_changes_stay(text: str) -> None:
    assert masked(text) == text
