"""What pabot's processes share."""

from pathlib import Path

from SteadyAPI.report.run_report.pabot import whole_run_folder


def test_the_folder_of_a_process_lies_in_that_of_the_run() -> None:
    assert whole_run_folder(Path("results/pabot_results/0")) == Path("results")
    assert whole_run_folder(Path("results/pabot_results/1/0")) == Path("results")
    assert whole_run_folder(Path("results")) is None


def test_a_run_that_a_test_of_such_a_process_starts_is_a_run_of_its_own() -> None:
    assert whole_run_folder(Path("results/pabot_results/0/inner")) is None
    assert whole_run_folder(Path("results/pabot_results/0/inner/pabot_results/1")) == Path(
        "results/pabot_results/0/inner"
    )
