"""XML files: output.xml, xunit. Masks text and attribute values, never names, times or statuses."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TextIO

from SteadyAPI.redaction.artefact.unit import LookOver, Masker, blocks, no_look

STRUCTURE = frozenset(
    "elapsed elapsedtime endtime errors fail failures flavor generated html id level line lineno on_limit pass "
    "pattern_type rpa schemaversion scope skip skipped start starttime status tests time timestamp type".split()
)
_TAGS_MOST = 10_000


@cache
def _token() -> re.Pattern[str]:
    """Returns the pattern of what may show a secret: a text that isn't blank, a tag with attributes of interest.

    A text that was too long for one block goes on at the beginning of the next.
    """
    text = r"(?:>|\A(?!<))(?P<text>\s*+[^<\s][^<]*+)"
    tag = r"<(?!msg |status |[/?!])[\w:.-]++\s(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+"
    return re.compile(f"{text}|{tag}")


@cache
def _attribute() -> re.Pattern[str]:
    return re.compile(r"(\s([\w:.-]+)\s*=\s*)(\"[^\"]*+\"|'[^']*+')")


@cache
def _reference() -> re.Pattern[str]:
    return re.compile(r"&(?:#([0-9]{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos));")


def masked_xml(source: TextIO, mask: Masker, look_over: LookOver = no_look) -> Iterator[str]:
    """Yields the text of ``source`` with its character data and attribute values masked."""
    clean_tags: set[str] = set()

    def masked(token: re.Match[str]) -> str:
        whole = token.group()
        if token.lastgroup:
            text = token["text"]
            data = _masked_data(text, mask)
            return whole if data is text else whole[: len(whole) - len(text)] + data
        if whole in clean_tags:
            return whole
        tag = _attribute().sub(lambda match: match[1] + _masked_value(match[2], match[3], mask), whole)
        if tag == whole and len(clean_tags) < _TAGS_MOST:
            clean_tags.add(whole)
        return tag

    for block in blocks(source, lambda text: max(text.rfind("<"), 0)):
        tokens = list(_token().finditer(block))
        # What is escaped isn't known by what it looks like.
        texts = ["" if token[1] is None or "&" in token[1] else token[1] for token in tokens]
        clean = look_over(texts)
        parts: list[str] = []
        done = 0
        for token, text in zip(tokens, texts, strict=True):
            if text and text in clean:
                continue
            parts += (block[done : token.start()], masked(token))
            done = token.end()
        yield "".join(parts) + block[done:]


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
