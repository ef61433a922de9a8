"""Text from outside as HTML: escaped, and with every character that acts instead of showing made visible."""

from collections.abc import Iterable
from html import escape

_PICTURES = 0x2400
_BIDIRECTIONAL = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SEPARATORS = (0x2028, 0x2029)
# XML can't carry lone surrogates and the last two of the plane; the others steer terminals or turn the text around.
_SHOWN = {
    **{code: chr(_PICTURES + code) for code in range(0x20) if chr(code) not in "\t\n"},
    0x7F: "\u2421",
    **{code: f"\\x{code:02x}" for code in range(0x80, 0xA0)},
    **{code: f"\\u{code:04x}" for code in (*_BIDIRECTIONAL, *_SEPARATORS, 0xFEFF)},
    **dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd"),
}


def html_text(text: str) -> str:
    """Returns the text for the inside of an element; a control character shows as its picture or its code."""
    return escape(visible(text), quote=False)


def visible(text: str) -> str:
    """Returns the text with control, direction and stray surrogate characters shown instead of obeyed."""
    return text if text.isprintable() else text.replace("\r\n", "\n").translate(_SHOWN)


def cut(text: str, longest: int) -> str:
    """Returns at most ``longest`` characters, and how many are missing."""
    return text if len(text) <= longest else f"{text[:longest]} … +{len(text) - longest} chars"


def indented(lines: Iterable[str]) -> str:
    """Returns lines of HTML, indented by spaces: Robot Framework keeps them, and an element would cost more."""
    return "  " + "\n  ".join(lines)
