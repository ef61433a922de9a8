"""Every occurrence of every word, in pure Python."""

from concurrent.futures import ThreadPoolExecutor

from SteadyAPI.redaction.index.ngram import NgramIndex


def found(words: list[str], text: str) -> set[tuple[int, str]]:
    index = NgramIndex()
    index.add(words)
    return set(index.occurrences(text))


def test_an_empty_index_finds_nothing() -> None:
    assert found([], "some text") == set()


def test_a_word_is_found_at_any_place() -> None:
    texts = ["x" * before + "secret" + "y" for before in range(9)]
    assert [found(["secret"], text) for text in texts] == [{(before, "secret")} for before in range(9)]


def test_a_long_word_is_found_at_any_place() -> None:
    texts = ["x" * before + "long-secret-9" + "y" for before in range(9)]
    assert [found(["long-secret-9"], text) for text in texts] == [{(before, "long-secret-9")} for before in range(9)]


def test_overlapping_words_are_all_found() -> None:
    assert found(["abcdef", "defghi"], "abcdefghi") == {(0, "abcdef"), (3, "defghi")}


def test_a_beginning_alone_is_not_found() -> None:
    assert found(["abcdefgh"], "abcdefxx efgh") == set()


def test_words_with_a_common_beginning_are_told_apart() -> None:
    assert found(["abcdefg1", "abcdefg2"], "abcdefg2") == {(0, "abcdefg2")}


def test_a_word_that_would_begin_before_the_text_is_not_found() -> None:
    assert found(["abcdef"], "cdefgh") == set()


def test_a_word_is_found_far_within_a_long_text() -> None:
    text = "x" * 9_001 + "secret" + "y" * 9_000 + "long-value-nine" + "z" * 9_000
    assert found(["secret", "long-value-nine"], text) == {(9_001, "secret"), (18_007, "long-value-nine")}


def test_a_word_added_after_a_search_is_found() -> None:
    index = NgramIndex()
    index.add(["abcdef"])
    assert index.occurrences("abcdef") == [(0, "abcdef")]
    index.add(["defghi"])
    assert set(index.occurrences("abcdefghi")) == {(0, "abcdef"), (3, "defghi")}


def test_upper_and_lower_case_are_the_same_in_ascii_only() -> None:
    assert found(["long-secret-é"], "x LONG-Secret-é") == {(2, "long-secret-é")}
    assert found(["long-secret-é"], "x LONG-Secret-É") == set()


def test_characters_outside_latin_1_are_told_apart() -> None:
    assert found(["secret→1", "secret?1"], "secret→1 secret?1 secret←1") == {(0, "secret→1"), (9, "secret?1")}


def test_a_word_added_twice_is_found_once() -> None:
    index = NgramIndex()
    index.add(["long-secret-9", "long-secret-8", "long-secret-9", "long-secret-8"])
    assert sorted(index.occurrences("long-secret-9")) == [(0, "long-secret-9")]


def test_very_long_words_with_a_common_beginning_are_told_apart() -> None:
    words = ["x" * 300 + "1", "x" * 300 + "2", "x" * 20]
    assert found(words, "x" * 300 + "2") >= {(0, "x" * 300 + "2"), (0, "x" * 20)}
    assert (0, "x" * 300 + "1") not in found(words, "x" * 300 + "2")


def test_a_lone_surrogate_is_a_character_like_others() -> None:
    assert found(["abc\udcffdef"], "\ud800 abc\udcffdef") == {(2, "abc\udcffdef")}


def test_two_threads_may_search_at_once_after_a_word_was_added() -> None:
    index = NgramIndex()
    index.add([f"word-{number:06}" for number in range(20_000)])
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(index.occurrences, ["word-019999"] * 4)) == [[(0, "word-019999")]] * 4


def test_of_many_words_each_is_found_in_a_long_text_of_other_characters() -> None:
    words = [f"{begin}\xe9\u2192{number:02}" for begin in ("a", "bbbb", "c" * 9) for number in range(20)]
    other = "".join(map(chr, range(0x100))) * 20
    assert found(words, other) == set()
    for before in range(9):
        for word in words[7::20]:
            text = f"{other}{'.' * before}{word}{other}"
            assert found(words, text) == {(len(other) + before, word)}


def test_of_many_words_one_that_is_added_again_is_found_once() -> None:
    words = [f"{number:02}-secret-{end}" for number in range(10) for end in "ab"]
    index = NgramIndex()
    for _ in range(2):
        index.add(words)
        assert index.occurrences("a 07-secret-b") == [(2, "07-secret-b")]
