"""``python -m SteadyAPI init``: writes the first files of a project."""

from argparse import ArgumentParser
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from shlex import quote

from SteadyAPI.command_line import command_parser, say

PROJECT = {
    "tests/products.robot": "tests/products.robot",
    "tests/session.resource": "tests/session.resource",
    "tests/models.py": "tests/models.py",
    "env.example": ".env.example",
    "gitignore": ".gitignore",
    "README.md": "README.md",
}
"""Bundled file to file in the project; the bundled ones have no leading dot, so that packaging tools see them."""
CI = {
    "github": ("ci/github.yml", ".github/workflows/api-tests.yml"),
    "gitlab": ("ci/gitlab.yml", ".gitlab-ci.yml"),
}
COMMAND = "robot --listener SteadyAPI.Redactor --outputdir results --xunit xunit.xml tests"
"""How the tests are run: here, in the project's README and jobs, in our README and in the guides."""
DESCRIPTION = """
    Writes a small project for API tests that passes as it is: it runs against a demo server until BASE_URL is set.
    In CI, and with an empty BASE_URL, it fails instead.

    Nothing is ever overwritten: a file that is there already is kept.
"""


def init(argv: Sequence[str]) -> int:
    """Writes the project and returns 0; a folder that can't be written ends it with exit code 2."""
    parser = arguments()
    options = parser.parse_args(argv)
    folder = Path(options.folder)
    wanted = PROJECT | dict([CI[options.ci]] if options.ci else [])
    try:
        for bundled, name in wanted.items():
            say(_write(bundled, folder / name))
    except OSError as error:
        parser.error(f"expected a folder to write to, got {folder} ({error.strerror}); write init FOLDER")
    say(f"Next: cd {quote(str(folder))} && {COMMAND}")
    return 0


def arguments() -> ArgumentParser:
    """Returns the parser of the command's arguments."""
    parser = command_parser("init", DESCRIPTION)
    parser.add_argument("folder", help="the folder of the project; it is made when it is not there")
    parser.add_argument("--ci", choices=sorted(CI), help="add a job that runs the tests and keeps their log")
    return parser


def _write(bundled: str, target: Path) -> str:
    text = files("SteadyAPI.demo").joinpath("project", bundled).read_text(encoding="utf-8")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        return f"kept     {target}"
    return f"written  {target}"
