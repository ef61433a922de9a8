"""What pabot's processes share."""

from pathlib import Path

from SteadyAPI.report.run_report.pabot import exclusive, whole_run_folder


def test_the_folder_of_a_process_lies_in_that_of_the_run() -> None:
    assert whole_run_folder(Path("results/pabot_results/0")) == Path("results")
    assert whole_run_folder(Path("results/pabot_results/1/0")) == Path("results")
    assert whole_run_folder(Path("results")) is None


def test_a_run_that_a_test_of_such_a_process_starts_is_a_run_of_its_own() -> None:
    assert whole_run_folder(Path("results/pabot_results/0/inner")) is None
    assert whole_run_folder(Path("results/pabot_results/0/inner/pabot_results/1")) == Path(
        "results/pabot_results/0/inner"
    )


def test_a_lock_is_held_and_given_back(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with exclusive(lock):
        assert lock.exists()
    assert not lock.exists()


def test_a_lock_is_waited_for(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    lock.touch()
    with exclusive(lock, sleep=lambda _seconds: lock.unlink()):
        assert lock.exists()


def test_the_lock_of_a_process_that_died_holds_nobody_up(tmp_path: Path) -> None:
    waits: list[float] = []
    (tmp_path / "lock").touch()
    with exclusive(tmp_path / "lock", sleep=waits.append):
        assert len(waits) == 100
