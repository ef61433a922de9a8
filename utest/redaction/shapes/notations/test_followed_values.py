"""Bare values that something follows on their line."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.notations.followed_values import is_no_label

PASSWORD = "Kran7hof-blau9"
TOKEN = "k3Qz9vXw7LmP2rTb8NcY5hGd"
ID = "123e4567-e89b-12d3-a456-426614174000"


def masked(text: str) -> str:
    return SecretRegistry().mask(text)


@pytest.mark.parametrize(
    "text",
    [
        f"password: {PASSWORD} # comment",
        f"password: {PASSWORD}, expected",
        "password: user2024 # comment",
        f"password: {PASSWORD} expected",
        "password: a7#b7#c7 expected",
        f"token: {TOKEN} expected",
        "token: q8t5x3c5k9w2 expected",
        f"api_token: {ID} expected",
        f"X-Api-Key: {ID} HTTP/1.1",
        f"secret: {ID} # comment",
    ],
)
def test_only_the_value_is_masked(text: str) -> None:
    name, value, rest = text.split(" ", 2)
    end = "," if value.endswith(",") else ""
    assert masked(text) == f"{name} [redacted]{end} {rest}"


@pytest.mark.parametrize(
    "text",
    [
        "password: user2024 expected",
        f"secret: {ID} expected",
        "secret: db-key-8f3a71 # comment",
        "password: process.env.DB_PASS1 || x",
        "password: db_pass_1 expected",
        "token: self.client2.token # nosec",
        "password: your-password-1 # comment",
    ],
)
def test_labels_and_code_stay(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize("value", ["user42", "JIRA-1234", "8-64", "step2.part3", "3rd-party", "a1-b2-c3"])
def test_words_and_numbers_are_labels(value: str) -> None:
    assert not is_no_label(value)


@pytest.mark.parametrize("head", ["password: ", f"password: {TOKEN} ", "password: a1b2c3d4", "token:    "])
def test_the_time_is_linear(head: str) -> None:
    assert grows_with_the_length_only(head)
