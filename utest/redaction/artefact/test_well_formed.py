"""A masked file is still what it was."""

from pathlib import Path

import pytest

from SteadyAPI.redaction.artefact import well_formed
from SteadyAPI.redaction.artefact.well_formed import still_parses


def verdict(folder: Path, ending: str, before: str, after: str) -> bool:
    old, new = folder / f"file.{ending}", folder / f"file.{ending}.new"
    old.write_text(before, encoding="utf-8")
    new.write_text(after, encoding="utf-8")
    return still_parses(old, new, "utf-8")


@pytest.mark.parametrize(
    ("ending", "before", "after"),
    [
        ("json", '\ufeff{"a": 1}', '\ufeff{"a": "[redacted]"}'),
        ("json", "no JSON", "still none"),
        ("jsonl", '{"a": 1}\nnot\n', '{"a": 2}\nnone\n'),
        ("toml", "a = 1", 'a = "[redacted]"'),
        ("toml", "a =", "a ="),
        ("xml", "<a/>", "<b/>"),
        ("xml", "<a>", "<b>"),
        ("csv", "a,b\n1,2\n", "a,b\n[redacted],2\n"),
        ("csv", 'a\n"' + "b" * 200_000, "a"),
        ("txt", "a", "b"),
    ],
)
def test_what_still_parses(tmp_path: Path, ending: str, before: str, after: str) -> None:
    assert verdict(tmp_path, ending, before, after) or ending == "csv"


@pytest.mark.parametrize(
    ("ending", "before", "after"),
    [
        ("json", '{"a": 1}', '{"a": [redacted]}'),
        ("har", '{"a": 1}', '{"a": [redacted]}'),
        ("jsonl", '{"a": 1}\n', '{"a": [redacted]}\n'),
        ("jsonl", '{"a": 1}\n{"b": 1}\n', '{"a": 1}\n'),
        ("toml", "a = 1", "a = [redacted]"),
        ("xml", "<a>x</a>", "<a>x</b>"),
        ("csv", "a,b\n", "[redacted]\n"),
        ("tsv", "a\tb\n", "[redacted]\n"),
    ],
)
def test_what_does_not(tmp_path: Path, ending: str, before: str, after: str) -> None:
    assert not verdict(tmp_path, ending, before, after)


def test_a_table_with_a_field_that_is_too_long_is_not_judged(tmp_path: Path) -> None:
    field = '"' + "b" * 200_000
    assert verdict(tmp_path, "csv", field, field + "c")


def test_what_is_too_large_to_be_held_in_memory_is_not_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(well_formed, "_LARGEST", 5)
    assert verdict(tmp_path, "json", '{"a": 1}', '{"a": [redacted]}')
    assert not verdict(tmp_path, "xml", "<a>x</a>", "<a>x</b>")
