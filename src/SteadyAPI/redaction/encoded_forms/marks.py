"""The characters of a text that notations of a few tools are known by. Most messages have few of them, or none."""

NOT_ASCII = "\x80"
"""Stands for all characters outside ASCII."""
_MARKS = "\"'`|,[{<=$%#~^_\\\n\b"
_OTHERS = bytes([code for code in range(0x100) if chr(code) not in _MARKS])
_NONE: frozenset[str] = frozenset()
_ONLY_NOT_ASCII = frozenset(NOT_ASCII)


def marks_of(text: str) -> frozenset[str]:
    """Returns which marks are in ``text``. It is fast, because nearly every text is asked."""
    if text.isascii():
        left = text.encode().translate(None, _OTHERS)
        return frozenset(left.decode()) if left else _NONE
    return _ONLY_NOT_ASCII.union(text.encode("latin-1", "replace").translate(None, _OTHERS).decode())
