"""No keyword has the name of another library's: a suite that imports both would have to write full names."""

from pathlib import Path

import pytest
from robot.running import testlibraries  # type: ignore[import-untyped]  # Robot Framework types robot.api only

LIST = Path(__file__).with_name("neighbouring_keywords.txt")
METHODS = "GET POST PUT PATCH DELETE HEAD OPTIONS"
SESSION_WORDS = ("Create Session", "Update Session", "Session Exists")
SHARED = {*METHODS.split(), *(f"{method} On Session" for method in METHODS.split()), *SESSION_WORDS}
"""What RequestsLibrary has too: the words that everybody uses for requests and sessions."""


def normalised(name: str) -> str:
    return name.lower().replace(" ", "").replace("_", "")


def neighbours() -> dict[str, set[str]]:
    """Returns the normalised keyword names of each library in the list, by the library's name and version."""
    names: dict[str, set[str]] = {}
    library = ""
    for line in LIST.read_text(encoding="utf-8").splitlines()[1:]:
        if line.startswith("["):
            library = line.strip("[]")
        names.setdefault(library, set()).add(normalised(line))
    return names


OURS = {normalised(keyword.name): keyword.name for keyword in testlibraries.TestLibrary.from_name("SteadyAPI").keywords}
NEIGHBOURS = neighbours()


def test_the_list_has_every_library_that_suites_import_beside_this_one() -> None:
    assert {library.split()[0] for library in NEIGHBOURS} >= {
        *("BuiltIn", "Collections", "DateTime", "Dialogs", "OperatingSystem", "Process", "Screenshot", "String"),
        *("Telnet", "XML", "AppiumLibrary", "Browser", "DatabaseLibrary", "FakerLibrary", "JSONLibrary"),
        *("RequestsLibrary", "SSHLibrary", "SeleniumLibrary"),
    }
    assert min(len(names) for names in NEIGHBOURS.values()) > 3
    assert {"gettext", "getcookie"} <= NEIGHBOURS["SeleniumLibrary 6.9.0"]


@pytest.mark.parametrize("library", NEIGHBOURS)
def test_no_name_is_taken(library: str) -> None:
    shared = {OURS[name] for name in OURS.keys() & NEIGHBOURS[library]}
    allowed = SHARED if library.startswith("RequestsLibrary") else set()
    assert shared - allowed == set()


def test_names_spell_abbreviations_in_capitals() -> None:
    words = {word for name in OURS.values() for word in name.split()}
    assert words & {"Api", "Json", "Xml", "Http", "Url", "Openapi", "Graphql", "Aws", "Ntlm"} == set()
