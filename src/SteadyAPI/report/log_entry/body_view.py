"""A body as HTML, laid out by its kind. All of it is masked before anything is cut: half a secret is a secret too."""

import hashlib
import re
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl

from SteadyAPI.engine.units import size
from SteadyAPI.redaction.artefact.unit import Masker
from SteadyAPI.redaction.masking import MASK
from SteadyAPI.report.log_entry.body_kind import BodyKind, body_kind, decoded, media_type_of, suffix
from SteadyAPI.report.log_entry.body_store import BodyStore
from SteadyAPI.report.log_entry.json_view import json_html, parse
from SteadyAPI.report.log_entry.multipart import parts_of
from SteadyAPI.report.log_entry.xml_view import xml_lines
from SteadyAPI.report.plain_text import cut, html_text, indented

_LARGEST = 2_000_000
"""Characters; a longer text is neither masked nor laid out: that would take longer than the request."""
_LARGEST_CACHED = 20_000
_MOST_CACHED = 50
"""The same bodies come again and again, as from a list that is polled: those laid out last are cached."""
_MOST_LINES = 60
_WIDEST_LINE = 400
_QUERY = re.compile(r"\s*(?:query|mutation|subscription|fragment)\b|\s*\{")
# A mask that replaced a number or a literal: put in quotes, so that the text is JSON again.
_BARE_MASK = re.compile(r"(?<=[:,\[])(\s*)" + re.escape(MASK) + r"(?=\s*[,}\]])")


class BodyView:
    """Shows bodies; one that is cut is saved whole, as long as the store has room."""

    def __init__(self, mask: Masker, store: BodyStore) -> None:
        self._mask = mask
        self._store = store
        self._cached = lru_cache(maxsize=_MOST_CACHED)(self._layout)

    def html(self, title: str, content: Any, content_type: str, *, room: int, failed: bool) -> str:
        """Returns a folded, opened block with the body, or nothing when there is none."""
        if content is None or content in {b"", ""}:
            return ""
        if isinstance(content, str):
            content = content.encode("utf-8", "replace")
        if not isinstance(content, bytes):
            return _block(title, ["a stream, not shown"], "", "")
        shown = self._cached if len(content) <= _LARGEST_CACHED else self._layout
        return shown(title, content, content_type, room, failed)

    def _layout(self, title: str, content: bytes, content_type: str, room: int, failed: bool) -> str:
        kind = body_kind(content, content_type)
        facts = [html_text(cut(self._mask(media_type_of(content_type)), 100)) or "no content type", size(len(content))]
        if kind is BodyKind.BINARY or len(content) > _LARGEST:
            facts.append(f"sha256 {hashlib.sha256(content).hexdigest()[:12]}…")
            return _block(title, facts, "", self._link_to_bytes(content, kind, content_type, failed=failed))
        text = self._mask(decoded(content, content_type))
        shown, whole = self._text(kind, text, content, room, content_type)
        saved = None if whole else self._store.save(text.encode("utf-8", "replace"), kind.value, failed=failed)
        return _block(title, facts, shown, _link(saved, "open all"))

    def _text(self, kind: BodyKind, text: str, content: bytes, room: int, content_type: str) -> tuple[str, bool]:
        match kind:
            case BodyKind.JSON:
                return _json(text, room)
            case BodyKind.FORM:
                pairs = parse_qsl(text, keep_blank_values=True)
                # Percent-decoding may have revealed a secret: masked once more.
                return _lines([self._mask(f"{name} = {value}") for name, value in pairs], room)
            case BodyKind.MULTIPART:
                return _lines(parts_of(content, content_type, self._mask), room)
            case BodyKind.XML:
                return _lines([self._mask(line) for line in xml_lines(text)], room)
            case _:
                return _lines(text.splitlines(), room)

    def _link_to_bytes(self, content: bytes, kind: BodyKind, content_type: str, *, failed: bool) -> str:
        """Saves the bytes as they are, unless they hold a secret, packed or not: bytes can't be masked."""
        if len(content) > _LARGEST:
            return ""
        from SteadyAPI.redaction.artefact.container import shows_secret  # noqa: PLC0415 - most bodies are texts

        if shows_secret(content, self._mask):
            return "holds a secret, not saved"
        ending = suffix(kind, media_type_of(content_type))
        return _link(self._store.save(content, ending, failed=failed), "open")


def _json(text: str, room: int) -> tuple[str, bool]:
    try:
        value = parse(text)
    except (ValueError, RecursionError):
        try:
            value = parse(_BARE_MASK.sub(rf'\1"{MASK}"', text))
        except (ValueError, RecursionError):
            return _lines(text.splitlines(), room)
    query = value.get("query") if isinstance(value, dict) else None
    if isinstance(query, str) and _QUERY.match(query):
        shown, whole = _lines(query.strip().splitlines(), room)
        rest = {name: item for name, item in value.items() if name != "query" and item}
        others, others_whole = json_html(rest, room) if rest else ("", True)
        return f"{shown}\n{others}".rstrip(), whole and others_whole
    return json_html(value, room)


def _lines(lines: list[str], room: int) -> tuple[str, bool]:
    """Returns lines as HTML, and whether all of it is there."""
    shown: list[str] = []
    for line in lines[:_MOST_LINES]:
        if room <= 0:
            break
        text = html_text(cut(line, min(_WIDEST_LINE, room)))
        room -= len(text)
        shown.append(text)
    missing = len(lines) - len(shown)
    whole = missing == 0 and all(len(line) <= _WIDEST_LINE for line in lines) and room > 0
    return "\n".join([*shown, *([f"… {missing} more lines"] if missing else [])]), whole


def _link(address: str | None, words: str) -> str:
    return "" if address is None else f'<a href="{address}">{words}</a>'


def _block(title: str, facts: list[str], shown: str, link: str) -> str:
    summary = " · ".join([title, *facts])
    # The link is no part of the summary: keyboards and screen readers can't use a link inside a button.
    link_line = f"<div>{link}</div>" if link else ""
    if not shown:
        return f"<div>{summary}</div>{link_line}"
    lines = shown.split("\n")
    return f"<details open><summary>{summary}</summary>{link_line}{indented(lines)}</details>"
