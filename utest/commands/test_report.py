"""The command that makes reports again."""

import json
from pathlib import Path
from typing import Any

import pytest
from records import request

from SteadyAPI.commands.report import report


def run(folder: Path, *records: dict[str, Any], body: str = "") -> Path:
    """Makes a folder with the records of a run, and maybe a saved body."""
    folder.mkdir(parents=True)
    lines = [json.dumps(record) for record in records or (request(),)]
    (folder / "api-requests.jsonl").write_text("\n".join([*lines, ""]))
    if body:
        (folder / "api-bodies").mkdir()
        (folder / "api-bodies" / body).write_text("{}")
    return folder


def page(folder: Path) -> str:
    return (folder / "api-report.html").read_text()


def test_the_page_of_a_run_is_made_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = run(tmp_path / "a")
    assert (report([str(folder)]), capsys.readouterr().out) == (0, f"API:     {folder / 'api-report.html'}\n")


def test_the_page_of_a_rerun_has_its_name(tmp_path: Path) -> None:
    folder = run(tmp_path / "a")
    (folder / "api-requests.jsonl").rename(folder / "api-requests-rerun.jsonl")
    report([str(folder)])
    assert [path.name for path in folder.glob("*.html")] == ["api-report-rerun.html"]


def test_it_goes_where_it_was_asked_for(tmp_path: Path) -> None:
    report([str(run(tmp_path / "a")), "--output", str(tmp_path / "new" / "place")])
    assert "GET /orders/{id}" in page(tmp_path / "new" / "place")


def test_a_file_can_be_named(tmp_path: Path) -> None:
    folder = run(tmp_path / "a")
    report([str(folder / "api-requests.jsonl")])
    assert "GET /orders/{id}" in page(folder)


def test_several_runs_become_one(tmp_path: Path) -> None:
    run(tmp_path / "pabot" / "0", request("http://a.test/x"), body="one.json")
    run(tmp_path / "pabot" / "1", request("http://a.test/y"), body="two.json")
    report([str(tmp_path / "pabot"), "--output", str(tmp_path)])
    assert (
        "2 runs together" in page(tmp_path),
        (tmp_path / "api-requests-merged.jsonl").read_text().count("\n"),
        sorted(path.name for path in (tmp_path / "api-bodies").iterdir()),
    ) == (True, 3, ["one.json", "two.json"])


def test_merging_again_counts_each_request_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tmp_path / "all" / "0")
    run(tmp_path / "all" / "1")
    report([str(tmp_path / "all")])
    report([str(tmp_path / "all"), "--markdown"])
    assert "**2** requests" in capsys.readouterr().out


def test_a_merged_record_can_be_reported_by_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tmp_path / "all" / "0")
    run(tmp_path / "all" / "1", body="one.json")
    report([str(tmp_path / "all"), "--output", str(tmp_path / "merged")])
    report([str(tmp_path / "merged"), "--markdown"])
    assert "**2** requests" in capsys.readouterr().out


@pytest.mark.parametrize(("log", "links"), [(True, True), (False, False)])
def test_tests_are_linked_when_their_log_is_there(tmp_path: Path, log: bool, links: bool) -> None:
    folder = run(tmp_path / "a", request(expected=False))
    (folder / ("log.html" if log else "other.html")).write_text("")
    report([str(folder)])
    assert ("log.html#s1-t1" in page(folder)) is links


def test_tests_of_several_runs_are_linked_to_the_logs_of_their_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("first", "second"):
        run(tmp_path / name, request(expected=False))
        (tmp_path / name / "log.html").write_text("")
    report([str(tmp_path)])
    assert 'href="first/log.html#s1-t1"' in page(tmp_path)
    assert 'href="second/log.html#s1-t1"' in page(tmp_path)
    report([str(tmp_path), "--markdown"])
    assert "](second/log.html#s1-t1)" in capsys.readouterr().out


def test_a_report_elsewhere_is_linked_to_the_log_too(tmp_path: Path) -> None:
    folder = run(tmp_path / "a", request(expected=False))
    (folder / "log.html").write_text("")
    report([str(folder), "--output", str(tmp_path / "new")])
    assert 'href="../a/log.html#s1-t1"' in page(tmp_path / "new")


def test_records_alone_dont_say_where_links_lead(tmp_path: Path) -> None:
    report([str(folder := run(tmp_path / "a", request(expected=False, log_page="javascript:alert(1)")))])
    assert "javascript:" not in page(folder)


def test_an_earlier_run_tells_what_became_worse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    now = run(tmp_path / "now", *[request(elapsed=0.5)] * 5)
    before = run(tmp_path / "before", *[request(elapsed=0.1)] * 5)
    report([str(now), "--baseline", str(before), "--markdown"])
    assert "| `GET /orders/{id}` | slower | median 100 ms → 500 ms |" in capsys.readouterr().out


def test_paths_are_grouped_as_asked(tmp_path: Path) -> None:
    folder = run(tmp_path / "a", request("http://a.test/users/ada"))
    report([str(folder), "--path", "/users/{name}"])
    assert "GET /users/{name}" in page(folder)


def test_the_schema_of_a_record_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert (report(["--schema"]), json.loads(capsys.readouterr().out)["title"]) == (0, "A line of api-requests.jsonl")


def _failure(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit, match="2"):
        report(arguments)
    return capsys.readouterr().err


def test_no_folder_is_no_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert "expected a folder with a run's api-requests.jsonl, got none" in _failure([], capsys)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"got {tmp_path / 'x'}, which does not exist" in _failure([str(tmp_path / "x")], capsys)


def test_a_folder_without_records_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"expected api-requests.jsonl in {tmp_path}, found none" in _failure([str(tmp_path)], capsys)


@pytest.mark.parametrize("record", [{"kind": "request"}, {"kind": "request", **request(), "tries": 7}])
def test_a_record_of_another_shape_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], record: dict[str, Any]
) -> None:
    assert "expected a record as in `report --schema`" in _failure([str(run(tmp_path / "a", record))], capsys)
