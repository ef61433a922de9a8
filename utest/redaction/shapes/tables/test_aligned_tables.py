"""Secrets in columns that blanks align."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.masking import mask
from SteadyAPI.redaction.shapes.tables.aligned_tables import aligned_spans


def masked(text: str) -> str:
    return mask(text, lambda text: aligned_spans(text, text.lower()))


@pytest.mark.parametrize(
    "text",
    [
        "UserName Password\n-------- --------\nann      \0\nbob      \0",
        "Name  Token  Age\n====  =====  ===\nqa    \0  3d",
        "TOKEN  TTL\n\0  23h",
        "NAME    TOKEN\r\nshop    \0\r\n",
        # pandas, whose columns end where their headers do
        "  user     password\n0  ann  \0\n1  bob  \0",
        "      password  user\n0  \0   ann",
        "token        secret\n\0  \0",
    ],
)
def test_a_column_of_secrets_is_masked(text: str) -> None:
    assert masked(text.replace("\0", "Kd82jfLq01m")) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "user    note\nann     Kd82jfLq01m",
        "user    token\nKd82jfLq01m  x",
        "user    token\nann  Kd82jfLq01mZ7",
        "user    token\nann     waiting for",
        "user    token\n\nann     Kd82jfLq01m",
        "password\nKd82jfLq01m  x",
        "the token: of  password\nKd82jfLq01m  Kd82jfLq01m",
        "user  token",
        f"user  {'x' * 2000}  token\nann   Kd82jfLq01m",
        "User Token\n---- -----",
        "a token is\nKd82jfLq01m  Kd82jfLq01m",
    ],
)
def test_other_columns_stay(text: str) -> None:
    assert masked(text) == text


def test_a_name_that_is_allowed_has_no_secrets() -> None:
    text = "user  token\nann   Kd82jfLq01m"
    assert not list(aligned_spans(text, text, allowed=frozenset({"token"})))


@pytest.mark.parametrize("part", ["a  token\n", "token  \n", "x  token\n--  -----\n", "token  a  \n\n"])
def test_the_time_grows_with_the_length_only(part: str) -> None:
    assert grows_with_the_length_only(part, "Kd82jfLq01m")
