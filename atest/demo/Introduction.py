"""Takes the examples out of the library's introduction."""

import re
from inspect import getdoc
from pathlib import Path

from robot.api.deco import keyword, library

from SteadyAPI.library import SteadyAPI

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
