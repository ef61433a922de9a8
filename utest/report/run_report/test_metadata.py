"""What report.html tells of the run."""

from base64 import b64decode
from pathlib import Path

from records import request, rich, summary

from SteadyAPI.report.run_folder import RunFiles
from SteadyAPI.report.run_report.metadata import line, metadata, retry_words, saved_words

FILES = RunFiles(Path("results"))


def test_the_run_is_shown_in_one_line() -> None:
    assert line(rich()) == (
        "27 requests · p50 21 ms · p95 33 ms · *2 ended unexpectedly* · 1 retry · "
        "*1 test passed only thanks to a retry*"
    )


def test_a_run_without_trouble_has_a_short_line() -> None:
    assert line(summary(request())) == "1 request · 0 retries"


def test_endpoints_are_a_table_in_robot_frameworks_markup() -> None:
    assert metadata(summary(request(elapsed=0.5)), FILES).splitlines()[:4] == [
        "1 request · 0 retries · [api-report.html|open API report]",
        "",
        "| =endpoint= | =calls= | =p50= | =longest= | =retries= |",
        "| GET /orders/{id} | 1 | – | 500 ms | 0 |",  # noqa: RUF001  the sign for a figure that can't be given
    ]


def test_of_many_endpoints_five_are_shown() -> None:
    made = summary(*(request(f"http://a.test/{name}") for name in "abcdefg"))
    assert "\n… 2 more endpoints\n" in metadata(made, FILES)


def test_the_picture_is_embedded() -> None:
    picture = metadata(rich(), FILES).partition("[data:image/svg+xml;base64,")[2].partition("|")[0]
    assert b64decode(picture).startswith(b"<svg ")


def test_a_path_is_not_read_as_markup() -> None:
    assert "| GET /(a¦b)/\u200b*\u200bc\u200b*\u200b |" in metadata(summary(request("http://a.test/[a|b]/*c*")), FILES)


def test_one_is_one() -> None:
    assert (retry_words(rich()), saved_words(summary())) == (
        "1 retry",
        "0 tests passed only thanks to a retry",
    )


def test_it_costs_little_of_the_report() -> None:
    assert len(metadata(rich(), FILES)) < 1500


def test_a_run_with_an_output_of_its_own_links_its_own_report() -> None:
    linked = metadata(summary(request()), RunFiles(Path("results"), "re run.xml")).splitlines()[0]
    assert linked.endswith(" · [api-report-re%20run.html|open API report of re run.xml]")


def test_a_process_of_pabot_says_that_it_is_a_part_and_links_the_whole() -> None:
    linked = metadata(summary(request()), RunFiles(Path("results/pabot_results/0"))).splitlines()[0]
    assert linked == (
        "1 request · 0 retries · part of a run of pabot · [api-report.html|open API report of the whole run]"
    )
