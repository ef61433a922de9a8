"""The texts of a result object, masked before Robot Framework and other listeners write them.

Only ``result`` is changed, never ``data``: a run must do exactly what it does without redaction.
"""

from collections.abc import Callable, Iterable
from typing import Any, Self

from SteadyAPI.redaction.difference import masked_difference
from SteadyAPI.robot_compat import result_type

Masker = Callable[[str], str]

# Names and tags tell one test from another, so they are masked by rules of their own.
_NAMES_BY_TYPE = {
    "KEYWORD": ("name", "tags"),
    "SETUP": ("name", "tags"),
    "TEARDOWN": ("name", "tags"),
    "GROUP": ("name",),
}
_KEYWORD = ("args", "assign", "doc")
_BY_TYPE = {
    "KEYWORD": _KEYWORD,
    "SETUP": _KEYWORD,
    "TEARDOWN": _KEYWORD,
    "FOR": ("assign", "values", "start", "fill"),
    "ITERATION": ("assign",),
    "WHILE": ("condition", "limit", "on_limit_message"),
    "IF": ("condition",),
    "ELSE IF": ("condition",),
    "EXCEPT": ("patterns", "assign"),
    "VAR": ("name", "value", "separator"),
    "RETURN": ("values",),
    "ERROR": ("values",),
}


_UNEQUAL = " != "


class MaskedMessage(str):
    """Shows masked, but compares like the message it stands for.

    From Robot Framework 7.1, a keyword message that a listener has changed replaces the failure itself: expected
    errors would no longer match and a fatal error would no longer stop the run. One that compares equal doesn't.
    """

    __slots__ = ("_original",)
    _original: str

    def __new__(cls, masked: str, original: str) -> Self:
        """Makes a message that reads ``masked`` and equals ``original``."""
        message = super().__new__(cls, masked)
        message._original = original
        return message

    def __eq__(self, other: object) -> bool:
        return self._original == other or str.__eq__(self, other) is True

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__


def mask_suite(result: Any, mask: Masker, mask_name: Masker) -> None:
    """Masks name, documentation, metadata and message of a suite result."""
    _mask_attributes(result, ("name",), mask_name)
    _mask_attributes(result, ("doc", "metadata", "message"), mask)


def mask_test(result: Any, mask: Masker, mask_name: Masker) -> None:
    """Masks name, documentation, tags and message of a test result."""
    _mask_attributes(result, ("name", "tags"), mask_name)
    hidden = _hidden_difference(result.message, mask) if _UNEQUAL in result.message else ""
    _mask_attributes(result, ("doc", "timeout", "message"), mask)
    result.message += hidden


def mask_body_item(result: Any, mask: Masker, mask_name: Masker) -> None:
    """Masks the texts of a keyword or control structure result, by its type."""
    kind = result_type(result)
    _mask_attributes(result, _NAMES_BY_TYPE.get(kind, ()), mask_name)
    _mask_attributes(result, _BY_TYPE.get(kind, ()), mask)
    mask_message(result, mask)


def mask_message(result: Any, mask: Masker) -> None:
    """Masks the message of a keyword or control structure result, if it has one."""
    message = getattr(result, "message", "")
    if message:
        masked = mask(message)
        if masked is not message:
            result.message = MaskedMessage(masked + _hidden_difference(message, mask), message)


def _hidden_difference(message: str, mask: Masker) -> str:
    """Returns a line that says how the two sides of ``a != b`` differ, if they read alike now; else nothing."""
    left, unequal, right = message.partition(_UNEQUAL)
    if not unequal or _UNEQUAL in right or "\n" in message:
        return ""
    # A message of the test's own may stand before, with a colon behind it.
    hidden = masked_difference(right, left, mask) or masked_difference(right, left.rpartition(": ")[2], mask)
    return f"\n{hidden}" if hidden else ""


def _mask_attributes(result: Any, names: tuple[str, ...], mask: Masker) -> None:
    for name in names:
        value = getattr(result, name)
        if value:
            masked = mask(value) if type(value) is str else _masked(value, mask)
            if masked is not value:
                setattr(result, name, masked)


def _is_clean(texts: Iterable[Any], mask: Masker) -> bool:
    # A loop, because a generator costs as much as the look: this is done for the arguments of every keyword.
    for text in texts:  # noqa: SIM110
        if type(text) is not str or mask(text) is not text:
            return False
    return True


def _masked(value: Any, mask: Masker) -> Any:
    """Returns ``value`` with its texts masked; the same object if it shows no secret."""
    if isinstance(value, str):
        return mask(value)
    if hasattr(value, "items"):
        if _is_clean(value, mask) and _is_clean(value.values(), mask):
            return value
        pairs = [(_masked(key, mask), _masked(item, mask)) for key, item in value.items()]
        is_same = all(
            new is old
            for pair, pair_before in zip(pairs, value.items(), strict=True)
            for new, old in zip(pair, pair_before, strict=True)
        )
        return value if is_same else dict(pairs)
    if hasattr(value, "__iter__"):
        if _is_clean(value, mask):
            return value
        items = [_masked(item, mask) for item in value]
        return value if all(new is old for new, old in zip(items, value, strict=True)) else type(value)(items)
    text = str(value)
    masked = mask(text)
    return value if masked is text else masked
