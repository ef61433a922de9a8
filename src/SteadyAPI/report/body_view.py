"""A body as HTML, by what it is: JSON pretty, text escaped, anything else by type, size and digest."""

import hashlib
import json
from html import escape
from typing import Any
from urllib.parse import parse_qsl

from SteadyAPI.engine.units import size
from SteadyAPI.report.json_view import json_html

_LONGEST_TEXT = 4000
_FORM = "application/x-www-form-urlencoded"
_PRE = '<pre style="margin:0 0 0 1em">'


def body_html(title: str, content: Any, media_type: str) -> str:
    """Returns a folded, opened block with the body, or nothing when there is none."""
    if content in {None, b"", ""}:
        return ""
    if isinstance(content, str):
        content = content.encode()
    if not isinstance(content, bytes):
        return _block(title, "a stream, not shown", "")
    facts = f"{media_type or 'no content type'} · {size(len(content))}"
    return _block(title, facts, _shown(content, media_type))


def _shown(content: bytes, media_type: str) -> str:
    if media_type == _FORM:
        pairs = parse_qsl(content.decode("utf-8", "replace"), keep_blank_values=True)
        return "\n".join(escape(f"{name} = {value}", quote=False) for name, value in pairs)
    if media_type.endswith("json") or content[:1] in b"{[":
        try:
            return json_html(json.loads(content))
        except (ValueError, RecursionError):
            pass
    if b"\0" in content[:1000] or media_type.startswith(("image/", "audio/", "video/")):
        return f"binary, sha256 {hashlib.sha256(content).hexdigest()[:12]}…"
    return _text(content)


def _text(content: bytes) -> str:
    text = content.decode("utf-8", "replace")
    more = f"\n… +{len(text) - _LONGEST_TEXT} chars" if len(text) > _LONGEST_TEXT else ""
    return escape(text[:_LONGEST_TEXT], quote=False) + more


def _block(title: str, facts: str, shown: str) -> str:
    return f"<details open><summary>{title} · {escape(facts)}</summary>{_PRE}{shown}</pre></details>"
