"""Tells the tokens of texts, programs and designs from those that let somebody in.

Models, search engines, editors and linters call pieces of a text tokens, and say beside them how likely they are, where
they stand or how they look: ``{"token": "World2", "logprob": -1.2}``. Design systems call their settings so.
"""

from collections.abc import Iterable
from functools import lru_cache

from SteadyAPI.redaction.shapes.ordinary import is_opaque, is_surely_random
from SteadyAPI.redaction.shapes.patterns import compiled, compiled_for_unicode

_LOOK_BACK, _LOOK_AHEAD = 160, 240
# Between the name and its value
_MARK_LONGEST = 20
_LONGEST, _OPERATOR_LONGEST = 19, 3
_COLON = r"\\{0,9}[\"']?\s{0,3}:\s{0,3}"
# Beside these, any short piece of a text may stand: of models, and of what Elasticsearch and Azure analyze.
_OF_TEXTS = (
    "logprob logprobs log_prob logit token_str start_offset startoffset lexeme lemma prob probability finish_reason "
    "tokenizer generated_text doc_freq docfreq".split()
)
_BYTES = rf"bytes{_COLON}\[\s{{0,99}}\d"
# Beside these, words: of rules and themes for code, of words that were counted, and of what is traded
_OF_WORDS = (
    "rule_id ruleid foreground font_style fontstyle regex decimals chain chain_id chainid symbol score frequency "
    "idf".split()
)
_WORDS = r"[A-Za-z]{1,20}\d{0,2}(?:[.-][A-Za-z]{1,20}\d{0,2}){0,6}|[a-z]\d{1,2}[a-z]{1,3}"
# What a parser calls its token: IDENT(foo2); the number that .NET and Windows give to one
_OF_PARSER = r"[A-Z][A-Z_]{1,20}\((?P<v>[^()\s]{0,30})\)?|0x(?:0[0-9a-fA-F]{7}|[0-9a-fA-F]{1,4})"
# --color-primary-500, $font.size.2xl, spacing-4x
_OF_DESIGN = (
    r"(?:--|\$|\{)?(?:[a-z]{2,6}[.-]){0,2}(?:animation|bg|border|breakpoint|colou?r|duration|easing|elevation|font|gap|icon|"
    r"letter|line|motion|opacity|palette|radius|shadow|size|sizing|space|spacing|text|typography|z-index)"
    r"(?:[.-](?:[a-z]{1,15}(?:\d{1,3})?|\d{1,4}|\d{0,2}x[sl]?)){1,6}\}?"
)
# Shades, whose numbers are these by custom: brand.500, blue500
_OF_SHADES = (
    r"(?:--|\$)?(?:[a-z]{2,15}[.-]){0,3}(?:[a-z]{2,15}[.-]|amber|black|blue|brown|cyan|emerald|gr[ae]y|green|indigo|lime|"
    r"neutral|orange|pink|primary|purple|red|rose|secondary|sky|slate|stone|teal|violet|white|yellow|zinc)"
    r"(?:50|[1-9]00|950)"
)
# To another one: {palette.blue.500}
_REFERENCE = r"\{[a-z][A-Za-z]{0,20}(?:[.-](?:[a-z][A-Za-z]{0,20}\d{0,3}|\d{1,4}|\d?x[sl])){1,6}\}"
# The end of a word, as byte pair encoding marks it, or a short form splits it: ing</w>, 't
_END_OF_WORD = r"[a-z]{1,15}</w>|'[a-z]{1,2}"
# How tokenizers begin what goes on with a word, or begins one, also as bytes of UTF-8: ##ing, \u0120foo, \u2581foo
_SUBWORD = r"(?:##|\u0120|\u010a|\u2581|\xc4[\xa0\x8a]|\xe2\x96\x81)(?:[A-Z]?[^\W\d_]{0,15}\d{0,2}|\d{1,4}[a-z]{0,2})"


def is_lexeme(value: str) -> bool:
    """Returns whether ``value`` is by itself a token of a program or design: ``=>``, ``IDENT(x1)``, ``color.a.500``."""
    if len(value) <= _OPERATOR_LONGEST and not any(map(str.isalnum, value)):
        return True
    parsed = compiled(_OF_PARSER).fullmatch(value)
    if parsed:
        return not is_opaque(parsed["v"] or "")
    if compiled_for_unicode(_SUBWORD).fullmatch(value):
        return is_piece(value.strip("#\u0120\u2581"))
    return compiled(f"{_OF_DESIGN}|{_OF_SHADES}|{_REFERENCE}|{_END_OF_WORD}").fullmatch(value) is not None


def is_piece(value: str) -> bool:
    """Returns whether ``value`` may be a piece of a text: neither random nor long and mixed."""
    return not is_surely_random(value) and (len(value) <= _LONGEST or not is_opaque(value))


def is_lexeme_there(lower: str, start: int, end: int, value: str) -> bool:
    """Returns whether the object around the name from ``start`` to ``end`` tells that ``value`` is a token of a text.

    ``lower`` is the text in lower case.
    """
    has_texts, has_words = _signs(lower)
    is_short = has_texts and is_piece(value)
    are_words = has_words and compiled(_WORDS).fullmatch(value) is not None
    if not (is_short or are_words):
        return False
    # The token itself may be a brace.
    place = lower.find(value.lower(), end, end + len(value) + _MARK_LONGEST)
    behind = end if place < 0 else place + len(value)
    before = lower[max(0, start - _LOOK_BACK) : start].rpartition("{")[2]
    around = f"{before} {lower[behind : behind + _LOOK_AHEAD].partition('{')[0].partition('}')[0]}"
    if is_short and (_has_field(around, _OF_TEXTS) or ("bytes" in around and compiled(_BYTES).search(around))):
        return True
    return are_words and _has_field(around, _OF_WORDS)


@lru_cache(maxsize=4)
def _signs(lower: str) -> tuple[bool, bool]:
    """Returns whether there may be such fields in a text; most with a token have none."""
    has_texts = "bytes" in lower or any(map(lower.__contains__, _OF_TEXTS))
    return has_texts, any(map(lower.__contains__, _OF_WORDS))


def _has_field(around: str, fields: Iterable[str]) -> bool:
    return any(field in around and compiled(f"{field}{_COLON}").search(around) for field in fields)
