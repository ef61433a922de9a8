"""Plain text files: debug file, syslog, console captures, argument files, and formats without their own reader."""

from collections.abc import Iterator
from typing import TextIO

from SteadyAPI.redaction.artefact import unit
from SteadyAPI.redaction.artefact.unit import CleanAmong, Masker, none_known_clean
from SteadyAPI.redaction.masking import MASK

OVERLAP = 1 << 14


def masked_plain(source: TextIO, mask: Masker, clean_among: CleanAmong = none_known_clean) -> Iterator[str]:  # noqa: ARG001
    """Yields the text of ``source`` masked, in blocks that overlap.

    The end of a block is masked again together with the next block, so that a secret across both is found. A block is
    at most about four million characters long; a secret across the end of such a block may be missed.
    """
    text = source.read(unit.BLOCK)
    while following := source.read(unit.BLOCK):
        shown, rest = _settled(text, mask)
        if shown:
            yield shown
        text = rest + following
    if text:
        yield mask(text)


def _settled(text: str, mask: Masker) -> tuple[str, str]:
    """Returns the masked part of ``text`` that doesn't depend on what follows, and the rest, not masked."""
    shown = mask(text)
    overlap = OVERLAP
    while overlap < len(text):
        start = len(text) - overlap
        rest = text[text.rfind("\n", 0, start) + 1 or start :]
        masked_rest = mask(rest)
        # If the rest is masked differently by itself, or begins with a mask, a secret may begin before it.
        if shown.endswith(masked_rest) and not masked_rest.startswith(MASK):
            return shown[: len(shown) - len(masked_rest)], rest
        overlap *= 2
    return ("", text) if len(text) < unit.LONGEST_UNIT else (shown, "")
