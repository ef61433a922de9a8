"""The file of records."""

from pathlib import Path

import pytest
from exchanges import hiding, plain

from SteadyAPI.report.record_file import RecordFile, read_records, remask


def test_a_file_without_records_is_no_file(tmp_path: Path) -> None:
    file = RecordFile(tmp_path / "a.jsonl", plain)
    file.flush()
    file.close()
    assert list(tmp_path.iterdir()) == []


def test_what_was_written_can_be_read(tmp_path: Path) -> None:
    file = RecordFile(tmp_path / "a.jsonl", plain)
    file.write('{"a":1}')
    file.write('{"b":2}')
    file.flush()
    assert list(read_records(file.path)) == [{"a": 1}, {"b": 2}]
    file.close()


def test_a_secret_that_became_known_later_is_masked_at_the_end(tmp_path: Path) -> None:
    file = RecordFile(tmp_path / "a.jsonl", hiding("hunter2"))
    file.write('{"a":"hunter2"}')
    file.close()
    assert file.path.read_text() == '{"a":"[redacted]"}\n'


def test_masking_again_leaves_nothing_beside(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('[\n{"a":"hunter2"},\n{"a":"b"}\n]\n')
    remask(tmp_path / "a.jsonl", hiding("hunter2"))
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [
        ("a.jsonl", '[\n{"a":"[redacted]"},\n{"a":"b"}\n]\n')
    ]


def test_masking_what_shows_no_secret_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"a":"b"}\n')
    remask(tmp_path / "a.jsonl", hiding("hunter2"))
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.jsonl", '{"a":"b"}\n')]


def test_the_half_line_of_a_run_that_was_killed_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"a":1}\n\n{"b":')
    assert list(read_records(tmp_path / "a.jsonl")) == [{"a": 1}]


@pytest.mark.parametrize("line", ["nonsense", "[1]", "7"])
def test_a_line_that_is_no_record_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.jsonl").write_text(f'{line}\n{{"a":1}}\n')
    with pytest.raises(ValueError, match=r"a.jsonl:1: expected a record"):
        list(read_records(tmp_path / "a.jsonl"))
