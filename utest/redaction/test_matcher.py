"""Known secrets in a text, whatever they stand in."""

import json
from base64 import b64encode, encodebytes

import pytest

from SteadyAPI.redaction.index.aho_corasick import AhoCorasickIndex
from SteadyAPI.redaction.index.ngram import NgramIndex
from SteadyAPI.redaction.masking import mask
from SteadyAPI.redaction.matcher import Index, Matcher


@pytest.fixture(params=[NgramIndex, AhoCorasickIndex])
def index(request: pytest.FixtureRequest) -> Index:
    made: Index = request.param()
    return made


def masked(index: Index, text: str, *secrets: str) -> str:
    matcher = Matcher(index)
    for secret in secrets:
        matcher.add(secret)
    return mask(text, matcher.spans)


def test_without_secrets_nothing_is_searched() -> None:
    assert list(Matcher().spans("text")) == []


def test_an_index_is_chosen_with_the_first_secret() -> None:
    matcher = Matcher()
    matcher.add("hunter2!x")
    matcher.add("hunter3!x")
    assert mask("a hunter2!x b", matcher.spans) == "a [redacted] b"


def test_a_secret_in_nested_json_is_masked(index: Index) -> None:
    text = json.dumps(json.dumps({"p": 'hun"ter\\2'}))
    assert masked(index, text, 'hun"ter\\2') == '"{\\"p\\": \\"[redacted]\\"}"'


def test_all_base64_around_a_secret_is_masked(index: Index) -> None:
    text = "Basic " + b64encode(b"ann:hunter2!x--more").decode() + " sent"
    assert masked(index, text, "hunter2!x") == "Basic [redacted] sent"


def test_base64_at_the_start_of_a_text_is_masked(index: Index) -> None:
    assert masked(index, b64encode(b"ann:hunter2!x").decode(), "hunter2!x") == "[redacted]"


def test_wrapped_base64_is_masked_over_the_line_break(index: Index) -> None:
    text = encodebytes(b"y" * 50 + b"hunter2!x" + b"z" * 30).decode().strip()
    assert masked(index, text, "hunter2!x") == "[redacted]"


def test_overlapping_secrets_leave_no_tail(index: Index) -> None:
    assert masked(index, "abcdef12345", "abcdef123", "def12345") == "[redacted]"


def test_a_piece_is_masked_as_far_as_it_goes_on_like_the_secret(index: Index) -> None:
    secret = "Ab1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX2"
    assert masked(index, f"x {secret[3:30]} y", secret) == "x [redacted] y"


def test_a_piece_at_the_ends_of_the_text_is_masked(index: Index) -> None:
    secret = "Ab1cD2eF3gH4iJ5kL6mN7oP8qR9sT0"
    assert masked(index, secret[:17], secret) == "[redacted]"
    assert masked(index, secret[9:], secret) == "[redacted]"


@pytest.mark.parametrize("cut", ["hun...", "hunter2...", "hunter...\nnext", "hunt...\r\n"])
def test_the_beginning_of_a_secret_before_dots_is_masked(index: Index, cut: str) -> None:
    assert masked(index, f"value {cut}", "hunter2!xyz").startswith("value [redacted]...")


def test_a_cut_through_an_escape_hides_the_beginning_too(index: Index) -> None:
    assert masked(index, r"value hunter\u00...", "hunteré2!xyz") == "value [redacted]..."


@pytest.mark.parametrize(
    "cut",
    ["...xyz", "...er2!xyz and more", "a\n...2!xyz\nb", "...0e9!xyz", "...t;!xyz", "...C\\u00e9!xyz"],
)
def test_the_end_of_a_secret_behind_dots_is_masked(index: Index, cut: str) -> None:
    assert "...[redacted]" in masked(index, cut, "hunter2!xyz")
    assert "xyz" not in masked(index, cut, "hunter2!xyz")


def test_dots_that_begin_no_line_cut_no_beginning_off(index: Index) -> None:
    assert masked(index, "see ...xyz", "hunter2!xyz") == "see ...xyz"


def test_less_than_three_characters_behind_dots_are_left(index: Index) -> None:
    assert masked(index, "...yz", "hunter2!xyz") == "...yz"


def test_a_cut_between_two_percent_signs_hides_the_beginning_too(index: Index) -> None:
    assert masked(index, "value hunter%%...", "hunter%%41!xyz") == "value [redacted]..."


def test_dots_within_a_line_are_no_cut(index: Index) -> None:
    assert masked(index, "the hunter...here", "hunter2!xyz") == "the hunter...here"


def test_dots_after_something_else_are_no_cut(index: Index) -> None:
    assert masked(index, "hu... and so...", "hunter2!xyz") == "hu... and so..."


def test_a_forced_short_secret_is_masked_between_edges(index: Index) -> None:
    assert masked(index, "abc, abcd, xabc, abc", "abc") == "[redacted], abcd, xabc, [redacted]"


def test_a_secret_that_folds_to_a_short_one_is_masked(index: Index) -> None:
    assert masked(index, r"xt\\t\\\\f7%x", "t\t\\f7%") == "x[redacted]x"


def test_one_word_of_two_secrets_is_masked_for_both(index: Index) -> None:
    encoded = b64encode(b"hunter2!xyz9").decode()
    assert masked(index, f"{encoded}AAAA {encoded}", "hunter2!xyz9", encoded) == "[redacted] [redacted]"


def test_adding_a_secret_again_changes_nothing(index: Index) -> None:
    assert masked(index, "a hunter2!x b", "hunter2!x", "hunter2!x") == "a [redacted] b"
