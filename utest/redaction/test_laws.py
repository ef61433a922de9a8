"""Laws of masking, tried on generated secrets, encodings and contexts."""

import html
import json
import re
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable
from textwrap import wrap
from urllib.parse import quote, quote_plus
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from SteadyAPI.redaction.encoded_forms.encodings import core_of
from SteadyAPI.redaction.masking import MASK
from SteadyAPI.redaction.registration import Registration
from SteadyAPI.redaction.registry import SecretRegistry


def wrap_any(text: str, width: int) -> list[str]:
    return [text[start : start + width] for start in range(0, len(text), width)]


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
# How a value itself may be written, whatever escapes come on top.
FORMS: dict[str, Callable[[str], str]] = {
    "lower case": lambda text: "".join(char.lower() if char.isascii() else char for char in text),
    "upper case": lambda text: "".join(char.upper() if char.isascii() else char for char in text),
    "octal": lambda text: "".join(f"\\{byte:03o}" for byte in text.encode()),
    "old script": lambda text: "".join(f"%u{ord(char):04X}" if ord(char) < 0x10000 else quote(char) for char in text),
    "braces": lambda text: "".join(f"\\u{{{ord(char):x}}}" for char in text),
    "numbers": lambda text: "".join(f"&#{ord(char)}" for char in text),
    "line break marks": lambda text: "<wbr>".join(wrap_any(text, 3)),
    "colours": lambda text: "\x1b[1;32m".join(wrap_any(text, 3)),
    "soft line ends": lambda text: "=\n".join(wrap_any(text, 5)),
    "zeros": "\0".join,
}
ENCODINGS: dict[str, Callable[[str], str]] = {
    "base64": lambda text: b64encode(text.encode()).decode(),
    "basic": lambda text: b64encode(b"ab:" + text.encode() + b"!").decode(),
    "base64url": lambda text: urlsafe_b64encode(b"\xffa" + text.encode()).decode(),
    "hex": lambda text: text.encode().hex(),
    "hex upper": lambda text: text.encode().hex().upper(),
    "hex with colons": lambda text: text.encode().hex(":"),
    "hex with blanks": lambda text: text.encode().hex(" ").upper(),
    "base64 in UTF-16": lambda text: b64encode(f"x = {text}".encode("utf-16-le")).decode(),
    "narrow base64": lambda text: "\n  ".join(wrap(b64encode(b"ab:" + text.encode() + b"!").decode(), 16)),
}
WRITERS: dict[str, Callable[[str], str]] = ESCAPES | ENCODINGS | FORMS
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


def registry_of(*secrets: str) -> SecretRegistry:
    registry = SecretRegistry()
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


WRITTEN = st.builds(
    lambda form, outer: [form, *outer],
    st.sampled_from(sorted(FORMS)),
    st.lists(st.sampled_from(sorted(ESCAPES)), max_size=1),
)


@settings(max_examples=400)
@given(SECRETS, ESCAPED | ENCODED | WRITTEN, st.sampled_from(CONTEXTS))
def test_no_accepted_secret_is_left_in_any_nesting_of_encodings(
    secret: str, names: list[str], context: tuple[str, str]
) -> None:
    registry = SecretRegistry()
    assume(registry.register(secret) is Registration.ACCEPTED)
    # What looks like an escape and is torn apart joins with what comes between.
    assume(FORMS.keys().isdisjoint(names) or set("\\%&").isdisjoint(secret))
    written = core_of(secret)
    for name in names:
        written = WRITERS[name](written)
    masked = registry.mask(context[0] + written + context[1])
    assert written not in masked
    assert MASK in masked


# What tools put between characters, and what may be torn where a text is cut, between letters and digits.
WITHIN = st.sampled_from(
    [
        *("<b>", "</i>", "<wbr>", "=\n", "\x1b[1m", "\u200b", "...", "&#65;", "&lt", "%uD9E3", "%41", "\\u{41}"),
        *("\\u0041", "\\x41", "\\101", "\\", '"', "'", "é", " ", "+", "="),
    ]
)
PLAIN = st.text("abcdefgXYZ0123456789", min_size=2, max_size=5)
HARD = st.lists(st.tuples(WITHIN, PLAIN), min_size=2, max_size=5).map(
    lambda parts: "Q7kV" + "".join(within + plain for within, plain in parts) + "z"
)
LONGEST_ASSIGNED = 200


def in_every_notation(secret: str) -> str:
    # The tag at the end lets look for fillers in the whole text.
    return "\n".join(f"{name}: {write(secret)} ~" for name, write in (ESCAPES | ENCODINGS).items()) + "</p>"


@settings(max_examples=60)
@given(HARD, st.integers(0, 150))
def test_no_piece_of_a_secret_is_left_in_a_text_of_many_notations_or_where_it_is_cut(secret: str, before: int) -> None:
    registry = registry_of(secret)
    text = in_every_notation(core_of(secret))
    nested = repr({"key": text})
    pieces = [secret[start : start + 8] for start in range(0, len(secret) - 7, 4)]
    for shown in (
        text,
        nested,
        *("x" * before + whole[: LONGEST_ASSIGNED - before] + "..." for whole in (text, nested)),
    ):
        masked = registry.mask(shown)
        assert [piece for piece in pieces if piece in masked] == []


@settings(max_examples=200)
@given(ANY_TEXT, st.lists(SECRETS, max_size=4))
def test_masking_twice_is_masking_once(text: str, secrets: list[str]) -> None:
    registry = registry_of(*secrets)
    once = registry.mask(text + " ".join(secrets) + text)
    assert registry.mask(once) is once


@settings(max_examples=200)
@given(ANY_TEXT)
def test_text_without_secrets_comes_back_as_the_same_object(text: str) -> None:
    registry = SecretRegistry()
    masked = registry.mask(text)
    assert masked is text or MASK in masked


@settings(max_examples=200)
@given(ANY_TEXT, ANY_TEXT, st.text(st.characters(categories=["L", "N"]), min_size=6, max_size=30))
def test_the_text_around_a_plain_secret_stays(before: str, after: str, secret: str) -> None:
    registry = SecretRegistry()
    # What looks like a secret by itself, or makes one together with its neighbour, is another matter.
    assume(registry.mask(f"{before} ") == f"{before} " and registry.mask(f" {after}") == f" {after}")
    assume(registry.register(secret) is Registration.ACCEPTED and secret not in f"{before}\0{after}")
    shown = f"{before} {secret} {after}"
    assume(SecretRegistry().mask(shown) is shown)
    assert registry.mask(shown) == f"{before} {MASK} {after}"


def test_masking_many_adjacent_secrets_ends() -> None:
    registry = registry_of("]abcdef", "abcdef[", "d[redac", "ted]xyz")
    masked = registry.mask("]abcdef" * 50)
    assert registry.mask(masked) is masked


@pytest.mark.parametrize("secret", ["Qdsg A%<i>N;8Wéqx-7j3iz", "Qup3B46Gx\\<b>3165UOJ!TYz"])
def test_what_looks_like_a_filler_in_a_secret_is_masked_where_fillers_are_removed(secret: str) -> None:
    registry = registry_of(secret)
    shown = f"a soft line end=\nand {json.dumps(secret)[1:-1]} in JSON, {repr(secret)[1:-1]} in repr"
    assert registry.mask(shown) == "a soft line end=\nand [redacted] in JSON, [redacted] in repr"


@pytest.mark.parametrize("torn", ["&#6", "%u9E", "\\x1b[1", "\\\\00", "</", "\\\\u{4"])
def test_the_beginning_of_a_secret_is_masked_however_its_last_escape_is_cut(torn: str) -> None:
    secret = (
        "Q7k'Vxy\"zA"
        + {
            "&#6": "&#65;",
            "%u9E": "%u9E3c",
            "\\x1b[1": "\x1b[1m",
            "\\\\00": "\\007",
            "</": "</b>",
            "\\\\u{4": "\\u{41}",
        }[torn]
        + "24T"
    )
    registry = registry_of(secret)
    assert registry.mask(f"'Q7k\\'Vxy\"zA{torn}...") == "'[redacted]..."
