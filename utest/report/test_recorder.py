"""The record of a run, as it goes on."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from exchanges import hiding, lost, plain, responded, tries

from SteadyAPI.engine.exchange import SentRequest
from SteadyAPI.engine.request.expectation import expect
from SteadyAPI.report.recorder import Recorder
from SteadyAPI.report.run_folder import RunFiles

PLACE = ("Shop.Order", "s1-t1")


@pytest.fixture(name="recorder")
def _recorder(tmp_path: Path) -> Iterator[Recorder]:
    made = Recorder(RunFiles(tmp_path), hiding("hunter2"))
    yield made
    made.finish("Shop")


def kinds(folder: Path) -> list[str]:
    """Returns the kinds of the records in the file."""
    return [json.loads(line)["kind"] for line in (folder / "api-requests.jsonl").read_text().splitlines()]


def test_requests_tests_and_notes_are_written_in_order(tmp_path: Path) -> None:
    recorder = Recorder(RunFiles(tmp_path), plain)
    recorder.request(responded(), PLACE)
    recorder.note("check", {"schema": "Order", "mismatches": 0}, PLACE)
    recorder.end_test(PLACE, "PASS")
    recorder.finish("Shop")
    assert kinds(tmp_path) == ["run", "request", "check", "test"]


def test_the_end_of_a_test_is_shown_once(recorder: Recorder, tmp_path: Path) -> None:
    recorder.request(responded(), PLACE)
    recorder.end_test(PLACE, "PASS")
    recorder.end_test(PLACE, "PASS")
    assert kinds(tmp_path) == ["run", "request", "test"]


def test_a_test_whose_status_changed_is_shown_again(recorder: Recorder, tmp_path: Path) -> None:
    recorder.end_test(PLACE, "PASS")
    recorder.end_test(PLACE, "FAIL", "Parent suite teardown failed:\nboom")
    assert kinds(tmp_path) == ["run", "test", "test"]
    assert recorder.summary.tests.failed[0]["message"] == "Parent suite teardown failed: boom"


def test_at_the_end_the_results_are_those_of_the_run(recorder: Recorder) -> None:
    recorder.end_test(("Shop.Order", "s1-t1"), "SKIP")
    recorder.end_test(("Shop.Order", "s1-t2"), "PASS")
    recorder.end_run({("Shop.Order", "s1-t1"): ("PASS", ""), ("Other.Order", "s2-t1"): ("FAIL", "boom")})
    assert recorder.summary.tests.counts == {"PASS": 1, "FAIL": 1}


def test_what_an_assertion_found_unexpected_is_recorded_beside_its_request(recorder: Recorder) -> None:
    recorder.request(responded(), PLACE)
    recorder.unexpected(responded(expected=expect(201)), PLACE)
    assert (len(recorder.summary), recorder.summary.unexpected) == (1, 1)
    assert recorder.summary.failures[0]["wanted"] == "201"


def test_at_the_end_of_a_test_its_records_are_on_the_disk(recorder: Recorder, tmp_path: Path) -> None:
    recorder.request(responded(), PLACE)
    recorder.end_test(PLACE, "PASS")
    assert len(kinds(tmp_path)) == 3


def test_the_figures_are_those_of_the_masked_records(recorder: Recorder) -> None:
    recorder.request(responded(sent=SentRequest("GET", "http://shop.test/hunter2")), PLACE)
    assert recorder.summary.slowest[0]["url"] == "http://shop.test/[redacted]"


def test_the_metadata_is_masked(recorder: Recorder) -> None:
    recorder.request(responded(sent=SentRequest("GET", "http://shop.test/hunter2")), PLACE)
    assert ("1 request" in recorder.metadata(), "hunter2" in recorder.metadata()) == (True, False)


def test_the_end_of_the_run_makes_its_page(tmp_path: Path) -> None:
    recorder = Recorder(RunFiles(tmp_path), plain)
    recorder.request(responded(), PLACE)
    page = recorder.finish("Shop <1>")
    assert (page, "Shop &lt;1&gt;" in (tmp_path / "api-report.html").read_text()) == (
        tmp_path / "api-report.html",
        True,
    )


def test_failures_make_a_script(tmp_path: Path) -> None:
    recorder = Recorder(RunFiles(tmp_path), plain)
    recorder.request(lost(), PLACE)
    recorder.finish("Shop")
    assert "curl 'http://shop.test/orders/7?full=yes'" in (tmp_path / "curl.sh").read_text()


def test_a_script_of_an_earlier_run_goes_when_nothing_failed(tmp_path: Path) -> None:
    (tmp_path / "curl.sh").write_text("old")
    recorder = Recorder(RunFiles(tmp_path), plain)
    recorder.request(responded(), PLACE)
    recorder.finish("Shop")
    assert not (tmp_path / "curl.sh").exists()


@pytest.mark.parametrize(("har", "made"), [(False, False), (True, True)])
def test_an_archive_is_made_when_it_was_asked_for(tmp_path: Path, har: bool, made: bool) -> None:
    recorder = Recorder(RunFiles(tmp_path), plain, har=har)
    recorder.request(responded(attempts=tries(503, 200)), PLACE)
    recorder.finish("Shop")
    assert (tmp_path / "api-requests.har").exists() is made


def test_a_disk_that_takes_no_record_fails_no_test(tmp_path: Path) -> None:
    recorder = Recorder(RunFiles(tmp_path / "nowhere"), plain)
    recorder.request(responded(), PLACE)
    recorder.request(responded(), PLACE)
    recorder.end_test(PLACE, "PASS")
    assert (len(recorder.summary), recorder.finish("Shop")) == (2, None)


def test_a_disk_that_takes_no_archive_fails_no_test(tmp_path: Path) -> None:
    (tmp_path / "api-requests.har").mkdir()
    recorder = Recorder(RunFiles(tmp_path), plain, har=True)
    recorder.request(responded(), PLACE)
    recorder.request(responded(), PLACE)
    assert recorder.finish("Shop") == tmp_path / "api-report.html"


def test_a_record_that_can_not_be_closed_fails_no_test(tmp_path: Path) -> None:
    recorder = Recorder(RunFiles(tmp_path), plain)
    recorder.request(responded(), PLACE)
    recorder._file.path = tmp_path / "gone"  # type: ignore[union-attr]  # it has a file by now
    assert recorder.finish("Shop") == tmp_path / "api-report.html"


def test_notes_need_no_request(recorder: Recorder) -> None:
    facts: dict[str, Any] = {"what": "more fields"}
    recorder.note("drift", facts, ("", ""))
    assert recorder.summary.drift == {"more fields": 1}


def test_a_run_with_an_output_of_its_own_overwrites_no_other(tmp_path: Path) -> None:
    for output in ("output.xml", "rerun.xml"):
        recorder = Recorder(RunFiles(tmp_path, output), plain, har=True)
        recorder.request(responded(), PLACE)
        recorder.finish("Shop")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "api-report-rerun.html",
        "api-report.html",
        "api-requests-rerun.har",
        "api-requests-rerun.jsonl",
        "api-requests.har",
        "api-requests.jsonl",
    ]
    assert '<a href="api-report.html">api-report.html</a>' in (tmp_path / "api-report-rerun.html").read_text()


def test_the_last_process_of_pabot_leaves_the_report_of_all(tmp_path: Path) -> None:
    for number in ("0", "1"):
        folder = tmp_path / "pabot_results" / number
        folder.mkdir(parents=True)
        recorder = Recorder(RunFiles(folder), plain)
        recorder.request(responded(), (f"Shop.{number}", "s1-t1"))
        recorder.end_test((f"Shop.{number}", "s1-t1"), "FAIL", "boom")
        assert recorder.finish("Shop") == folder / "api-report.html"
    page = (tmp_path / "api-report.html").read_text()
    assert ('<span class="bad">2</span> of 2' in page, "Shop.0" in page, "Shop.1" in page) == (True, True, True)
    assert not (tmp_path / "api-report.lock").exists()
