"""What holds for every keyword of the library."""

import re
import subprocess
import sys
from enum import EnumMeta
from inspect import getdoc
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from robot import api
from robot.libraries.BuiltIn import BuiltIn
from robot.running import testlibraries  # type: ignore[import-untyped]  # Robot Framework types its API only

from SteadyAPI.arguments import AssertionOperator
from SteadyAPI.library import SteadyAPI
from SteadyAPI.requestslibrary import RequestsLibrary

TAGS = {"Session", "Request", "Response", "Waiting", "Contract", "Token", "Redaction"}
SUITES = Path(__file__).parents[1] / "atest" / "keywords"
EXAMPLE = re.compile(r"^\*Examples:\*\n\n((?:\|.*\n?)+)", re.MULTILINE)
KEYWORDS = testlibraries.TestLibrary.from_name("SteadyAPI").keywords
NAMES = [keyword.name for keyword in KEYWORDS]
each_keyword = pytest.mark.parametrize("keyword", KEYWORDS, ids=NAMES)


def example(keyword: Any) -> str:
    """Returns the test case in the keyword's documentation, at the left margin."""
    found = EXAMPLE.search(keyword.doc)
    return "\n".join(line[2:].replace("*****", "***") for line in found[1].splitlines()) if found else ""


def calls(body: Any) -> set[str]:
    """Returns the normalised names of the keywords that a parsed body calls, in arguments and branches too."""
    names: set[str] = set()
    for item in body:
        named = [getattr(item, "name", None), *getattr(item, "args", ())]
        names.update(normalised(name) for name in named if isinstance(name, str))
        names |= calls(getattr(item, "body", ()))
    return names


def normalised(name: str) -> str:
    return name.lower().replace(" ", "").replace("_", "").removeprefix("steadyapi.")


def called() -> set[str]:
    """Returns everything that the acceptance suites of keywords call; a template calls too."""
    names: set[str] = set()
    pending = [api.TestSuite.from_file_system(SUITES)]
    while pending:
        suite = pending.pop()
        pending.extend(suite.suites)
        for holder in (*suite.tests, *suite.resource.keywords):
            names |= calls(holder.body) | calls([holder.setup, holder.teardown])
            names.add(normalised(getattr(holder, "template", None) or ""))
        names |= calls([suite.setup, suite.teardown])
    return names


CALLED = called()


@pytest.mark.parametrize("library", [SteadyAPI, RequestsLibrary])
def test_while_tests_run_each_keyword_tells_the_first_paragraph(
    library: type[SteadyAPI | RequestsLibrary], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: Any = library()
    names = [*told.get_keyword_names(), "__init__", "__intro__"]
    whole = [told.get_keyword_documentation(name).partition("\n\n")[0] for name in names]
    monkeypatch.setattr(BuiltIn, "robot_running", True)
    assert [told.get_keyword_documentation(name) for name in names] == whole


@each_keyword
def test_its_documentation_begins_with_a_sentence(keyword: Any) -> None:
    first = keyword.doc.strip().partition("\n\n")[0]
    assert re.match(r"[A-Z].*\.$", first.splitlines()[0])


@each_keyword
def test_it_has_one_tag_of_the_fixed_set(keyword: Any) -> None:
    assert len(set(keyword.tags)) == 1
    assert set(keyword.tags) <= TAGS


@each_keyword
def test_it_has_an_example(keyword: Any) -> None:
    assert keyword.name.lower() in example(keyword).lower()


@each_keyword
def test_it_is_called_by_an_acceptance_test(keyword: Any) -> None:
    assert normalised(keyword.name) in CALLED


@each_keyword
def test_every_argument_is_documented(keyword: Any) -> None:
    missing = [name for name in keyword.args.argument_names if not re.search(rf"\b{name}`*:", keyword.doc)]
    assert missing == []


def test_all_examples_run_dry(tmp_path: Path) -> None:
    for number, keyword in enumerate(KEYWORDS):
        suite = tmp_path / f"example_{number}.robot"
        suite.write_text(f"*** Settings ***\nLibrary    SteadyAPI\n\n{example(keyword)}\n", encoding="utf-8")
    options = ["--dryrun", "--output", "NONE", "--log", "NONE", "--report", "NONE"]
    command = [sys.executable, "-m", "robot", *options, str(tmp_path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_every_enumeration_says_what_each_of_its_members_means() -> None:
    library = SteadyAPI()
    names = [*library.get_keyword_names(), "__init__"]
    hints = {hint for name in names for hint in library._specs[name].types.values()}
    hints |= {
        hint for name in names if (options := library._specs[name].options) for hint in get_type_hints(options).values()
    }
    kinds = {kind for hint in hints for kind in (hint, *get_args(hint)) if isinstance(kind, EnumMeta)}
    silent = [
        f"{kind.__name__}.{member}"
        for kind in kinds - {AssertionOperator}
        for member in kind.__members__
        if not re.search(rf"^- `{member}`: \S.*\.", getdoc(kind) or "", re.MULTILINE | re.DOTALL)
    ]
    assert (silent, len(kinds) > 8) == ([], True)
