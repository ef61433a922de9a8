"""One mismatch between a value and its schema, and the words for it."""

import json
from dataclasses import dataclass, field
from typing import Any

from SteadyAPI.engine.contract.normalized_path import Steps
from SteadyAPI.redaction.masking import MASK
from SteadyAPI.redaction.shapes.secret_names import names_a_secret

PRESENT = "present"
ABSENT = "absent"
RULE = "the model's rule: "
"""Begins what is expected by a validator of the model's own, in its words."""
_LONGEST_EXPECTATION = 120
_LONGEST_VALUE = 60
_as_json = json.JSONEncoder(ensure_ascii=False).encode
"""What ``json.dumps`` does, without making an encoder for each value."""
_JSON_TYPES: dict[type, str] = {
    type(None): "null",
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    dict: "object",
}


@dataclass(frozen=True, slots=True)
class Violation:
    """Where a value broke its schema: a JSON path (RFC 9535), what was expected, what came, and a hint that is true.

    ``expected`` is ``absent`` for a field that the schema doesn't know, ``got`` is ``absent`` for one that is missing.
    """

    path: str
    expected: str
    got: str = field(repr=False)
    hint: str = field(default="", repr=False)

    @property
    def line(self) -> str:
        """The mismatch on one line; a long expectation, such as a pattern, is cut."""
        hint = f" ({self.hint})" if self.hint else ""
        if self.got == ABSENT:
            return f"{self.path}: {'required' if self.expected == PRESENT else _cut(self.expected)}, absent{hint}"
        if self.expected.startswith(RULE):
            return f"{self.path}: fails {_cut(self.expected)}, got {self.got}{hint}"
        expected = "no such field" if self.expected == ABSENT else _cut(self.expected)
        return f"{self.path}: expected {expected}, got {self.got}{hint}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check came to: the validated object, every mismatch, or why the text is no JSON that can be checked.

    ``left_out`` are parts of the schema that can't be checked.
    """

    schema: str
    value: Any = field(default=None, repr=False)
    violations: tuple[Violation, ...] = ()
    not_json: str = ""
    left_out: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Returns whether the contract is kept."""
        return not self.violations and not self.not_json


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_EXPECTATION else f"{text[:_LONGEST_EXPECTATION]}…"


def json_type(value: Any) -> str:
    """Names a value's type in JSON's words."""
    return _JSON_TYPES.get(type(value), "array")


def shown(value: Any) -> str:
    """Returns a value as a message shows it: JSON, cut, with its type; of objects and arrays type and size alone."""
    if isinstance(value, dict | list):
        noun = "key" if isinstance(value, dict) else "item"
        return f"{json_type(value)} with {len(value)} {noun}{'' if len(value) == 1 else 's'}"
    if value is None:
        return "null"
    # The cut comes first: a text of megabytes is not worth encoding.
    long = isinstance(value, str) and len(value) > _LONGEST_VALUE
    text = _as_json(value[:_LONGEST_VALUE] if long else value)
    return f"{text}{f'… +{len(value) - _LONGEST_VALUE} characters' if long else ''} ({json_type(value)})"


def received(steps: Steps, value: Any) -> str:
    """Returns a received value as a message shows it; the mask where a name in the path says that it is a secret."""
    if isinstance(value, str | int | float) and any(isinstance(step, str) and names_a_secret(step) for step in steps):
        return MASK
    return shown(value)
