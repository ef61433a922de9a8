"""Stand-ins for the two browser libraries: the public methods that are used, with what the real ones return.

The real ones run in `uv run poe cookbook`.
"""

from datetime import UTC, datetime
from typing import Any

COOKIE: dict[str, Any] = {"name": "sid", "value": "k7hR2mQ9xV4tL1pZ8w", "domain": "shop.test", "path": "/"}
FLAGS: dict[str, Any] = {"secure": False, "httpOnly": True, "sameSite": "Lax"}
URL = "http://shop.test/account"


class NoOpenBrowser(Exception):  # noqa: N818  SeleniumLibrary calls it so
    pass


class Browser:
    """``Browser.Browser`` of robotframework-browser."""

    def __init__(self, url: str = URL) -> None:
        page = {"id": "page=1", "url": url}
        context = {"id": "context=1", "activePage": "page=1", "pages": [page] if url else []}
        closed = {"activeBrowser": False, "activeContext": "context=0", "contexts": [{"id": "context=0", "pages": []}]}
        active = {"activeBrowser": True, "activeContext": "context=1", "contexts": [context]}
        self.catalog: list[dict[str, Any]] = [closed, active]
        self.jar: list[dict[str, Any]] = [COOKIE | FLAGS | {"expires": datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC)}]
        self.storage: dict[str, str] = {}
        self.given: list[tuple[Any, ...]] = []
        self.refuses = ""

    def get_browser_catalog(self) -> list[dict[str, Any]]:
        return self.catalog

    def get_cookies(self) -> list[dict[str, Any]]:
        return self.jar

    def add_cookie(self, name: str, value: str, **attributes: Any) -> None:
        if self.refuses:
            raise AssertionError(self.refuses)
        self.given.append((name, value, attributes))

    def evaluate_javascript(self, selector: None, script: str) -> list[Any]:
        name = script.partition('getItem("')[2].partition('"')[0]
        return [self.storage.get(name), list(self.storage)]


class Driver:
    """A ``WebDriver`` of Selenium."""

    def __init__(self, url: str) -> None:
        self.current_url = url
        self.jar: list[dict[str, Any]] = [COOKIE | FLAGS]
        self.storage: dict[str, str] = {}
        self.given: list[dict[str, Any]] = []
        self.refuses = ""

    def get_cookies(self) -> list[dict[str, Any]]:
        return self.jar

    def add_cookie(self, cookie: dict[str, Any]) -> None:
        if self.refuses:
            raise RuntimeError(self.refuses)
        self.given.append(cookie)

    def execute_script(self, script: str, name: str) -> list[Any]:
        return [self.storage.get(name), list(self.storage)]


class SeleniumLibrary:
    """``SeleniumLibrary.SeleniumLibrary``."""

    def __init__(self, url: str = URL) -> None:
        self.opened: Driver | None = Driver(url)
        self.broken = False

    @property
    def driver(self) -> Driver:
        if self.broken:
            raise RuntimeError("the driver is gone")
        if self.opened is None:
            raise NoOpenBrowser("No browser is open.")
        return self.opened


Browser.__module__ = "Browser.browser"
SeleniumLibrary.__module__ = "SeleniumLibrary"


class Extended(SeleniumLibrary):
    """A library that somebody made of SeleniumLibrary."""
