from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Annotated, Any, Optional
from uuid import UUID

import pytest
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, WrapValidator, model_validator
from pydantic_core import core_schema

from SteadyAPI.engine.contract.model.json_forms import with_json_forms
from SteadyAPI.engine.contract.model.model_schema import validator_of

SAMPLES: list[tuple[Any, str, Any]] = [
    (date, '"2024-01-31"', date(2024, 1, 31)),
    (datetime, '"2024-01-31T10:00:00Z"', datetime(2024, 1, 31, 10, tzinfo=UTC)),
    (time, '"10:00:00"', time(10)),
    (timedelta, '"PT1H"', timedelta(hours=1)),
    (Decimal, "1.5", Decimal("1.5")),
    (Decimal, '"1.50"', Decimal("1.50")),
    (bytes, '"aGk="', b"aGk="),
    (UUID, '"6f9619ff-8b86-d011-b42d-00cf4fc964ff"', UUID("6f9619ff-8b86-d011-b42d-00cf4fc964ff")),
    (tuple[int, date], '[1, "2024-01-31"]', (1, date(2024, 1, 31))),
    (set[int], "[1]", {1}),
    (frozenset[date], '["2024-01-31"]', frozenset({date(2024, 1, 31)})),
    (dict[int, float], '{"1": 2.5}', {1: 2.5}),
    (dict[str, date], '{"1": "2024-01-31"}', {"1": date(2024, 1, 31)}),
    (date | None, '"2024-01-31"', date(2024, 1, 31)),
]


def validated(schema: Any, text: str) -> Any:
    return validator_of(schema, "Schema", strict=True, extra="forbid")(text.encode())


@pytest.mark.parametrize(("kind", "text", "value"), SAMPLES)
@pytest.mark.parametrize(
    "validator", [BeforeValidator(lambda value: value), WrapValidator(lambda value, inner: inner(value))]
)
def test_json_forms_are_read_behind_a_function(kind: Any, text: str, value: Any, validator: Any) -> None:
    assert validated(Annotated[kind, validator], text) == value


@pytest.mark.parametrize(
    ("kind", "text"), [(date, "17"), (date, '"x"'), (Decimal, "true"), (set[int], '["1"]'), (bytes, "1")]
)
def test_nothing_else_is_converted_behind_a_function(kind: Any, text: str) -> None:
    with pytest.raises(ValueError, match=r"Input should be|Decimal"):
        validated(Annotated[kind, BeforeValidator(lambda value: value)], text)


def test_a_function_may_make_the_value_itself() -> None:
    assert validated(Annotated[date, BeforeValidator(lambda _: date(2024, 1, 31))], "1") == date(2024, 1, 31)


class Node(BaseModel):
    day: date
    children: list["Node"] = []
    parent: Optional["Node"] = None

    @model_validator(mode="before")
    @classmethod
    def look(cls, value: Any) -> Any:
        return value


class Tree(BaseModel):
    root: Node
    again: Node


def test_models_that_refer_to_themselves_are_read_at_every_depth() -> None:
    node = '{"day": "2024-01-31", "children": [{"day": "2024-02-01", "parent": {"day": "2024-03-01"}}]}'
    tree = validated(Tree, f'{{"root": {node}, "again": {node}}}')
    assert tree.again.children[0].parent.day == date(2024, 3, 1)


class Lax(BaseModel):
    model_config = ConfigDict(strict=False)
    day: date


class Cat(BaseModel):
    kind: Annotated[str, Field(pattern="cat")]
    born: date


def test_a_lax_model_stays_lax_behind_a_function() -> None:
    assert validated(Annotated[Lax, BeforeValidator(lambda value: value)], '{"day": 0}').day == date(1970, 1, 1)


@dataclass
class Row:
    day: date


def test_dataclasses_and_unions_are_read_behind_a_function() -> None:
    schema = Annotated[Row | list[tuple[date, ...]], BeforeValidator(lambda value: value)]
    assert validated(schema, '{"day": "2024-01-31"}') == Row(date(2024, 1, 31))
    assert validated(schema, '[["2024-01-31"]]') == [(date(2024, 1, 31),)]


class AnyDict(dict[Any, Any]):
    """A type that writes its own core schema, without one for the keys."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> Any:
        return core_schema.dict_schema()


def test_a_core_schema_may_say_nothing_of_keys() -> None:
    assert validated(Annotated[AnyDict, BeforeValidator(lambda value: value)], '{"1": 2}') == {"1": 2}


def test_a_schema_without_functions_stays_itself() -> None:
    core = TypeAdapter(list[date]).core_schema
    assert with_json_forms(core) is core
