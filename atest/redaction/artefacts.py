"""Reads artefacts the way a curious person would: unpacked, decoded and raw. Independent of the code under test."""

import html
import json
import re
import zlib
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')


def texts_of(path: Path) -> Iterator[str]:
    """Yields the raw text of a file, then every text it shows to whom reads it with the right tool."""
    raw = path.read_text(encoding="utf-8", errors="replace")
    yield raw
    if raw.startswith("<?xml"):
        yield "\n".join(_xml_texts(raw))
    elif path.suffix == ".json":
        yield "\n".join(_json_texts(json.loads(raw)))
    elif path.suffix in {".html", ".js"}:
        yield "\n".join(_javascript_texts(raw))


def _xml_texts(raw: str) -> Iterator[str]:
    # A pull parser, because the output of a killed run ends in the middle.
    parser = ET.XMLPullParser(["start", "end"])
    parser.feed(raw)
    for _, element in parser.read_events():
        yield from (element.text or "", *element.attrib.values())


def _json_texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _json_texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _json_texts(item)
    else:
        yield str(value)


def _javascript_texts(raw: str) -> Iterator[str]:
    for line in raw.splitlines():
        if line.startswith("window."):
            for literal in _STRING.findall(line):
                text = _unpacked(literal)
                yield text
                yield html.unescape(text)


def _unpacked(literal: str) -> str:
    if literal.startswith("*"):
        return _unescaped(literal[1:])
    try:
        return zlib.decompress(b64decode(literal)).decode("utf-8")
    except (ValueError, zlib.error):
        return _unescaped(literal)


def _unescaped(literal: str) -> str:
    text: str = json.loads('"' + literal.replace("\\x3c/", "</") + '"', strict=False)
    return text
