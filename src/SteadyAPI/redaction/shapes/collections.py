"""Lists and dictionaries of secrets.

Robot Framework shows them as ``@{passwords} = [ a | b ]`` and ``&{tokens} = { x=a | y=b }``, JSON and Python as
``"passwords": ["a", "b"]``.
"""

from collections.abc import Generator, Iterable, Iterator
from functools import lru_cache
from string import digits

from SteadyAPI.redaction.masking import MASK
from SteadyAPI.redaction.shapes.documents.lexemes import is_lexeme, is_piece
from SteadyAPI.redaction.shapes.named_values import stands_beside_secrets
from SteadyAPI.redaction.shapes.ordinary import (
    is_contract,
    is_measure,
    is_opaque,
    is_place_or_time,
    is_prose,
    is_verdict,
    is_word,
)
from SteadyAPI.redaction.shapes.patterns import compiled_for_unicode
from SteadyAPI.redaction.shapes.placeholders import is_placeholder
from SteadyAPI.redaction.shapes.secret_names import LITERALS, names_a_password, names_a_secret, names_secrets

_SEPARATOR = " | "
# Robot Framework cuts a long value and ends it in three dots. An item of several lines ends at the end of a line.
_END = r"(?: [\]}]|\.\.\.)[ \t]{0,9}(?:[\r\n]|\Z)"
# Nothing is left in a list of masks.
_HEAD = rf"[@&]\{{([^{{}}\r\n]{{1,200}})\}} = [\[{{] (?!\[redacted\](?: \| \[redacted\])*+{_END})"
_BODY = rf"(?! ?[\]}}](?:\s|\Z))(?:[\s\S]{{1,8192}}?(?={_END})|[^\r\n]{{1,8192}})"
# The search starts at the bracket, because brackets are rarer than names and colons. It is no mask, nor what is
# assigned to a variable, which has no name right before it.
_OPENING = r"[\[{](?!redacted\])(?<=[:\s].)(?<!\} = .)(?=\s{0,99}(?:\\{0,9}[\"']|[\[{]|[\w-]{1,60}\s{0,40}[:=] ))"
_NAME = r"[\w.-]{3,100}"
# Between the name and the bracket
_GAP = r"(?<=[\w.-])(?:\\{0,9}[\"']\s{0,3}:|\s{0,3}[:=])\s{0,3}\Z"
_GAP_LONGEST = 17
_LOOK_BACK = 124
_PIECE = (
    r"[\[\]{}]|(?P<q>\\{0,9}[\"'])(?P<s>.{0,8192}?)(?<!\\)(?P=q)(?P<colon>\s{0,3}:)?"
    r"|(?<![\w-])(?P<bare>[\w-]{1,60}+)\s{0,40}[:=] "
)
# What a secret is called: db-password-v2
_CALLED = r"(?i:[a-z]{1,20}\d{0,2}(?:[-_.][a-z]{1,20}\d{0,2}){1,6})"
# Of Git, as its services call it: {"token": {"sha": "0a1b"}}
_OF_GIT = frozenset({"sha", "base_sha", "commit_sha", "head_sha", "merge_commit_sha"})
_REVISION = r"[0-9a-f]{40}|[0-9a-f]{64}"
_COLOUR = r"#[0-9a-fA-F]{3,8}"
_CONTAINER_LONGEST = 16_384
_OF_WORDS = ("token", "tokens", "cookie", "cookies", "secret", "secrets", "key", "keys")
_VALUE_KEYS = frozenset({"value", "plain", "current", "new", "old", "secret", "password", "token", "key"})


def collection_spans(
    text: str, lower: str, literals: Iterable[str] = LITERALS, allowed: frozenset[str] = frozenset()
) -> Iterator[tuple[int, int]]:
    """Yields start and end of every item of a list, and of every value of a dictionary, whose name names secrets.

    ``lower`` is ``text`` in lower case, of the same length; ``literals`` are the name literals to look for (see
    ``secret_names.py``); values with a name in ``allowed`` are not secrets.
    """
    if "} = " in text and ("} = [ " in text or "} = { " in text):
        yield from _in_assignments(text, allowed)
    if "{" in text or text.count("[") > text.count(MASK):
        yield from _in_containers(text, lower, literals, allowed)


def _in_assignments(text: str, allowed: frozenset[str]) -> Iterator[tuple[int, int]]:
    next_head, body_at = compiled_for_unicode(_HEAD).search, compiled_for_unicode(_BODY).match
    head = next_head(text)
    while head:
        name, end = head[1], head.end()
        if names_secrets(name) and name.casefold() not in allowed and (body := body_at(text, end)):
            yield from _items(body[0], end, is_dictionary=head[0][0] == "&")
            # Search behind this assignment: what its value contains is not another assignment.
            end = body.end()
        head = next_head(text, end)


def _in_containers(
    text: str, lower: str, literals: Iterable[str], allowed: frozenset[str]
) -> Iterator[tuple[int, int]]:
    done = 0
    # How likely a model finds its tokens
    has_pieces = "token_logprobs" in lower
    for head in compiled_for_unicode(_OPENING).finditer(text):
        start = head.start()
        name = _name_before(text, start) if start >= done else ""
        if not name or not any(map(lower[max(0, start - _LOOK_BACK) : start].__contains__, literals)):
            continue
        if names_secrets(name) and name.casefold() not in allowed:
            done = yield from _in_container(text, start, name, may_be_piece=has_pieces and name.lower() == "tokens")


def _name_before(text: str, start: int) -> str:
    """Returns the name whose value begins at ``start``, "" if there is none."""
    first = max(0, start - _LOOK_BACK)
    gap = compiled_for_unicode(_GAP).search(text, max(first, start - _GAP_LONGEST), start)
    # Read backwards, because a search would be tried at every character before it.
    name = compiled_for_unicode(_NAME).match(text[first : gap.start()][::-1]) if gap else None
    return name[0][::-1] if name else ""


def _in_container(text: str, start: int, name: str, *, may_be_piece: bool) -> Generator[tuple[int, int], None, int]:
    """Yields start and end of every secret in the container that opens at ``start``; returns where the container ends.

    If it isn't closed within 16384 characters, it ends at the last string or bracket in them.
    """
    end = start + 1
    depth = 0
    # In an object each key decides whether its value is a secret; in a plain list every item is one.
    key: str | None = None if text[start] == "{" else ""
    for token in compiled_for_unicode(_PIECE).finditer(text, start, start + _CONTAINER_LONGEST):
        sign, end = token.group(), token.end()
        if sign in "{[":
            depth += 1
            key = None if sign == "{" else key
        elif sign in "}]":
            depth -= 1
            if not depth:
                return end
        elif token["bare"]:
            key = token["bare"]
        elif token["colon"]:
            key = token["s"]
        elif is_item(name, key, token["s"]) and not (may_be_piece and is_piece(token["s"])):
            yield token.span("s")
    return end


@lru_cache(maxsize=512)
def is_item(name: str, key: str | None, value: str) -> bool:
    """Returns whether ``value`` is a secret in a list (``key`` is empty) or under ``key`` in a dictionary, of ``name``.

    ``None`` is the key of what stands in a dictionary before its first key.
    """
    if is_placeholder(value) or is_verdict(value) or is_prose(value):
        return False
    # Text processing programs call words tokens, and rules list what is allowed: {"secret": ["read", "list"]}.
    if len(value) > 1 and name.lower().endswith(_OF_WORDS) and (is_word(value) or is_name_of_secret(value)):
        return False
    # Of a language, or of a design: words, colours, sizes
    if name.lower().rstrip(digits).endswith(("token", "tokens")):
        is_part = value.isdigit() or is_measure(value) or compiled_for_unicode(_COLOUR).fullmatch(value)
        if is_part or is_contract(value) or is_lexeme(value) or (key and not is_opaque(value)):
            return False
    if not key:
        return key is not None
    if key.lower() in _VALUE_KEYS:
        # The key of a pair: {"key": "token", "value": "x"}
        return key.lower() != "key" or not names_a_secret(value)
    is_told = stands_beside_secrets(key) or (_is_revision(key, value) and not names_a_password(name))
    return is_opaque(value) and not is_place_or_time(value) and not is_told


def _is_revision(key: str, value: str) -> bool:
    return key.lower() in _OF_GIT and compiled_for_unicode(_REVISION).fullmatch(value) is not None


def is_name_of_secret(value: str) -> bool:
    """Returns whether ``value`` is words joined by dashes and the like, as files that list secrets call them."""
    return compiled_for_unicode(_CALLED).fullmatch(value) is not None


def _items(body: str, start: int, *, is_dictionary: bool) -> Iterator[tuple[int, int]]:
    for item in body.split(_SEPARATOR):
        end = start + len(item)
        value = item.partition("=")[2] if is_dictionary else item
        if value != MASK and not is_placeholder(value):
            yield end - len(value), end
        start = end + len(_SEPARATOR)
