"""Set-Cookie headers; the verdicts are those of browsers."""

import time
from typing import Any

import pytest

from SteadyAPI.engine.transport.set_cookie import cookie_date, is_secure, set_cookie_of

HOST = "api.shop.test"


def read(header: str, scheme: str = "http", host: str = HOST, path: str = "/a/b") -> Any:
    return set_cookie_of(header, scheme, host, path)


@pytest.mark.parametrize(
    ("header", "name", "value"),
    [
        ("a=1", "a", "1"),
        (" a = 1 ;x", "a", "1"),
        ("a=b=c", "a", "b=c"),
        ('a="x y"', "a", '"x y"'),
        ("a=", "a", ""),
        ("=a", "", "a"),
        ("a", "", "a"),
        ("$a=1; Version=1; Port=80", "$a", "1"),
    ],
)
def test_a_cookie_has_a_name_and_a_value(header: str, name: str, value: str) -> None:
    cookie = read(header)
    assert (cookie.name, cookie.value) == (name, value)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "=",
        "; Path=/",
        "a=\x01",
        "a=1; Domain=other.test",
        "a=1; Domain=test",
        "a=1; Domain=deep.api.shop.test",
        "a=1; Secure",
        "__Secure-a=1",
        "__Host-a=1; Path=/",
    ],
)
def test_what_a_host_may_not_set_is_ignored(header: str) -> None:
    assert read(header) is None


@pytest.mark.parametrize(
    ("header", "kept"),
    [
        ("__Secure-a=1; Secure", True),
        ("__Host-a=1; Secure; Path=/", True),
        ("__Host-a=1; Secure", False),
        ("__Host-a=1; Secure; Path=/; Domain=shop.test", False),
        ("__HOST-a=1; Secure; Path=/a", False),
    ],
)
def test_a_prefix_is_a_promise(header: str, kept: bool) -> None:
    assert (read(header, "https") is not None) is kept


@pytest.mark.parametrize(
    ("header", "host", "domain", "shared"),
    [
        ("a=1", HOST, HOST, False),
        ("a=1; Domain=", HOST, HOST, False),
        ("a=1; Domain=Shop.Test", HOST, ".shop.test", True),
        ("a=1; Domain=.shop.test", HOST, ".shop.test", True),
        (f"a=1; Domain={HOST}", HOST, f".{HOST}", True),
        ("a=1; Domain=127.0.0.1", "127.0.0.1", "127.0.0.1", False),
        ("a=1; Domain=localhost", "localhost", "localhost", False),
    ],
)
def test_a_domain_shares_a_cookie_with_the_hosts_below_it(header: str, host: str, domain: str, shared: bool) -> None:
    cookie = read(header, host=host)
    assert (cookie.domain, cookie.domain_specified) == (domain, shared)


def test_an_address_has_no_hosts_below_it() -> None:
    assert read("a=1; Domain=0.0.1", host="127.0.0.1") is None


@pytest.mark.parametrize(
    ("attribute", "path", "expected"),
    [
        ("", "/a/b", "/a"),
        ("", "/a", "/"),
        ("", "", "/"),
        ("; Path", "/a/b", "/a"),
        ("; Path=", "/a/b", "/a"),
        ("; Path=x", "/a/b", "/a"),
        ("; Path=/x/", "/a/b", "/x/"),
        ("; Path=/x; path=/y", "/a/b", "/y"),
    ],
)
def test_a_path_that_is_none_is_that_of_the_request(attribute: str, path: str, expected: str) -> None:
    assert read(f"a=1{attribute}", path=path).path == expected


@pytest.mark.parametrize(
    ("attributes", "expires"),
    [
        ("", None),
        ("Expires=0", None),
        ("Max-Age=x", None),
        ("Max-Age=0", 0),
        ("Max-Age=-1", 0),
        ("Expires=Thu, 01 Jan 1970 00:00:10 GMT", 10),
        ("Max-Age=x; Expires=Thu, 01 Jan 1970 00:00:10 GMT", 10),
        ("Max-Age=0; Expires=Wed, 21 Oct 2037 07:28:00 GMT", 0),
    ],
)
def test_a_cookie_ends_by_its_age_before_its_date(attributes: str, expires: int | None) -> None:
    cookie = read(f"a=1; {attributes}")
    assert (cookie.expires, cookie.discard) == (expires, expires is None)


def test_no_cookie_lives_longer_than_400_days() -> None:
    assert read("a=1; Max-Age=999999999999").expires <= time.time() + 400 * 24 * 3600
    assert read("a=1; Max-Age=100").expires <= time.time() + 100


def test_http_only_is_kept() -> None:
    assert (read("a=1; HttpOnly").has_nonstandard_attr("HttpOnly"), read("a=1").has_nonstandard_attr("HttpOnly")) == (
        True,
        False,
    )


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("Thu, 01 Jan 1970 00:00:10 GMT", 10),
        ("Thursday, 01-Jan-70 00:00:10 GMT", 10),
        ("Thu Jan 01 00:00:10 1970", 10),
        ("00:00:10 january 1 1970", 10),
        ("01 Jan 00 00:00:00", 946684800),
        ("1 Jan 1970", None),
        ("00:00:10 1 Jan", None),
        ("00:00:10 Jan 1970x", None),
        ("31 Feb 2000 00:00:00", None),
        ("1 Jan 1600 00:00:00", None),
        ("1 Jan 1970 25:00:00", None),
        ("", None),
    ],
)
def test_a_date_is_read_in_any_order(text: str, seconds: int | None) -> None:
    assert cookie_date(text) == seconds


@pytest.mark.parametrize(
    ("scheme", "host", "secure"),
    [
        ("https", "a.test", True),
        ("http", "a.test", False),
        ("http", "localhost", True),
        ("http", "shop.localhost", True),
        ("http", "127.0.0.1", True),
        ("http", "::1", True),
        ("http", "10.0.0.1", False),
    ],
)
def test_a_loopback_host_is_secure_without_tls(scheme: str, host: str, secure: bool) -> None:
    assert is_secure(scheme, host) is secure
