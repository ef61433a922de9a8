from datetime import UTC, datetime
from typing import Any

import pytest
from browser_fakes import COOKIE, FLAGS, URL, Browser, SeleniumLibrary

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.browser import libraries
from SteadyAPI.keywords.browser.cookies import BrowserCookie
from SteadyAPI.keywords.browser.libraries import BrowserLibrary, shows_a_page

HOST = "http://shop.test"
SID = BrowserCookie(**COOKIE, http_only=True, same_site="Lax")
PLAIN = BrowserCookie(name="lang", value="en", domain="shop.test")
WIDE = BrowserCookie(
    name="id", value="1", domain=".shop.test", path="/orders", secure=True, same_site="None", expires=9
)


def playwright(url: str = URL) -> tuple[BrowserLibrary, Browser]:
    library = Browser(url)
    return BrowserLibrary("Browser", library), library


def selenium(url: str = URL) -> tuple[libraries.SeleniumLibrary, Any]:
    library = SeleniumLibrary(url)
    return libraries.SeleniumLibrary("SeleniumLibrary", library), library


def test_browser_is_open_while_its_catalogue_has_one() -> None:
    browser, library = playwright()
    assert browser.is_open()
    library.catalog = []
    assert not browser.is_open()


def test_selenium_is_open_while_it_has_a_driver() -> None:
    browser, library = selenium()
    assert browser.is_open()
    library.opened = None
    assert not browser.is_open()


def test_another_error_of_selenium_is_not_taken_for_a_closed_browser() -> None:
    browser, library = selenium()
    library.broken = True
    with pytest.raises(RuntimeError, match="the driver is gone"):
        browser.is_open()


@pytest.mark.parametrize("make", [playwright, selenium])
def test_the_address_is_that_of_the_page_shown(make: Any) -> None:
    assert make()[0].address() == URL


def test_browser_without_a_page_or_a_context_has_no_address() -> None:
    assert playwright("")[0].address() == ""
    browser, library = playwright()
    library.catalog[1]["contexts"] = []
    assert browser.address() == ""


def test_browser_takes_cookies_as_soon_as_it_has_a_context() -> None:
    browser, library = playwright("")
    browser.check_takes_cookies(HOST)
    library.catalog[1]["contexts"] = []
    with pytest.raises(UsageError) as failure:
        browser.check_takes_cookies(HOST)
    assert str(failure.value) == "Browser has no context yet to put cookies into.\n  write before it: New Context"


def test_selenium_takes_cookies_as_soon_as_it_shows_a_page() -> None:
    selenium()[0].check_takes_cookies(HOST)
    with pytest.raises(UsageError) as failure:
        selenium("data:,")[0].check_takes_cookies(HOST)
    assert str(failure.value) == (
        "SeleniumLibrary shows data:,, and takes cookies only for the host of the page that it shows.\n"
        "  write before it: Go To    http://shop.test"
    )


def test_browser_gets_every_attribute() -> None:
    browser, library = playwright()
    assert [browser.give(each, HOST) for each in (SID, WIDE)] == ["", ""]
    assert library.given == [
        ("sid", SID.value, {**FLAGS, "domain": "shop.test", "path": "/", "expires": None}),
        (
            "id",
            "1",
            {
                "domain": ".shop.test",
                "path": "/orders",
                "expires": "9",
                "httpOnly": False,
                "secure": True,
                "sameSite": "None",
            },
        ),
    ]


def test_browser_is_told_no_same_site_where_there_is_none() -> None:
    browser, library = playwright()
    browser.give(PLAIN, HOST)
    assert library.given[0][2]["sameSite"] is None


def test_selenium_gets_every_attribute_and_a_domain_only_for_cookies_of_a_domain() -> None:
    browser, library = selenium()
    assert [browser.give(each, HOST) for each in (SID, WIDE, PLAIN)] == ["", "", ""]
    assert library.opened.given == [
        {"name": "sid", "value": SID.value, "path": "/", "secure": False, "httpOnly": True, "sameSite": "Lax"},
        {
            "name": "id",
            "value": "1",
            "path": "/orders",
            "secure": True,
            "httpOnly": False,
            "domain": ".shop.test",
            "sameSite": "None",
            "expiry": 9,
        },
        {"name": "lang", "value": "en", "path": "/", "secure": False, "httpOnly": False},
    ]


def test_selenium_never_gets_a_cookie_for_the_page_of_another_host() -> None:
    browser, library = selenium("http://other.test:81/login")
    assert browser.give(SID, HOST) == (
        "domain shop.test isn't that of the page, http://other.test:81\n  write before it: Go To    http://shop.test"
    )
    assert browser.give(SID, HOST).startswith("domain")
    assert library.opened.given == []


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("Message: invalid cookie domain\n  (Session info: chrome=156)", "invalid cookie domain"),
        ("Protocol error: Invalid cookie fields", "Protocol error: Invalid cookie fields"),
    ],
)
def test_what_the_library_says_first_is_the_reason(said: str, reason: str) -> None:
    browser, library = playwright()
    library.refuses = said
    driven, driver = selenium()
    driver.opened.refuses = said
    assert (browser.give(SID, HOST), driven.give(SID, HOST)) == (reason, reason)


def test_an_error_without_a_word_is_told_by_its_class() -> None:
    driven, driver = selenium()
    driver.opened.refuses = "\n"
    assert driven.give(SID, HOST) == "RuntimeError"


@pytest.mark.parametrize("make", [playwright, selenium])
def test_cookies_come_back_with_every_attribute(make: Any) -> None:
    assert make()[0].cookies() == [SID]


def test_the_end_of_a_cookie_comes_back() -> None:
    browser, library = playwright()
    library.jar = [COOKIE | FLAGS | {"expires": datetime.fromtimestamp(99, UTC)}, COOKIE | FLAGS | {"expires": None}]
    driven, driver = selenium()
    driver.opened.jar = [COOKIE | FLAGS | {"expiry": 99}]
    assert [each.expires for each in (*browser.cookies(), *driven.cookies())] == [99, None, 99]


@pytest.mark.parametrize("make", [playwright, selenium])
def test_an_item_of_the_local_storage_comes_with_the_names_of_all(make: Any) -> None:
    browser, library = make()
    storage = getattr(library, "opened", library).storage
    storage |= {"token": "t", "theme": "dark"}
    assert browser.local_storage("token") == ("t", ["token", "theme"])
    assert browser.local_storage("nope") == (None, ["token", "theme"])


def test_a_blank_page_has_no_host() -> None:
    assert [shows_a_page(url) for url in (URL, "https://a.test", "about:blank", "data:,", "")] == [
        *(True, True),
        *(False, False, False),
    ]
