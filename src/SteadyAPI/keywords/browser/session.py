"""Handing a session to a browser, and taking it back."""

import json
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from robot.api.deco import keyword

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.group import KeywordGroup
from SteadyAPI.robot_compat import Secret

if TYPE_CHECKING:
    from SteadyAPI.engine.session.session import Session
    from SteadyAPI.keywords.browser.cookies import BrowserCookie
    from SteadyAPI.keywords.browser.libraries import OpenBrowser


class BrowserSessionKeywords(KeywordGroup):
    """One login for API and browser, with the browser that Browser or SeleniumLibrary has open."""

    @keyword(tags=["Session"])
    def give_session_to_browser(
        self, alias: str = "", *, exclude: str | list[str] | None = None, library: str | None = None
    ) -> None:
        """Puts the cookies of a session into the open browser: who has signed in by API is signed in on its pages.

        Each goes with its domain, path, expiry, `SameSite`, `Secure` and `HttpOnly`. Browser takes them into its active
        context; SeleniumLibrary takes them for the host of the page that it shows, so go there first.

        Args:
            alias: The session's alias; by default the current session.
            exclude: Names of cookies that the browser is not to get, as a list or with commas between them.
            library: The name under which `Browser` or `SeleniumLibrary` is imported, when both have a browser open.

        Raises:
            SessionError: When there is no such session.
            UsageError: When no browser is open or more than one, or a cookie can't be given; the others have been
                given then.

        Examples:
        ```robotframework
        *** Test Cases ***
        Who Signs In By API Is Signed In On The Pages
            Create Session    shop    ${BASE_URL}
            VAR    &{form}    username=ada    password=${PASSWORD}
            POST    /login    data=${form}
            Give Session To Browser    shop
        ```
        """
        from SteadyAPI.keywords.browser.cookies import cookies_of
        from SteadyAPI.keywords.browser.open_browser import open_browser, quiet

        session = self._session(alias)
        origin, host = _origin(session)
        cookies = _without(cookies_of(session, host), exclude)
        if not cookies:
            raise UsageError(
                f'session "{session.alias}" has no cookies to give.\n'
                "  sign in first, for example: POST    /login    data=${form}"
            )
        with quiet():
            browser = open_browser(library, origin)
            browser.check_takes_cookies(origin)
            refused = [(cookie.name, reason) for cookie in cookies if (reason := _given(browser, cookie, origin, host))]
        names = [name for name, _ in refused]
        self._context.log.text(
            f"Cookies given to {browser.name}: {_listed(each.name for each in cookies if each.name not in names)}"
        )
        if refused:
            raise UsageError(self._context.secrets.mask(_refusal(refused, len(cookies))))

    @keyword(tags=["Session"])
    def take_session_from_browser(
        self,
        alias: str = "",
        *,
        local_storage: str | None = None,
        token_path: str | None = None,
        library: str | None = None,
    ) -> Secret | None:
        """Gives a session the cookies of the open browser: who has signed in on its pages is signed in by API.

        The session's own cookies for its host are replaced by those that the browser has for it. A token in the page's
        local storage is sent as `Authorization: Bearer` with every further request. What is secret is masked from now
        on.

        Args:
            alias: The session's alias; by default the current session.
            local_storage: The name of the item that holds the token.
            token_path: Where the token stands when the item is a JSON object, such as `tokens.access`; by default
                `access_token`.
            library: The name under which `Browser` or `SeleniumLibrary` is imported, when both have a browser open.

        Returns:
            The token, or nothing when no `local_storage` is given.

        Raises:
            SessionError: When there is no such session.
            UsageError: When no browser is open or more than one, or it has no cookie for the session's host and no
                such token.

        Examples:
        ```robotframework
        *** Test Cases ***
        Who Signs In On A Page Is Signed In By API
            Create Session    shop    ${BASE_URL}
            Take Session From Browser    shop
            GET    /account
            ${token} =    Take Session From Browser    shop    local_storage=token
            GET    /orders
        ```
        """
        from SteadyAPI.keywords.browser.cookies import replace_cookies
        from SteadyAPI.keywords.browser.open_browser import open_browser, quiet

        if token_path is not None and local_storage is None:
            raise UsageError(
                "token_path: expected local_storage= beside it, which names the item that holds the token.\n"
                f"  write for example: local_storage=auth    token_path={token_path}"
            )
        session = self._session(alias)
        origin, host = _origin(session)
        with quiet():
            browser = open_browser(library, origin)
            there = browser.cookies()
            cookies = [cookie for cookie in there if cookie.is_for(host)]
            item = None if local_storage is None else _item(browser, local_storage, origin)
        if item is None and not cookies:
            raise UsageError(_nothing(browser, there, origin))
        token = None if item is None else self._token_value(_token_in(item, local_storage, token_path))
        self._register(cookies)
        replace_cookies(session, host, cookies)
        self._context.log.text(f"Cookies taken from {browser.name}: {_listed(cookie.name for cookie in cookies)}")
        if token is None:
            return None
        from SteadyAPI.engine.token.token import Token

        session.use_token(Token(token))
        return Secret(token)

    def _session(self, alias: str) -> "Session":
        return self._context.sessions.chosen(alias or None, " that the browser could share")

    def _register(self, cookies: "list[BrowserCookie]") -> None:
        from SteadyAPI.engine.session.secrets_in_traffic import in_cookies

        for name, value in in_cookies({cookie.name: cookie.value for cookie in cookies}):
            self._context.secrets.learn(name, value, received=True)


def _origin(session: "Session") -> tuple[str, str]:
    """Returns the origin of a session, and its host."""
    from SteadyAPI.engine.request.url import origin

    place = origin(session.settings.base_url)
    return place, urlsplit(place).hostname or ""


def _without(cookies: "list[BrowserCookie]", exclude: str | list[str] | None) -> "list[BrowserCookie]":
    """Leaves out the cookies that the browser is not to get."""
    names = exclude.split(",") if isinstance(exclude, str) else exclude or []
    there = {cookie.name for cookie in cookies}
    for name in (name.strip() for name in names):
        if name not in there:
            close = get_close_matches(name, there, 1)
            advice = f"did you mean {close[0]}?" if close else f"cookies of the session: {_listed(sorted(there))}"
            raise UsageError(f'exclude: the session has no cookie "{name}".\n  {advice}')
    left_out = {name.strip() for name in names}
    return [cookie for cookie in cookies if cookie.name not in left_out]


def _given(browser: "OpenBrowser", cookie: "BrowserCookie", origin: str, host: str) -> str:
    """Gives a browser a cookie; returns why it couldn't, or an empty text."""
    if not cookie.is_for(host):
        return f"domain {cookie.domain} isn't that of {origin}"
    return browser.give(cookie, origin)


def _refusal(refused: list[tuple[str, str]], count: int) -> str:
    (first, reason), *others = refused
    lines = [f'{count - len(refused)} of {count} cookies given; "{first}" not: {reason}']
    lines += [f'"{name}" not: {other}' for name, other in others]
    names = ",".join(name for name, _ in refused)
    return "\n  ".join([*lines, f"to leave {'them' if others else 'it'} out, write: exclude={names}"])


def _nothing(browser: "OpenBrowser", cookies: "list[BrowserCookie]", origin: str) -> str:
    there = ", ".join(f'"{cookie.name}" of {cookie.domain}' for cookie in cookies) or "none"
    return (
        f"{browser.name} has no cookie for {origin}; cookies there: {there}.\n"
        "  sign in on a page of that host first; where pages keep a token instead, write: local_storage=token"
    )


def _item(browser: "OpenBrowser", name: str, origin: str) -> str:
    """Returns an item of the local storage of the page that a browser shows."""
    from SteadyAPI.keywords.browser.libraries import shows_a_page

    address = browser.address()
    if not shows_a_page(address):
        raise UsageError(
            f"local_storage: {browser.name} shows {address or 'no page'}, which has no local storage.\n"
            f"  write before it: {browser.go_to.format(url=origin)}"
        )
    item, names = browser.local_storage(name)
    if item is None:
        from SteadyAPI.engine.request.url import origin as origin_of

        close = get_close_matches(name, names, 1)
        advice = f"did you mean {close[0]}?" if close else f"items there: {_listed(names)}"
        raise UsageError(f'local_storage: the page of {origin_of(address)} has no item "{name}".\n  {advice}')
    return item


def _token_in(item: str, name: str | None, token_path: str | None) -> str:
    """Returns the token in an item of the local storage, which is its text or a JSON text."""
    from SteadyAPI.engine.token.oauth.token_response import at_path

    try:
        value: Any = json.loads(item)
    except (ValueError, RecursionError):
        value = item
    if not isinstance(value, dict | list):
        return value if isinstance(value, str) else item
    token = at_path(value, token_path or "access_token")
    if not isinstance(token, str):
        keys = f"an object with {_listed(value)}" if isinstance(value, dict) else f"a list of {len(value)}"
        where = f" at {token_path}" if token_path else ""
        raise UsageError(
            f'local_storage: expected a token in "{name}"{where}, got {keys}.\n'
            "  write where it stands, for example: token_path=tokens.access"
        )
    return token


def _listed(names: Any) -> str:
    return ", ".join(names) or "none"
