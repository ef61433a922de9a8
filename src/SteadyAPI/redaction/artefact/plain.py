"""Plain text files: debug file, syslog, console captures, argument files."""

from collections.abc import Iterator
from typing import TextIO

from SteadyAPI.redaction.artefact.unit import CleanAmong, Masker, blocks, none_known_clean


def masked_plain(source: TextIO, mask: Masker, clean_among: CleanAmong = none_known_clean) -> Iterator[str]:  # noqa: ARG001
    """Yields the text of ``source`` masked, in blocks of whole lines."""
    for block in blocks(source, lambda text: text.rfind("\n") + 1):
        yield mask(block)
