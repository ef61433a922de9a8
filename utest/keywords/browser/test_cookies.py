import time
from typing import Any

import pytest
from fakes import session

from SteadyAPI.engine.session.authentication import ApiKey, KeyLocation
from SteadyAPI.engine.session.session import Session
from SteadyAPI.engine.transport.cookie_jar import CookieJar
from SteadyAPI.engine.transport.set_cookie import set_cookie_of
from SteadyAPI.keywords.browser.cookies import BrowserCookie, cookies_of, replace_cookies

HOST = "shop.test"
LATER = int(time.time()) + 3600
KINDS = [
    BrowserCookie(name="a", value="1", domain=HOST),
    BrowserCookie(name="a", value="K\u00f6ln \u20ac", domain=HOST),
    BrowserCookie(name="a", value="1", domain=".shop.test", path="/orders", same_site="Strict"),
    BrowserCookie(name="a", value="1", domain=HOST, secure=True, http_only=True, same_site="None", expires=LATER),
]


@pytest.fixture
def shop() -> Session:
    made = session()
    made.transport.requests_session.cookies = CookieJar()
    return made


def jar(of: Session) -> Any:
    return of.transport.requests_session.cookies


@pytest.mark.parametrize("cookie", KINDS)
def test_a_cookie_comes_back_with_all_its_attributes(shop: Session, cookie: BrowserCookie) -> None:
    jar(shop).set_cookie(cookie.in_jar())
    assert cookies_of(shop, HOST) == [cookie]


@pytest.mark.parametrize(
    ("header", "attributes"),
    [
        ("a=1; Path=/; SameSite=lax", {"same_site": "Lax"}),
        ("a=1; Path=/; SameSite=whatever", {}),
        ("a=1; Path=/; HttpOnly; Secure; SameSite=NONE", {"http_only": True, "secure": True, "same_site": "None"}),
        ("a=1; Path=/; Domain=shop.test", {"domain": ".shop.test"}),
    ],
)
def test_the_attributes_of_a_set_cookie_header_are_kept(shop: Session, header: str, attributes: Any) -> None:
    cookie = set_cookie_of(header, "https", HOST, "/")
    assert cookie is not None
    jar(shop).set_cookie(cookie)
    assert cookies_of(shop, HOST) == [BrowserCookie(**{"name": "a", "value": "1", "domain": HOST, **attributes})]


def test_a_cookie_that_the_suite_gave_is_the_hosts(shop: Session) -> None:
    jar(shop).give({"lang": "en"})
    assert cookies_of(shop, HOST) == [BrowserCookie(name="lang", value="en", domain=HOST)]


def test_an_api_key_in_a_cookie_is_one_of_them_and_others_are_not(shop: Session) -> None:
    shop.authentication.use_key(ApiKey(KeyLocation.cookie, "key", "a b"))
    shop.authentication.use_key(ApiKey(KeyLocation.header, "X-Key", "c"))
    assert cookies_of(shop, HOST) == [BrowserCookie(name="key", value="a%20b", domain=HOST)]


def test_an_expired_cookie_is_gone(shop: Session) -> None:
    jar(shop).set_cookie(BrowserCookie(name="a", value="1", domain=HOST, expires=1).in_jar())
    assert cookies_of(shop, HOST) == []


def test_taken_cookies_replace_those_of_the_host_and_leave_others(shop: Session) -> None:
    jar(shop).give({"given": "1"})
    for domain in (HOST, ".shop.test", "other.test"):
        jar(shop).set_cookie(BrowserCookie(name="old", value="1", domain=domain).in_jar())
    replace_cookies(shop, HOST, [BrowserCookie(name="sid", value="new", domain=HOST)])
    kept = {(each.name, each.domain) for each in cookies_of(shop, HOST)}
    assert kept == {("old", "other.test"), ("sid", HOST)}


@pytest.mark.parametrize(
    ("domain", "host", "belongs"),
    [
        (HOST, HOST, True),
        (HOST, "api.shop.test", False),
        (".shop.test", "api.shop.test", True),
        (".shop.test", "notshop.test", False),
    ],
)
def test_a_domain_belongs_to_its_hosts(domain: str, host: str, *, belongs: bool) -> None:
    assert BrowserCookie(name="a", value="1", domain=domain).is_for(host) is belongs


def test_no_repr_shows_the_value() -> None:
    assert "hunter2" not in repr(BrowserCookie(name="sid", value="hunter2", domain=HOST))
