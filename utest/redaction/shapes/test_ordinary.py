"""Ordinary text, told from what can be a secret."""

import pytest

from SteadyAPI.redaction.shapes.ordinary import (
    is_opaque,
    is_ordinary,
    is_prose,
    is_prose_behind_option,
    is_rule,
    is_surely_random,
    is_ticket,
    is_verdict,
    is_word,
)


@pytest.mark.parametrize(
    "value",
    [
        "invalid_token",
        "wrong password",
        "expired-token",
        "validation error",
        "invalidToken",
        "INVALIDTOKEN",
        "badtoken123",
        "notoken",
        "wrong-password!",
        "required, absent",
        "token inválido",
        "bad.credentials",
        "not a valid token",
        "invalid_token_2",
        "set",
    ],
)
def test_words_that_judge_are_ordinary_however_they_are_joined(value: str) -> None:
    assert is_ordinary(value)
    assert is_verdict(value)


@pytest.mark.parametrize("value", ["test_token", "access_token", "my password"])
def test_words_that_judge_nothing_may_be_weak_passwords(value: str) -> None:
    assert is_ordinary(value)
    assert not is_verdict(value)


@pytest.mark.parametrize(
    "value",
    ["hunter2", "Test1234", "Password123", "correcthorsebattery", "invalid_x9k2p", "wrong12345", "", "no=1", "x" * 300],
)
def test_other_texts_are_not_ordinary(value: str) -> None:
    assert not is_ordinary(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("This field is required.", True),
        ("must be at least 8 characters", True),
        ("correct horse battery staple", False),
        ("is it", False),
        ("to be or not x9!k2", False),
    ],
)
def test_sentences_are_told_from_passphrases(value: str, expected: bool) -> None:
    assert is_prose(value) is expected


def test_a_rule_is_told_from_a_sentence_that_may_be_a_passphrase() -> None:
    assert is_rule("This field is required.")
    assert not is_rule("to be or not to be")
    assert not is_rule("must match")


@pytest.mark.parametrize(
    "value",
    [
        "eyJvZmZzZXQiOjQw",
        "a88a5c672034fd89",
        "550e8400-e29b-41d4-a716-446655440000",
        "hunter22",
        "Kd82jfLq01mZ",
        "dGhpc0lzU2VjcmV0",
        "Tr!cky$Pass",
        "1234567890123456",
        "qxyzwvutsrqponmlkjihg",
        "Chrome-121.0bX9k",
        "Firefox-Kran7hof",
    ],
)
def test_mixed_characters_are_opaque(value: str) -> None:
    assert is_opaque(value)


@pytest.mark.parametrize(
    "value",
    [
        "english",
        "light-blue",
        "key-id-17",
        "2024-01-31T10:00:00Z",
        "https://id.example.com/authorize",
        "ann@example.com",
        "application/json",
        "1.20.300",
        "privateKeyOnly",
        "4711-0815",
        "two words",
        "abcDEF12 x",
        "orders:read",
        "Chrome-121.0b",
        "Firefox/122.0b2",
        "300000ms",
    ],
)
def test_words_numbers_dates_and_addresses_are_not_opaque(value: str) -> None:
    assert not is_opaque(value)


@pytest.mark.parametrize(("value", "expected"), [("word", True), ("Word", True), ("WORD", True), ("wOrd", False)])
def test_a_word_is_written_like_one(value: str, expected: bool) -> None:
    assert is_word(value) is expected


@pytest.mark.parametrize(
    ("value", "behind", "expected"),
    [
        ("is", " required", True),
        ("via", " the CLI", True),
        ("est", " obligatoire", True),
        ("in", " `docker", True),
        ("or", " --password-file", True),
        ("to", " --pass", True),
        ("via", " --pass", False),
        ("flag", "", True),
        ("TEXT", "", True),
        ("option,", " which", True),
        ("(env:", " API_TOK", True),
        ("is", "", False),
        ("is", " && x", False),
        ("or", " 17", False),
        ("secret", " shop", False),
        ("hunter", " and it", False),
        ("hunter2", " is the", False),
    ],
)
def test_a_sentence_goes_on_behind_an_option(value: str, behind: str, expected: bool) -> None:
    assert is_prose_behind_option(value, behind) is expected


@pytest.mark.parametrize("value", ["a1b2c3d4e5f6", "aB3dE6gH9jK2mN5p", "9f86d081884c7d65"])
def test_short_runs_of_letters_and_digits_are_surely_random(value: str) -> None:
    assert is_surely_random(value)
    assert is_opaque(value)


@pytest.mark.parametrize(
    "value",
    [
        "a1b2c3",
        "1h30m15s",
        "12345h12345m1s",
        "test1234test5678",
        "aBcDeFgHiJkLmNoP",
        "1234567890123456",
        "a1b2-c3d4-e5f6",
        "\u00e11b2c3d4e5f6",
        "0xa1b2c3d4e5f6",
    ],
)
def test_what_may_be_anything_else_is_not_surely_random(value: str) -> None:
    assert not is_surely_random(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("ST-1-Xk29dkA0sLqP-cas01", True),
        ("TGT-1-Oyk9XAG_W-XfB-LO7KhpVx9kQ2mLp7Tz-cas.example.org", True),
        ("PT-1856339-aAqYuVrxZpvBtAuOcYQw", True),
        ("ST-123-Add-OAuth2-Login-Flow", False),
        ("ST-5-UpdateReadmeForNewUsers", False),
        ("PT-24-2026-01-01-release", False),
    ],
)
def test_a_ticket_is_told_from_the_name_of_a_branch(value: str, expected: bool) -> None:
    assert is_ticket(value) is expected
