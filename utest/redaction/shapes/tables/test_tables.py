"""Columns of tables whose header names a secret."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.tables.tables import table_spans


@pytest.mark.parametrize(
    "text",
    [
        "user | password\nann | \0",
        "| user | password |\n| ---- | -------- |\n| ann | \0 |\n| bob | \0 |",
        "user,password\nann,\0\nbob,\0\n",
        "user,password\r\nann,\0\r\n",
        "user;api_token\nann;\0",
        "user\tpassword\nann\t\0",
        'id,"user","password"\n1,"ann, b","\0"',
        'AssertionError: "user";"api token"\n"ann;bob";"\0"',
        "password,user\n\0,ann",
        "user,password,token\nann,\0,\0",
        " username | password \n----------+----------\n ann      | \0",
        "+------+-----------+\n| user | password  |\n+------+-----------+\n| ann  | \0 |\n+------+-----------+",
        "see:\n\n| user | password |\n|---|---|\n| ann | required |\n| bob | \0 |\n\nand so on",
    ],
)
def test_the_column_below_a_name_is_masked(text: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", "Vx9kQ2mLp7Tz")) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize("secret", ['Zk29,dkw""Lpq0x', 'Abc""9dkwLpq0x'])
def test_a_doubled_quote_is_part_of_its_cell(secret: str) -> None:
    text = f'user,password,note\nann,"{secret}","a ""b"""\nbob,"",""\n'
    assert SecretRegistry().mask(text) == text.replace(secret, "[redacted]")


def test_a_password_may_be_shorter_than_a_token() -> None:
    text = "token,db_password\nKd82jf,hunter2"
    assert SecretRegistry().mask(text) == "token,db_password\nKd82jf,[redacted]"


@pytest.mark.parametrize(
    "text",
    [
        "user,password",
        "user,password,email\n",
        "name,token_count\nann,17",
        "user,password\nann,required",
        "| name | token |\n|---|---|\n| int | INT_LITERAL |",
        "| field | password |\n|---|---|\n| length | 8-64 |",
        "| password | meaning |\n|---|---|\n| optional | Vx9kQ2mLp7Tz is none |",
        "Send the user,password\nThen press,Vx9kQ2mLp7Tz",
        "a line\npassword\nVx9kQ2mLp7Tz".replace("Vx9kQ2mLp7Tz", "and more, too"),
        "user,password\nann",
        "first\nuser,password,x\n\nann,Vx9kQ2mLp7Tz",
        "user,password\n" + "a," * 1_000 + "password\nx,y",
        "token | b\n",
    ],
)
def test_other_lines_stay(text: str) -> None:
    assert SecretRegistry().mask(text) == text


def test_a_column_may_be_allowed() -> None:
    registry = SecretRegistry()
    registry.allow("password")
    text = "user,password\nann,Vx9kQ2mLp7Tz"
    assert registry.mask(text) == text


@pytest.mark.parametrize("unit", ["a,token\n", "token|a\nb|c\n", "token\n", "a,token,", "a|token|b\n|\n"])
def test_time_grows_with_the_length_only(unit: str) -> None:
    assert grows_with_the_length_only(unit)


@pytest.mark.parametrize("unit", ["a,token,", "password\tx\r"])
def test_a_long_line_or_many_lines_before_are_not_read_for_each_name(unit: str) -> None:
    def read(text: str) -> None:
        # So long that the squares count.
        long = text[1:] * 16 + "\nx\n"
        assert not list(table_spans(long, long))

    assert grows_with_the_length_only(unit, action=read)
