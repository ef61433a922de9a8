"""Links to tests in log.html."""

from pathlib import Path
from typing import Any

import pytest
from robot import api

from SteadyAPI.report.run_report.log_link import LogPages, log_link


@pytest.mark.parametrize(
    ("test_id", "log", "link"),
    [
        ("s1-t1", "log.html", "log.html#s1-t1"),
        ("s1-t1", "", ""),
        ("", "log.html", ""),
        ('"><script>', "log.html", ""),
        ("s1-t1", "https://ci.test/runs/7#artifacts", "https://ci.test/runs/7#artifacts"),
    ],
)
def test_a_link_needs_a_log_and_an_id(test_id: str, log: str, link: str) -> None:
    assert log_link({"test_id": test_id}, log) == link


def write(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def located(pages: LogPages, records: Path, test: str = "Shop.Order") -> str:
    """Returns the link of a record whose own run gave its test the id s1-t7."""
    record: dict[str, Any] = {"test": test, "test_id": "s1-t7"}
    pages.locate(record, records)
    return log_link(record, "")


def common_output(folder: Path, *tests: str) -> None:
    """Writes an output and a log with tests of these names, in a suite called Shop."""
    suite = api.TestSuite("Shop")
    for test in tests:
        suite.tests.create(test).body.create_keyword("No Operation")
    suite.run(outputdir=folder, output="output.xml", log=None, report=None, stdout=None, stderr=None, console="none")
    write(folder / "log.html")


def test_a_run_with_a_log_of_its_own_is_linked_there(tmp_path: Path) -> None:
    records = write(tmp_path / "a b" / "api-requests.jsonl")
    write(records.parent / "log.html")
    assert located(LogPages(tmp_path / "all"), records) == "../a%20b/log.html#s1-t7"
    assert located(LogPages(records.parent), records) == "log.html#s1-t7"


def test_a_run_without_one_is_linked_to_the_common_log_by_the_names_of_tests(tmp_path: Path) -> None:
    records = write(tmp_path / "pabot_results" / "0" / "api-requests.jsonl")
    common_output(tmp_path, "Product", "Order")
    pages = LogPages(tmp_path)
    assert located(pages, records) == "log.html#s1-t2"
    assert located(pages, records, "Shop.Elsewhere") == ""


def test_the_address_of_the_common_log_may_be_given(tmp_path: Path) -> None:
    common_output(tmp_path, "Order")
    record: dict[str, Any] = {"test": "Shop.Order", "test_id": "s1-t7"}
    LogPages(tmp_path).locate(record, write(tmp_path / "0" / "api-requests.jsonl"))
    assert log_link(record, "https://ci.test/log.html") == "https://ci.test/log.html#s1-t1"


def test_of_two_tests_with_one_name_neither_is_linked(tmp_path: Path) -> None:
    common_output(tmp_path, "Order", "Order")
    assert located(LogPages(tmp_path), write(tmp_path / "0" / "api-requests.jsonl")) == ""


@pytest.mark.parametrize("output", [None, "no output"])
def test_without_a_common_output_there_is_no_link(tmp_path: Path, output: str | None) -> None:
    write(tmp_path / "log.html")
    if output is not None:
        write(tmp_path / "output.xml", output)
    assert located(LogPages(tmp_path), write(tmp_path / "0" / "api-requests.jsonl")) == ""


@pytest.mark.parametrize("name", ["api-requests-first.jsonl", "api-requests.jsonl"])
def test_of_several_runs_in_one_folder_nobody_knows_whose_log_is_left(tmp_path: Path, name: str) -> None:
    write(tmp_path / "runs" / "api-requests-first.jsonl")
    write(tmp_path / "runs" / "api-requests.jsonl")
    write(tmp_path / "runs" / "log.html")
    assert located(LogPages(tmp_path), tmp_path / "runs" / name) == ""
