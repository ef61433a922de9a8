"""Cookies that set something, and those that let somebody in."""

import pytest

from SteadyAPI.redaction.shapes.notations.cookies import is_header_value, is_setting


@pytest.mark.parametrize(
    "cookie",
    [
        "lang=en-US",
        "consent=1",
        "wordpress_test_cookie=WP+Cookie+check",
        "wordpress_test_cookie=WP%20Cookie%20check",
        "notice=dismissed for now",
    ],
)
def test_a_setting(cookie: str) -> None:
    assert is_setting(cookie)
    assert not is_header_value(cookie)


@pytest.mark.parametrize(
    "cookie",
    [
        "lang=Vx9kQ2mL",
        "lang=AbCdEfGhIj-AbCdEfGhIj",
        "user=ann",
        "password_cookie=letmein",
        "session=correct horse battery",
        "notice=a+b+c+d+e+f+g+h+i+j",
        f"{'n' * 300}=on",
    ],
)
def test_no_setting(cookie: str) -> None:
    assert not is_setting(cookie)


@pytest.mark.parametrize("value", ["//example.com", "the cookie is set"])
def test_no_header(value: str) -> None:
    assert not is_header_value(value)


@pytest.mark.parametrize("value", ["a=b1", "lang=en; sid=x", "see Vx9kQ2mL there"])
def test_a_header(value: str) -> None:
    assert is_header_value(value)
