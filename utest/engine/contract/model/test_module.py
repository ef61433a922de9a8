import sys
from pathlib import Path

import pytest

from SteadyAPI.engine.contract.model.module import find_module, load_file
from SteadyAPI.errors import SchemaError


def module(folder: Path, text: str, name: str = "models.py") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_loaded_once(tmp_path: Path) -> None:
    path = module(tmp_path, "X = object()")
    assert load_file(path).X is load_file(path).X


def test_files_of_the_same_name_never_mix(tmp_path: Path) -> None:
    one = load_file(module(tmp_path, "X = 1", "one/models.py"))
    other = load_file(module(tmp_path, "X = 2", "other/models.py"))
    assert (one.X, other.X) == (1, 2)


def test_forward_references_are_found(tmp_path: Path) -> None:
    path = module(
        tmp_path,
        "from __future__ import annotations\nfrom pydantic import BaseModel\n"
        'class A(BaseModel):\n    b: B\nclass B(BaseModel):\n    x: int\nA.model_validate_json(\'{"b": {"x": 1}}\')\n',
    )
    assert load_file(path).A.__name__ == "A"


def test_a_file_that_fails_says_where_and_why(tmp_path: Path) -> None:
    path = module(tmp_path, "x = 1\ny = x / 0\n")
    with pytest.raises(SchemaError, match=r"fails to import: ZeroDivisionError: division by zero\n  at .*models.py:2"):
        load_file(path)


def test_a_file_that_failed_is_tried_again(tmp_path: Path) -> None:
    path = module(tmp_path, "raise ValueError('not yet')")
    with pytest.raises(SchemaError):
        load_file(path)
    path.write_text("X = 12345")
    assert load_file(path).X == 12345


def test_a_syntax_error_names_file_and_line(tmp_path: Path) -> None:
    path = module(tmp_path, "x = 1\nclass :\n")
    with pytest.raises(SchemaError, match=r"SyntaxError: invalid syntax\n  at .*models.py:2"):
        load_file(path)


def test_only_the_first_line_of_a_reason_is_reported(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match=r"ValueError: first\n  at .*models.py:1$"):
        load_file(module(tmp_path, "raise ValueError('first\\nsecond')"))


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="expected a Python file"):
        load_file(module(tmp_path, "", "models.txt"))


def test_a_module_is_found_in_the_nearest_folder(tmp_path: Path) -> None:
    module(tmp_path, "X = 'far'")
    module(tmp_path, "X = 'near'", "suite/models.py")
    assert find_module("models", [tmp_path / "suite", tmp_path]).X == "near"


def test_a_package_is_found(tmp_path: Path) -> None:
    module(tmp_path, "X = 1", "shop/__init__.py")
    module(tmp_path, "X = 2", "shop/models.py")
    assert (find_module("shop", [tmp_path]).X, find_module("shop.models", [tmp_path]).X) == (1, 2)


def test_a_module_is_found_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module(tmp_path, "X = 3", "schemas_on_the_path.py")
    monkeypatch.syspath_prepend(tmp_path)
    assert find_module("schemas_on_the_path", []).X == 3
    sys.modules.pop("schemas_on_the_path")


def test_a_module_that_is_nowhere_says_where_was_looked(tmp_path: Path) -> None:
    with pytest.raises(
        SchemaError, match=r'no module "shop.nowhere"(.|\n)*shop/nowhere.py(.|\n)*looked in: .*, PYTHONPATH'
    ):
        find_module("shop.nowhere", [tmp_path])


def test_without_folders_only_the_path_is_looked_at() -> None:
    with pytest.raises(SchemaError, match="looked in: no folder, PYTHONPATH"):
        find_module("nowhere_at_all", [])


def test_a_module_whose_own_import_fails_is_not_called_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module(tmp_path, "import nothing_of_that_name", "schemas_that_fail.py")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(SchemaError, match=r'"schemas_that_fail" fails to import: ModuleNotFoundError'):
        find_module("schemas_that_fail", [])


def test_a_module_on_the_path_that_raises_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module(tmp_path, "raise RuntimeError('no database')", "schemas_that_raise.py")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(SchemaError, match="RuntimeError: no database"):
        find_module("schemas_that_raise", [])


def test_files_of_a_package_may_import_each_other(tmp_path: Path) -> None:
    module(tmp_path, "from .models import Order", "shop/__init__.py")
    module(tmp_path, "from .money import Money\nclass Order: price = Money", "shop/models.py")
    module(tmp_path, "class Money: pass", "shop/money.py")
    by_path, by_name = load_file(tmp_path / "shop" / "models.py"), find_module("shop", [tmp_path])
    assert by_path.Order is by_name.Order


def test_a_package_in_a_package_belongs_to_the_outer_one(tmp_path: Path) -> None:
    module(tmp_path, "X = 1", "shop/__init__.py")
    module(tmp_path, "", "shop/api/__init__.py")
    path = module(tmp_path, "from .. import X", "shop/api/models.py")
    assert load_file(path).X == 1


def test_a_folder_without_init_is_a_package_too(tmp_path: Path) -> None:
    module(tmp_path, "X = 1", "shop/money.py")
    assert load_file(module(tmp_path, "from .money import X", "shop/models.py")).X == 1


def test_files_beside_a_file_are_imported_by_their_names(tmp_path: Path) -> None:
    for name in ("one", "other"):
        module(tmp_path, f"X = '{name}'", f"{name}/schemas_beside.py")
        module(tmp_path, "from schemas_beside import X", f"{name}/models.py")
    assert [load_file(tmp_path / name / "models.py").X for name in ("one", "other", "one")] == ["one", "other", "one"]
    assert str(tmp_path / "one") not in sys.path
    sys.modules.pop("schemas_beside")


def test_folders_are_packages_of_the_folder_above(tmp_path: Path) -> None:
    module(tmp_path, "X = 1", "schemas_shop/money.py")
    module(tmp_path, "from schemas_shop.money import X", "schemas_shop/models.py")
    assert find_module("schemas_shop.models", [tmp_path]).X == 1
    for name in ("schemas_shop", "schemas_shop.money"):
        sys.modules.pop(name)


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    module(tmp_path, "X = 1", "schemas_changing.py")
    path = module(tmp_path, "from schemas_changing import X")
    assert load_file(path).X == 1
    module(tmp_path, "X = 22", "schemas_changing.py")
    assert load_file(path).X == 22
    module(tmp_path, "X = 333")
    assert load_file(path).X == 333
    path.unlink()
    with pytest.raises(SchemaError, match="fails to import"):
        load_file(path)


def test_a_file_with_the_name_of_a_standard_module_does_not_hide_it(tmp_path: Path) -> None:
    module(tmp_path, "X = 1", "json.py")
    load_file(module(tmp_path, "X = 1"))
    assert sys.modules["json"].__name__ == "json"
    assert hasattr(sys.modules["json"], "loads")


def test_a_file_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    module(tmp_path, "X = 1", "schemas_left.py")
    with pytest.raises(SchemaError):
        load_file(module(tmp_path, "import schemas_left\nraise ValueError"))
    assert "schemas_left" not in sys.modules


def test_a_frozen_module_is_no_module_of_the_suite(tmp_path: Path) -> None:
    (tmp_path / "sys").mkdir()
    assert sys.maxsize == load_file(module(tmp_path, "import sys\nX = sys.maxsize")).X


def test_the_nearest_of_two_files_of_a_name_is_imported(tmp_path: Path) -> None:
    text = "from shared_values import X"
    outer, inner = module(tmp_path, text), module(tmp_path / "suite", text)
    module(tmp_path, "X = 1", "shared_values.py")
    nearest = module(tmp_path / "suite", "X = 2", "shared_values.py")
    folders = [inner.parent, tmp_path]
    assert [load_file(path, folders).X for path in (outer, inner, outer)] == [1, 2, 1]
    nearest.write_text("X = 12345")
    assert [load_file(path, folders).X for path in (outer, inner)] == [1, 12345]


def test_files_beside_each_other_may_import_each_other(tmp_path: Path) -> None:
    module(tmp_path, "import orders\ndef first() -> str:\n    return orders.NAME\n", "address.py")
    orders = load_file(module(tmp_path, "NAME = 'order'\nfrom address import first\n", "orders.py"))
    assert orders.first() == "order"
    assert orders.first.__globals__["orders"] is orders
    assert "orders" not in sys.modules


def test_what_is_defined_before_a_circular_import_is_there_in_it(tmp_path: Path) -> None:
    module(tmp_path, "from orders import NAME\n", "address.py")
    orders = load_file(module(tmp_path, "NAME = 'order'\nimport address\n", "orders.py"))
    assert orders.address.NAME == "order"
