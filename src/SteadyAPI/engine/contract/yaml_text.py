"""YAML read by the rules of version 1.2 (core schema): ``no`` is a word, a date is a text, and keys are texts."""

import re
from typing import Any, ClassVar

import yaml

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
        ValueError: When it is none; the message says why, and where.
    """
    try:
        return yaml.load(content, Loader=_Reader)  # noqa: S506  the reader is a safe one
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        position = f" at line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise ValueError(f"{error.problem}{position}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(str(error).partition("\n")[0]) from error
