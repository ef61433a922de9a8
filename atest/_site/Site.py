"""The built site, as a browser without a network shows it."""

import re
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from robot.api.deco import keyword, library

sys.path.insert(0, str(Path(__file__).parents[1] / "report"))

from Chromium import Chromium  # it stands with the tests that use it most

FACTS = """({
    names: [...document.querySelectorAll('[id]')].map(element => element.id.replace(/^type-modal-/, 'type-')),
    links: [...document.querySelectorAll('a[href]')].map(link => link.href),
    overflow: document.documentElement.scrollWidth - innerWidth,
})"""
RESULTS = """new Promise((done, fail) => {
    const look = attempts => {
        if (document.querySelector('.search-summary')?.textContent.startsWith('Search finished'))
            done([...document.querySelectorAll('ul.search a')].map(link => link.textContent));
        else if (attempts) setTimeout(look, 50, attempts - 1);
        else fail(new Error('the search did not finish'));
    };
    look(300);
})"""
FILE_LINK = re.compile(r"\]\((?![a-z]+:)([^)#\s]+)")
LIBDOC_LEAVES_DEAD = {"__init__"}
"""Robot Framework's keyword pages link the import of a library by a name that they don't have."""


@library(scope="SUITE", listener="SELF")
class Site(Chromium):
    """Opens every page of the site from its file, and tells what is wrong with them."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: dict[Path, dict[str, Any]] = {}

    @keyword
    def open_every_page(self, folder: Path, width: int = 400) -> int:
        """Opens each page as wide as a telephone, keeps what it has, and returns how many pages there are."""
        for page in sorted(folder.resolve().rglob("*.html")):
            self.open_file(page, width=width)
            facts = self.run_script(FACTS)
            self._pages[page] = {
                **facts,
                "errors": self.get_console_errors(),
                "asked": [url for url in self.get_requested_addresses() if not url.startswith("file:")],
            }
        return len(self._pages)

    @keyword
    def get_pages_with(self, fact: str) -> list[str]:
        """Returns the pages that have `errors` on the console, `asked` other machines, or have `overflow`."""
        return [f"{page.name}: {facts[fact]}" for page, facts in self._pages.items() if facts[fact]]

    @keyword
    def get_dead_links(self) -> list[str]:
        """Returns the links to files and parts of pages that don't exist; those to other machines aren't followed."""
        return [
            f"{page.name} -> {link}"
            for page, facts in self._pages.items()
            for link in dict.fromkeys(facts["links"])
            if link.startswith("file:") and not self._exists(link)
        ]

    def _exists(self, link: str) -> bool:
        parts = urlsplit(link)
        file, part = Path(unquote(parts.path)), unquote(parts.fragment)
        names = self._pages[file]["names"] if file in self._pages else []
        return file.is_file() and (not part or part in names or part in LIBDOC_LEAVES_DEAD)

    @keyword
    def get_dead_links_of_sources(self, repository: Path) -> list[str]:
        """Returns the links of Markdown files to files that GitHub would not find."""
        pages = [*repository.glob("*.md"), *repository.glob(".github/**/*.md"), *repository.glob("docs/**/*.md")]
        return [
            f"{page.name} -> {target}"
            for page in pages
            for target in FILE_LINK.findall(page.read_text(encoding="utf-8"))
            if not (page.parent / target).exists()
        ]

    @keyword
    def search_for(self, words: str, folder: Path) -> list[str]:
        """Returns the titles that the site's search finds."""
        self.open_file(folder / "search.html", query=f"q={words}")
        titles: list[str] = self.run_script(RESULTS)
        return titles
