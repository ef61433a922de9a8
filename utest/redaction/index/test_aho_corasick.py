"""The same words, by the package of the extra."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from SteadyAPI.redaction.index import aho_corasick
from SteadyAPI.redaction.index.aho_corasick import AhoCorasickIndex, fastest_index, literal_scan
from SteadyAPI.redaction.index.ngram import NgramIndex


def test_an_empty_automaton_finds_nothing() -> None:
    assert list(AhoCorasickIndex().occurrences("some text")) == []


def test_overlapping_words_are_all_found() -> None:
    index = AhoCorasickIndex()
    index.add("abcdef")
    index.add("defghi")
    assert set(index.occurrences("abcdefghi")) == {(0, "abcdef"), (3, "defghi")}


def test_a_word_added_after_a_search_is_found() -> None:
    index = AhoCorasickIndex()
    index.add("abcdef")
    list(index.occurrences("abcdef"))
    index.add("defghi")
    assert set(index.occurrences("abcdefghi")) == {(0, "abcdef"), (3, "defghi")}


def test_words_are_found_after_they_moved_to_the_big_tier() -> None:
    index = AhoCorasickIndex()
    for number in range(500):
        index.add(f"secret-{number:04}")
    list(index.occurrences("x"))
    index.add("another-secret")
    assert set(index.occurrences("secret-0007 another-secret")) == {(0, "secret-0007"), (12, "another-secret")}


def test_text_with_a_lone_surrogate_is_searched() -> None:
    index = AhoCorasickIndex()
    index.add("abcdef")
    assert list(index.occurrences("\ud800 abcdef")) == [(2, "abcdef")]


def test_a_word_with_a_lone_surrogate_is_found() -> None:
    index = AhoCorasickIndex()
    index.add("abc\udcffdef")
    index.add("abcdef")
    assert list(index.occurrences("x abc\udcffdef")) == [(2, "abc\udcffdef")]


def test_two_threads_may_search_at_once_after_a_word_was_added() -> None:
    index = AhoCorasickIndex()
    index.add("abcdef")
    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(index.occurrences, ["abcdef"] * 2)) == [[(0, "abcdef")]] * 2


def test_the_automaton_is_taken_if_its_package_is_there() -> None:
    assert isinstance(fastest_index(), AhoCorasickIndex)


def test_pure_python_is_taken_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aho_corasick, "_PACKAGE", "no_such_package_at_all")
    assert isinstance(fastest_index(), NgramIndex)


def test_a_first_look_names_what_a_text_may_hold() -> None:
    look = literal_scan(("token", "pass", "sess", "key"))
    assert look is not None
    assert look("no such word") == set()
    assert look("passess") == {"pass", "sess"}
    assert look("a token, a key") >= {"token", "key"}


def test_there_is_no_first_look_in_pure_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aho_corasick, "_PACKAGE", "no_such_package_at_all")
    assert literal_scan(("token",)) is None
