"""Plain text files: debug file, syslog, console captures, argument files."""

from collections.abc import Iterator
from typing import TextIO

from SteadyAPI.redaction.artefact.unit import LookOver, Masker, blocks, no_look


def masked_plain(source: TextIO, mask: Masker, look_over: LookOver = no_look) -> Iterator[str]:  # noqa: ARG001
    """Yields the text of ``source`` masked, in blocks of whole lines."""
    for block in blocks(source, lambda text: text.rfind("\n") + 1):
        yield mask(block)
