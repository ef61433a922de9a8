"""The extras in pyproject.toml, and what the README says of them."""

import tomllib
from pathlib import Path

ROOT = next(folder for folder in Path(__file__).parents if (folder / "pyproject.toml").is_file())
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]


def test_all_takes_every_other_extra() -> None:
    others = ",".join(sorted(EXTRAS.keys() - {"all"}))
    assert EXTRAS["all"] == [f"robotframework-steadyapi[{others}]"]


def test_the_readme_says_how_to_install_each_extra_in_any_shell() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for extra in EXTRAS:
        assert f'pip install "robotframework-steadyapi[{extra}]"' in readme
