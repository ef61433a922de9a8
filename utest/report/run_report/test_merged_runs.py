"""The records of several runs together."""

import json
from pathlib import Path
from typing import Any

import pytest
from exchanges import plain
from records import ended, request

from SteadyAPI.report.run_report.merged_runs import MERGED, merge_records, record_files, summary_of, write_whole_run


def records(path: Path, *lines: dict[str, Any] | str) -> Path:
    """Writes a file of records."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines), encoding="utf-8"
    )
    return path


def test_earlier_runs_come_first_whatever_their_names(tmp_path: Path) -> None:
    late = records(tmp_path / "api-requests-a.jsonl", {"kind": "run"}, request(second=5.0))
    early = records(tmp_path / "api-requests-b.jsonl", {"kind": "run"}, request(second=1.0))
    assert record_files([tmp_path]) == [early, late]


@pytest.mark.parametrize("line", ["no json", "[]", '{"kind":"run"}'])
def test_a_file_without_times_is_taken_for_the_earliest(tmp_path: Path, line: str) -> None:
    timed = records(tmp_path / "api-requests-a.jsonl", request())
    other = records(tmp_path / "api-requests-b.jsonl", line)
    assert record_files([tmp_path]) == [other, timed]


def test_of_a_test_that_ran_twice_the_last_result_counts(tmp_path: Path) -> None:
    first = records(tmp_path / "api-requests-first.jsonl", request(second=1.0), ended("FAIL"), ended("PASS", "B"))
    second = records(tmp_path / "api-requests-rerun.jsonl", request(second=2.0), ended("PASS", test_id="s1-t9"))
    summary = summary_of([first, second])
    assert (len(summary), summary.tests.counts) == (2, {"PASS": 2})


def test_merged_records_tell_the_runs_apart(tmp_path: Path) -> None:
    first = records(tmp_path / "a" / "api-requests.jsonl", {"kind": "run"}, request(), ended("FAIL"))
    second = records(tmp_path / "b" / "api-requests.jsonl", {"kind": "run"}, request(), ended("PASS", test_id="s1-t9"))
    merge_records([first, second], tmp_path)
    assert summary_of([tmp_path / MERGED]).tests.counts == {"PASS": 1}


def test_merging_takes_no_half_line_of_a_process_that_still_writes(tmp_path: Path) -> None:
    part = records(tmp_path / "0" / "api-requests.jsonl", request())
    part.write_text(part.read_text() + '{"kind":"req')
    merge_records([part], tmp_path)
    assert (tmp_path / MERGED).read_text().count("\n") == 2


def test_records_of_the_folder_itself_are_never_overwritten(tmp_path: Path) -> None:
    own = records(tmp_path / "api-requests.jsonl", request())
    other = records(tmp_path / "api-requests-rerun.jsonl", request())
    before = own.read_text()
    merge_records(record_files([tmp_path]), tmp_path)
    assert (own.read_text(), record_files([tmp_path])) == (before, sorted([own, other]))


def test_the_whole_run_is_on_one_page_with_its_bodies(tmp_path: Path) -> None:
    for number in ("0", "1"):
        records(tmp_path / "pabot_results" / number / "api-requests.jsonl", request(f"http://a.test/p{number}/x"))
        bodies = tmp_path / "pabot_results" / number / "api-bodies"
        bodies.mkdir()
        (bodies / f"{number}.json").write_text("{}")
    inner = tmp_path / "pabot_results" / "0" / "inner" / "api-requests.jsonl"
    records(inner, request("http://a.test/inner/x"))
    page = write_whole_run(tmp_path, "Shop", plain).read_text()
    assert (page.count("GET /p0/x"), "GET /p1/x" in page) == (page.count("GET /p1/x"), True)
    assert "/inner/x" not in page
    assert sorted(path.name for path in (tmp_path / "api-bodies").iterdir()) == ["0.json", "1.json"]
