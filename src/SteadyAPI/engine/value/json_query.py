"""The part of JSONPath (RFC 9535) that needs no package: names, indexes, wildcards, slices, ``..`` and plain filters.

A path with anything more (functions, nested filters, escapes in names) is not parsed here; whoever asks gets ``None``
and takes a package for the whole language. One extension: a dash is part of a plain name, as in ``$.headers.No-Such``.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

_LARGEST = 2**53 - 1
_BLANK = r"[ \t\n\r]*"
_FIRST = r"A-Za-z_\u0080-\ud7ff\ue000-\U0010ffff"
_TEXT = r"'(?P<single{n}>[^'\\\x00-\x1f\ud800-\udfff]*)'|\"(?P<double{n}>[^\"\\\x00-\x1f\ud800-\udfff]*)\""
_INTEGER = r"(?:0|-?[1-9][0-9]*)"
_NAME = re.compile(rf"(?P<name>[{_FIRST}][{_FIRST}0-9-]*)")
_SELECTOR = re.compile(
    rf"{_TEXT.format(n='')}|(?P<wildcard>\*)"
    rf"|(?P<slice>(?P<start>{_INTEGER})?{_BLANK}:{_BLANK}(?P<end>{_INTEGER})?{_BLANK}(?::{_BLANK}(?P<step>{_INTEGER})?)?)"
    rf"|(?P<index>{_INTEGER})"
)
_LITERAL = re.compile(
    rf"{_TEXT.format(n='')}|(?P<number>-?(?:0|[1-9][0-9]*)(?P<fraction>\.[0-9]+)?(?P<power>[eE][+-]?[0-9]+)?)"
    r"|(?P<word>true|false|null)(?![A-Za-z_(])"
)
_OPERATOR = re.compile(r"==|!=|<=|>=|<|>")
_WORDS = {"true": True, "false": False, "null": None}
_NOTHING = object()

Select = Callable[[Any], Iterator[Any]]
Test = Callable[[Any], bool]
Operand = Callable[[Any], Any]


class _NotHereError(Exception):
    """The path has something that isn't parsed here."""


@dataclass(frozen=True, slots=True)
class Query:
    """A path that may match any number of values."""

    segments: tuple[Select, ...]

    def values(self, body: Any) -> list[Any]:
        """Returns all matches, in the order of the standard."""
        found = [body]
        for select in self.segments:
            found = [value for node in found for value in select(node)]
        return found


def parse(path: str) -> Query | None:
    """Returns the query that a path means; ``None`` when it has more than is understood here, or is none."""
    reader = _Reader(path)
    try:
        reader.expect("$")
        segments = reader.segments()
        reader.expect_end()
    except _NotHereError:
        return None
    return Query(tuple(segments))


class _Reader:
    """Reads a path from its start."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._at = 0

    def segments(self) -> list[Select]:
        found: list[Select] = []
        while True:
            before = self._at
            self._blank()
            if self._takes(".."):
                select = self._bracketed() if self._path.startswith("[", self._at) else self._shorthand()
                found.append(_descending(select))
            elif self._takes("."):
                found.append(self._shorthand())
            elif self._path.startswith("[", self._at):
                found.append(self._bracketed())
            else:
                self._at = before
                return found

    def expect(self, text: str) -> None:
        if not self._takes(text):
            raise _NotHereError

    def expect_end(self) -> None:
        if self._at < len(self._path):
            raise _NotHereError

    def _shorthand(self) -> Select:
        if self._takes("*"):
            return _children
        return _named(self._match(_NAME)["name"])

    def _bracketed(self) -> Select:
        self.expect("[")
        selectors = [self._selector()]
        while self._takes(","):
            selectors.append(self._selector())
        self.expect("]")
        if len(selectors) == 1:
            return selectors[0]
        return lambda node: (value for select in selectors for value in select(node))

    def _selector(self) -> Select:
        self._blank()
        select = self._filter() if self._takes("?") else self._plain_selector()
        self._blank()
        return select

    def _plain_selector(self) -> Select:
        found = self._match(_SELECTOR)
        if found["wildcard"]:
            return _children
        if found["slice"]:
            return _sliced(*(_integer(found[name]) if found[name] else None for name in ("start", "end", "step")))
        return _at_index(_integer(found["index"])) if found["index"] else _named(_text_in(found))

    def _filter(self) -> Select:
        test = self._either()
        return lambda node: (value for value in _children(node) if test(value))

    def _either(self) -> Test:
        tests = [self._both()]
        while self._takes("||"):
            tests.append(self._both())
        return lambda value: any(test(value) for test in tests)

    def _both(self) -> Test:
        tests = [self._test()]
        while self._takes("&&"):
            tests.append(self._test())
        return lambda value: all(test(value) for test in tests)

    def _test(self) -> Test:
        self._blank()
        negated = self._takes("!")
        self._blank()
        is_query = self._path.startswith("@", self._at)
        left = self._operand()
        self._blank()
        operator = _OPERATOR.match(self._path, self._at)
        if operator is None or negated:
            if operator is not None or not is_query:
                raise _NotHereError
            return lambda value: (left(value) is _NOTHING) is negated
        self._at = operator.end()
        self._blank()
        right = self._operand()
        self._blank()
        compare = _COMPARISONS[operator[0]]
        return lambda value: compare(left(value), right(value))

    def _operand(self) -> Operand:
        if not self._takes("@"):
            literal = _literal(self._match(_LITERAL))
            return lambda _: literal
        steps = []
        while True:
            if self._takes("."):
                steps.append(_named(self._match(_NAME)["name"]))
            elif self._takes("["):
                found = self._match(_SELECTOR)
                if found["wildcard"] or found["slice"]:
                    raise _NotHereError
                steps.append(_at_index(_integer(found["index"])) if found["index"] else _named(_text_in(found)))
                self.expect("]")
            else:
                query = Query(tuple(steps))
                return lambda value: next(iter(query.values(value)), _NOTHING)

    def _takes(self, text: str) -> bool:
        if not self._path.startswith(text, self._at):
            return False
        self._at += len(text)
        return True

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str]:
        found = pattern.match(self._path, self._at)
        if found is None:
            raise _NotHereError
        self._at = found.end()
        return found

    def _blank(self) -> None:
        while self._at < len(self._path) and self._path[self._at] in " \t\n\r":
            self._at += 1


def _integer(text: str) -> int:
    value = int(text) if len(text) <= len(str(_LARGEST)) + 1 else _LARGEST + 1
    if abs(value) > _LARGEST:
        raise _NotHereError
    return value


def _text_in(found: re.Match[str]) -> str:
    single: str | None = found["single"]
    return single if single is not None else found["double"]


def _literal(found: re.Match[str]) -> Any:
    if found["word"]:
        return _WORDS[found["word"]]
    if found["number"] is None:
        return _text_in(found)
    return float(found["number"]) if found["fraction"] or found["power"] else int(found["number"])


def _children(node: Any) -> Iterator[Any]:
    if isinstance(node, dict):
        yield from node.values()
    elif isinstance(node, list):
        yield from node


def _named(name: str) -> Select:
    return lambda node: iter([node[name]] if isinstance(node, dict) and name in node else [])


def _at_index(index: int) -> Select:
    return lambda node: iter([node[index]] if isinstance(node, list) and -len(node) <= index < len(node) else [])


def _sliced(start: int | None, end: int | None, step: int | None) -> Select:
    return lambda node: iter(node[start:end:step] if isinstance(node, list) and step != 0 else [])


def _descending(select: Select) -> Select:
    """A value first, then what is below it, each in its order."""

    def found(node: Any) -> Iterator[Any]:
        yield from select(node)
        for child in _children(node):
            yield from found(child)

    return found


def _equal(one: Any, other: Any) -> bool:
    if isinstance(one, bool) or isinstance(other, bool) or one is _NOTHING or other is _NOTHING:
        return one is other
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_equal, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_equal(value, other[name]) for name, value in one.items())
    return bool(one == other)


def _less(one: Any, other: Any) -> bool:
    numbers = all(isinstance(each, int | float) and not isinstance(each, bool) for each in (one, other))
    return bool(one < other) if numbers or (isinstance(one, str) and isinstance(other, str)) else False


_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "==": _equal,
    "!=": lambda one, other: not _equal(one, other),
    "<": _less,
    "<=": lambda one, other: _less(one, other) or _equal(one, other),
    ">": lambda one, other: _less(other, one),
    ">=": lambda one, other: _less(other, one) or _equal(one, other),
}
