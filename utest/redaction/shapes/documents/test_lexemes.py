"""Tokens of texts, programs and designs, and those that let somebody in."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.shapes.documents.lexemes import is_lexeme, is_lexeme_there, is_piece


@pytest.mark.parametrize(
    "value",
    [
        "=>",
        "!=",
        "IDENT(foo2)",
        "NUMBER(12",
        "0x06000001",
        "0x1F",
        "color.blue.500",
        "--ds-space-200",
        "$font.size.2xl",
        "##ing2",
        "\u0120foo2",
        "\u010a",
    ],
)
def test_a_lexeme(value: str) -> None:
    assert is_lexeme(value)


@pytest.mark.parametrize(
    "value",
    [
        "a1",
        "PIN(Vx9kQ2mLp7Tz)",
        "0xC0FFEE12",
        "my-token-1",
        "colour",
        "$font",
        "correct-horse-battery-staple",
        "##9fK2mQ7xL0pZr",
    ],
)
def test_no_lexeme(value: str) -> None:
    assert not is_lexeme(value)


@pytest.mark.parametrize("value", ["World2", "foo_bar_baz", "\n\n", "a long piece of a text"])
def test_a_piece(value: str) -> None:
    assert is_piece(value)


@pytest.mark.parametrize("value", ["9fK2mQ7xL0pZr4Tn", "foo_bar_9fk2mq7xl0p_baz4"])
def test_no_piece(value: str) -> None:
    assert not is_piece(value)


def is_there(text: str, value: str) -> bool:
    lower = text.lower()
    start = lower.index("token")
    return is_lexeme_there(lower, start, start + len("token"), value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"token":"World2","logprob":-1}', "World2"),
        ('{"logprob":-1,"token":"World2"}', "World2"),
        ('{"token":"}","logprob":-1}', "}"),
        ('{"token":"World2","bytes":[87]}', "World2"),
        ('{"token":"keyword.control.es6","foreground":"ff00aa"}', "keyword.control.es6"),
        ('{"token":"stETH2","decimals":18}', "stETH2"),
        ('{"token":"stETH2","decimals":18,"bytes":1}', "stETH2"),
        # Escaped: the value isn't found as it stands
        ('{"token":"a\\"b2","logprob":-1}', 'a"b2'),
    ],
)
def test_an_object_tells_of_a_text(text: str, value: str) -> None:
    assert is_there(text, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"token":"World2","expires_in":3600}', "World2"),
        ('{"token":"World2"},{"logprob":-1}', "World2"),
        ('{"token":"World2","bytes":12}', "World2"),
        ('{"token":"World2","bytes":12,"symbols":12}', "World2"),
        ('{"token":"9fK2mQ7xL0pZr4Tn","logprob":-1}', "9fK2mQ7xL0pZr4Tn"),
        ('{"token":"a_9fk2","decimals":1}', "a_9fk2"),
        ('{"token":"a_9fk2mq7xl0pzr4tn8s","logprob":1,"symbol":1}', "a_9fk2mq7xl0pzr4tn8s"),
    ],
)
def test_an_object_does_not_tell_of_a_text(text: str, value: str) -> None:
    assert not is_there(text, value)


@pytest.mark.parametrize(
    "unit", ['{"token":"a1","logprob":-1},', '"token":"a1",', '{"token":"x","bytes":[', '"idf":{"token":"a1']
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    assert grows_with_the_length_only(unit, "Vx9kQ2mLp7Tz")
