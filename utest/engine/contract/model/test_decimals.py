import dataclasses
from decimal import Decimal
from typing import Annotated, Any, NamedTuple

import pytest
from pydantic import AfterValidator, AliasChoices, BaseModel, ConfigDict, Field, RootModel

from SteadyAPI.engine.contract.model.model_schema import validator_of

LONG = "19.989999999999999999"


class Price(BaseModel):
    model_config = ConfigDict(frozen=True)
    amount: Decimal
    net: Decimal | None = Field(default=None, validation_alias="netAmount")
    other: Decimal | None = Field(default=None, validation_alias=AliasChoices("a", "b"))


class Prices(RootModel[list[Price]]):
    pass


@dataclasses.dataclass
class Row:
    amount: Decimal


@dataclasses.dataclass(slots=True)
class Slots:
    amount: Decimal


class Pair(NamedTuple):
    one: Decimal
    other: Decimal


def validated(schema: Any, text: str) -> Any:
    return validator_of(schema, "Schema", strict=True, extra="forbid")(text.encode())


@pytest.mark.parametrize("number", ["1.10", LONG, "12345678901234567.89", "7", '"1.50"', "-0.10"])
def test_a_decimal_has_the_digits_of_the_text(number: str) -> None:
    assert str(validated(Price, f'{{"amount": {number}}}').amount) == str(Decimal(number.strip('"')))


@pytest.mark.parametrize(
    ("schema", "text", "read"),
    [
        (Price, '{"amount": 1, "netAmount": 1.10}', lambda value: value.net),
        (Prices, '[{"amount": 1.10}]', lambda value: value.root[0].amount),
        (list[Price], '[{"amount": 1.10}]', lambda value: value[0].amount),
        (dict[str, Decimal], '{"a": 1.10}', lambda value: value["a"]),
        (dict[int, Decimal], '{"7": 1.10}', lambda value: value[7]),
        (tuple[Decimal, int], "[1.10, 1]", lambda value: value[0]),
        (Row, '{"amount": 1.10}', lambda value: value.amount),
        (Annotated[Decimal, Field(ge=1)], "1.10", lambda value: value),
    ],
)
def test_decimals_are_exact_wherever_they_are(schema: Any, text: str, read: Any) -> None:
    assert str(read(validated(schema, text))) == "1.10"


def test_a_decimal_of_many_digits_is_exact() -> None:
    assert str(validated(Decimal, "12345678901234567890.123456789")) == "12345678901234567890.123456789"


def test_what_a_validator_made_stays() -> None:
    rounded = Annotated[Decimal, AfterValidator(lambda value: value.quantize(Decimal("0.01")))]
    assert str(validated(rounded, "1.1")) == "1.10"


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        (Slots, '{"amount": 1.10}'),
        (Price, '{"amount": 1, "b": 1.10}'),
        (Pair, "[1.10, 1]"),
        (set[Decimal], "[1.10]"),
        (Annotated[list[Decimal], AfterValidator(lambda value: value[:1])], "[1.10, 2]"),
        (Annotated[dict[str, Decimal], AfterValidator(lambda value: {"z": value["a"]})], '{"a": 1.10}'),
    ],
)
def test_where_the_text_is_not_followed_decimals_are_equal(schema: Any, text: str) -> None:
    assert "1.1" in str(validated(schema, text))
