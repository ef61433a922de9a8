"""What is left of known values where a text was cut."""

import pytest

from SteadyAPI.redaction.masking import mask
from SteadyAPI.redaction.matcher import Matcher


def masked(text: str, *secrets: str) -> str:
    matcher = Matcher()
    for secret in secrets:
        matcher.add(secret)
    return mask(text, matcher.spans)


@pytest.mark.parametrize("cut", ["hun...", "hunter2...", "hunter...\nnext", "hunt...\r\n"])
def test_the_beginning_of_a_secret_before_dots_is_masked(cut: str) -> None:
    assert masked(f"value {cut}", "hunter2!xyz").startswith("value [redacted]...")


@pytest.mark.parametrize("torn", [r"\u00", r"\x", r"\3", "\\", "%", "%C", "&", "&#2", "<", "<b", "\x1b", "\x1b[1"])
def test_a_cut_through_an_escape_hides_the_beginning_too(torn: str) -> None:
    assert masked(f"value hunter{torn}...", "hunteré2!xyz") == "value [redacted]..."


@pytest.mark.parametrize(
    "cut",
    ["...xyz", "...er2!xyz and more", "a\n...2!xyz\nb", "...0e9!xyz", "...t;!xyz", "...C\\u00e9!xyz"],
)
def test_the_end_of_a_secret_behind_dots_is_masked(cut: str) -> None:
    assert "...[redacted]" in masked(cut, "hunter2!xyz")
    assert "xyz" not in masked(cut, "hunter2!xyz")


def test_the_ends_of_a_secret_behind_two_cuts_are_masked() -> None:
    assert masked("a\n...2!xyz\n...xyz", "hunter2!xyz") == "a\n...[redacted]\n...[redacted]"


def test_the_longest_form_of_a_secret_is_found_beside_a_cut() -> None:
    secret = "correcthorsebatterystaple"
    longest = secret.encode().hex()
    assert masked(f"value {longest[:-1]}...", secret) == "value [redacted]..."
    assert masked(f"value {longest[:-1]}%25252525...", secret) == "value [redacted]..."
    assert masked(f"...{longest[1:]} value", secret) == "...[redacted] value"
    assert masked(f"...x#000033;{longest[1:]} value", secret) == "...[redacted] value"


def test_dots_that_begin_no_line_cut_no_beginning_off() -> None:
    assert masked("see ...xyz", "hunter2!xyz") == "see ...xyz"


def test_less_than_three_characters_behind_dots_are_left() -> None:
    assert masked("...yz", "hunter2!xyz") == "...yz"


@pytest.mark.parametrize("torn", ["<", "</", "<wbr"])
def test_a_cut_through_a_tag_hides_the_beginning_too(torn: str) -> None:
    assert masked(f"value hunter{torn}...", "hunter2!xyz") == "value [redacted]..."


def test_the_end_of_another_word_behind_dots_stays() -> None:
    assert masked("...zzqe; and", "hunter2!rqe;") == "...zzqe; and"


def test_a_cut_between_two_percent_signs_hides_the_beginning_too() -> None:
    assert masked("value hunter%%...", "hunter%%41!xyz") == "value [redacted]..."


def test_dots_within_a_line_are_no_cut() -> None:
    assert masked("the hunter...here", "hunter2!xyz") == "the hunter...here"


def test_dots_after_something_else_are_no_cut() -> None:
    assert masked("hu... and so...", "hunter2!xyz") == "hu... and so..."


def test_the_beginning_of_a_secret_belongs_to_the_next_cut_only() -> None:
    assert masked("hunter...\nhun...\nnone", "hunter2!xyz") == "[redacted]...\n[redacted]...\nnone"
    assert masked("hunter...\nx...", "hunter...\nx") == "[redacted]..."


@pytest.mark.parametrize("dots", ["...", "\u2026"])
@pytest.mark.parametrize(("head", "tail"), [("hunter", "xyz"), ("hun", "!xyz"), ("HUNTER2", "2!XYZ")])
def test_a_secret_whose_middle_was_left_out_is_masked(head: str, dots: str, tail: str) -> None:
    assert masked(f"got '{head}{dots}{tail}' and x", "hunter2!xyz") == "got '[redacted]' and x"


def test_of_two_secrets_that_begin_alike_the_one_that_ends_behind_the_dots_is_masked() -> None:
    secrets = ("hunter2!xyz", "hunter3-abc-abc")
    assert masked("'hunter...abc-abc', 'hun...xyz'", *secrets) == "'[redacted]', '[redacted]'"


@pytest.mark.parametrize(
    "text", ["hunter...abc", "hu...xyz", "hunter...yz", "hunter ...xyz", "ahun...xyb", "hun....xyz"]
)
def test_dots_between_other_words_are_no_cut(text: str) -> None:
    assert masked(text, "hunter2!xyz") == text
