from base64 import b64encode

import pytest

from SteadyAPI.demo.server.request import Request


def calling(**headers: str) -> Request:
    return Request("GET", "/", headers=tuple((name.replace("_", "-"), value) for name, value in headers.items()))


def test_a_target_is_split_into_path_and_query() -> None:
    request = Request.to("GET", "/echo?a=1&a=2&b=")
    assert (request.path, request.query) == ("/echo", (("a", "1"), ("a", "2"), ("b", "")))


def test_an_absolute_target_is_reduced_to_its_path() -> None:
    assert Request.to("GET", "http://shop.example/users?x=1").path == "/users"


@pytest.mark.parametrize("target", ["http://[", "*", "", "//"])
def test_a_strange_target_still_has_a_path(target: str) -> None:
    assert Request.to("GET", target).path.startswith("/")


def test_two_leading_slashes_are_a_path_and_not_a_host() -> None:
    assert Request.to("GET", "//users/1").path == "//users/1"


def test_headers_are_found_in_any_case() -> None:
    assert calling(X_Caller="me").header("x-caller") == "me"


def test_an_absent_header_is_empty() -> None:
    assert calling().header("X-Caller") == ""


def test_the_first_value_of_a_parameter_counts() -> None:
    assert Request.to("GET", "/?a=1&a=2").parameter("a") == "1"


def test_an_absent_parameter_is_empty() -> None:
    assert Request.to("GET", "/").parameter("a") == ""


def test_the_media_type_comes_without_parameters() -> None:
    assert calling(Content_Type="Application/JSON; charset=utf-8").media_type == "application/json"


def test_the_caller_is_the_header_of_that_name() -> None:
    assert calling(X_Caller="worker 1").caller == "worker 1"


def test_a_bearer_token_is_read_from_the_authorization_header() -> None:
    assert calling(Authorization="bearer abc").bearer == "abc"


def test_another_scheme_carries_no_bearer_token() -> None:
    assert calling(Authorization="Basic abc").bearer == ""


def test_basic_credentials_keep_the_colons_of_the_password() -> None:
    assert calling(Authorization="Basic " + b64encode(b"tour:a:b").decode()).basic == ("tour", "a:b")


@pytest.mark.parametrize("value", ["Bearer x", "Basic not*base64", "Basic /w==", ""])
def test_without_proper_basic_credentials_both_parts_are_empty(value: str) -> None:
    assert calling(Authorization=value).basic == ("", "")
