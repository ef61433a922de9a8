"""Describes the difference between two texts that are equal when masked, without showing them."""

from collections.abc import Callable
from itertools import takewhile

from SteadyAPI.redaction.masking import MASK


def masked_difference(expected: str, got: str, mask: Callable[[str], str]) -> str:
    """Returns how two texts differ that are equal when masked; "" if they differ when masked or are equal."""
    if expected == got:
        return ""
    masked = mask(expected)
    if MASK not in masked or masked != mask(got):
        return ""
    alike = (first == second for first, second in zip(expected, got, strict=False))
    place = sum(takewhile(bool, alike)) + 1
    return (
        f"the masked values differ: {len(expected)} characters expected, {len(got)} came; "
        f"the first difference is at character {place}"
    )
