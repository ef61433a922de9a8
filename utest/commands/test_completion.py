import importlib.util
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from SteadyAPI.commands.completion import SHELLS, arguments, completion, script

ROOT = next(folder for folder in Path(__file__).parents if (folder / "pyproject.toml").is_file())
MAKER = ROOT / ".ci" / "completion.py"
ASK = """
complete_words() {
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
    "$(complete -p steadyapi | sed 's/.*-F \\([^ ]*\\).*/\\1/')" steadyapi "${@: -1}" "${@: -2:1}"
    printf '%s\\n' "${COMPREPLY[@]}"
}
"""


def completed(line: str, folder: Path) -> list[str]:
    """Returns what bash offers at the end of a line."""
    code = script("bash").read_text(encoding="utf-8") + ASK + f"complete_words {line}"
    run = subprocess.run(["bash", "-c", code], cwd=folder, check=True, capture_output=True, text=True)
    return run.stdout.split()


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash on this system")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("steadyapi sc", ["scrub"]),
        ("steadyapi scrub --ch", ["--check"]),
        ("steadyapi init --ci ''", ["github", "gitlab"]),
        ("steadyapi completion ''", list(SHELLS)),
        ("steadyapi scrub res", ["results"]),
        ("steadyapi scrub --secrets my", ["my_secrets.txt"]),
    ],
)
def test_bash_offers_what_the_parsers_take(line: str, offered: list[str], tmp_path: Path) -> None:
    (tmp_path / "results").mkdir()
    (tmp_path / "my_secrets.txt").touch()
    assert completed(line, tmp_path) == offered


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_printed(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert completion([shell]) == 0
    assert capsys.readouterr().out == script(shell).read_text(encoding="utf-8")


def test_another_shell_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        arguments().parse_args(["nushell"])
    assert end.value.code == 2
    assert "nushell" in capsys.readouterr().err


@pytest.mark.skipif(not MAKER.is_file(), reason="the scripts are made in a checkout")
@pytest.mark.parametrize("shell", SHELLS)
def test_the_scripts_know_all_options(shell: str) -> None:
    """After a change of options, `uv run poe completion` writes the scripts anew."""
    shtab = pytest.importorskip("shtab", reason="only whoever changes the scripts needs it")
    specification: Any = importlib.util.spec_from_file_location("completion", MAKER)
    maker = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(maker)
    assert script(shell).read_text(encoding="utf-8") == shtab.complete(maker.whole_parser(), shell)
