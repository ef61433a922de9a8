"""Laws of masking, tried on generated secrets, encodings and contexts."""

import html
import json
import re
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable
from urllib.parse import quote, quote_plus
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from SteadyAPI.redaction.forms.encodings import core_of
from SteadyAPI.redaction.index.aho_corasick import AhoCorasickIndex
from SteadyAPI.redaction.index.ngram import NgramIndex
from SteadyAPI.redaction.masking import MASK
from SteadyAPI.redaction.matcher import Matcher
from SteadyAPI.redaction.registry import Registration, SecretRegistry

ESCAPES: dict[str, Callable[[str], str]] = {
    "none": str,
    "json": lambda text: json.dumps(text)[1:-1],
    "json unicode": lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    "json slashes": lambda text: json.dumps(text)[1:-1].replace("/", "\\/"),
    "repr": lambda text: repr(text)[1:-1],
    "ascii": lambda text: ascii(text)[1:-1],
    "bytes": lambda text: repr(text.encode())[2:-1],
    "url": lambda text: quote(text, safe=""),
    "path": quote,
    "form": quote_plus,
    "html": html.escape,
    "xml": escape,
    "attribute": lambda text: quoteattr(text)[1:-1],
    "regex": re.escape,
}
ENCODINGS: dict[str, Callable[[str], str]] = {
    "base64": lambda text: b64encode(text.encode()).decode(),
    "basic": lambda text: b64encode(b"ab:" + text.encode() + b"!").decode(),
    "base64url": lambda text: urlsafe_b64encode(b"\xffa" + text.encode()).decode(),
    "hex": lambda text: text.encode().hex(),
    "hex upper": lambda text: text.encode().hex().upper(),
}
WRITERS: dict[str, Callable[[str], str]] = ESCAPES | ENCODINGS
# No character of the context can be the start of an escape that swallows the secret's first.
CONTEXTS: list[tuple[str, str]] = [
    ("", ""),
    ("x ", " y"),
    ('{"p": "', '"}'),
    ("(", ")"),
    ("a=", "&b=1"),
    ("<a>", "</a>"),
    ("| ", " |"),
]
CHARACTERS = st.sampled_from(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\néöЖ中😀"
)
# What looks like an escape in a secret joins with the escapes around it.
LOOK_ALIKES = st.lists(
    st.sampled_from(
        [
            "\\",
            "%",
            "&",
            ";",
            "%53",
            "%25",
            "%5C",
            "&amp;",
            "&lt;",
            "&#65;",
            "\\u0041",
            "\\x41",
            "\\n",
            "amp;",
            "53",
            "Qx",
            "é",
        ]
    ),
    min_size=2,
    max_size=8,
).map(lambda parts: f"Q7k{''.join(parts)}wEz")
SECRETS = st.text(CHARACTERS, min_size=6, max_size=40) | LOOK_ALIKES
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)


def registry_of(index: type[NgramIndex | AhoCorasickIndex], *secrets: str) -> SecretRegistry:
    registry = SecretRegistry(Matcher(index()))
    for secret in secrets:
        registry.register(secret)
    return registry


ESCAPED = st.lists(st.sampled_from(sorted(ESCAPES)), max_size=3)
# In base64 and hex, one escape of these may stand inside, and up to two of any outside.
ENCODED = st.builds(
    lambda inner, encoding, outer: [inner, encoding, *outer],
    st.sampled_from(["none", "json", "json unicode", "url", "xml"]),
    st.sampled_from(sorted(ENCODINGS)),
    st.lists(st.sampled_from(sorted(ESCAPES)), max_size=2),
)


@settings(max_examples=400, deadline=None)
@given(SECRETS, ESCAPED | ENCODED, st.sampled_from(CONTEXTS), st.sampled_from([NgramIndex, AhoCorasickIndex]))
def test_no_accepted_secret_is_left_in_any_nesting_of_encodings(
    secret: str, names: list[str], context: tuple[str, str], index: type[NgramIndex | AhoCorasickIndex]
) -> None:
    registry = SecretRegistry(Matcher(index()))
    assume(registry.register(secret) is Registration.ACCEPTED)
    written = core_of(secret)
    for name in names:
        written = WRITERS[name](written)
    masked = registry.mask(context[0] + written + context[1])
    assert written not in masked
    assert MASK in masked


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT, st.lists(SECRETS, max_size=4), st.sampled_from([NgramIndex, AhoCorasickIndex]))
def test_masking_twice_is_masking_once(
    text: str, secrets: list[str], index: type[NgramIndex | AhoCorasickIndex]
) -> None:
    registry = registry_of(index, *secrets)
    once = registry.mask(text + " ".join(secrets) + text)
    assert registry.mask(once) is once


@settings(max_examples=200, deadline=None)
@given(st.text(CHARACTERS, max_size=300), st.lists(SECRETS, max_size=6))
def test_both_indexes_give_the_same_text(text: str, secrets: list[str]) -> None:
    shown = text + "".join(secrets) + text
    assert registry_of(NgramIndex, *secrets).mask(shown) == registry_of(AhoCorasickIndex, *secrets).mask(shown)


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_text_without_secrets_comes_back_as_the_same_object(text: str) -> None:
    registry = SecretRegistry()
    masked = registry.mask(text)
    assert masked is text or MASK in masked


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT, ANY_TEXT, st.text(st.characters(categories=["L", "N"]), min_size=6, max_size=30))
def test_the_text_around_a_plain_secret_stays(before: str, after: str, secret: str) -> None:
    registry = SecretRegistry()
    # What looks like a secret by itself, or makes one together with its neighbour, is another matter.
    assume(registry.mask(f"{before} ") == f"{before} " and registry.mask(f" {after}") == f" {after}")
    assume(registry.register(secret) is Registration.ACCEPTED and secret not in f"{before}\0{after}")
    shown = f"{before} {secret} {after}"
    assume(SecretRegistry().mask(shown) is shown)
    assert registry.mask(shown) == f"{before} {MASK} {after}"


@pytest.mark.parametrize("index", [NgramIndex, AhoCorasickIndex])
def test_masking_many_adjacent_secrets_ends(index: type[NgramIndex | AhoCorasickIndex]) -> None:
    registry = registry_of(index, "]abcdef", "abcdef[", "d[redac", "ted]xyz")
    masked = registry.mask("]abcdef" * 50)
    assert registry.mask(masked) is masked
