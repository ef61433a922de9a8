import os
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from SteadyAPI.commands.demo import closing_line, demo, unpack


class Runner:
    """Stands for Robot Framework: remembers what it is asked, and the environment at that moment."""

    def __init__(self, code: int = 0) -> None:
        self.code = code
        self.suite = ""
        self.options: dict[str, Any] = {}
        self.environment: dict[str, str] = {}

    def __call__(self, suite: str, **options: Any) -> int:
        self.suite, self.options, self.environment = suite, options, dict(os.environ)
        return self.code


def open_server(*, password: str) -> Any:
    return nullcontext(SimpleNamespace(base_url="http://127.0.0.1:49152", password=password or "random password"))


def run(runner: Runner, *argv: str) -> int:
    return demo(argv, run=runner, open_server=open_server)


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SHOP_PASSWORD", raising=False)
    monkeypatch.delenv("SHOP_VOUCHER", raising=False)


def test_the_tour_runs_against_the_server_with_redaction_on(tmp_path: Path) -> None:
    runner = Runner()
    assert run(runner, "--output", str(tmp_path)) == 0
    assert runner.suite == str(tmp_path / "tour.robot")
    assert runner.options == {
        "outputdir": str(tmp_path),
        "variable": ["BASE_URL:http://127.0.0.1:49152"],
        "listener": ["SteadyAPI.Redactor"],
        "loglevel": "INFO",
    }


def test_the_suite_gets_its_secrets_by_the_environment_only(tmp_path: Path) -> None:
    runner = Runner()
    run(runner, "--output", str(tmp_path))
    assert runner.environment["SHOP_PASSWORD"] == "random password"
    assert len(runner.environment["SHOP_VOUCHER"]) == 16
    assert "SHOP_PASSWORD" not in os.environ


def test_secrets_of_the_environment_are_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOP_PASSWORD", "correct horse")
    monkeypatch.setenv("SHOP_VOUCHER", "battery staple")
    runner = Runner()
    run(runner, "--output", str(tmp_path))
    assert runner.environment["SHOP_PASSWORD"] == "correct horse"
    assert runner.environment["SHOP_VOUCHER"] == "battery staple"


def test_the_shop_is_reached_past_a_proxy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "intranet.example")
    runner = Runner()
    run(runner, "--output", str(tmp_path))
    assert runner.environment["NO_PROXY"] == "intranet.example,127.0.0.1,localhost"
    assert runner.environment["no_proxy"] == runner.environment["NO_PROXY"]


def test_failing_runs_the_other_suite_and_keeps_its_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    runner = Runner(code=4)
    assert run(runner, "--failing", "--output", str(tmp_path)) == 4
    assert runner.suite == str(tmp_path / "failing.robot")
    assert capsys.readouterr().out.startswith("4 tests failed, all on purpose")


def test_the_log_level_is_passed_on(tmp_path: Path) -> None:
    runner = Runner()
    run(runner, "--output", str(tmp_path), "--loglevel", "TRACE")
    assert runner.options["loglevel"] == "TRACE"


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SystemExit) as end:
        run(Runner(), "--output", str(tmp_path / "file"))
    assert end.value.code == 2
    assert f"expected a folder to write to, got {tmp_path / 'file'} (" in capsys.readouterr().err


def test_the_folder_gets_suites_and_models(tmp_path: Path) -> None:
    unpack(tmp_path / "new" / "folder")
    names = sorted(path.name for path in (tmp_path / "new" / "folder").iterdir())
    assert names == ["failing.robot", "models.py", "tour.robot"]


def test_a_changed_suite_stays_and_the_reader_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unpack(tmp_path)
    (tmp_path / "tour.robot").write_text("*** Test Cases ***\n", encoding="utf-8")
    unpack(tmp_path)
    assert (tmp_path / "tour.robot").read_text(encoding="utf-8") == "*** Test Cases ***\n"
    expected = (
        f"{tmp_path / 'tour.robot'} is not the bundled one and stays as it is; delete it to get the bundled one.\n"
    )
    assert capsys.readouterr().out == expected


@pytest.mark.parametrize(
    ("code", "failing", "line"),
    [
        (0, False, "All green, though the server failed now and then: see log.html."),
        (2, False, "Expected a green tour, got 2 failing tests: see log.html."),
        (4, True, "4 tests failed, all on purpose: read in log.html what each failure tells."),
        (3, True, "Expected exactly 4 failing tests, got 3: see log.html."),
        (0, True, "Expected exactly 4 failing tests, got 0: see log.html."),
        (252, False, "Robot Framework could not run the suite (exit code 252); it says why above."),
        (253, True, "Robot Framework could not run the suite (exit code 253); it says why above."),
    ],
)
def test_the_last_line_says_how_it_went_and_where_to_look(code: int, failing: bool, line: str) -> None:
    assert closing_line(code, Path("log.html"), failing=failing).startswith(line)


def test_a_green_tour_points_to_the_failing_one() -> None:
    assert closing_line(0, Path("log.html"), failing=False).endswith("python -m SteadyAPI demo --failing")
