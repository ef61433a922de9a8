"""YAML read by the rules of version 1.2 (core schema): ``no`` is a word, a date is a text, and keys are texts."""

import re
from typing import Any, ClassVar

import yaml

from SteadyAPI.engine.contract.body import TOO_DEEP

_MOST_LEVELS = 200
_TOO_DEEP_FOR_LIBYAML = "exceeded maximum nesting depth"
"""What newer ones say of brackets that they read ahead, before they hand over the first."""
_MOST_VALUES = 1_000_000
_MOST_TIMES = 100
_STARTS = re.compile(rb"^[ ?-]+", re.MULTILINE)
_BRACKETS = re.compile(rb"[\[\]{}]")
_RULES = (
    ("tag:yaml.org,2002:bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("tag:yaml.org,2002:null", r"~|null|Null|NULL|", "~nN\0"),
    ("tag:yaml.org,2002:int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("tag:yaml.org,2002:float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+0123456789."),
    ("tag:yaml.org,2002:merge", r"<<", "<"),
)


class _Reader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # the quick one, where it is built
    """Builds plain values. A key that is there twice is refused: one of its values would be lost."""

    yaml_implicit_resolvers: ClassVar[dict[str | None, list[tuple[str, re.Pattern[str]]]]] = {}


def _mapping(reader: Any, node: Any) -> dict[str, Any]:
    # Checked before the merge (<<), which may repeat a key: the mapping's own value wins there.
    names = [_key(key) for key, _ in node.value]
    twice = next((name for name, times in _counted(names).items() if times > 1 and name != "<<"), None)
    if twice is not None:
        raise yaml.constructor.ConstructorError(None, None, f'the key "{twice}" stands there twice', node.start_mark)
    reader.flatten_mapping(node)
    return {_key(key): reader.construct_object(value, deep=True) for key, value in node.value}


def _counted(names: list[str]) -> dict[str, int]:
    counted: dict[str, int] = {}
    for name in names:
        counted[name] = counted.get(name, 0) + 1
    return counted


def _key(node: Any) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise yaml.constructor.ConstructorError(None, None, "a key is no text", node.start_mark)
    return str(node.value)


def _integer(_reader: Any, node: Any) -> int:
    text = str(node.value)
    return int(text, 0) if text[:2] in {"0o", "0x"} else int(text)


for _tag, _pattern, _starts in _RULES:
    _Reader.add_implicit_resolver(_tag, re.compile(rf"^(?:{_pattern})$"), [start.strip("\0") for start in _starts])
_Reader.add_constructor("tag:yaml.org,2002:map", _mapping)
_Reader.add_constructor("tag:yaml.org,2002:int", _integer)


def yaml_value(content: bytes) -> Any:
    """Parses a YAML text.

    Raises:
        ValueError: When it is none, or nested or unfolding without measure; the message says why, and where.
    """
    try:
        if _may_be_deep(content):
            _refuse_depth(content)
        value = yaml.load(content, Loader=_Reader)  # noqa: S506  the reader is a safe one
    except yaml.MarkedYAMLError as error:
        if error.problem == _TOO_DEEP_FOR_LIBYAML:
            raise ValueError(TOO_DEEP) from error
        mark = error.problem_mark
        position = f" at line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise ValueError(f"{error.problem}{position}") from error
    except yaml.YAMLError as error:
        raise ValueError(str(error).partition("\n")[0]) from error
    _refuse_unfolding(value)
    return value


def _may_be_deep(content: bytes) -> bool:
    """Returns whether a text may be nested deeply: every level takes a bracket, or a column at the start of a line."""
    if any(len(start) > _MOST_LEVELS // 2 for start in _STARTS.findall(content)):
        return True
    depth = deepest = 0
    for bracket in _BRACKETS.findall(content):
        depth += 1 if bracket in b"[{" else -1
        deepest = max(deepest, depth)
    return deepest > _MOST_LEVELS // 2


def _refuse_depth(content: bytes) -> None:
    """Counts the levels without building them: PyYAML builds them by calls in C that end the process."""
    depth = 0
    for event in yaml.parse(content, Loader=_Reader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MOST_LEVELS:
            raise ValueError(TOO_DEEP)


def _refuse_unfolding(value: Any) -> None:
    """Refuses aliases that unfold to far more values than are written; PyYAML refuses those to themselves."""
    sizes: dict[int, int] = {}

    def size(node: Any) -> int:
        if not isinstance(node, dict | list):
            return 1
        if id(node) not in sizes:
            sizes[id(node)] = 1 + sum(size(part) for part in (node.values() if isinstance(node, dict) else node))
        return sizes[id(node)]

    unfolded = size(value)
    if unfolded > _MOST_VALUES and unfolded > _MOST_TIMES * len(sizes):
        raise ValueError("its aliases (*) unfold to millions of values")
