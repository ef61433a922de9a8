"""From what the suite writes to a type: names, file paths and type expressions, parsed and never evaluated."""

import ast
import typing
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from SteadyAPI.engine.contract.document import find_file
from SteadyAPI.engine.contract.model.module import find_module, load_file
from SteadyAPI.errors import SchemaError

_HOW_TO_WRITE = "models.Order, models.py::Order, list[models.Order], models.Order | models.Draft, or a class"
_BUILT_IN: dict[str, Any] = {
    "Any": Any,
    "Literal": typing.Literal,
    "Optional": typing.Optional,
    "Union": typing.Union,
    "bool": bool,
    "dict": dict,
    "float": float,
    "int": int,
    "list": list,
    "set": set,
    "str": str,
    "tuple": tuple,
}


def resolve(schema: Any, folders: Sequence[Path]) -> Any:
    """Returns the type that a schema argument stands for.

    Args:
        schema: A class or other type as it is, or a text: ``models.Order``, ``path/models.py::Order``, or an expression
            of these such as ``list[models.Order]``.
        folders: Where modules and relative paths are looked up, nearest first.

    Raises:
        SchemaError: When it names nothing, or isn't a schema.
    """
    if not isinstance(schema, str):
        return schema
    if "::" in schema:
        return _from_file(schema, folders)
    try:
        tree = ast.parse(schema.strip(), mode="eval").body
    except (SyntaxError, ValueError) as error:
        raise _not_a_schema(schema) from error
    return _Expression(schema, folders).type_of(tree)


def name_of(schema: Any) -> str:
    """Names a schema in a message."""
    if isinstance(schema, str | Path):
        return str(schema).rpartition("::")[2]
    if isinstance(schema, Mapping):
        return str(schema.get("title", "the JSON Schema"))
    return schema.__name__ if isinstance(schema, type) else str(schema)


def _from_file(schema: str, folders: Sequence[Path]) -> Any:
    file, _, expression = schema.partition("::")
    module = load_file(find_file(file, folders, 'file "{}" with schemas'), folders)
    try:
        tree = ast.parse(expression.strip(), mode="eval").body
    except (SyntaxError, ValueError) as error:
        raise _not_a_schema(schema) from error
    return _Expression(schema, folders, module).type_of(tree)


def _member(owner: Any, name: str, schema: str) -> Any:
    for part in name.split("."):
        if not hasattr(owner, part):
            known = getattr(owner, "__dict__", {})
            there = ", ".join(key for key, value in known.items() if isinstance(value, type) and key[0] != "_")
            where = getattr(owner, "__file__", None) or getattr(owner, "__name__", owner)
            raise SchemaError(f'no "{part}" in {where}, asked for as {schema}.\n  classes there: {there or "none"}')
        owner = getattr(owner, part)
    return owner


class _Expression:
    """Builds a type from the nodes that a type expression may have."""

    def __init__(self, text: str, folders: Sequence[Path], module: ModuleType | None = None) -> None:
        self._text = text
        self._folders = folders
        self._module = module
        self._builders: dict[type[ast.expr], Callable[[Any], Any]] = {
            ast.Name: self._name,
            ast.Attribute: self._attribute,
            ast.Subscript: self._subscript,
            ast.BinOp: self._union,
            ast.Constant: lambda node: node.value,
            ast.Tuple: lambda node: tuple(self.type_of(item) for item in node.elts),
        }

    def type_of(self, node: ast.expr) -> Any:
        build = self._builders.get(type(node))
        if build is None:
            raise _not_a_schema(self._text)
        return build(node)

    def _name(self, node: ast.Name) -> Any:
        if self._module is not None and hasattr(self._module, node.id):
            return getattr(self._module, node.id)
        if node.id in _BUILT_IN:
            return _BUILT_IN[node.id]
        if self._module is not None:
            return _member(self._module, node.id, self._text)
        raise SchemaError(
            f'schema "{self._text}": "{node.id}" has no module.\n  expected {_HOW_TO_WRITE}; write models.{node.id}'
        )

    def _attribute(self, node: ast.Attribute) -> Any:
        parts = [node.attr]
        inner = node.value
        while isinstance(inner, ast.Attribute):
            parts.append(inner.attr)
            inner = inner.value
        if not isinstance(inner, ast.Name):
            raise _not_a_schema(self._text)
        if self._module is not None:
            return _member(self._module, ".".join([inner.id, *reversed(parts)]), self._text)
        module = ".".join([inner.id, *reversed(parts[1:])])
        return _member(find_module(module, self._folders), node.attr, self._text)

    def _subscript(self, node: ast.Subscript) -> Any:
        outer, inner = self.type_of(node.value), self.type_of(node.slice)
        try:
            return outer[inner]
        except TypeError as error:
            raise _not_a_schema(self._text) from error

    def _union(self, node: ast.BinOp) -> Any:
        if not isinstance(node.op, ast.BitOr):
            raise _not_a_schema(self._text)
        left, right = self.type_of(node.left), self.type_of(node.right)
        try:
            return typing.Union[left, right]  # noqa: UP007  built, not written
        except TypeError as error:
            raise _not_a_schema(self._text) from error


def _not_a_schema(text: str) -> SchemaError:
    return SchemaError(f'schema "{text}" is not a name or a type expression.\n  expected {_HOW_TO_WRITE}')
