"""Takes the examples out of the library's introduction."""

import re
from inspect import getdoc
from pathlib import Path

from robot.api.deco import keyword, library

from SteadyAPI.library import SteadyAPI

DOCS = Path(__file__).parents[2] / "docs"
BLOCK = re.compile(r"^```robotframework\n(.*?)^```", re.DOTALL | re.MULTILINE)
EXAMPLE = re.compile(r"^## (.+?)\n.*?^```robotframework\n(.*?)^```", re.DOTALL | re.MULTILINE)


@library(scope="GLOBAL")
class Introduction:
    """The examples of the keyword page."""

    @keyword
    def write_examples(self, folder: Path) -> list[str]:
        """Writes a suite for each chapter that has an example, and returns the chapters' names."""
        written = []
        for chapter in re.split(r"^(?=## )", getdoc(SteadyAPI) or "", flags=re.MULTILINE):
            found = EXAMPLE.match(chapter)
            if found is not None:
                suite = f"*** Settings ***\nLibrary    SteadyAPI\n\n\n{found[2]}"
                (folder / f"{found[1]}.robot").write_text(suite, encoding="utf-8")
                written.append(found[1])
        return written

    @keyword
    def write_example_of_guide(self, guide: str, chapter: str, suite: Path) -> None:
        """Writes the first example of a guide's chapter, which is a whole suite."""
        chapters = re.split(r"^(?=## )", (DOCS / "guides" / guide).read_text(encoding="utf-8"), flags=re.MULTILINE)
        found = next(found for each in chapters if (found := EXAMPLE.match(each)) and found[1] == chapter)
        suite.write_text(found[2], encoding="utf-8")

    @keyword
    def write_suite_of_page(self, page: str, suite: Path) -> None:
        """Writes all blocks of a page as one suite; Robot Framework reads such pages itself from 7.5 on only."""
        suite.write_text("\n\n".join(BLOCK.findall((DOCS / page).read_text(encoding="utf-8"))), encoding="utf-8")
