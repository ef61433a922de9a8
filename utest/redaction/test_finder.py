"""The quick way finds what the plain way finds."""

import html
import json
from base64 import b64encode
from collections.abc import Callable
from string import ascii_letters, digits
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_finder import plain_folds, plain_spans

from SteadyAPI.redaction import finder
from SteadyAPI.redaction.encoded_forms.folding import views
from SteadyAPI.redaction.finder import SecretFinder
from SteadyAPI.redaction.index.index import Index
from SteadyAPI.redaction.index.word_index import WordIndex
from SteadyAPI.redaction.masking import mask, union
from SteadyAPI.redaction.matcher import Matcher
from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes import hints

SECRETS = (
    "hunter2-first",
    'say "friend" & enter',
    "C:\\new\\u0041%41+x",
    "Zoë-öffne-dich",
    "Ab1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX2",
    "two lines\nof+one secret/value",
)
ATOMS = (
    *SECRETS,
    *(secret[3:15] for secret in SECRETS),
    *("password", "apiKey", "to\u212aen", "S\u0130G", "authorization", "Set-Cookie", "tokens", "keyword", "session_id"),
    *(": ", "=", '": "', '": ["', "'], ", " = [ ", "} = { ", ">", "</", " --", "\r\n\r\n", ", ", '","value":"', "<a "),
    *("Bearer abc.def123", "basic YW5uOng=", "https://ann:x@h/", "eyJhbGciOiJI.eyJzdWIiOiIx", "AKIAIOSFODNN7EXAMPLE"),
    *(
        "ghp_0123456789abcdefghij",
        "glpat-0123456789abcdefgh",
        "AIza0123456789abcdefghijkl",
        "-----BEGIN PRIVATE KEY-----",
    ),
    *(
        "hunter2",
        "[redacted]",
        "null",
        "${X}",
        "...",
        " ",
        "\n",
        "|",
        "]",
        "}",
        "word",
        "→",
        "é",
        "\ud800",
        "Q" * 60 + "\n",
        "Qx7z" * 4 + "\r\n  ",
    ),
    *(
        "ab c" * 15 + "\n",
        "%",
        "%25",
        "%2",
        "&",
        "&amp;",
        "&#x41;",
        "&eacute;",
        "&nosuch;",
        "&lt",
        "&#65",
        "&#x41",
        "%u0041",
        "\\u{1F600}",
        "\\u{110000}",
        "\\101",
        "<wbr>",
        "\x1b[1;32m",
        "=\n",
        "\0",
        "\u200b",
        "\\",
        "\\\\",
        "\\u00",
        "+",
        "\r\n",
    ),
)
WRITERS: tuple[Callable[[str], str], ...] = (
    str,
    repr,
    ascii,
    json.dumps,
    html.escape,
    lambda text: quote(text, safe="", errors="surrogatepass"),
    lambda text: quote_plus(text, errors="surrogatepass"),
    lambda text: "".join(f"&#{ord(char)};" for char in text),
    lambda text: b64encode(text.encode("utf-8", "surrogatepass")).decode(),
    lambda text: text[: len(text) * 2 // 3] + "...",
)


def written(text: str, writers: list[Callable[[str], str]]) -> str:
    for writer in writers:
        text = writer(text)
    return text


PARTS = st.builds(written, st.sampled_from(ATOMS), st.lists(st.sampled_from(WRITERS), max_size=2))
TEXTS = st.builds(written, st.lists(PARTS, max_size=12).map("".join), st.lists(st.sampled_from(WRITERS), max_size=2))


def found(index: Index, text: str, secrets: list[str]) -> list[tuple[int, int]]:
    matcher = Matcher(index)
    for secret in secrets:
        matcher.add(secret)
    return union((start, end) for start, end in SecretFinder(matcher)(text) if start < end)


@settings(max_examples=400)
@given(TEXTS, st.lists(st.sampled_from(SECRETS), max_size=3, unique=True))
def test_the_quick_way_finds_what_the_plain_way_finds(text: str, secrets: list[str]) -> None:
    assert found(WordIndex(), text, secrets) == union(plain_spans(text, *secrets))


@settings(max_examples=400)
@given(TEXTS, st.lists(st.sampled_from(SECRETS), max_size=3, unique=True))
def test_the_quick_way_without_a_package_finds_what_the_plain_way_finds(text: str, secrets: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hints, "_literal_scan", lambda: None)
        assert found(WordIndex(), text, secrets) == union(plain_spans(text, *secrets))


@settings(max_examples=200)
@given(TEXTS)
def test_every_fold_is_that_of_the_plain_way(text: str) -> None:
    assert [view.text for view in views(text)] == [view.text for view in plain_folds(text)]


@settings(max_examples=200)
@given(TEXTS)
def test_what_a_fold_holds_that_was_not_there_before_is_revealed(text: str) -> None:
    folds = list(views(text))
    before = [text, *(view.text for view in folds)]
    assert all(
        view.revealed is None or set(view.text) <= set(unfolded) | view.revealed
        for view, unfolded in zip(folds, before, strict=False)
    )


@settings(max_examples=400)
@given(st.lists(TEXTS, max_size=8), st.lists(st.sampled_from(SECRETS), max_size=3, unique=True))
def test_what_is_masked_among_others_is_masked_like_that_by_itself(texts: list[str], secrets: list[str]) -> None:
    matcher = Matcher(WordIndex())
    for secret in secrets:
        matcher.add(secret)
    finder = SecretFinder(matcher)
    among = finder.masked_among(texts)
    assert among == {text: mask(text, finder) for text in among}


@settings(max_examples=400)
@given(st.lists(TEXTS, min_size=1, max_size=8), st.lists(st.sampled_from(SECRETS), min_size=1, max_size=4, unique=True))
def test_what_was_searched_before_changes_nothing(texts: list[str], secrets: list[str]) -> None:
    registry = SecretRegistry()
    known: list[str] = []
    for secret in secrets:
        registry.register(secret, force=True)
        known.append(secret)
        fresh = Matcher()
        for each in known:
            fresh.add(each)
        # In parts as well, so that many words are known.
        for text in (*" ".join(texts).split(" "), *texts):
            registry.mask(text)
            assert registry.mask(f"{text} again") == mask(f"{text} again", SecretFinder(fresh))


def test_of_very_many_words_all_are_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finder, "_CLEAN_MOST", 3)
    registry = SecretRegistry()
    registry.register("secret-9")
    for number in range(20):
        assert registry.mask(f"word-{number} other-{number}") == f"word-{number} other-{number}"
        assert registry.mask(f"word-{number} secret-9") == f"word-{number} [redacted]"


@given(st.text(st.sampled_from(ascii_letters + digits), max_size=7), st.text("aB3", min_size=1, max_size=4))
def test_of_what_is_very_short_only_a_forced_secret_is_found(text: str, secret: str) -> None:
    matcher = Matcher()
    assert found(WordIndex(), text, []) == union(plain_spans(text))
    matcher.add(secret)
    assert set(SecretFinder(matcher)(text)) == plain_spans(text, secret)


def test_only_what_touches_a_shape_is_not_masked_among_others() -> None:
    texts = ["one", "password: x", "two", "", "a + b", "ghp_0123456789abcdefghij", "three"]
    assert SecretFinder(None).masked_among(texts) == {text: text for text in ("one", "two", "", "a + b", "three")}


def test_texts_with_a_crowd_of_names_are_masked_by_themselves() -> None:
    assert SecretFinder(None).masked_among([f"{'token:' * 9}{number}" for number in range(256)]) == {}


def test_known_secrets_are_masked_among_others() -> None:
    matcher = Matcher()
    matcher.add("hunter2!hunter2!")
    texts = [
        "one",
        "a hunter2!hunter2! b",
        "c hunter2%21hunter2%21",
        "hunter2!\nhunter2!hunter2!",
        "hunter2!hunter2!\\",
    ]
    assert SecretFinder(matcher).masked_among(texts) == {
        "one": "one",
        "a hunter2!hunter2! b": "a [redacted] b",
        "c hunter2%21hunter2%21": "c [redacted]",
    }


def test_what_the_first_masks_bring_together_is_masked_among_others() -> None:
    matcher = Matcher()
    for secret in ("hunter2!", "ab[redacted]cd"):
        matcher.add(secret)
    assert SecretFinder(matcher).masked_among(["abhunter2!cd"]) == {"abhunter2!cd": "[redacted]"}


def test_all_are_clean_where_nothing_is_found() -> None:
    assert SecretFinder(None).masked_among(["one", "two"]) == {"one": "one", "two": "two"}


def test_the_rest_of_a_secret_that_was_cut_is_masked_among_others() -> None:
    matcher = Matcher()
    matcher.add("hunter2!hunter2!")
    assert (
        SecretFinder(matcher).masked_among(["one", "...nter2! is wrong"])["...nter2! is wrong"]
        == "...[redacted] is wrong"
    )


def test_what_is_a_mask_already_and_what_is_uncertain_twice() -> None:
    matcher = Matcher()
    for secret in ("[redacted]", "hunter2!hunter2!", "other-Secret-17"):
        matcher.add(secret)
    texts = ["[redacted]", "hunter2!hunter2!\nother-Secret-17"]
    assert SecretFinder(matcher).masked_among(texts) == {"[redacted]": "[redacted]"}


@pytest.mark.parametrize("secret", ["a '399' b", "(2026),x 1", "'3999'"])
def test_a_secret_with_a_short_number_is_found_where_numbers_are_passed_over(secret: str) -> None:
    matcher = Matcher()
    matcher.add(secret)
    finder = SecretFinder(matcher)
    for text in ("x '17' y", f"x {secret} y", f"x {secret} y"):
        shown = union(finder(text))
        assert shown == ([(2, 2 + len(secret))] if secret in text else [])
