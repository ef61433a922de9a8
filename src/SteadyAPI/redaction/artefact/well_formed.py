"""Checks that masking kept a file valid: XML, JSON, TOML, or a table with the same number of columns."""

import csv
import json
import tomllib
from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate

from SteadyAPI.redaction.artefact.unit import opened

# Larger JSON and TOML files aren't checked, because they would have to be held in memory.
_LARGEST = 1 << 26
_SEPARATORS = {"csv": ",", "tsv": "\t"}


def still_parses(before: Path, after: Path, encoding: str) -> bool:
    """Returns whether ``after``, which replaces ``before``, still parses; true if ``before`` doesn't parse either."""
    ending = before.suffix.lower().removeprefix(".")
    if ending in _SEPARATORS:
        return _columns(before, encoding, _SEPARATORS[ending]) == _columns(after, encoding, _SEPARATORS[ending])
    if ending in {"jsonl", "ndjson"}:
        return all(_is_json(new) or not _is_json(old) for old, new in _lines(before, after, encoding))
    parses = _PARSERS.get(ending)
    if parses is None or (parses is not _xml_file and before.stat().st_size > _LARGEST):
        return True
    return parses(after, encoding) or not parses(before, encoding)


def _lines(before: Path, after: Path, encoding: str) -> Iterator[tuple[str, str]]:
    with opened(before, encoding) as old, opened(after, encoding) as new:
        yield from zip_longest(old, new, fillvalue="")


def _columns(path: Path, encoding: str, separator: str) -> list[int] | None:
    try:
        with opened(path, encoding) as source:
            return [len(row) for row in csv.reader(source, delimiter=separator)]
    except csv.Error:
        return None


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _json_file(path: Path, encoding: str) -> bool:
    return _is_json(_text(path, encoding).removeprefix("\ufeff"))


def _toml_file(path: Path, encoding: str) -> bool:
    try:
        tomllib.loads(_text(path, encoding))
    except (ValueError, RecursionError):
        return False
    return True


def _xml_file(path: Path, encoding: str) -> bool:
    # The parser reads the encoding from the file.
    del encoding
    try:
        with path.open("rb") as source:
            ParserCreate().ParseFile(source)
    except ExpatError:
        return False
    return True


def _text(path: Path, encoding: str) -> str:
    with opened(path, encoding) as source:
        return source.read()


_PARSERS: dict[str, Callable[[Path, str], bool]] = {
    "json": _json_file,
    "har": _json_file,
    "toml": _toml_file,
    "xml": _xml_file,
}
