"""Every occurrence of every word, in pure Python."""

from SteadyAPI.redaction.index.ngram import NgramIndex


def found(words: list[str], text: str) -> set[tuple[int, str]]:
    index = NgramIndex()
    for word in words:
        index.add(word)
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
