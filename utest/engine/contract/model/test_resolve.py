import re
from pathlib import Path

import pytest

from SteadyAPI.engine.contract.model.resolve import name_of, resolve
from SteadyAPI.errors import SchemaError

MODELS = """
from pydantic import BaseModel

class Order(BaseModel):
    id: int

class _Common(BaseModel):
    at: str

class Draft(BaseModel):
    note: str

class Outer:
    class Inner(BaseModel):
        x: int

Orders = list[Order]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "models.py").write_text(MODELS)
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "models.py").write_text("class Deep: pass\n")
    return tmp_path


def text_of(schema: str, folder: Path) -> str:
    return str(resolve(schema, [folder])).replace(resolve("models.Order", [folder]).__module__, "models")


def test_a_class_is_taken_as_it_is() -> None:
    assert resolve(int, []) is int


def test_a_dotted_name_is_looked_up(folder: Path) -> None:
    assert resolve("models.Order", [folder]).__name__ == "Order"


def test_a_module_may_be_in_a_package(folder: Path) -> None:
    assert resolve("shop.models.Deep", [folder]).__name__ == "Deep"


def test_a_variable_of_a_module_is_a_schema_too(folder: Path) -> None:
    assert text_of("models.Orders", folder) == "list[models.Order]"


def test_a_file_and_a_name(folder: Path) -> None:
    assert resolve("models.py::Order", [folder]).__name__ == "Order"


def test_a_file_and_a_class_within_a_class(folder: Path) -> None:
    assert resolve("models.py::Outer.Inner", [folder]).__name__ == "Inner"


def test_a_file_and_an_expression(folder: Path) -> None:
    assert text_of("models.py::list[Order] | None", folder) == "typing.Optional[list[models.Order]]"


def test_an_absolute_path_of_a_file(folder: Path) -> None:
    assert resolve(f"{folder / 'models.py'}::Draft", []).__name__ == "Draft"


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("list[models.Order]", "list[models.Order]"),
        ("models.Order | models.Draft", "typing.Union[models.Order, models.Draft]"),
        ("dict[str, models.Order]", "dict[str, models.Order]"),
        ("Optional[models.Order]", "typing.Optional[models.Order]"),
        ("tuple[int, str]", "tuple[int, str]"),
        ("Literal['new', 'paid', 3, None, True]", "typing.Literal['new', 'paid', 3, None, True]"),
        (" int ", "<class 'int'>"),
    ],
)
def test_type_expressions_are_built(expression: str, found: str, folder: Path) -> None:
    assert text_of(expression, folder) == found


@pytest.mark.parametrize(
    "expression", ["models.Order()", "a b", "1 + 2", "models.Order - models.Draft", "[x].y", "lambda: 1", "\0"]
)
def test_what_is_no_type_expression_is_refused(expression: str, folder: Path) -> None:
    with pytest.raises(SchemaError, match=r"is not a name or a type expression(.|\n)*models.Order"):
        resolve(expression, [folder])


def test_code_in_an_expression_never_runs(tmp_path: Path) -> None:
    with pytest.raises(SchemaError):
        resolve(f"open('{tmp_path / 'made'}', 'w')", [])
    assert not (tmp_path / "made").exists()


def test_a_name_without_a_module_says_how_to_write_it(folder: Path) -> None:
    with pytest.raises(SchemaError, match=r'"Order" has no module(.|\n)*write models.Order'):
        resolve("Order", [folder])


def test_a_type_that_takes_no_arguments_is_refused(folder: Path) -> None:
    with pytest.raises(SchemaError, match="is not a name or a type expression"):
        resolve("int[str]", [folder])


def test_a_class_that_is_not_there_says_which_are(folder: Path) -> None:
    with pytest.raises(
        SchemaError, match=r'no "Ordr" in .*models.py, asked for as models.Ordr(.|\n)*Order, Draft, Outer$'
    ):
        resolve("models.Ordr", [folder])


def test_a_class_that_is_not_in_a_file_says_which_are(folder: Path) -> None:
    with pytest.raises(SchemaError, match=r'no "Ordr" in'):
        resolve("models.py::Ordr", [folder])


def test_a_built_in_type_needs_no_module_in_a_file(folder: Path) -> None:
    assert resolve("models.py::int", [folder]) is int


def test_a_broken_expression_behind_a_file_is_refused(folder: Path) -> None:
    with pytest.raises(SchemaError, match="is not a name or a type expression"):
        resolve("models.py::", [folder])


def test_a_file_that_is_nowhere_says_where_was_looked(tmp_path: Path) -> None:
    with pytest.raises(
        SchemaError, match=rf'no file "nowhere.py" with schemas.\n  looked in: {re.escape(str(tmp_path))}'
    ):
        resolve("nowhere.py::Order", [tmp_path])


def test_without_folders_the_working_folder_was_looked_in() -> None:
    with pytest.raises(SchemaError, match=re.escape(str(Path.cwd()))):
        resolve("nowhere.py::Order", [])


def test_names_are_short_in_messages() -> None:
    class Order:
        pass

    named = [name_of(each) for each in ("models.py::Order", "models.Order", Order, Path("a/order.json"), list[int])]
    assert named == ["Order", "models.Order", "Order", "a/order.json", "list[int]"]


def test_a_json_schema_is_named_by_its_title() -> None:
    assert [name_of({"title": "An order"}), name_of({})] == ["An order", "the JSON Schema"]


def test_a_name_in_what_has_no_names_is_refused(tmp_path: Path) -> None:
    (tmp_path / "limits.py").write_text("MOST = 5\n")
    with pytest.raises(SchemaError, match=r'no "Order" in 5, asked for as limits.py::MOST.Order.\n  classes there: no'):
        resolve("limits.py::MOST.Order", [tmp_path])


def test_a_union_with_what_is_no_type_is_refused() -> None:
    with pytest.raises(SchemaError, match="is not a name or a type expression"):
        resolve("int | (str, int)", [])
