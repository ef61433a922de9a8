"""Hosts that are reached without a proxy."""

from typing import Any

import pytest

from SteadyAPI.engine.no_proxy import bypasses, proxies_for

HTTP = {"http": "http://proxy.test:3128"}


@pytest.mark.parametrize(
    ("url", "no_proxy"),
    [
        ("http://shop.test/x", "*"),
        ("http://shop.test/x", "other.test, shop.test"),
        ("http://shop.test/x", "other.test shop.test"),
        ("http://SHOP.test./x", "Shop.Test."),
        ("http://api.shop.test/", "shop.test"),
        ("http://api.shop.test/", ".shop.test"),
        ("http://api.shop.test/", "*.shop.test"),
        ("http://shop.test/", ".shop.test"),
        ("http://shop.test:81/", "shop.test:81"),
        ("http://api.shop.test:81/", ".shop.test:81"),
        ("http://shop.test/", "shop.test:80"),
        ("https://shop.test/", "shop.test:443"),
        ("http://shop.test/", "http://shop.test/"),
        ("http://127.0.0.1:81/", "127.0.0.1"),
        ("http://127.0.0.1:81/", "127.0.0.1:81"),
        ("http://127.0.0.1:81/", "127.*"),
        ("http://127.0.0.1:81/", "127.*:81"),
        ("http://127.0.0.1:81/", "127.0.0.0/8"),
        ("http://127.0.0.1:81/", "127.0.0.0/8:81"),
        ("http://127.0.0.1:81/", ".0.0.1"),
        ("http://web-7.shop.test/", "web-*.shop.test"),
        ("http://[::1]:81/", "::1"),
        ("http://[::1]:81/", "[::1]"),
        ("http://[::1]:81/", "[::1]:81"),
        ("http://[0:0::1]/", "::1"),
        ("http://[fd00::7]/", "fd00::/8"),
        ("http://localhost/", "10.0.0.0/8,localhost,127.0.0.1"),
    ],
)
def test_every_form_is_understood(url: str, no_proxy: str) -> None:
    assert bypasses(url, no_proxy)


@pytest.mark.parametrize(
    ("url", "no_proxy"),
    [
        ("http://shop.test/", ""),
        ("http://shop.test/", ",, ,"),
        ("http://shop.test/", "."),
        ("http://myshop.test/", "shop.test"),
        ("http://myshop.test/", ".shop.test"),
        ("http://shop.test:81/", "shop.test:82"),
        ("http://shop.test/", "shop.test:443"),
        ("http://128.0.0.1/", "127.*"),
        ("http://128.0.0.1/", "127.0.0.0/8"),
        ("http://127.0.0.1:81/", "127.0.0.1:82"),
        ("http://127.0.0.1:81/", "127.*:82"),
        ("http://127.test/", "127.0.0.0/8"),
        ("http://[::2]/", "::1"),
        ("http://[::1]:81/", "[::1]:82"),
        ("http://shop.test/", "a:b"),
        ("http://10.0.0.1/", "10.0.0.0/99"),
    ],
)
def test_other_hosts_take_the_proxy(url: str, no_proxy: str) -> None:
    assert not bypasses(url, no_proxy)


@pytest.mark.parametrize(
    ("merged", "own", "environment", "expected"),
    [
        (HTTP, {}, "", HTTP),
        (HTTP, {}, "other.test", HTTP),
        (HTTP, {}, "127.*", {}),
        ({**HTTP, "no": "127.*"}, {}, "127.*", {}),
        ({"no": "other.test"}, {}, "other.test", {}),
        (HTTP, HTTP, "127.*", HTTP),
        (HTTP, {**HTTP, "no_proxy": "127.*"}, "", {}),
        ({**HTTP, "no_proxy": "other.test"}, {**HTTP, "no_proxy": "other.test"}, "127.*", HTTP),
        ({**HTTP, "https": "x"}, {"https": "x"}, "127.*", {"https": "x"}),
        ({"https": "x"}, {"http": None, "https": "x"}, "127.*", {"https": "x"}),
        ({"http://127.0.0.1": "x"}, {"http": None, "no_proxy": "*"}, "", {}),
    ],
)
def test_exceptions_of_the_suite_hold_for_all_and_those_of_the_environment_for_its_own(
    monkeypatch: pytest.MonkeyPatch, merged: Any, own: Any, environment: str, expected: Any
) -> None:
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv("NO_PROXY", environment)
    assert proxies_for("http://127.0.0.1:81/x", merged, own) == expected


def test_the_variable_in_small_letters_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setenv("no_proxy", "other.test")
    assert proxies_for("http://127.0.0.1/", HTTP, {}) == HTTP
