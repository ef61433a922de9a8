"""Configuration of the documentation site: the pages of this folder, and the keyword references, which libdoc makes.

uv run poe site
"""

from itertools import groupby
from operator import itemgetter
from pathlib import Path
from urllib.parse import quote

from robot.libdocpkg import LibraryDocumentation
from sphinx.application import Sphinx

from SteadyAPI import __version__

project = "SteadyAPI"
author = "SteadyAPI maintainers"
release = version = __version__
html_title = f"SteadyAPI {version}"

extensions = ["myst_parser", "sphinx_copybutton"]
root_doc = "index"
source_suffix = {".md": "markdown"}
myst_heading_anchors = 6

html_theme = "furo"
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
# The summaries of search results are fetched from the pages, which browsers refuse where these are files.
html_show_search_summary = False
html_search_scorer = str(Path(__file__).with_name("search_scorer.js"))

GUIDES = (
    "requests",
    "responses",
    "retries",
    "concurrency",
    "contracts",
    "tokens",
    "several-machines",
    "redaction",
    "log-and-report",
    "migration",
)

TREES = {
    root_doc: {
        "Start": ["first-steps", "examples/README"],
        "Guides": [f"guides/{name}" for name in GUIDES],
        "In practice": ["cookbook/README", "keywords", "container/README", "cookies"],
        "The project": ["changelog", "versions", "platforms", "contributing", "architecture", "decisions/README"],
    },
    "cookbook/README": {"": [":glob:", "*/README"]},
    "decisions/README": {"": [":glob:", "*"]},
    "examples/README": {"": [":glob:", "*/README"]},
}
"""What the side bar shows below a page, by heading. The pages don't say it: on GitHub, the folders are their list."""

LIBRARIES = {"SteadyAPI": "SteadyAPI", "RequestsLibrary": "SteadyAPI.RequestsLibrary"}
"""The keyword references: the page of each in `keywords`, and the library's name."""


def toctree(heading: str, lines: list[str]) -> str:
    """Returns a tree of pages for the side bar."""
    caption = [f":caption: {heading}"] if heading else []
    return "\n".join(["", "```{toctree}", ":hidden:", *caption, *lines, "```", ""])


def keyword_lists() -> str:
    """Returns a list of keywords for each tag, with the first sentence of each and a link into the reference."""
    tagged = sorted((keyword.tags[0], keyword.name, keyword) for keyword in LibraryDocumentation("SteadyAPI").keywords)
    pages = [f'<a href="keywords/{page}.html">{name}</a>' for page, name in LIBRARIES.items()]
    lines = [f"\nOn this site: {', '.join(pages)}."]
    for tag, group in groupby(tagged, itemgetter(0)):
        lines.append(f"\n## {tag}\n")
        for _, name, keyword in group:
            lines.append(f'- <a href="keywords/SteadyAPI.html#{quote(name)}">{name}</a>: {keyword.short_doc}')
    return "\n".join(lines)


def complete(_app: Sphinx, page: str, source: list[str]) -> None:
    """Adds to a page what is made of other files: trees of pages, and the list of keywords."""
    source[0] += "".join(toctree(heading, lines) for heading, lines in TREES.get(page, {}).items())
    if page == "keywords":
        source[0] += keyword_lists()


def write_keyword_references(app: Sphinx, error: Exception | None) -> None:
    """Writes libdoc's pages beside the others."""
    if error is None:
        folder = Path(app.outdir, "keywords")
        folder.mkdir(exist_ok=True)
        for page, name in LIBRARIES.items():
            reference = LibraryDocumentation(name)
            # The folder of whoever built the site is nobody's business.
            for part in (reference, *reference.inits, *reference.keywords):
                part.source = None
            reference.convert_docs_to_html()
            reference.save(folder / f"{page}.html", "HTML")


def setup(app: Sphinx) -> dict[str, bool]:
    """Connects what this file adds to Sphinx."""
    app.connect("source-read", complete)
    app.connect("build-finished", write_keyword_references)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
