"""Blocks that end where a unit ends."""

from io import StringIO

import pytest

from SteadyAPI.redaction.artefact import unit
from SteadyAPI.redaction.artefact.unit import blocks


def line_end(text: str) -> int:
    return text.rfind("\n") + 1


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit, "BLOCK", 4)
    monkeypatch.setattr(unit, "LONGEST_UNIT", 12)


def test_blocks_end_with_whole_units() -> None:
    assert list(blocks(StringIO("ab\ncd\nef\ngh"), line_end)) == ["ab\n", "cd\n", "ef\ngh"]


def test_an_empty_file_has_no_blocks() -> None:
    assert list(blocks(StringIO(""), line_end)) == []


def test_a_unit_that_is_too_long_is_cut() -> None:
    assert list(blocks(StringIO("x" * 20), line_end)) == ["x" * 12, "x" * 8]


def test_a_unit_that_is_too_long_is_cut_at_the_end_of_a_line() -> None:
    assert list(blocks(StringIO("aaaaaa\nbbbbbbbbb"), lambda _: 0)) == ["aaaaaa\n", "bbbbbbbbb"]
