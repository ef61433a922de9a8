import pytest

from SteadyAPI.engine.contract.endpoint import endpoint_of


def test_numbers_and_uuids_become_an_id() -> None:
    url = "http://shop.test/orders/42/parts/0f8fad5b-d9cb-469f-a165-70867728950e?page=2"
    assert endpoint_of("GET", url) == "GET /orders/{id}/parts/{id}"


def test_long_hexadecimal_numbers_become_an_id() -> None:
    assert endpoint_of("GET", "http://shop.test/files/507f1f77bcf86cd799439011") == "GET /files/{id}"


def test_words_stay() -> None:
    assert endpoint_of("PUT", "http://shop.test/users/me") == "PUT /users/me"


def test_no_path_is_the_root() -> None:
    assert endpoint_of("GET", "http://shop.test") == "GET /"


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("http://shop.test?next=/a", "/"),
        ("/orders/7#top", "/orders/{id}"),
        ("http://shop.test//a:b", "//a:b"),
        ("", "/"),
    ],
)
def test_an_address_may_have_any_form(url: str, path: str) -> None:
    assert endpoint_of("GET", url) == f"GET {path}"


def test_an_address_that_is_no_url_has_a_path() -> None:
    assert endpoint_of("GET", "http://[::1/x") == "GET /x"
