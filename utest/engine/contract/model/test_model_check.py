from datetime import date
from enum import Enum
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Discriminator, Field, Json, Tag, field_validator

from SteadyAPI.engine.contract.model.model_check import check_json
from SteadyAPI.engine.contract.violation import Verdict
from SteadyAPI.errors import SchemaError


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int


class Dog(BaseModel):
    kind: Literal["dog"]
    bark: str


class Color(Enum):
    RED = "red"
    BLUE = "blue"


def kind_of(value: Any) -> str:
    return "cat" if isinstance(value, dict) and "lives" in value else "dog"


class Order(BaseModel):
    number: int = Field(default=1, alias="orderNumber", gt=0)
    pet: Annotated[Cat | Dog, Field(discriminator="kind")] | None = None
    other: Annotated[Annotated[Cat, Tag("cat")] | Annotated[Dog, Tag("dog")], Discriminator(kind_of)] | None = None
    loose: Cat | Dog | None = None
    day: date | None = None
    color: Color | None = None
    names: dict[Literal["a", "b"], int] | None = None
    pair: tuple[int, str] | None = None
    api_key: str | None = None
    even: int | None = None

    @field_validator("even", "api_key")
    @classmethod
    def only_even(cls, value: Any) -> Any:
        if isinstance(value, str):
            raise ValueError(f"{value} is weak")  # noqa: TRY004  a validator's way to say no
        if value == 13:
            raise TypeError("thirteen")
        if value is not None and value % 2:
            raise ValueError("must be even")
        return value


def check(text: str, schema: Any = Order, *, strict: bool = True, extra: str = "forbid") -> Verdict:
    return check_json(schema, "Order", text.encode(), strict=strict, extra=extra)


def lines(text: str, schema: Any = Order) -> list[str]:
    return [violation.line for violation in check(text, schema).violations]


def test_a_body_that_matches_gives_the_object() -> None:
    assert check('{"orderNumber": 7, "day": "2024-01-31"}').value.day == date(2024, 1, 31)


def test_an_alias_is_part_of_the_path() -> None:
    assert lines('{"orderNumber": "7"}') == ['$.orderNumber: expected integer, got "7" (string) (sent as text)']


def test_a_limit_is_reported() -> None:
    assert lines('{"orderNumber": 0}') == ["$.orderNumber: expected more than 0, got 0 (integer)"]


def test_a_missing_field_lists_the_keys_that_are_there() -> None:
    assert lines('{"kind": "cat"}', Cat) == ["$.lives: required, absent (keys there: kind)"]


def test_an_unexpected_field_is_named() -> None:
    assert lines('{"admin": true}') == ["$.admin: expected no such field, got true (boolean)"]


def test_unexpected_fields_may_be_let_through() -> None:
    assert check('{"admin": true}', extra="ignore").holds


def test_the_tag_of_a_union_is_not_in_the_path() -> None:
    assert lines('{"pet": {"kind": "cat", "lives": "9"}}') == [
        '$.pet.lives: expected integer, got "9" (string) (sent as text)'
    ]


def test_an_unknown_tag_is_found_at_the_discriminator() -> None:
    assert lines('{"pet": {"kind": "cow"}}') == ["$.pet.kind: expected 'cat' or 'dog', got \"cow\" (string)"]


def test_a_missing_tag_is_a_missing_field() -> None:
    assert lines('{"pet": {"lives": 9}}') == ["$.pet.kind: required, absent (keys there: lives)"]


def test_a_tagged_union_wants_an_object() -> None:
    assert lines('{"pet": 7}') == ["$.pet: expected object, got 7 (integer)"]


def test_a_function_may_choose_the_member() -> None:
    assert lines('{"other": {"lives": 9}}') == ["$.other.kind: required, absent (keys there: lives)"]


def test_a_tag_that_a_function_gives_may_be_unknown() -> None:
    schema = Annotated[Annotated[Cat, Tag("cat")] | Annotated[int, Tag("int")], Discriminator(kind_of)]
    assert lines("{}", schema) == ["$: expected 'cat' or 'int', got object with 0 keys"]


def test_of_a_union_the_likeliest_member_is_reported() -> None:
    assert lines('{"loose": {"kind": "dog", "bark": 7}}') == [
        "$.loose.bark: expected string, got 7 (integer) (sent as a number)"
    ]


def test_an_enum_names_its_values() -> None:
    assert lines('{"color": "RED"}') == [
        "$.color: expected 'red' or 'blue', got \"RED\" (string) (another case of letters)"
    ]


def test_a_wrong_key_is_reported() -> None:
    assert lines('{"names": {"c": 1}}') == ["$.names.c: expected a name that is 'a' or 'b', got \"c\" (string)"]


def test_a_missing_position_is_reported() -> None:
    assert lines('{"pair": [1]}') == ["$.pair[1]: required, absent (the array has 1 items)"]


def test_a_rule_of_the_model_speaks_for_itself() -> None:
    assert lines('{"even": 3}') == ["$.even: fails the model's rule: must be even, got 3 (integer)"]


def test_a_rule_about_a_secret_does_not_quote_it() -> None:
    assert lines('{"api_key": "hunter2"}') == ["$.api_key: expected what the model's own rule asks for, got [redacted]"]


def test_code_of_the_schema_that_fails_is_not_a_broken_contract() -> None:
    with pytest.raises(
        SchemaError,
        match=r'code of schema "Order" fails: TypeError: thirteen\n  at .*test_model_check.*\n.*by raising ValueError$',
    ):
        check('{"even": 13}')


def test_nothing_at_all_is_compared_at_the_root() -> None:
    assert lines("null", int) == ["$: expected integer, got null (null where the schema allows none)"]


def test_the_same_mismatch_is_reported_once() -> None:
    assert lines('["x"]', list[Annotated[int, Field(gt=1)] | Annotated[int, Field(lt=0)]]) == [
        '$[0]: expected integer, got "x" (string)'
    ]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_not_a_number_is_no_json(number: str) -> None:
    assert check(f'{{"orderNumber": {number}}}').not_json == f"{number} is no JSON number (RFC 8259, section 6)"


def test_the_word_in_a_text_is_json() -> None:
    assert check('"NaN and Infinity"', str).holds


def test_broken_json_is_reported_with_its_position() -> None:
    assert check("{").not_json == "expecting property name enclosed in double quotes at line 1, column 2"


def test_what_is_nested_too_deep_is_reported() -> None:
    assert check("[" * 1000 + "]" * 1000, Any).not_json == "it is nested deeper than 200 levels"


def test_a_text_of_ten_megabytes_is_cut_in_the_message() -> None:
    assert len(lines(f'{{"orderNumber": "{"x" * 10_000_000}"}}')[0]) < 200


def test_a_recursive_model_is_checked_at_every_depth() -> None:
    class Node(BaseModel):
        inner: "Node | None" = None

    assert lines('{"inner": {"inner": {"x": 1}}}', Node) == ["$.inner.inner.x: expected no such field, got 1 (integer)"]


def test_a_field_that_holds_json_is_told_at_its_place() -> None:
    class Event(BaseModel):
        payload: Json[list[int]]

    bodies = [b'{"payload": "no"}', b'{"payload": [1]}', b'{"payload": "[1]"}']
    verdicts = [check_json(Event, "Event", body, strict=True, extra="forbid") for body in bodies]
    assert [[each.line for each in verdict.violations] for verdict in verdicts] == [
        ['$.payload: expected JSON in a string, got "no" (string)'],
        ["$.payload: expected JSON in a string, got array with 1 item"],
        [],
    ]
