"""JSON values as messages show them."""

import json
from typing import Any

ABSENT = object()
"""What a path leads to when the value isn't there."""


def shown(value: Any, longest: int = 60) -> str:
    """Writes a JSON value for a message, cut."""
    if value is ABSENT:
        return "absent"
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= longest else f"{text[:longest]}…"
