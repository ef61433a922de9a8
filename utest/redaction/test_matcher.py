"""Known secrets in a text, whatever they stand in."""

import json
from base64 import b64encode, encodebytes

import pytest

from SteadyAPI.redaction.masking import mask
from SteadyAPI.redaction.matcher import Matcher


def masked(text: str, *secrets: str) -> str:
    matcher = Matcher()
    for secret in secrets:
        matcher.add(secret)
    return mask(text, matcher.spans)


def test_without_secrets_nothing_is_searched() -> None:
    assert list(Matcher().spans("text")) == []


def test_a_secret_in_nested_json_is_masked() -> None:
    text = json.dumps(json.dumps({"p": 'hun"ter\\2'}))
    assert masked(text, 'hun"ter\\2') == '"{\\"p\\": \\"[redacted]\\"}"'


def test_all_base64_around_a_secret_is_masked() -> None:
    text = "Basic " + b64encode(b"ann:hunter2!x--more").decode() + " sent"
    assert masked(text, "hunter2!x") == "Basic [redacted] sent"


def test_base64_at_the_start_of_a_text_is_masked() -> None:
    assert masked(b64encode(b"ann:hunter2!x").decode(), "hunter2!x") == "[redacted]"


def test_wrapped_base64_is_masked_over_the_line_break() -> None:
    text = encodebytes(b"y" * 50 + b"hunter2!x" + b"z" * 30).decode().strip()
    assert masked(text, "hunter2!x") == "[redacted]"


def test_overlapping_secrets_leave_no_tail() -> None:
    assert masked("abcdef12345", "abcdef123", "def12345") == "[redacted]"


def test_a_piece_is_masked_as_far_as_it_goes_on_like_the_secret() -> None:
    secret = "Ab1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX2"
    assert masked(f"x {secret[3:30]} y", secret) == "x [redacted] y"


@pytest.mark.parametrize("start", range(1, 9))
def test_a_piece_from_the_middle_is_masked(start: int) -> None:
    secret = "2H6wYS81VP7Hb1DX8pPdQx9Z"
    assert masked(f"x = {secret[start : start + 15]}", secret) == "x = [redacted]"


def test_a_piece_at_the_ends_of_the_text_is_masked() -> None:
    secret = "Ab1cD2eF3gH4iJ5kL6mN7oP8qR9sT0"
    assert masked(secret[:17], secret) == "[redacted]"
    assert masked(secret[9:], secret) == "[redacted]"


def test_a_forced_short_secret_is_masked_between_edges() -> None:
    assert masked("abc, abcd, xabc, abc", "abc") == "[redacted], abcd, xabc, [redacted]"


def test_a_secret_that_folds_to_a_short_one_is_masked() -> None:
    assert masked(r"xt\\t\\\\f7%x", "t\t\\f7%") == "x[redacted]x"


def test_one_word_of_two_secrets_is_masked_for_both() -> None:
    encoded = b64encode(b"hunter2!xyz9").decode()
    assert masked(f"{encoded}AAAA {encoded}", "hunter2!xyz9", encoded) == "[redacted] [redacted]"


def test_adding_a_secret_again_changes_nothing() -> None:
    assert masked("a hunter2!x b", "hunter2!x", "hunter2!x") == "a [redacted] b"


def test_upper_and_lower_case_are_the_same() -> None:
    secret = "Ab1cD2eF3gH4iJ5kL6mN7oP8qR9sT0"
    for text in (
        secret.upper(),
        secret.lower(),
        secret[:17].upper(),
        secret[9:].lower(),
        secret.encode().hex().upper(),
    ):
        assert masked(f"x {text} y", secret) == "x [redacted] y"
    assert masked("xyz ABC1...", "abc12345678") == "xyz [redacted]..."


def test_a_short_secret_that_was_forced_is_masked_as_it_is_written() -> None:
    assert masked("Go on, go", "Go") == "[redacted] on, go"


def test_all_bytes_in_hex_around_a_secret_are_masked() -> None:
    text = b"ann:hunter2!x--more".hex(":")
    assert masked(f"sent {text} now", "hunter2!x") == "sent [redacted] now"
    assert masked(f"sent {text.replace(':', ' ').upper()}", "hunter2!x") == "sent [redacted]"


def test_a_common_beginning_of_very_many_secrets_is_masked_with_as_many_of_them_as_are_remembered() -> None:
    secrets = [f"Same1Beginning-{number:03}-{number * 7919}" for number in range(80)]
    for secret in secrets:
        assert masked(f"a {secret} b", *secrets) == "a [redacted] b"
    assert masked("Same1Beginning-00...", *secrets) == "[redacted]..."
    assert masked("Sam...", *secrets) == "[redacted]..."


@pytest.mark.parametrize("written", [b64encode(b"a" * 3000).decode(), (b"a" * 3000).hex(":"), (b"a" * 3000).hex(" ")])
def test_a_run_that_shows_a_secret_again_and_again_is_masked_once(written: str) -> None:
    matcher = Matcher()
    matcher.add("a" * 20)
    assert set(matcher.spans(written)) == {(0, len(written))}
    assert len(matcher.spans(written)) <= len(("as base64", "decoded"))


@pytest.mark.parametrize(
    ("secret", "text"),
    [
        ('Kd82 "jf', 'a,"Kd82 ""jf",b'),
        ('Kd82 "jf', 'echo "Kd82 `"jf"'),
        ("Kd82&jfLq|0", "echo Kd82^&jfLq^|0"),
        ("Kd82 jfLq", "Kd82\tjfLq"),
        ("Kd82 jfLq", "Kd82\xa0jfLq"),
        ("Kd82 jfLq", "Kd82\njfLq"),
        ("Grüße-77", "Gru\u0308ße-77"),
        ("Grüße-77", "Gr\u00c3\u00bc\u00c3\u0178e-77"),
    ],
)
def test_the_quoting_of_other_tools_hides_nothing(secret: str, text: str) -> None:
    shown = masked(text, secret)
    assert "[redacted]" in shown
    assert not any(piece in shown for piece in ("Kd82", "jf", "Gr", "77"))


@pytest.mark.parametrize("secret", ["Kd82jfLq01Xyz", "Kd82jfLq", "Kd82jf/Lq01+Xyz-Kd82jfLq01Xyz"])
@pytest.mark.parametrize("before", ["", "a", "ab"])
def test_what_is_encoded_twice_is_masked(secret: str, before: str) -> None:
    once = b64encode(f"{before}{secret}".encode())
    wide = f"{before}{secret}".encode("utf-16-le")
    for data in (once, wide, secret.encode().hex().encode(), secret.encode().hex().upper().encode()):
        assert masked(f"x {b64encode(data).decode()} y", secret) == "x [redacted] y"


def test_what_is_encoded_twice_is_masked_after_other_data() -> None:
    for data in (b64encode(b"Kd82jfLq01Xyz"), "Kd82jfLq01Xyz".encode("utf-16-le"), b"Kd82jfLq01Xyz".hex().encode()):
        for before in (b"a", b"ab", b"\xff\x00abc"):
            assert masked(f"x {b64encode(before + data).decode()} y", "Kd82jfLq01Xyz") == "x [redacted] y"


def test_the_beginning_of_what_is_encoded_twice_is_masked_before_dots() -> None:
    twice = b64encode(b64encode(b"Kd82jfLq01Xyz")).decode()
    assert masked(f"x {twice[:10]}...", "Kd82jfLq01Xyz") == "x [redacted]..."


def test_hex_of_the_beginning_of_a_secret_alone_is_shown() -> None:
    assert masked(b"Kd82jfLq".hex(), "Kd82jfLq01Xyz") == b"Kd82jfLq".hex()


def test_a_character_beside_letters_that_an_escape_shows_is_looked_for() -> None:
    assert masked("x Kd82&#36;jfLq y", "Kd82$jfLq") == "x [redacted] y"


@pytest.mark.parametrize("width", range(16, 40, 4))
def test_a_known_value_goes_on_in_a_line_of_other_words(width: int) -> None:
    secret = "Kd8fJq01mZxT7vRb2nWc5LyHg4Pe9UaSo3iQtX6r"
    matcher = Matcher()
    matcher.add(secret)
    text = f"got {secret[:width]}\n{secret[width:]} and more\nend"
    assert mask(text, matcher.spans) == "got [redacted] and more\nend"
