"""Values that can be nothing but secrets, up to the end of their line."""

import re

import pytest

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.notations.sure_values import sure_spans

VALUE = "9fK2mQ7xL0pZr4Tn"


def found(text: str) -> list[str]:
    lower = text.lower()
    name = re.search("token|secret|cookie|cvv", lower)
    assert name is not None
    return [text[start:end] for start, end in sure_spans(text, lower, name)]


@pytest.mark.parametrize(
    "text",
    ["token=§", "token: §\nx", 'token: "§",\n', "token\t§\n", "token:\n§\n", 'token\\": \\"§\\"\n', "token = '§';\r\n"],
)
def test_a_random_value_up_to_the_end_of_the_line_is_found(text: str) -> None:
    assert found(text.replace("§", VALUE)) == [VALUE]


@pytest.mark.parametrize(
    "text",
    [
        "token=§ x",
        "token=§-x",
        "token §",
        "token of §",
        "token=patience",
        "token=sha256Checksum",
        "set-cookie: §",
        "cvv: §",
        "<xmlns:token=§",
    ],
)
def test_everything_else_is_left_to_the_notations(text: str) -> None:
    assert found(text.replace("§", VALUE)) == []


def test_each_line_of_a_long_list_loses_its_value_only() -> None:
    lines = [f"{name}\t{VALUE}{number}\nuser\tann{number}\n" for number in range(50) for name in ("password", "token")]
    shown = SecretRegistry().mask("".join(lines))
    assert shown.splitlines() == [
        line
        for number in range(50)
        for name in ("password", "token")
        for line in (f"{name}\t[redacted]", f"user\tann{number}")
    ]
