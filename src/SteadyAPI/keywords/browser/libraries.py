"""The browsers that Browser and SeleniumLibrary have open, in one shape.

Neither library is imported here: what is known of them are the public methods and properties used below, of
robotframework-browser 19 and robotframework-seleniumlibrary 6.
"""

import json
from collections.abc import Mapping
from typing import Any, Protocol
from urllib.parse import urlsplit

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.browser.cookies import BrowserCookie

_ITEM = "[window.localStorage.getItem({name}), Object.keys(window.localStorage)]"
"""An item of the local storage, and the names of all items (HTML Standard, section 12.2)."""


class OpenBrowser(Protocol):
    """A browser that a library has open.

    Attributes:
        name: The name under which the suite has imported the library.
        go_to: The line with which a suite opens a page in it.
    """

    name: str
    go_to: str

    def is_open(self) -> bool:
        """Returns whether a browser is open in it."""
        ...

    def address(self) -> str:
        """Returns the URL of the page that it shows; an empty text when there is no page."""
        ...

    def check_takes_cookies(self, url: str) -> None:
        """Raises an error when no cookie could be set for a URL, whatever it is."""
        ...

    def give(self, cookie: BrowserCookie, url: str) -> str:
        """Sets a cookie of the session for a URL; returns why it couldn't, or an empty text."""
        ...

    def cookies(self) -> list[BrowserCookie]:
        """Returns its cookies; SeleniumLibrary has only those of the page that it shows."""
        ...

    def local_storage(self, name: str) -> tuple[str | None, list[str]]:
        """Returns an item of the page's local storage, ``None`` if there is none, and the names of all."""
        ...


class BrowserLibrary:
    """The active context of robotframework-browser."""

    go_to = "New Page    {url}"

    def __init__(self, name: str, library: Any) -> None:
        self.name = name
        self._library = library

    def is_open(self) -> bool:
        """Returns whether a browser is open in it."""
        return bool(self._library.get_browser_catalog())

    def address(self) -> str:
        """Returns the URL of the page that it shows; an empty text when there is no page."""
        context = self._context()
        pages = context.get("pages", ())
        return next((str(page["url"]) for page in pages if page["id"] == context.get("activePage")), "")

    def check_takes_cookies(self, url: str) -> None:  # noqa: ARG002  a context takes cookies for any URL
        """Raises an error when there is no context to put cookies into."""
        if not self._context():
            raise UsageError(f"{self.name} has no context yet to put cookies into.\n  write before it: New Context")

    def give(self, cookie: BrowserCookie, url: str) -> str:  # noqa: ARG002  see above
        """Sets a cookie; returns why it couldn't, or an empty text."""
        try:
            self._library.add_cookie(
                cookie.name,
                cookie.value,
                domain=cookie.domain,
                path=cookie.path,
                expires=None if cookie.expires is None else str(cookie.expires),
                httpOnly=cookie.http_only,
                secure=cookie.secure,
                sameSite=cookie.same_site or None,
            )
        except AssertionError as error:
            return _first_line(error)
        return ""

    def cookies(self) -> list[BrowserCookie]:
        """Returns the cookies of the active context."""
        return [_of_library(cookie, _seconds(cookie["expires"])) for cookie in self._library.get_cookies()]

    def local_storage(self, name: str) -> tuple[str | None, list[str]]:
        """Returns an item of the page's local storage, ``None`` if there is none, and the names of all."""
        found = self._library.evaluate_javascript(None, f"() => {_ITEM.format(name=json.dumps(name))}")
        return found[0], found[1]

    def _context(self) -> Mapping[str, Any]:
        active = [browser for browser in self._library.get_browser_catalog() if browser["activeBrowser"]]
        return next((each for browser in active for each in browser["contexts"] if _is_active(each, browser)), {})


class SeleniumLibrary:
    """The current driver of SeleniumLibrary; it has the cookies of the page that it shows, and of no other."""

    go_to = "Go To    {url}"

    def __init__(self, name: str, library: Any) -> None:
        self.name = name
        self._library = library

    def is_open(self) -> bool:
        """Returns whether a browser is open in it."""
        try:
            return self._library.driver is not None
        except Exception as error:
            if type(error).__name__ == "NoOpenBrowser":
                return False
            raise

    def address(self) -> str:
        """Returns the URL of the page that it shows."""
        return str(self._library.driver.current_url)

    def check_takes_cookies(self, url: str) -> None:
        """Raises an error when it shows no page of a host."""
        if not shows_a_page(self.address()):
            raise UsageError(
                f"{self.name} shows {self.address()}, and takes cookies only for the host of the page that it shows.\n"
                f"  write before it: {self.go_to.format(url=url)}"
            )

    def give(self, cookie: BrowserCookie, url: str) -> str:
        """Sets a cookie of the session for a URL; returns why it couldn't, or an empty text."""
        page = urlsplit(self.address())
        # A driver would take a cookie without a domain for whatever page it shows: another host would get it.
        if not cookie.is_for(page.hostname or ""):
            return (
                f"domain {cookie.domain} isn't that of the page, {page.scheme}://{page.netloc}\n"
                f"  write before it: {self.go_to.format(url=url)}"
            )
        given: dict[str, Any] = {
            "name": cookie.name,
            "value": cookie.value,
            "path": cookie.path,
            "secure": cookie.secure,
            "httpOnly": cookie.http_only,
        }
        # A cookie of one host goes without a domain: drivers would take it for one of its subdomains too.
        if cookie.domain.startswith("."):
            given["domain"] = cookie.domain
        if cookie.same_site:
            given["sameSite"] = cookie.same_site
        if cookie.expires is not None:
            given["expiry"] = cookie.expires
        try:
            self._library.driver.add_cookie(given)
        except Exception as error:  # noqa: BLE001  the class of its errors is Selenium's own
            return _first_line(error)
        return ""

    def cookies(self) -> list[BrowserCookie]:
        """Returns the cookies of the page that it shows."""
        return [_of_library(cookie, cookie.get("expiry")) for cookie in self._library.driver.get_cookies()]

    def local_storage(self, name: str) -> tuple[str | None, list[str]]:
        """Returns an item of the page's local storage, ``None`` if there is none, and the names of all."""
        found = self._library.driver.execute_script(f"return {_ITEM.format(name='arguments[0]')}", name)
        return found[0], found[1]


def shows_a_page(address: str) -> bool:
    """Returns whether a URL is that of a page with a host: ``about:blank`` has neither cookies nor storage."""
    return address.startswith(("http://", "https://"))


def _is_active(context: Mapping[str, Any], browser: Mapping[str, Any]) -> bool:
    return bool(context["id"] == browser["activeContext"])


def _of_library(cookie: Mapping[str, Any], expires: int | None) -> BrowserCookie:
    return BrowserCookie(
        name=cookie["name"],
        value=cookie["value"],
        domain=cookie["domain"],
        path=cookie["path"],
        secure=cookie["secure"],
        http_only=cookie["httpOnly"],
        same_site=cookie.get("sameSite", ""),
        expires=expires,
    )


def _seconds(expires: Any) -> int | None:
    """Returns seconds since 1970; a cookie that ends with the browser has a point in time before that."""
    seconds = expires.timestamp() if expires is not None else 0
    return int(seconds) if seconds > 0 else None


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0].removeprefix("Message: ").strip() or type(error).__name__
