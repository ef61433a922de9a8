from collections.abc import Iterator
from typing import Any

import pytest
from browser_fakes import Browser, Extended, SeleniumLibrary
from robot.libraries.BuiltIn import BuiltIn

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.browser import libraries
from SteadyAPI.keywords.browser.libraries import BrowserLibrary
from SteadyAPI.keywords.browser.open_browser import open_browser, quiet

HOST = "http://shop.test"


@pytest.fixture
def imported(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The libraries of a running suite."""
    there: dict[str, Any] = {"BuiltIn": BuiltIn()}
    monkeypatch.setattr(BuiltIn, "get_library_instance", lambda _self, **_: there)
    return there


@pytest.fixture
def levels(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The log levels of a running suite, the latest last."""
    there = ["TRACE"]

    def set_log_level(_self: Any, level: str) -> str:
        there.append(level)
        return there[-2]

    monkeypatch.setattr(BuiltIn, "set_log_level", set_log_level)
    return iter([there])


def closed() -> SeleniumLibrary:
    library = SeleniumLibrary()
    library.opened = None
    return library


def message(library: str | None = None) -> str:
    with pytest.raises(UsageError) as failure:
        open_browser(library, HOST)
    return str(failure.value)


def test_the_browser_that_is_open_is_found(imported: dict[str, Any]) -> None:
    imported |= {"Browser": Browser(), "SeleniumLibrary": closed()}
    assert isinstance(open_browser(None, HOST), BrowserLibrary)


@pytest.mark.parametrize("name", ["SeleniumLibrary", "UI"])
def test_it_is_found_under_any_name(imported: dict[str, Any], name: str) -> None:
    imported[name] = SeleniumLibrary()
    found = open_browser(None, HOST)
    assert isinstance(found, libraries.SeleniumLibrary)
    assert found.name == name


def test_a_library_made_of_another_is_one(imported: dict[str, Any]) -> None:
    imported["Own"] = Extended()
    assert open_browser(None, HOST).name == "Own"


def test_of_two_open_browsers_the_test_says_which(imported: dict[str, Any]) -> None:
    imported |= {"Browser": Browser(), "SeleniumLibrary": SeleniumLibrary()}
    assert message() == (
        "2 browsers are open, of Browser and SeleniumLibrary; expected to be told which one is meant.\n"
        "  write: library=Browser or library=SeleniumLibrary"
    )
    assert open_browser(" browser", HOST).name == "Browser"
    assert open_browser("SeleniumLibrary", HOST).name == "SeleniumLibrary"


def test_without_a_browser_it_is_said_how_to_open_one(imported: dict[str, Any]) -> None:
    none = "no browser is open: open one with Browser or SeleniumLibrary first.\n  write for example: "
    assert message() == f"{none}New Page    http://shop.test"
    imported["SeleniumLibrary"] = closed()
    assert message() == f"{none}Open Browser    http://shop.test    chrome"
    assert message("SeleniumLibrary") == message()


def test_a_library_that_is_not_imported_is_answered_with_those_that_are(imported: dict[str, Any]) -> None:
    expected = 'library: expected the name of Browser or SeleniumLibrary as this suite imports it, got "{}".\n  '
    assert message("Playwright") == expected.format("Playwright") + "imported browser libraries: none"
    imported |= {"Browser": Browser(), "UI": SeleniumLibrary()}
    assert message("Browsr") == expected.format("Browsr") + "did you mean Browser?"
    assert message("Selenium") == expected.format("Selenium") + "imported browser libraries: Browser, UI"


def test_the_log_is_quiet_meanwhile_and_as_before_afterwards(levels: Iterator[list[str]]) -> None:
    there = next(levels)
    with quiet():
        assert there == ["TRACE", "NONE"]
    assert there == ["TRACE", "NONE", "TRACE"]
    with pytest.raises(ZeroDivisionError), quiet():
        raise ZeroDivisionError
    assert there[-1] == "TRACE"


def test_outside_a_run_there_is_no_browser() -> None:
    with pytest.raises(UsageError, match="expected a running suite: a browser is found among the libraries"), quiet():
        pass
