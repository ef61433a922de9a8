"""Pages in HTML that Robot Framework didn't write: texts and attributes are masked, code keeps what only looks secret.

Of scripts, style sheets and tags with handlers of events, only known values are masked; and in scripts opaque values
of pairs in quotes, whose masks break no code: ``"authToken": "x"``.
"""

import re
from collections.abc import Iterator
from functools import cache
from io import StringIO
from typing import TextIO

from SteadyAPI.redaction.artefact.json import masked_json
from SteadyAPI.redaction.artefact.unit import CleanAmong, Masker, none_known_clean
from SteadyAPI.redaction.artefact.xml import masked_xml
from SteadyAPI.redaction.masking import MASK
from SteadyAPI.redaction.shapes.ordinary import is_opaque
from SteadyAPI.redaction.shapes.secret_names import names_a_secret

# Stands in the markup where code was
_CODE = "<!--\0-->"


@cache
def _code() -> re.Pattern[str]:
    """Returns the pattern of an element with code, or of a tag with an attribute of code."""
    element = r"<(?:script|style)\b[^>]{0,4096}>[\s\S]*?(?:</(?:script|style)\s{0,9}>|\Z)"
    return re.compile(rf"({element}|<[a-z][^<>]{{0,4096}}?\s(?:on\w+|style)\s*=[^<>]{{0,4096}}>)", re.IGNORECASE)


@cache
def _script() -> re.Pattern[str]:
    """Returns the pattern of a script that is JSON."""
    return re.compile(
        r"(<script\b[^>]*?\btype=[\"']?application/(?:\w+\+)?json\b[^>]*>)(.*)(</script.*)", re.IGNORECASE | re.DOTALL
    )


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(r"(\"([\w.-]{2,60})\"\s{0,3}:\s{0,3}\")([^\"\\<>\r\n]{8,4096})\"", re.ASCII)


def masked_page(
    source: TextIO, mask: Masker, clean_among: CleanAmong = none_known_clean, mask_known: Masker | None = None
) -> Iterator[str]:
    """Yields the whole text of ``source`` masked; ``mask_known`` masks known values only, ``mask`` if missing."""
    text = source.read()
    pieces = _code().split(text)
    mark = _CODE
    while mark in text:
        mark = mark.replace("\0", "\0\0")
    pieces[::2] = "".join(masked_xml(StringIO(mark.join(pieces[::2])), mask, clean_among)).split(mark)
    pieces[1::2] = [_masked_code(code, mask, mask_known or mask) for code in pieces[1::2]]
    yield "".join(pieces)


def _masked_code(code: str, mask: Masker, mask_known: Masker) -> str:
    if json := _script().fullmatch(code):
        # An element ends at the first such sign.
        return json[1] + "".join(masked_json(StringIO(json[2]), mask)).replace("</", "<\\/") + json[3]
    shown = mask_known(code)
    if shown is not code:
        # What is found is counted by the other masker.
        mask(code)
    return _pair().sub(lambda match: _masked_pair(match, mask), shown)


def _masked_pair(match: re.Match[str], mask: Masker) -> str:
    beginning, name, value = match.groups()
    is_secret = names_a_secret(name) and is_opaque(value) and any(map(str.isdigit, value))
    return f'{beginning}{MASK}"' if is_secret and mask(match[0]) is not match[0] else match[0]
