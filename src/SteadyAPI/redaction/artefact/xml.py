"""XML files: output.xml, xunit. Masks text and attribute values, never names, times or statuses."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TextIO

from SteadyAPI.redaction.artefact.unit import Masker, blocks

STRUCTURE = frozenset(
    "elapsed elapsedtime endtime errors fail failures flavor generated html id level line lineno on_limit pass "
    "pattern_type rpa schemaversion scope skip skipped start starttime status tests time timestamp type".split()
)
_QUIET_TAGS = ("</", "<msg ", "<status ", "<?", "<!")


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"(?P<text>[^<]++)|<(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>|<")


@cache
def _attribute() -> re.Pattern[str]:
    return re.compile(r"(\s([\w:.-]+)\s*=\s*)(\"[^\"]*+\"|'[^']*+')")


@cache
def _reference() -> re.Pattern[str]:
    return re.compile(r"&(?:#([0-9]{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos));")


def masked_xml(source: TextIO, mask: Masker) -> Iterator[str]:
    """Yields the text of ``source`` with its character data and attribute values masked."""
    for block in blocks(source, lambda text: max(text.rfind("<"), 0)):
        yield "".join(_masked(token, mask) for token in _token().finditer(block))


def _masked(token: re.Match[str], mask: Masker) -> str:
    text = token.group()
    if token.lastgroup:
        return text if text == "\n" else _masked_data(text, mask)
    if text.startswith(_QUIET_TAGS) or "=" not in text:
        return text
    return _attribute().sub(lambda match: match[1] + _masked_value(match[2], match[3], mask), text)


def _masked_value(name: str, quoted: str, mask: Masker) -> str:
    if name in STRUCTURE:
        return quoted
    data = quoted[1:-1]
    masked = _masked_data(data, mask)
    if masked is data:
        return quoted
    return quoted[0] + masked.replace('"', "&quot;").replace("'", "&apos;").replace("\n", "&#10;") + quoted[0]


def _masked_data(data: str, mask: Masker) -> str:
    plain = _reference().sub(_character, data) if "&" in data else data
    masked = mask(plain)
    if masked is plain:
        return data
    return masked.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _character(match: re.Match[str]) -> str:
    if match[3]:
        return {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}[match[3]]
    number = int(match[1]) if match[1] else int(match[2], 16)
    return chr(number) if number < 0x110000 else match.group()  # noqa: PLR2004
