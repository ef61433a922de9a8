import pytest

from SteadyAPI.engine import credentials


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        ({"Authorization": "Bearer abc.def"}, ["abc.def"]),
        ({"Proxy-Authorization": "Basic eDp6"}, ["eDp6", "z"]),
        ({"Authorization": "Basic eHk6aHVudGVyMg=="}, ["eHk6aHVudGVyMg==", "hunter2"]),
        ({"Authorization": "Basic a"}, ["a"]),
        ({"Authorization": "Basic zü"}, ["zü"]),
        ({"Cookie": "a=first; b=second; c="}, ["first", "second"]),
        ({"Set-Cookie": "sid=one; Path=/, tid=two; HttpOnly"}, ["one", "two"]),
        ({"X-Api-Key": "key-1"}, ["key-1"]),
        ({"X-Api-Key": b"key-2"}, ["key-2"]),
        ({"Accept": "text/plain"}, []),
    ],
)
def test_secrets_are_found_in_headers(headers: dict[str, str], found: list[str]) -> None:
    assert list(credentials.in_headers(headers)) == found


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"password": "one", "name": "ada"}, ["one"]),
        ([("token", "two"), ("x", "y")], ["two"]),
        ({"user": {"secrets": ["a"], "client_secret": "three"}}, ["three"]),
        ([{"api_key": "four"}], ["four"]),
        ({"password": {"secret": "five"}}, ["five"]),
        ("password=six", []),
        (None, []),
    ],
)
def test_secrets_are_found_in_fields_at_any_depth(fields: object, found: list[str]) -> None:
    assert list(credentials.in_fields(fields)) == found


def test_secrets_are_found_in_json_text() -> None:
    body = b'{"access_token": "abcdef123", "token_type": "Bearer", "deep": {"password" : "hunter22"}}'
    assert list(credentials.in_json_text(body)) == ["abcdef123", "hunter22"]


def test_a_very_large_body_is_not_searched() -> None:
    body = b'{"password": "hunter22"}' + b" " * 1_000_000
    assert list(credentials.in_json_text(body)) == []


def test_the_password_of_a_url_is_a_secret() -> None:
    assert list(credentials.in_url("http://ada:hunter22@a.test/x")) == ["hunter22"]


def test_a_url_without_a_password_has_none() -> None:
    assert list(credentials.in_url("http://ada@a.test/x")) == []


@pytest.mark.parametrize(
    "name",
    [
        "pass",
        "passwd",
        "passphrase",
        "mySecret",
        "id_token",
        "apikey",
        "Authorization",
        "credentials",
        "private-key",
        "session_id",
    ],
)
def test_every_telling_name_is_found_in_json_text(name: str) -> None:
    assert list(credentials.in_json_text(f'{{"{name}": "hunter22"}}'.encode())) == ["hunter22"]


def test_a_url_that_is_none_has_no_password() -> None:
    assert list(credentials.in_url("http://[::1/")) == []


def test_the_secret_parameters_of_a_url_are_found_decoded() -> None:
    assert list(credentials.in_url("http://a.test/x?page=2&api_key=a%20b&token=")) == ["a b"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ({"password": "one"}, ["one"]),
        ([("token", "two")], ["two"]),
        (b'{"password": "three-3"}', ["three-3"]),
        (' [{"password": "four-4"}]', ["four-4"]),
        ("user=ann&client_secret=a%2Fb", ["a/b"]),
        (b"password=" + b"x" * 1_000_000, []),
        (b"\xff\xfe", []),
        (None, []),
    ],
)
def test_secrets_are_found_in_what_is_sent(body: object, found: list[str]) -> None:
    assert list(credentials.in_body(body)) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (rb'{"password": "a\"b\/c\u00fc d"}', 'a"b/c\u00fc d'),
        (rb'{"password": "abcde\x41"}', r"abcde\x41"),
    ],
)
def test_a_secret_in_json_text_is_found_as_it_is_meant(body: bytes, found: str) -> None:
    assert list(credentials.in_json_text(body)) == [found]


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"password": "one", "page": "two"}, ["one"]),
        ([("token", (None, b"three", None, {})), ("page", ("a.txt", "four"))], ["three"]),
        (None, []),
    ],
)
def test_secrets_are_found_in_the_parts_of_a_multipart_body(parts: object, found: list[str]) -> None:
    assert list(credentials.in_parts(parts)) == found
