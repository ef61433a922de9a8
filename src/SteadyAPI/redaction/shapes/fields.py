"""Values behind a field name of a secret: in JSON, forms, queries, XML, headers, ``repr``, options, assignments.

Each name is found first, then every notation of a value is tried right behind it. No pattern looks further than 8192
characters, and a value that was found isn't searched again, so the time is linear in the length of the text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from SteadyAPI.redaction.masking import MASK
from SteadyAPI.redaction.shapes.expressions import is_expression, is_filled_in
from SteadyAPI.redaction.shapes.labels import begins_label
from SteadyAPI.redaction.shapes.notations import spoken
from SteadyAPI.redaction.shapes.notations.assigned_words import AssignedWords, assigned_spans, first_line
from SteadyAPI.redaction.shapes.notations.changes import changed_spans, may_hold_changes
from SteadyAPI.redaction.shapes.notations.cookies import is_header_value, is_setting
from SteadyAPI.redaction.shapes.notations.followed_values import followed_spans
from SteadyAPI.redaction.shapes.notations.pairs import ValueKeys, may_hold_pairs, pair_spans
from SteadyAPI.redaction.shapes.notations.structures import (
    BLOCK,
    BRACED,
    BRACKETED,
    BY_COMMA,
    CLOSE,
    DUMPED,
    FORM,
    GAP,
    LIST_OF_ONE,
    LOGIN,
    MARK,
    MEMBER,
    NO_MASK,
    OF_ELEMENTS,
    OF_YAML,
    OTHER_FIELD,
    PHRASE,
    PREFIX,
    QUOTED,
    RUN_BY_SHELL,
    SCHEME,
    SPOKEN,
    STRUCT,
    SWITCH,
    TICKED,
    TUPLE,
    TUPLED,
    TYPED,
    UNSPOKEN,
    WRAPPED,
    is_empty_field,
    is_known,
    is_masked,
    is_no_value,
)
from SteadyAPI.redaction.shapes.notations.sure_values import sure_spans
from SteadyAPI.redaction.shapes.notations.whole_lines import UNDER, line_spans, rest_of_value
from SteadyAPI.redaction.shapes.ordinary import is_opaque, is_prose_behind_option, is_word
from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.plausibility import may_be_secret, whole_name
from SteadyAPI.redaction.shapes.secret_names import LITERALS, names_a_secret, secret_names_in

_MARKS = '=:,>"'
_SPOKEN_MARKS = "'(0123456789"
_WITHOUT_MARK = f"{NO_MASK}(?:{spoken.MARK}|{UNDER})"
_ANY_MARK = f"{NO_MASK}(?:{MARK}|{spoken.MARK}|{UNDER})"
# JSON, dictionaries, attributes: a quoted value behind a colon, an arrow or an equals sign
_PAIR = CLOSE + GAP + rf"(?:=>|:=|={{1,3}}|:)\s{{0,3}}(?:{PREFIX}|{OF_YAML}|![\w-]{{1,40}} )?" + QUOTED
# Not the next option, nor what Kubernetes fills in
_NO_OPTION = r"(?!\\{0,9}[\"'](?:--?[A-Za-z][a-z-]{0,40}[\"'\\=]|\$\(\w{1,60}\)[\"'\\]))"
# An option and its value in a list of arguments, a pair in a list
_LISTED = r"\\{0,9}[\"'],\s{0,3}(?:\n[ \t]{0,60})?" + _NO_OPTION + "(?>" + QUOTED + ")"
_NAMED_BY_VALUE = ("--secret", "--token", "--cookie")
_BEFORE_SWITCH = ("/", "--variable ", "-v ")
# By the last character of the mark, each with the characters that may come next but blanks, "" if any
_BEFORE_QUOTE = "\"'\\bBfFrRuUN@$&!=>"
_BY_MARK = {
    "=": (
        (_PAIR, _BEFORE_QUOTE),
        (TICKED, "`"),
        (RUN_BY_SHELL, "\"'$`"),
        (WRAPPED, "SOJ"),
        (DUMPED, ">"),
        (BRACED, "{"),
    ),
    ":": ((_PAIR, _BEFORE_QUOTE), (BLOCK, "|>"), (TICKED, "`"), (WRAPPED, "SOJ"), (LIST_OF_ONE, "[{")),
    ">": OF_ELEMENTS,
    # pairs as Python shows them
    ",": ((TUPLED, ""), (_LISTED, "")),
}
# No query begins so, right behind the equals sign.
_NO_QUERY = frozenset(" \t\r\n;,\"'<>|)]}\\")
_ELEMENT = r"\s[^<>]{0,200}>(?P<v>[^<>]{1,8192})</"
_OPTION = r"[ \t]{1,4}(?P<v>[^\s\"'-][^\s\"']{0,8191})"
# The next item of a list of YAML
_OPTION_ABOVE = (
    r"[\"']?[ \t]{0,3}\r?\n[ \t]{0,40}- [\"']?(?P<v>(?!\$\()[^\s\"'`<-][^\s\"'`]{0,8191})[\"']?[ \t]{0,3}(?=[\r\n]|\Z)"
)
_OPTION_QUOTED = r"[ \t=]{1,4}" + QUOTED
_HEADER = r":(?!\[)[ \t]{0,3}" + SCHEME + r"(?P<v>(?:[^\r\n\"'<>=]|=(?:\"[^\"\r\n]{0,2000}+\")?){1,8192}+)"
_SET_COOKIE = r"\\{0,9}[\"']?\s?[:=]\s{0,3}\\{0,9}[\"']?(?P<c>[^\s=;\"']{1,256})=(?P<v>[^;\r\n\"'\\]{1,8192})"
# A header or a line of its own in quotes, by the quote: an argument of a command, an item of a list
_IN_QUOTES = {quote: r":[ \t]{0,3}" + SCHEME + rf"(?P<v>[^\s\"'<>{{}}]{{1,8192}}){quote}" for quote in "\"'"}
_BY_NAME = {
    "cookie": (_HEADER,),
    "authorization": (_HEADER,),
    "mnemonic": (PHRASE,),
    "phrase": (PHRASE,),
    "auth": (LOGIN,),
}
_STRUCTURES = frozenset({BRACED, STRUCT, LIST_OF_ONE, TUPLE})
_BY_CONTEXT = frozenset({_PAIR, TICKED, TUPLED, _LISTED, BRACKETED, SWITCH}) | _STRUCTURES
_JUDGED = frozenset({_SET_COOKIE, _HEADER, FORM, _OPTION, _OPTION_ABOVE, *_IN_QUOTES.values()}) | _BY_CONTEXT
_OF_LINES = frozenset({_HEADER, _OPTION})
_PAIR_MARKS = ('",', "',", '">', "'>")
_OPTION_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789-_"
_WORD_CHARACTERS = _OPTION_CHARACTERS.replace("-", "")
_NAME_CHARACTERS = _OPTION_CHARACTERS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LOOK_BACK, _STRUCT_LEAST, _ASSIGN_LONGEST = 48, 6, 16


def field_spans(
    text: str,
    lower: str,
    names: Iterable[re.Match[str]],
    allowed: frozenset[str] = frozenset(),
    known: Mapping[int, int] | None = None,
) -> Iterator[tuple[int, int]]:
    """Yields start and end of every value behind one of ``names``, which ``value_names`` found in ``lower``.

    ``lower`` is ``text`` in lower case, of the same length. Values behind a name in ``allowed`` are not secrets, and
    those at a place in ``known``, ends by starts, are passed over.
    """
    has_changes = may_hold_changes(text)
    words, keys = AssignedWords(text), ValueKeys(lower)
    has_masks, done = MASK in text, 0
    for name in names:
        # This name is part of a value that was already found.
        if name.start() < done:
            continue
        is_done = (has_masks and is_masked(text, name.end())) or (known and is_known(text, name.end(), known))
        if allowed and whole_name(lower, name) in allowed:
            continue
        found = [] if is_done else _behind(text, lower, name, words, keys)
        for start, end in [*found, *changed_spans(text, lower, name, found)] if has_changes else found:
            done = max(done, end)
            yield start, end


def value_names(lower: str, literals: Iterable[str] = LITERALS) -> list[re.Match[str]]:
    """Returns the names in a text in lower case behind which there may be a value, in order.

    ``literals`` are passed to ``secret_names_in``.
    """
    # Behind a name in a tag, of an option or of a pair, the mark may be missing. Prose ends early elsewhere.
    if may_hold_pairs(lower) or "<" in lower or "--" in lower:
        names = secret_names_in(lower, literals)
    elif any(map(lower.__contains__, _MARKS)):
        names = secret_names_in(lower, literals, _ANY_MARK)
    elif any(map(lower.__contains__, _SPOKEN_MARKS)):
        names = secret_names_in(lower, literals, _WITHOUT_MARK)
    else:
        return []
    names.sort(key=re.Match.start)
    return names


def _behind(text: str, lower: str, name: re.Match[str], words: AssignedWords, keys: ValueKeys) -> list[tuple[int, int]]:
    found = sure_spans(text, lower, name)
    mark = None if found else compiled(MARK).match(text, name.end())
    sign = mark.group() if mark else ""
    found = found or (_values(text, lower, name, words, sign) if sign or not words.need_sign() else [])
    if keys.has_pairs or lower.startswith(_PAIR_MARKS, name.end()):
        found += pair_spans(text, lower, name, keys)
    if found:
        return found + rest_of_value(text, lower, name, found[-1][1])
    may_be_spoken = sign not in UNSPOKEN or compiled(SPOKEN).match(text, name.end() + len(sign))
    found = spoken.spoken_spans(text, lower, name) if may_be_spoken else []
    # What is followed by something stands behind a colon or an equals sign.
    if not found and sign.endswith((":", "=")):
        found = followed_spans(text, lower, name)
    return found or line_spans(text, lower, name)


def _values(text: str, lower: str, name: re.Match[str], words: AssignedWords, sign: str) -> list[tuple[int, int]]:
    """Returns the places of values behind a ``sign``, or what is before ``name``; most names in prose have neither."""
    word, (start, end) = name.group(), name.span()
    before = lower[max(0, start - _LOOK_BACK) : start]
    is_of_cookie = word == "cookie" and before.endswith("set-")
    found: list[tuple[int, int]] = []
    if sign or "<" in before or "--" in before or is_of_cookie:
        ahead = text[end + len(sign) : end + len(sign) + _LOOK_BACK]
        found = _in_notations(text, lower, name, words, _patterns(word, sign, before, ahead))
    # Without a sign, only += and ?= assign.
    is_assigned = not sign.endswith((",", ">")) if sign else "=" in text[end : end + _ASSIGN_LONGEST]
    if is_of_cookie or not is_assigned:
        return found
    return found + assigned_spans(text, lower, name, words)


def _in_notations(
    text: str, lower: str, name: re.Match[str], words: AssignedWords, patterns: Iterable[str]
) -> list[tuple[int, int]]:
    found = []
    for pattern in patterns:
        if pattern is _HEADER and name.end() < words.header_end:
            # This line was already found not to be a header.
            continue
        match = compiled(pattern).match(text, name.end())
        if match and pattern is _HEADER:
            words.header_end = match.end()
        if match and (pattern not in _JUDGED or _is_meant(pattern, match)):
            value = first_line(match["v"]) if pattern in _OF_LINES else match["v"]
            if may_be_secret(lower, name, value):
                found.append(match.span("v"))
    return found


def _patterns(name: str, sign: str, before: str, ahead: str) -> list[str]:
    """Returns the patterns that can match behind ``name``, chosen by the ``sign`` behind it and the text around."""
    found: list[str] = []
    if name == "cookie" and before.endswith("set-"):
        found.append(_SET_COOKIE)
    elif sign:
        # <your token> is no element.
        if sign != ">" or not before.rstrip(_NAME_CHARACTERS).endswith(" "):
            found += _patterns_by_mark(sign[-2:], ahead[:1], ahead.lstrip()[:1], "=" if "=" in ahead else "")
        found += _BY_NAME.get(name, ())
        if sign == ":":
            found += _patterns_by_colon(before)
    if "<" in before:
        found.append(_ELEMENT)
    if "--" in before and not before.rpartition("--")[2].strip(_OPTION_CHARACTERS):
        found += (_OPTION, _OPTION_QUOTED, _OPTION_ABOVE)
    return found


@lru_cache(maxsize=512)
def _patterns_by_mark(sign: str, first: str, begin: str, equals: str) -> tuple[str, ...]:
    """Returns the patterns behind the end of a ``sign``, by the ``first`` character and that of the value."""
    if sign == ",":
        return BY_COMMA
    found = [pattern for pattern, begins in _BY_MARK.get(sign[-1], ()) if not begins or begin in begins]
    if sign[-1] == "=":
        if first not in _NO_QUERY:
            found.append(FORM)
    elif equals:
        found.append(TYPED)
    if sign[-1] == ":" and not first.isspace():
        found += (STRUCT, MEMBER) if sign == ":" else (MEMBER,)
    return tuple(found)


def _patterns_by_colon(before: str) -> list[str]:
    found: list[str] = []
    if ("'" in before or '"' in before) and (quote := before.rstrip(_OPTION_CHARACTERS)[-1:]) in _IN_QUOTES:
        found.append(_IN_QUOTES[quote])
    if ("/" in before or "-v" in before) and before.rstrip(_WORD_CHARACTERS).endswith(_BEFORE_SWITCH):
        found.append(SWITCH)
    return found


def _is_meant(pattern: str, match: re.Match[str]) -> bool:
    if pattern in _BY_CONTEXT:
        return _is_meant_there(pattern, match)
    value = match["v"]
    if pattern is _SET_COOKIE:
        return not is_setting(f"{match['c']}={value}")
    if pattern is _HEADER:
        return is_header_value(first_line(value))
    if pattern is FORM:
        return not (is_filled_in(match) or is_expression(value) or begins_label(match.string, *match.span("v")))
    if pattern is _OPTION:
        # pulumi config set --secret dbPassword x, and what usage calls the value: --password DB_PASSWORD
        may_be_name = value.isupper() or match.string.endswith(_NAMED_BY_VALUE, 0, match.start())
        is_name = may_be_name and names_a_secret(value)
        return not (is_name or is_prose_behind_option(value, match.string[match.end() : match.end() + 8]))
    # 'Secret: patience' may be the name of a test.
    return not (is_word(value) or is_setting(value) or is_empty_field(":", value, ""))


def _is_meant_there(pattern: str, match: re.Match[str]) -> bool:
    """Returns whether a value is one because of what stands around it, or what it stands in."""
    if pattern is _PAIR or pattern is TICKED:
        return spoken.is_said_token(match["v"]) if pattern is TICKED else not is_no_value(match)
    if pattern in _STRUCTURES:
        return is_opaque(match["v"].removesuffix("!r"), _STRUCT_LEAST)
    if pattern is TUPLED:
        return compiled(OTHER_FIELD).fullmatch(match["v"]) is None
    before = match.string[max(0, match.start() - _LOOK_BACK) : match.start()]
    bare = before.rstrip(_NAME_CHARACTERS)
    if pattern is _LISTED and "-" in before:
        if "--" in before:
            return not before.rpartition("--")[2].lower().strip(_OPTION_CHARACTERS)
        # A header in a flat list of names and values: 'X-Api-Key', 'x'
        if "-" in before[len(bare) :].strip("-"):
            return is_opaque(match["v"])
    is_closed = bare.endswith("[") or match.string.startswith("]", match.end())
    return (is_closed or pattern is SWITCH) and is_opaque(match["v"])
