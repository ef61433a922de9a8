"""Text from outside as HTML, escaped and with control characters made visible; and HTML as text."""

import re
from collections.abc import Iterable, Sequence

_PICTURES = 0x2400
_BIDIRECTIONAL = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SEPARATORS = (0x2028, 0x2029)
# Characters that steer terminals or reverse the direction of text. Those that XML forbids, lone surrogates and U+FFFE
# and U+FFFF, have a pattern of their own: they would make the table 40 times as large.
_SHOWN = {
    **{code: chr(_PICTURES + code) for code in range(0x20) if chr(code) not in "\t\n"},
    0x7F: "\u2421",
    **{code: f"\\x{code:02x}" for code in range(0x80, 0xA0)},
    **{code: f"\\u{code:04x}" for code in (*_BIDIRECTIONAL, *_SEPARATORS, 0xFEFF)},
}
_LINE_END = re.compile(r"<br>|<details[^<>]*>|</(?:summary|tr|p|div|pre|table)>")
_CELL_END = re.compile(r"</t[dh]>")
_TAG = re.compile(r"<[^<>]*>")
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


def html_text(text: str) -> str:
    """Returns the text for the inside of an element; a control character shows as its picture or its code."""
    # Not html.escape: importing that module builds a table of 2,231 names.
    return visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def html_table(heads: Sequence[str], rows: str) -> str:
    """Returns a table whose columns stand apart, with heads that begin where the cells below them do.

    On a narrow screen it stays legible, and scrolls: its cells would break their words letter by letter.
    """
    named = "".join(f"<th>{head}</th>" for head in heads)
    style = "border-spacing:1ch 0;width:max-content;max-width:max(100%,40em)"
    return scrolling(f'<table style="{style}"><tr style="text-align:left">{named}</tr>{rows}</table>')


def scrolling(html: str) -> str:
    """Returns HTML in a box that scrolls sideways, where the page is narrower than that."""
    return f'<div style="overflow-x:auto">{html}</div>'


def text_of(fragment: str) -> str:
    """Returns what a fragment of HTML says, for logs that show none: a line for each row, paragraph and summary."""
    from html import unescape  # noqa: PLC0415  importing it builds a table of 2,231 names, and no run needs it

    lines = _TAG.sub("", _CELL_END.sub(" ", _LINE_END.sub("\n", fragment))).splitlines()
    text = "\n".join(line.rstrip() for line in lines if line.strip())
    return unescape(text)


def visible(text: str) -> str:
    """Returns the text with control characters, direction marks and lone surrogates replaced by visible signs."""
    if text.isprintable():
        return text
    shown = text.replace("\r\n", "\n").translate(_SHOWN)
    return shown if shown.isascii() else _NO_XML.sub("\ufffd", shown)


def cut(text: str, longest: int) -> str:
    """Returns at most ``longest`` characters, and how many are missing."""
    return text if len(text) <= longest else f"{text[:longest]} … +{len(text) - longest} chars"


def indented(lines: Iterable[str]) -> str:
    """Returns lines of HTML, indented by spaces: Robot Framework keeps them, and an element would cost more."""
    return "  " + "\n  ".join(lines)
