import pytest

from SteadyAPI.engine.request.url import check_base, is_absolute, join, origin, path_of
from SteadyAPI.errors import SessionError, UsageError


@pytest.mark.parametrize("url", ["http://a.test", "https://a.test", "HTTP://a.test"])
def test_a_url_with_a_scheme_is_absolute(url: str) -> None:
    assert is_absolute(url)


@pytest.mark.parametrize("url", ["", "/a", "a.test", "//a.test", "anything:go", "ftp://a.test"])
def test_a_url_without_http_is_relative(url: str) -> None:
    assert not is_absolute(url)


def test_a_base_url_loses_its_trailing_slash() -> None:
    assert check_base("http://a.test/v1/") == "http://a.test/v1"


@pytest.mark.parametrize(
    ("url", "base"),
    [("http://a.test/v1/?tenant=a/", "http://a.test/v1?tenant=a/"), ("http://a.test?k", "http://a.test?k")],
)
def test_a_base_url_keeps_its_query(url: str, base: str) -> None:
    assert check_base(url) == base


def test_a_base_url_with_a_fragment_is_refused_with_the_way_to_write_it() -> None:
    with pytest.raises(UsageError, match=r"without a fragment.*\n  write for example: http://a.test/v1$"):
        check_base("http://a.test/v1#top")


@pytest.mark.parametrize(
    ("url", "joined"),
    [
        ("/orders", "http://a.test/v1/orders?tenant=a"),
        ("orders?page=2#top", "http://a.test/v1/orders?tenant=a&page=2#top"),
        ("", "http://a.test/v1?tenant=a"),
        ("?page=2", "http://a.test/v1?tenant=a&page=2"),
        ("#top", "http://a.test/v1?tenant=a#top"),
        ("http://a.test/v2", "http://a.test/v2"),
    ],
)
def test_the_query_of_a_base_url_goes_behind_the_path(url: str, joined: str) -> None:
    assert join("http://a.test/v1?tenant=a", url, "shop") == joined


@pytest.mark.parametrize("url", ["api.example.com", "//api.example.com", "://api.example.com"])
def test_a_base_url_without_a_scheme_is_refused_with_the_way_to_write_it(url: str) -> None:
    with pytest.raises(UsageError, match=r"write for example: https://api\.example\.com"):
        check_base(url)


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("localhost:8000/v1", "http://localhost:8000/v1"),
        ("[::1]:8000", "http://[::1]:8000"),
        ("localhosts.test", "https://localhosts.test"),
        ("ws://127.0.0.1", "http://127.0.0.1"),
        ("ftp://a.test", "https://a.test"),
        ("http:/a.test", "https://a.test"),
        ("https:a.test", "https://a.test"),
        ("", "https://api.example.com"),
    ],
)
def test_a_base_url_on_this_machine_is_rarely_one_with_tls(url: str, written: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_base(url)
    assert str(caught.value).endswith(f"write for example: {written}")


def test_a_base_url_without_a_host_is_refused() -> None:
    with pytest.raises(UsageError, match="with a host"):
        check_base("http:///orders")


@pytest.mark.parametrize(
    ("url", "joined"),
    [
        ("/orders", "http://a.test/v1/orders"),
        ("orders", "http://a.test/v1/orders"),
        ("", "http://a.test/v1"),
        ("?page=2", "http://a.test/v1?page=2"),
        ("#top", "http://a.test/v1#top"),
        ("/a//b", "http://a.test/v1/a//b"),
        ("//a/b", "http://a.test/v1//a/b"),
        ("../x", "http://a.test/v1/../x"),
        ("/anything:go", "http://a.test/v1/anything:go"),
        ("anything:go", "http://a.test/v1/anything:go"),
        ("/q?a=b=c", "http://a.test/v1/q?a=b=c"),
    ],
)
def test_a_relative_url_is_appended_to_the_base_as_it_is(url: str, joined: str) -> None:
    assert join("http://a.test/v1", url, "shop") == joined


@pytest.mark.parametrize("url", ["htp://a.test/x", "ftp://a.test/x", "WS://a.test"])
def test_a_url_with_another_scheme_is_refused(url: str) -> None:
    with pytest.raises(UsageError) as failure:
        join("http://a.test/v1", url, "shop")
    assert str(failure.value) == (
        f'expected a path, or a URL with http:// or https://, got "{url}".\n  write for example: /orders'
    )


def test_a_path_may_hold_a_url() -> None:
    assert join("http://a.test", "/proxy/ftp://b.test", "shop") == "http://a.test/proxy/ftp://b.test"


def test_an_absolute_url_on_the_sessions_host_stands_for_itself() -> None:
    assert join("http://a.test/v1", "http://A.test:80/v2/x", "shop") == "http://A.test:80/v2/x"


def test_without_a_base_any_absolute_url_stands_for_itself() -> None:
    assert join("", "http://b.test/x", "") == "http://b.test/x"


def test_an_absolute_url_elsewhere_is_refused_because_of_the_credentials() -> None:
    with pytest.raises(SessionError, match=r'http://b\.test is not the host of session "shop"'):
        join("http://a.test", "http://b.test/x", "shop")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://A.test:80/x", "http://a.test"),
        ("https://a.test:443/x", "https://a.test"),
        ("http://a.test:8080/x", "http://a.test:8080"),
        ("https://user:word@a.test/x", "https://a.test"),
    ],
)
def test_an_origin_is_scheme_host_and_a_port_that_is_not_the_default(url: str, expected: str) -> None:
    assert origin(url) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [("http://a.test", "/"), ("http://a.test/x?y=1#z", "/x?y=1"), ("http://a.test/x", "/x")],
)
def test_messages_name_a_request_by_path_and_query(url: str, expected: str) -> None:
    assert path_of(url) == expected


def test_without_a_base_a_relative_url_stays_as_it_is() -> None:
    assert join("", "not a url", "") == "not a url"


@pytest.mark.parametrize(
    "url", ["http://[::1/x", "http://a:port/x", "http://a:99999/x", "http://a b/x", "http://a\x01b/x"]
)
def test_a_host_or_port_that_makes_no_sense_is_refused(url: str) -> None:
    with pytest.raises(UsageError, match="is no URL"):
        origin(url)
    with pytest.raises(UsageError, match="is no URL"):
        check_base(url)
