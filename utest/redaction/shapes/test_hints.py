"""What words hint at, and that remembering it changes nothing."""

import pytest

from SteadyAPI.redaction.shapes import hints
from SteadyAPI.redaction.shapes.hints import Hints, hints_in, readings


@pytest.fixture(autouse=True, params=["with the package", "without"])
def _nothing_remembered(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "without":
        monkeypatch.setattr(hints, "_literal_scan", lambda: None)
    monkeypatch.setattr(hints, "_plain_words", set())
    monkeypatch.setattr(hints, "_telling_words", {})


def named(found: Hints) -> tuple[set[str], set[str]]:
    literals, rules = found
    return set(literals), {rule.name for rule in rules}


def test_plain_words_hint_at_nothing() -> None:
    assert named(hints_in("one two three".split())) == (set(), set())
    assert named(hints_in("three two".split())) == (set(), set())


def test_names_and_formats_are_hinted_at() -> None:
    literals, rules = named(hints_in("the TOKEN of ghp_0123456789".split()))
    assert literals == {"token"}
    assert "vendor token _" in rules
    assert not rules & {"user info", "jwt", "curl user"}
    assert "jwt" in named(hints_in("eyJhbGciOi".split()))[1]
    assert named(hints_in("ftp://ann@host".split()))[1] >= {"user info", "user token"}
    assert "bearer" in named(hints_in("a bearer".split()))[1]


def test_a_mark_alone_is_no_sign() -> None:
    assert named(hints_in("a_b".split())) == (set(), set())


@pytest.mark.parametrize(
    "text", ["the token of Ada", "the to\u212aen of Ada", "a ghp_0123456789 of Ada", "ann@host of Ada"]
)
def test_the_same_words_hint_at_the_same_again(text: str) -> None:
    found = named(hints_in(text.split()))
    assert any(found)
    assert named(hints_in(text.split())) == found
    assert named(hints_in("of Ada".split())) == (set(), set())
    assert named(hints_in(text.split())) == found


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hints, "_PLAIN_MOST", 2)
    monkeypatch.setattr(hints, "_TELLING_MOST", 2)
    for number in range(9):
        assert ("token" in named(hints_in((f"a{number} b{number} {'token' * number}").split()))[0]) is (number > 0)
        assert len(hints._plain_words) <= 5
        assert len(hints._telling_words) <= 3


def test_long_words_are_not_remembered() -> None:
    hints_in(("x" * 41).split())
    assert not hints._plain_words
    hints_in(("token" * 9).split())
    assert not hints._telling_words


def test_readings_are_of_equal_length() -> None:
    assert readings("\u212a\u0130\uff49A") == ("ki?A", "ki?a")
