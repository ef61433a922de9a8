"""From a request's path to the operation of an OpenAPI document."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_VARIABLE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path; ``path`` is the document's template, ``keys`` lead to the operation in the document."""

    method: str
    path: str
    keys: tuple[str, ...]
    item: Mapping[str, Any] = field(repr=False)
    description: Mapping[str, Any] = field(repr=False)

    @property
    def path_keys(self) -> tuple[str, ...]:
        """The keys that lead to the path item."""
        return self.keys[:-2] if self.keys[-2] == "additionalOperations" else self.keys[:-1]

    @property
    def name(self) -> str:
        """Method and path template, such as ``GET /orders/{id}``."""
        return f"{self.method} {self.path}"


@dataclass(slots=True)
class _Node:
    """A place in the tree of path segments: the same word, a pattern, or anything may follow."""

    words: dict[str, "_Node"] = field(default_factory=dict)
    patterns: dict[str, tuple[re.Pattern[str], "_Node"]] = field(default_factory=dict)
    anything: "_Node | None" = None
    templates: list[str] = field(default_factory=list)


class Routes:
    """The path templates of a document; concrete paths go before templated ones."""

    def __init__(self, templates: Sequence[str]) -> None:
        self._root = _Node()
        for template in templates:
            self._add(template)

    def templates_of(self, path: str) -> Iterator[str]:
        """Yields the templates that a path fits, the most concrete first."""
        yield from _walk(self._root, path.split("/"), 0)

    def _add(self, template: str) -> None:
        node = self._root
        for segment in template.split("/"):
            node = _inner(node, segment)
        node.templates.append(template)


def parameters_in(template: str, path: str) -> dict[str, str]:
    """Returns the values of a template's variables in a path that fits it, but for a slash at the end."""
    segments, written = (text.removesuffix("/").split("/") for text in (template, path))
    values: dict[str, str] = {}
    for segment, text in zip(segments, written, strict=True) if len(segments) == len(written) else ():
        found = re.fullmatch(_regex(segment), text) if "{" in segment else None
        if found is None and unquote(segment) != unquote(text):
            return {}
        names = _VARIABLE.findall(segment)
        values.update(zip(names, map(unquote, found.groups() if found else ()), strict=found is not None))
    return values


def _inner(node: _Node, segment: str) -> _Node:
    if "{" not in segment:
        return node.words.setdefault(unquote(segment), _Node())
    if _VARIABLE.fullmatch(segment):
        node.anything = node.anything or _Node()
        return node.anything
    _, inner = node.patterns.setdefault(segment, (re.compile(_regex(segment)), _Node()))
    return inner


def _regex(template: str) -> str:
    parts = _VARIABLE.split(template)
    return "".join("([^/]+?)" if index % 2 else re.escape(part) for index, part in enumerate(parts))


def _walk(node: _Node, segments: Sequence[str], index: int) -> Iterator[str]:
    if index == len(segments):
        yield from node.templates
        return
    segment = segments[index]
    word = node.words.get(unquote(segment))
    if word is not None:
        yield from _walk(word, segments, index + 1)
    for pattern, inner in node.patterns.values():
        if pattern.fullmatch(segment):
            yield from _walk(inner, segments, index + 1)
    if node.anything is not None and segment:
        yield from _walk(node.anything, segments, index + 1)
