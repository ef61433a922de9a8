import dataclasses
import threading
from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, ConfigDict, Field, Tag, TypeAdapter, ValidationError, computed_field
from pydantic.v1 import BaseModel as BaseModel1
from typing_extensions import TypedDict

from SteadyAPI.engine.contract.model.model_schema import validator_of
from SteadyAPI.errors import SchemaError


class OldModel(BaseModel1):
    a: int


class Free(BaseModel):
    model_config = ConfigDict(extra="allow")
    a: int


class Lax(BaseModel):
    model_config = ConfigDict(strict=False)
    a: int


class LaxField(BaseModel):
    a: int = Field(strict=False)
    b: int


class Row(TypedDict):
    x: int


@dataclasses.dataclass
class Point:
    y: int


class Node(BaseModel):
    type: str = "model"
    fields: dict[str, int] = {"config": 1}
    children: list["Node"] = []


class Tree(BaseModel):
    free: Free | None = None
    lax: Lax | None = None
    lax_field: LaxField | None = None
    row: Row | None = None
    point: Point | None = None
    node: Node | None = None
    both: Annotated[Free | Lax, Field(union_mode="left_to_right")] | None = None
    pair: tuple[Row, int] | None = None
    when: datetime | None = None


def errors(schema: Any, text: bytes, *, strict: bool = True, extra: str = "forbid") -> list[tuple[Any, str]]:
    try:
        validator_of(schema, "Schema", strict=strict, extra=extra)(text)
    except ValidationError as error:
        # Versions of Pydantic differ in the order.
        return sorted(((each["loc"], each["type"]) for each in error.errors()), key=str)
    return []


def test_a_model_that_says_nothing_is_strict_and_closed() -> None:
    assert errors(Node, b'{"type": 1, "z": 1}') == [(("type",), "string_type"), (("z",), "extra_forbidden")]


def test_a_model_may_be_checked_by_its_own_rules_alone() -> None:
    assert errors(LaxField, b'{"a": "1", "b": "2", "z": 3}', strict=False, extra="ignore") == []


def test_a_nested_model_that_allows_extra_fields_keeps_them() -> None:
    validate = validator_of(Tree, "Tree", strict=True, extra="forbid")
    assert validate(b'{"free": {"a": 1, "z": 2}}').free.z == 2


def test_a_nested_model_that_is_lax_stays_so_but_is_closed() -> None:
    assert errors(Tree, b'{"lax": {"a": "1", "z": 1}}') == [(("lax", "z"), "extra_forbidden")]


def test_a_field_that_is_lax_stays_so_alone() -> None:
    assert errors(Tree, b'{"lax_field": {"a": "1", "b": "1"}}') == [(("lax_field", "b"), "int_type")]


@pytest.mark.parametrize(
    ("text", "loc", "kind"),
    [
        (b'{"row": {"x": 1, "z": 1}}', ("row", "z"), "extra_forbidden"),
        (b'{"row": {"x": "1"}}', ("row", "x"), "int_type"),
        (b'{"point": {"y": 1, "z": 1}}', ("point", "z"), "unexpected_keyword_argument"),
        (b'{"point": {"y": "1"}}', ("point", "y"), "int_type"),
        (b'{"node": {"children": [{"z": 1}]}}', ("node", "children", 0, "z"), "extra_forbidden"),
        (b'{"node": {"children": [{"type": 1}]}}', ("node", "children", 0, "type"), "string_type"),
        (b'{"pair": [{"x": 1, "z": 1}, 1]}', ("pair", 0, "z"), "extra_forbidden"),
        (b'{"when": 17}', ("when",), "datetime_type"),
        (b'{"z": 1}', ("z",), "extra_forbidden"),
    ],
)
def test_beside_a_model_with_its_own_rules_all_others_are_strict_and_closed(text: bytes, loc: Any, kind: str) -> None:
    assert errors(Tree, text) == [(loc, kind)]


def test_members_of_a_union_may_carry_names() -> None:
    named = Annotated[Free, Tag("free")] | Annotated[Row, Tag("row")]
    assert (("row", "z"), "extra_forbidden") in errors(named, b'{"x": 1, "z": 1}')


def test_a_dataclass_is_strict_and_closed() -> None:
    assert errors(Point, b'{"y": "1"}') == [(("y",), "int_type")]


def test_only_strictness_may_be_asked_for() -> None:
    assert errors(Tree, b'{"row": {"x": "1"}, "z": 1}', extra="ignore") == [(("row", "x"), "int_type")]


def test_only_closedness_may_be_asked_for() -> None:
    assert errors(Tree, b'{"row": {"x": "1", "z": 2}, "z": 1}', strict=False) == [
        (("row", "z"), "extra_forbidden"),
        (("z",), "extra_forbidden"),
    ]


def test_without_pydantics_private_argument_the_calls_settings_count(monkeypatch: pytest.MonkeyPatch) -> None:
    def build(*_args: Any, **_options: Any) -> Any:
        raise TypeError("unexpected keyword argument '_use_prebuilt'")

    monkeypatch.setattr("SteadyAPI.engine.contract.model.model_schema.SchemaValidator", build)
    assert errors(Annotated[Free, "another"], b'{"a": 1, "z": 2}') == [(("z",), "extra_forbidden")]


def test_a_type_adapter_is_a_schema() -> None:
    assert errors(TypeAdapter(list[int]), b'["1"]') == [((0,), "int_type")]


def test_a_type_that_cannot_be_hashed_is_a_schema() -> None:
    assert errors(Annotated[int, Field(json_schema_extra={"a": []}), ["x"]], b'"1"') == [((), "int_type")]


def test_a_validator_is_built_once() -> None:
    built = [validator_of(Node, "Node", strict=True, extra="forbid") for _ in range(2)]
    assert built[0] is built[1]


def test_what_is_no_type_is_refused() -> None:
    with pytest.raises(SchemaError, match=r'"seven" is no schema: Unable to.*\n  expected a class, .*models\.Order$'):
        validator_of(7, "seven", strict=True, extra="forbid")


def test_a_class_that_pydantic_can_not_check_is_named_in_one_line() -> None:
    with pytest.raises(
        SchemaError, match=r'^"Threads" is no schema: Unable to generate pydantic-core schema for [^\n]*$'
    ):
        validator_of(list[threading.Thread], "Threads", strict=True, extra="forbid")


def test_the_older_typed_dict_says_what_to_import(monkeypatch: pytest.MonkeyPatch) -> None:
    def build(*_args: Any) -> Any:
        raise TypeError("Please use `typing_extensions.TypedDict` instead of `typing.TypedDict` on Python < 3.12.")

    monkeypatch.setattr("SteadyAPI.engine.contract.model.model_schema._cached", build)
    with pytest.raises(SchemaError, match="from typing_extensions import TypedDict"):
        validator_of(Node, "Row", strict=True, extra="forbid")


def test_a_missing_package_of_a_type_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def build(*_args: Any) -> Any:
        raise ImportError("email-validator is not installed, run `pip install 'pydantic[email]'`")

    monkeypatch.setattr("SteadyAPI.engine.contract.model.model_schema._cached", build)
    with pytest.raises(SchemaError, match='"User" needs a package that is not installed: email-validator'):
        validator_of(Node, "User", strict=True, extra="forbid")


class Total(BaseModel):
    price: int

    @computed_field(alias="sum")  # type: ignore[prop-decorator]  # as Pydantic documents it
    @property
    def total(self) -> int:
        return self.price * 2


class Totals(BaseModel):
    first: Total
    second: Total


@pytest.mark.parametrize("name", ["sum", "total"])
def test_a_computed_field_is_no_unexpected_one(name: str) -> None:
    validated = validator_of(Total, "Total", strict=True, extra="forbid")(f'{{"price": 1, "{name}": 2}}'.encode())
    assert (validated, validated.total, validated.model_fields_set) == (Total(price=1), 2, {"price"})


def test_a_computed_field_may_be_absent_and_has_its_type() -> None:
    texts = (b'{"first": {"price": 1}, "second": {"price": 1}}', b'{"first": {"price": 1, "sum": "x"}, "second": {}}')
    assert [[kind for _, kind in errors(Totals, text)] for text in texts] == [[], ["int_type", "missing"]]


def test_fields_may_be_kept() -> None:
    assert validator_of(Total, "Total", strict=True, extra="allow")(b'{"price": 1, "z": 2}').z == 2


@pytest.mark.parametrize("schema", [OldModel, list[OldModel]])
def test_a_model_of_pydantic_1_is_named_as_such(schema: Any) -> None:
    with pytest.raises(SchemaError, match=r'"Old" is a model of Pydantic 1 \(pydantic.v1\)'):
        validator_of(schema, "Old", strict=True, extra="forbid")


def test_the_items_of_an_iterable_are_checked_at_once() -> None:
    assert errors(Iterable[int], b'[1, "x"]') == [((1,), "int_type")]
    assert validator_of(Iterable[int], "Numbers", strict=True, extra="forbid")(b"[1, 2]") == [1, 2]
