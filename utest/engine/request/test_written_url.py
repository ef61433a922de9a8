"""URLs that are sent as they are written."""

from typing import Any

import pytest

from SteadyAPI.engine.request.written_url import WrittenUrl, as_written, location_of
from SteadyAPI.errors import UsageError

URL = "http://shop.test/a/b?c=d#part"


@pytest.mark.parametrize(
    ("url", "target", "absolute"),
    [
        ("http://shop.test", "/", "http://shop.test/"),
        ("http://shop.test?a=b", "/?a=b", "http://shop.test/?a=b"),
        ("HTTP://ada:p@shop.test:81/%7e/../x?y#z", "/%7e/../x?y", "HTTP://shop.test:81/%7e/../x?y"),
    ],
)
def test_what_the_request_line_has(url: str, target: str, absolute: str) -> None:
    assert (WrittenUrl(url).target, WrittenUrl(url).absolute_target) == (target, absolute)


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("/x", "http://shop.test/x#part"),
        ("x", "http://shop.test/a/x#part"),
        ("../x#own", "http://shop.test/x#own"),
        ("?q=1", "http://shop.test/a/b?q=1#part"),
        ("#own", "http://shop.test/a/b?c=d#own"),
        ("//other.test/x", "http://other.test/x#part"),
        (" https://other.test/%7E%2e|ä\t", "https://other.test/%7E%2e%7C%C3%A4#part"),
        ("mailto:a@b", None),
        ("", None),
        ("  ", None),
    ],
)
def test_where_a_redirect_leads_to(location: str, expected: str | None) -> None:
    assert location_of(URL, location) == expected


@pytest.mark.parametrize("location", ["http://", "https:///path", "http://[::1"])
def test_a_location_without_a_host_is_no_url(location: str) -> None:
    with pytest.raises(ValueError, match=r"host|IPv6"):
        location_of(URL, location)


@pytest.mark.parametrize(
    ("url", "params", "expected"),
    [
        (URL, None, URL),
        ("http://shop.test/%7e/../x|y", [], "http://shop.test/%7e/../x|y"),
        ("http://shop.test/", [("a", "b c"), ("d", None)], "http://shop.test/?a=b+c"),
        ("http://shop.test/?x#part", [("a", b"\xff")], "http://shop.test/?x&a=%FF#part"),
        ("http://shop.test/?x&", "a=%7e", "http://shop.test/?x&a=%7e"),
        ("http://shop.test/?", "a=%7e", "http://shop.test/?a=%7e"),
    ],
)
def test_parameters_go_behind_what_is_written(url: str, params: Any, expected: str) -> None:
    assert as_written(url, params) == expected


@pytest.mark.parametrize(
    ("url", "got", "escape"),
    [
        ("http://s.test/a b", "' ' at position 15", "%20"),
        ("http://s.test/ä", r"'\xe4' at position 14", "%C3%A4"),
        ("http://s.test/\r\nX: y", r"'\r' at position 14", "%0D"),
        ("http://s.test/\ud83d", r"'\ud83d' at", "%3F"),
    ],
)
def test_what_cannot_stand_in_a_url_is_refused(url: str, got: str, escape: str) -> None:
    with pytest.raises(UsageError) as caught:
        as_written(url, None)
    assert f"got {got}" in str(caught.value)
    assert f"write it as {escape}, or leave url_encoding out" in str(caught.value)
