"""Every occurrence of every word, also in texts whose parts were searched before."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from SteadyAPI.redaction.index import word_index
from SteadyAPI.redaction.index.word_index import WordIndex

# So few letters that words are often found, and blanks of several kinds.
_WORDS = st.text(st.sampled_from("ab-  \n\xa0"), min_size=6, max_size=12)
_TEXTS = st.text(st.sampled_from("abAB-  \n\t\xa0"), max_size=60)


def searched(index: WordIndex, text: str) -> list[tuple[int, str]]:
    return index.occurrences(text, text.split())


def plainly(words: list[str], text: str) -> set[tuple[int, str]]:
    lower = text.lower()
    return {(found.start(), word) for word in words for found in re.finditer(f"(?={re.escape(word)})", lower)}


@settings(max_examples=400)
@given(st.lists(st.tuples(st.lists(_WORDS, max_size=4), st.lists(_TEXTS, max_size=4)), max_size=4))
def test_all_is_found_whatever_was_searched_before(rounds: list[tuple[list[str], list[str]]]) -> None:
    index = WordIndex()
    known: list[str] = []
    for words, texts in rounds:
        index.add(words)
        known += words
        for text in (*texts, *texts[::-1]):
            assert set(searched(index, text)) == set(index.occurrences(text)) == plainly(known, text)


def test_a_word_in_a_part_that_is_often_repeated_is_found_each_time() -> None:
    index = WordIndex()
    index.add(["secret-9"])
    assert [searched(index, "the secret-9 of the day") for _ in range(3)] == [[(4, "secret-9")]] * 3


def test_words_that_a_longer_one_covers_are_left_out() -> None:
    index = WordIndex(lambda word, by: word in by and word != "shared")
    index.add(["secret-shared-9", "secret", "shared", "red-9a", "alone-1"])
    found = searched(index, "secret-shared-9a alone-1 secret")
    assert sorted(found) == [(0, "secret-shared-9"), (7, "shared"), (10, "red-9a"), (17, "alone-1"), (25, "secret")]


def test_words_within_a_longer_one_are_found_where_nothing_tells_that_it_covers_them() -> None:
    index = WordIndex()
    index.add(["secret-shared-9", "shared"])
    assert sorted(searched(index, "a secret-shared-9")) == [(2, "secret-shared-9"), (9, "shared")]


def test_a_part_that_holds_a_word_and_is_the_half_of_another_shows_both_each_time() -> None:
    index = WordIndex()
    index.add(["secret-9", "secret-9a horse"])
    for _ in range(2):
        assert sorted(searched(index, "a secret-9a horse")) == [(2, "secret-9"), (2, "secret-9a horse")]


def test_only_a_part_that_was_searched_and_holds_nothing_is_silent() -> None:
    index = WordIndex()
    index.add(["secret-9", "correct horse"])
    assert not index.is_silent("the")
    searched(index, "the secret-9 of correct")
    assert [part for part in ("the", "secret-9", "of", "correct") if index.is_silent(part)] == ["the", "of"]
    index.add(["thesis"])
    assert not index.is_silent("the")


def test_words_with_blanks_are_found_between_parts_that_show_nothing() -> None:
    index = WordIndex()
    index.add(["correct horse", "a b c d", "two\nlines"])
    assert searched(index, "horse") == []
    assert searched(index, "a c b d two") == []
    assert searched(index, "lines correct") == []
    assert searched(index, "a correct horse") == [(2, "correct horse")]
    assert searched(index, "b a b c d") == [(2, "a b c d")]
    assert searched(index, "two\nlines") == [(0, "two\nlines")]


def test_only_the_parts_that_are_given_may_hold_a_word() -> None:
    index = WordIndex()
    index.add(["secret-9"])
    assert index.occurrences("the secret-9", ["secret-9"]) == [(4, "secret-9")]
    assert index.occurrences("the secret-9", []) == []


def test_of_very_many_parts_all_are_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_index, "_NOTED_MOST", 3)
    index = WordIndex()
    index.add(["secret-9"])
    for number in range(20):
        assert searched(index, f"part-{number} other-{number}") == []
        assert searched(index, f"part-{number} secret-9{number}") == [(len(f"part-{number} "), "secret-9")]
        assert len(index._silent) + len(index._loud) <= 5
