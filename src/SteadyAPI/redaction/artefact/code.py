"""JavaScript and style sheets: only strings and comments are masked.

A mask anywhere else would break the code, so a file with a secret elsewhere raises ``NotMaskableError``.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TextIO

from SteadyAPI.redaction.artefact.unit import CleanAmong, Masker, NotMaskableError, none_known_clean

_PARTS = (("open", "text", "close"), ("tick", "lines", "tock"), ("begin", "inner", "end"), ("line", "rest", ""))


@cache
def _literal() -> re.Pattern[str]:
    """Returns the pattern of a string or comment (opening, text, closing), or of a regular expression (not masked)."""
    regular = r"(?P<skip>[=(,:;!&|?{}\[>]\s*+/(?![/*])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*+\])++/)"
    quoted = r"(?P<open>[\"'])(?P<text>(?:\\[\s\S]|(?!(?P=open))[^\\\n])*+)(?P<close>(?P=open))"
    template = r"(?P<tick>`)(?P<lines>(?:\\[\s\S]|[^`\\])*+)(?P<tock>`)"
    comment = r"(?P<begin>/\*)(?P<inner>[\s\S]*?)(?P<end>\*/|\Z)|(?P<line>//)(?P<rest>[^\r\n]*+)"
    return re.compile(f"{regular}|{quoted}|{template}|{comment}")


def masked_code(source: TextIO, mask: Masker, clean_among: CleanAmong = none_known_clean) -> Iterator[str]:  # noqa: ARG001
    """Yields the whole text of ``source`` masked.

    Raises:
        NotMaskableError: There is a secret outside strings and comments.

    """
    text = source.read()
    if mask(text) is text:
        yield text
        return
    shown = _literal().sub(lambda match: _masked_literal(match, mask), text)
    if mask(shown) is not shown:
        raise NotMaskableError
    yield shown


def _masked_literal(match: re.Match[str], mask: Masker) -> str:
    for opening, inner, closing in _PARTS:
        if match[opening] is not None:
            return match[opening] + mask(match[inner]) + (match[closing] if closing else "")
    return match[0]
