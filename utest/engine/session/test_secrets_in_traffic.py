from collections.abc import Iterable

import pytest

from SteadyAPI.engine.request.body import ChunkedBody
from SteadyAPI.engine.request.multipart import multipart_body
from SteadyAPI.engine.session import secrets_in_traffic


def values(found: Iterable[tuple[str, str]]) -> list[str]:
    return [value for _, value in found]


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        ({"Authorization": "Bearer abc.def"}, ["abc.def"]),
        ({"Proxy-Authorization": "Basic eDp6"}, ["eDp6", "z"]),
        ({"Authorization": "Basic eHk6aHVudGVyMg=="}, ["eHk6aHVudGVyMg==", "hunter2"]),
        ({"Authorization": "Basic a"}, ["a"]),
        ({"Authorization": "Basic zü"}, ["zü"]),
        ({"Cookie": "session=first; lang=english; c=; x=Kd82jfLq01mZ"}, ["first", "Kd82jfLq01mZ"]),
        ({"Set-Cookie": "sid=one; Path=/, lang=english; HttpOnly"}, ["one"]),
        ({"X-Api-Key": "key-1"}, ["key-1"]),
        ({"X-Api-Key": b"key-2"}, ["key-2"]),
        ({"Accept": "text/plain"}, []),
    ],
)
def test_secrets_are_found_in_headers(headers: dict[str, str], found: list[str]) -> None:
    assert values(secrets_in_traffic.in_headers(headers)) == found


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"password": "one", "name": "ada"}, ["one"]),
        ([("token", "two"), ("x", "y")], ["two"]),
        ({"user": {"secrets": ["a"], "client_secret": "three"}}, ["three", "a"]),
        ([{"api_key": "four"}], ["four"]),
        ({"password": {"secret": "five"}}, ["five"]),
        ("password=six", []),
        (None, []),
    ],
)
def test_secrets_are_found_in_fields_at_any_depth(fields: object, found: list[str]) -> None:
    assert values(secrets_in_traffic.in_fields(fields)) == found


def test_the_password_of_a_url_is_a_secret() -> None:
    assert values(secrets_in_traffic.in_url("http://ada:hunter22@a.test/x")) == ["hunter22"]


def test_a_url_without_a_password_has_none() -> None:
    assert values(secrets_in_traffic.in_url("http://ada@a.test/x")) == []


def test_a_url_that_is_none_has_no_password() -> None:
    assert values(secrets_in_traffic.in_url("http://[::1/?q=1")) == []


def test_the_secret_parameters_of_a_url_are_found_decoded() -> None:
    assert values(secrets_in_traffic.in_url("http://a.test/x?page=2&api_key=a%20b&token=")) == ["a b"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ({"password": "one"}, ["one"]),
        ([("token", "two")], ["two"]),
        (b'{"password": "three-3"}', ["three-3"]),
        (' [{"password": "four-4"}]', ["four-4"]),
        ("user=ann&client_secret=a%2Fb", ["a/b"]),
        ("Login With Token    token=${TOKEN}    password=${EMPTY}", []),
        (b"password=" + b"x" * 1_000_000, []),
        (b"\xff\xfe", []),
        (b"<e:Envelope><w:Password Type='x'>one&amp;2</w:Password><user>annabelle</user></e:Envelope>", ["one&2"]),
        (b"<password>", []),
        (None, []),
        (ChunkedBody(b'{"password": "one-secret-1"}'), ["one-secret-1"]),
        (
            b"--x\r\nContent-Disposition: form-data; name=tokens[qa]\r\n\r\none-secret-1\r\n--x--",
            ["one-secret-1"],
        ),
        (
            multipart_body({"password": "one-secret-1", "f": b"\xff", "token": ("n", "two-secret-2")}, None, None)[0],
            ["one-secret-1", "two-secret-2"],
        ),
        (b'--\r\nContent-Disposition: form-data; name="password"', []),
    ],
)
def test_secrets_are_found_in_what_is_sent(body: object, found: list[str]) -> None:
    assert values(secrets_in_traffic.in_body(body)) == found


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"password": "one", "page": "two"}, ["one"]),
        ([("token", (None, b"three", None, {})), ("page", ("a.txt", "four"))], ["three"]),
        (None, []),
    ],
)
def test_secrets_are_found_in_the_parts_of_a_multipart_body(parts: object, found: list[str]) -> None:
    assert values(secrets_in_traffic.in_parts(parts)) == found


@pytest.mark.parametrize(
    ("body", "content_type", "found"),
    [
        (b'{"access_token": "one-secret-1"}', "application/json", ["one-secret-1"]),
        (b"access_token=one%2B1&scope=x", "application/x-www-form-urlencoded; charset=utf-8", ["one+1"]),
        (b"access_token=one%2B1&scope=x", "text/plain", []),
        (b"\n<r><sessionToken>one-secret-1</sessionToken></r>", "text/xml", ["one-secret-1"]),
    ],
)
def test_secrets_are_found_in_what_comes(body: bytes, content_type: str, found: list[str]) -> None:
    assert values(secrets_in_traffic.in_response_body(body, content_type)) == found


def test_an_authorization_code_in_a_url_is_a_secret() -> None:
    assert values(secrets_in_traffic.in_url("http://a.test/x?code=Vx9kQ2mLp7TzVx9k&state=a")) == ["Vx9kQ2mLp7TzVx9k"]
    assert values(secrets_in_traffic.in_url("http://a.test/x?code=4711")) == []


def test_cookies_that_are_given_by_name_are_secrets_by_name_or_look() -> None:
    found = list(secrets_in_traffic.in_cookies({"sid": "one", "lang": "english", "x": "Kd82jfLq01mZ"}))
    assert found == [("sid", "one"), ("x", "Kd82jfLq01mZ")]
    assert list(secrets_in_traffic.in_cookies(None)) == []


def test_a_digest_shows_the_whole_header_and_what_a_password_is_guessed_with() -> None:
    header = 'Digest username="ada", realm="r", nonce="dcd98b7102dd2f0e", uri="/", qop=auth, nc=1, cnonce=0a4f113b1c'
    found = list(secrets_in_traffic.in_headers({"Authorization": header}))
    assert found == [
        ("Authorization", header.partition(" ")[2]),
        ("Authorization", "dcd98b7102dd2f0e"),
        ("Authorization", "0a4f113b1c"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        '{"password": "k47bx"}',
        '{"credentials": {"password": "k47bx"}}',
        '{"x": {"name": "password", "value": "k47bx"}}',
        "<login><password>k47bx</password></login>",
    ],
)
def test_short_values_are_found_in_what_is_sent_and_not_in_what_comes(body: str) -> None:
    assert list(secrets_in_traffic.in_body(body)) == [("password", "k47bx")]
    assert list(secrets_in_traffic.in_response_body(body.encode(), "")) == []


@pytest.mark.parametrize("body", ['{"password": ""}', "<password></password>", '{"tokens": {"a": ""}}'])
def test_an_empty_value_is_none(body: str) -> None:
    assert list(secrets_in_traffic.in_body(body)) == []
