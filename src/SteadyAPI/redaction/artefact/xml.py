"""XML files: output.xml, xunit. Masks text and attribute values, never names, times or statuses."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TextIO

from SteadyAPI.redaction.artefact.unit import CleanAmong, Masker, blocks, masked_with_names, none_known_clean

STRUCTURE = frozenset(
    "elapsed elapsedtime endtime errors fail failures flavor generated html id level line lineno on_limit pass "
    "pattern_type rpa schemaversion scope skip skipped start starttime status tests time timestamp type".split()
)
_OUTPUT = "<robot "
# Their elements and attributes are called what they are, and name no secrets.
_OF_TESTS = (_OUTPUT, "<testsuite")
_NAMING = frozenset({"name", "owner", "source", "sourcename"})
_LITERALS = (("<!--", "-->"), ("<![CDATA[", "]]>"))
_CHARACTERS = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
_TEXT = r">\s*+[^<\s][^<]*+"
_TAG = r"(?!msg |status |[/?!])[\w:.-]++\s(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+"
# Shorter tokens without secrets are remembered, because they are often repeated.
_CLEAN_LONGEST = 300
_CLEAN_MOST = 20_000


@cache
def _token() -> re.Pattern[str]:
    """Returns the pattern of what may show a secret: a text that isn't blank, a tag with attributes, comment or CDATA.

    Every alternative begins with one of two characters, which ``re`` searches fast.
    """
    literal = r"!(?:--[\s\S]*?-->|\[CDATA\[[\s\S]*?\]\]>)"
    return re.compile(f"({_TEXT}|<(?:{literal}|{_TAG}))")


@cache
def _text() -> re.Pattern[str]:
    return re.compile(_TEXT)


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(f"<{_TAG}")


@cache
def _content() -> re.Pattern[str]:
    """Returns the pattern of an attribute's value, a text, or a section of unparsed text."""
    return re.compile(r"\"[^\"<]*+\"|'[^'<]*+'|(?<=>)[^<]++|<!(?:\[CDATA\[[\s\S]*?\]\]|--[\s\S]*?--)>")


@cache
def _named() -> re.Pattern[str]:
    return re.compile(r"<(?:suite|test|kw)(\s[^<>]*+)>|<tag>([^<]++)</tag>")


@cache
def _attribute() -> re.Pattern[str]:
    return re.compile(r"(\s([\w:.-]+)\s*=\s*)(\"[^\"]*+\"|'[^']*+')")


@cache
def _reference() -> re.Pattern[str]:
    return re.compile(r"&(?:#([0-9]{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos));")


def masked_xml(source: TextIO, mask: Masker, clean_among: CleanAmong = none_known_clean) -> Iterator[str]:
    """Yields the text of ``source`` with its character data and attribute values masked."""
    clean: set[str] = set()

    def masked(token: str) -> str:
        whole = _masked_token(token, mask)
        if whole is token and len(token) < _CLEAN_LONGEST:
            clean.add(token)
        return whole

    is_of_tests = False
    for block in blocks(source, _end_of_last_token):
        is_of_tests = is_of_tests or any(map(block.__contains__, _OF_TESTS))
        if len(clean) > _CLEAN_MOST:
            clean.clear()
        unknown = _tokens(block) - clean
        shown = {token: _decoded(token[token[0] == ">" :]) for token in unknown if token[0] != "<"}
        known = clean_among(shown.values())
        clean.update([token for token, text in shown.items() if text in known])
        whole = block
        looked_at = {token: masked(token) for token in unknown - clean}
        if any(looked_at[token] is not token for token in looked_at):
            pieces = _split(block)
            # Each token is masked as often as it comes, because they are counted.
            pieces[1::2] = [
                token if token in clean else looked_at.pop(token, "") or masked(token) for token in pieces[1::2]
            ]
            whole = "".join(pieces)
        yield whole if is_of_tests else masked_with_names(whole, mask(whole), _content())


def names_in(source: TextIO) -> Iterator[set[str]]:
    """Yields the names of suites, tests, keywords, their files, and tags in an output file, a part of it at a time.

    Nothing in other XML files is such a name.
    """
    is_output = False
    for block in blocks(source, _end_of_last_token):
        is_output = is_output or _OUTPUT in block
        if not is_output:
            return
        found = set(_named().findall(block))
        attributes = [match for opening, _ in found for match in _attribute().findall(opening)]
        yield {
            *(_decoded(quoted[1:-1]) for _, name, quoted in attributes if name in _NAMING),
            *(_decoded(tag) for _, tag in found if tag),
        }


def _tokens(block: str) -> set[str]:
    """Returns the tokens of a block, and maybe more: what stands in quotes may look like a text.

    Two patterns that each begin with one character are searched several times as fast as one for all.
    """
    if "<!" in block or not block.startswith("<"):
        return set(_split(block)[1::2])
    return {*_text().findall(block), *_tag().findall(block)}


def _split(block: str) -> list[str]:
    """Returns what is between the tokens of a block and, at every odd place, the tokens."""
    begin = block.find("<") if "<" in block else len(block)
    if not block[:begin].strip():
        return _token().split(block)
    # A text that was too long for one block continues at the beginning of the next.
    return ["", block[:begin], *_token().split(block[begin:])]


def _end_of_last_token(text: str) -> int:
    for opening, closing in _LITERALS:
        start = text.rfind(opening)
        if start >= 0 and text.find(closing, start) < 0:
            return start
    return max(text.rfind("<"), 0)


def _masked_token(token: str, mask: Masker) -> str:
    for opening, closing in _LITERALS:
        if token.startswith(opening):
            data = token[len(opening) : -len(closing)]
            masked = mask(data)
            return token if masked is data else opening + masked + closing
    return _masked_tag(token, mask) if token.startswith("<") else _masked_text(token, mask)


def _masked_text(token: str, mask: Masker) -> str:
    text = token[token.startswith(">") :]
    data = _masked_data(text, mask)
    return token if data is text else token[: len(token) - len(text)] + data


def _masked_tag(token: str, mask: Masker) -> str:
    tag = _attribute().sub(lambda match: match[1] + _masked_value(match[2], match[3], mask), token)
    return token if tag == token else tag


def _masked_value(name: str, quoted: str, mask: Masker) -> str:
    if name in STRUCTURE:
        return quoted
    data = quoted[1:-1]
    masked = _masked_data(data, mask)
    if masked is data:
        return quoted
    return quoted[0] + masked.replace('"', "&quot;").replace("'", "&apos;").replace("\n", "&#10;") + quoted[0]


def _masked_data(data: str, mask: Masker) -> str:
    plain = _decoded(data)
    masked = mask(plain)
    if masked is plain:
        return data
    return masked.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _decoded(data: str) -> str:
    if "&" not in data:
        return data
    if "&#" in data:
        return _reference().sub(_character, data)
    # Faster than the pattern. The ampersand is last, because what it becomes may look like another reference.
    for reference, character in _CHARACTERS.items():
        data = data.replace(reference, character)
    return data


def _character(match: re.Match[str]) -> str:
    if match[3]:
        return _CHARACTERS[match[0]]
    number = int(match[1]) if match[1] else int(match[2], 16)
    return chr(number) if number < 0x110000 else match.group()  # noqa: PLR2004
