"""Finding the browser that the running suite has open."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Any, cast

from robot.libraries.BuiltIn import BuiltIn, RobotNotRunningError

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.browser.libraries import BrowserLibrary, OpenBrowser, SeleniumLibrary

_KINDS: dict[tuple[str, str], Callable[[str, Any], OpenBrowser]] = {
    ("Browser", "Browser"): BrowserLibrary,
    ("SeleniumLibrary", "SeleniumLibrary"): SeleniumLibrary,
}
"""How to use a library, by the package and the name of its class."""


def open_browser(library: str | None, url: str) -> OpenBrowser:
    """Returns the one browser that is open, or the one of a library.

    Args:
        library: The name under which the suite has imported the library, if the test names one.
        url: Where the browser should be, for the message.

    Raises:
        UsageError: When there is none, or more than one.
    """
    there = _libraries()
    if library is not None:
        there = [_named(library, there)]
    opened = [each for each in there if each.is_open()]
    if not opened:
        raise UsageError(
            "no browser is open: open one with Browser or SeleniumLibrary first.\n"
            f"  write for example: {_opening(there, url)}"
        )
    if len(opened) > 1:
        names = [each.name for each in opened]
        raise UsageError(
            f"{len(opened)} browsers are open, of {' and '.join(names)}; expected to be told which one is meant.\n"
            f"  write: {' or '.join(f'library={name}' for name in names)}"
        )
    return opened[0]


@contextmanager
def quiet() -> Iterator[None]:
    """Writes nothing to the log meanwhile: the libraries log cookies that aren't registered as secrets yet."""
    built_in = BuiltIn()
    try:
        level = built_in.set_log_level("NONE")
    except RobotNotRunningError as error:
        raise UsageError(
            "expected a running suite: a browser is found among the libraries that it has imported."
        ) from error
    try:
        yield
    finally:
        built_in.set_log_level(level)


def _libraries() -> list[OpenBrowser]:
    """Returns the browser libraries of the suite."""
    made: list[OpenBrowser] = []
    imported = cast("dict[str, Any]", BuiltIn().get_library_instance(all=True))
    for name, instance in imported.items():
        classes = [(each.__module__.partition(".")[0], each.__name__) for each in type(instance).__mro__]
        made.extend(_KINDS[each](name, instance) for each in classes if each in _KINDS)
    return made


def _named(library: str, there: list[OpenBrowser]) -> OpenBrowser:
    names = [each.name for each in there]
    for each in there:
        if each.name.lower() == library.strip().lower():
            return each
    close = get_close_matches(library, names, 1)
    advice = f"  did you mean {close[0]}?" if close else f"  imported browser libraries: {', '.join(names) or 'none'}"
    raise UsageError(
        f'library: expected the name of Browser or SeleniumLibrary as this suite imports it, got "{library}".\n{advice}'
    )


def _opening(there: list[OpenBrowser], url: str) -> str:
    """Returns the line that opens a browser, by the library that is imported."""
    if any(isinstance(each, SeleniumLibrary) for each in there):
        return f"Open Browser    {url}    chrome"
    return f"New Page    {url}"
