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


@pytest.mark.parametrize(
    "text",
    [
        "password: [redacted] -> \0",
        "password: none => '\0'",
        "password: 'required' != '\0'",
        "password changed from '\0' today",
        "password changed from \0 to something",
        "rotated token \0 to \0.",
        "password: \0 -> \0 -> \0",
        "'token' should be '\0' (str) but was '\0' (str)",
        "'token' is \0",
        "password mismatch: expected \0, got \0",
        "password mismatch: expected=\0, actual=\0",
        "password expected=\0 actual=\0",
        "password expected '\0' actual '\0'",
    ],
)
def test_both_sides_are_masked(text: str) -> None:
    assert masked(text.replace("\0", VALUE)) == text.replace("\0", "[redacted]")


def test_the_other_side_of_a_known_secret_is_masked() -> None:
    registry = SecretRegistry()
    registry.register("hunter2-known")
    assert registry.mask(f"password: hunter2-known -> {VALUE}") == "password: [redacted] -> [redacted]"


@pytest.mark.parametrize(
    "text",
    [
        "password changed from node-8f3a71bc",
        "password: none -> 'required'",
        "password: none != 'x1'",
        "'password' should match 'confirm_password2'",
        "'token' should be 'IDENT12'",
        "token: none -> user42",
    ],
)
def test_machines_and_words_stay(text: str) -> None:
    assert masked(text) == text


def test_a_token_is_sent_to_somebody() -> None:
    assert masked(f"sent token {VALUE} to pod-7f9c8d6b5-x2x4q") == "sent token [redacted] to pod-7f9c8d6b5-x2x4q"
