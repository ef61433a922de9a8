"""Values below the name of secrets: a list or mapping of YAML, a section of TOML or INI, ``data:`` of Kubernetes."""

import re
from collections.abc import Generator, Iterable, Iterator

from SteadyAPI.redaction.masking import MASK
from SteadyAPI.redaction.shapes.collections import is_item, is_name_of_secret
from SteadyAPI.redaction.shapes.expressions import is_command, is_expression
from SteadyAPI.redaction.shapes.named_values import stands_beside_secrets
from SteadyAPI.redaction.shapes.ordinary import is_opaque
from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.placeholders import is_placeholder
from SteadyAPI.redaction.shapes.plausibility import whole_name
from SteadyAPI.redaction.shapes.secret_names import LITERALS, names_a_password, names_secrets, plural_names_in
from SteadyAPI.redaction.shapes.tables.tables import line_end, line_start, next_line

_NOTE = r"[ \t]{0,9}(?:#[^\r\n]{0,200})?"
# What lies below is indented, or a list; above that, nothing is looked at, because most names are alone in their line.
# An anchor or a type stands on the line of the name.
_KEY_END = r":(?:[ \t]{1,4}[&!][\w-]{1,40})?" + _NOTE
_BELOW = r"[\"']?" + _KEY_END + r"\r?\n(?:[ \t]{1,60}(?!\s)|- )"
_SECTION = r"(?P<section>[\w.-]{0,40}\]{1,2}" + _NOTE + r"\r?\n(?!\[))"
_INLINE = r"[\"']?:[ \t]{1,9}[\[{][ \t]{0,3}(?![\"'\[{]|redacted\])(?P<in>[^\[\]{}\"'\r\n]{6,4096})[\]}]"
_BEHIND = f"{_BELOW}|{_SECTION}|{_INLINE}"
# What a text has if one of these follows a name in it; looking for that takes less than looking at the names.
_ANY = (
    rf"{_KEY_END}\r?\n(?:[ \t]|- )|:[ \t]{{1,9}}[\[{{][ \t]{{0,3}}(?!redacted\])[^\s\"'\[{{]"
    rf"|\[(?!redacted\])[\w.-]{{1,160}}\]{{1,2}}{_NOTE}\r?\n"
)
_OPENED = r"(?:\A|[\s\"'])\[{1,2}[\w.-]{0,60}\Z"
_KEY = r"(?P<k>[\"']?[\w./-]{1,60}[\"']?)[ \t]{0,20}(?:=[ \t]{0,9}|:[ \t]{1,9})"
_SCALAR = r"(?:!!?\w{1,20} )?(?P<q>[\"']?)(?P<v>[^\s\"'#,][^\s\"',]{5,1023})(?P=q)"
_ENTRY = rf"[ \t]*(?:(?P<dash>-)[ \t]{{1,3}})?(?:{_KEY})?{_SCALAR},?{_NOTE}"
_LINES_MOST = 200
_LEAST, _PASSWORD_LEAST = 8, 6
_OF_KUBERNETES = r"kind: secret[ \t]*(?:\r?\n|\Z)"
_DATA = r"(?m:^) {{{column}}}(?P<kind>data|stringData):[ \t]*\r?(?P<lines>(?:\n(?: {{{deeper},60}}[^\r\n]*)?\r?)++)"
_LINE = rf"(?m:^)[ \t]*{_KEY}{_SCALAR}{_NOTE}\r?(?m:$)"
_LONGEST, _COLUMN_MOST = 20_000, 40
# More in one text is no document that somebody wrote, and looking at each takes long.
_NAMES_MOST = 1_000
_LOOK_BACK, _WORD_LONGEST = 124, 12


def section_spans(
    text: str, lower: str, literals: Iterable[str] = LITERALS, allowed: frozenset[str] = frozenset()
) -> Iterator[tuple[int, int]]:
    """Yields start and end of every opaque value below the name of secrets; takes what ``collection_spans`` takes."""
    done = 0
    may_be_one = _has_lower_lines_or_brackets(text) and compiled(_ANY).search(text) is not None
    for name in sorted(plural_names_in(lower, literals if may_be_one else (), _BEHIND), key=re.Match.start)[
        :_NAMES_MOST
    ]:
        whole = whole_name(lower, name)
        if not names_secrets(whole):
            # "The new API keys"
            whole = " ".join(lower[max(0, name.start() - _WORD_LONGEST) : name.end()].split()[-2:])
        if name.start() < done or whole in allowed or not names_secrets(whole):
            continue
        if name["in"]:
            done = name.end("in")
            yield from _inline(text[name.start("in") : done], name.start("in"), whole)
            continue
        before = text[max(0, name.end() - _LOOK_BACK) : name.end() - len(whole)].rpartition("\n")[2]
        is_section = name["section"] is not None
        if not is_section or compiled(_OPENED).search(before):
            indent = -1 if is_section else len(before) - len(before.lstrip(" \t"))
            done = yield from _in_lines(text, line_end(text, name.end()), whole, indent)
    if "kind: secret" in lower:
        yield from _of_kubernetes(text, lower)


def _has_lower_lines_or_brackets(text: str) -> bool:
    """Returns whether a line of ``text`` may lie below another, or a bracket is none of a mask."""
    is_below = "\n " in text or "\n\t" in text or "\n-" in text
    return is_below or "{" in text or text.count("[") > text.count(MASK)


def _inline(items: str, start: int, whole: str) -> Iterator[tuple[int, int]]:
    for item in items.split(","):
        entry = compiled(_ENTRY).fullmatch(f"- {item.strip()}")
        if entry and _is_secret(whole, entry["k"], entry["v"]):
            place = start + item.index(entry["v"])
            yield place, place + len(entry["v"])
        start += len(item) + 1


def _in_lines(text: str, end: int, whole: str, indent: int) -> Generator[tuple[int, int], None, int]:
    """Yields the secrets in the lines behind ``end``; returns where they end: at a line that isn't indented further.

    A list of YAML may begin in the column of its name. A section, whose ``indent`` is -1, ends at the next one.
    """
    for _ in range(_LINES_MOST):
        start = next_line(text, end)
        stop = line_end(text, start)
        line = text[start:stop]
        if start >= len(text):
            break
        bare = line.lstrip(" \t")
        if bare and (bare.startswith("[") if indent < 0 else not _is_below(line, bare, indent)):
            break
        entry = compiled(_ENTRY).fullmatch(line)
        # A section has no lists.
        if entry and (entry["k"] or (entry["dash"] and indent >= 0)) and _is_secret(whole, entry["k"], entry["v"]):
            yield start + entry.start("v"), start + entry.end("v")
        end = stop
    return end


def _is_below(line: str, bare: str, indent: int) -> bool:
    depth = len(line) - len(bare)
    return depth > indent or (depth == indent and bare.startswith("- "))


def _is_secret(whole: str, key: str | None, value: str) -> bool:
    if is_expression(value) or is_command(value) or is_name_of_secret(value):
        return False
    least = _PASSWORD_LEAST if names_a_password(whole) else _LEAST
    return is_opaque(value, least) and is_item(whole, (key or "").strip("\"'"), value)


def _of_kubernetes(text: str, lower: str) -> Iterator[tuple[int, int]]:
    """Yields the values of every Secret of Kubernetes: all of ``data``, and of ``stringData`` what isn't public."""
    done = 0
    for kind in compiled(_OF_KUBERNETES).finditer(lower):
        first = line_start(text, kind.start())
        column = kind.start() - first
        if kind.start() < done or column > _COLUMN_MOST or text[first : kind.start()].strip(" -"):
            continue
        # A document begins behind dashes, an object in a list two columns before its keys.
        opening = f"\n{' ' * (column - 2)}- " if column else "\n---"
        begin = max(text.rfind(opening, done, kind.start()), done, kind.start() - _LONGEST)
        closing = rf"\n(?:---| {{0,{column - 1}}}[^ \r\n])" if column else r"\n---"
        end = compiled(closing).search(text, kind.end() - 1, kind.end() + _LONGEST)
        done = end.start() if end else min(len(text), kind.end() + _LONGEST)
        for block in compiled(_DATA.format(column=column, deeper=column + 1)).finditer(text, begin, done):
            for entry in compiled(_LINE).finditer(text, *block.span("lines")):
                is_public = block["kind"] == "stringData" and stands_beside_secrets(entry["k"].strip("\"'"))
                if not is_public and not is_placeholder(entry["v"]):
                    yield entry.span("v")
