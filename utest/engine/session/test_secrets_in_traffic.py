import time

import pytest

from SteadyAPI.engine.session import secrets_in_traffic


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
    assert list(secrets_in_traffic.in_headers(headers)) == found


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
    assert list(secrets_in_traffic.in_fields(fields)) == found


def test_secrets_are_found_in_json_text() -> None:
    body = b'{"access_token": "abcdef123", "token_type": "Bearer", "deep": {"password" : "hunter22"}}'
    assert sorted(secrets_in_traffic.in_json_text(body)) == ["abcdef123", "hunter22"]


@pytest.mark.parametrize("before", [0, 1_000_000, (1 << 20) - 12, (1 << 20) - 9, (1 << 20) - 2, 20_000_000])
def test_secrets_are_found_wherever_they_stand_in_a_large_body(before: int) -> None:
    body = b"[" + b" " * before + b'{"a_secret_token": "hunter22"}]'
    assert list(secrets_in_traffic.in_json_text(body)) == ["hunter22"]


def test_the_end_of_an_enormous_body_is_not_searched() -> None:
    body = b"[" + b" " * 51_000_000 + b'{"token": "hunter22"}]'
    assert list(secrets_in_traffic.in_json_text(body)) == []


def test_a_body_of_very_many_secrets_gives_the_first_ten_thousand() -> None:
    body = b",".join(b'{"token": "hunter%d"}' % number for number in range(11_000))
    found = list(secrets_in_traffic.in_json_text(body))
    assert len(found) == 10_000
    assert found[0] == "hunter0"


def test_a_secret_that_comes_again_is_found_once() -> None:
    assert list(secrets_in_traffic.in_json_text(b'{"token": "hunter22", "password": "hunter22"}')) == ["hunter22"]


@pytest.mark.parametrize(("length", "found"), [(5, 0), (6, 1), (4_097, 1), (100_000, 1), (100_001, 0)])
def test_secrets_are_found_up_to_a_hundred_thousand_characters(length: int, found: int) -> None:
    body = b'{"token": "' + "".join(f"{number:x}-" for number in range(40_000)).encode()[:length] + b'"}'
    assert len(list(secrets_in_traffic.in_json_text(body))) == found


def test_a_long_value_that_only_fills_is_no_secret() -> None:
    assert list(secrets_in_traffic.in_json_text(b'{"token": "' + b"xy" * 9_000 + b'"}')) == []


@pytest.mark.parametrize(
    "body",
    [
        b'{"token',
        b'{"token"',
        b'{"token": ',
        b'{"token": "hunter22',
        b'{"token": "hunter22\\',
        b'{token": "hunter22"}',
        b'{"to the token": "hunter22"}',
        b'{"token_type": "hunter22"}',
        b'{"a": "the token is hunter22"}',
        b'{"token' + b"s" * 50 + b'": "hunter22"}',
    ],
)
def test_what_is_no_field_with_a_telling_name_has_no_secret(body: bytes) -> None:
    assert list(secrets_in_traffic.in_json_text(body)) == []


@pytest.mark.parametrize(
    "piece", [b'{"token":"token":', b'"token" ', b"token", b'"', b'\\"', b'"token":"', b'"token":"\\"', b'{"key": 1, ']
)
def test_the_time_grows_with_the_length_of_a_body_only(piece: bytes) -> None:
    shorter, longer = piece * 20_000, piece * 80_000
    assert _seconds(longer) < 12 * _seconds(shorter) + 0.1


def _seconds(body: bytes) -> float:
    start = time.process_time()
    list(secrets_in_traffic.in_json_text(body))
    return time.process_time() - start


def test_the_password_of_a_url_is_a_secret() -> None:
    assert list(secrets_in_traffic.in_url("http://ada:hunter22@a.test/x")) == ["hunter22"]


def test_a_url_without_a_password_has_none() -> None:
    assert list(secrets_in_traffic.in_url("http://ada@a.test/x")) == []


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
    assert list(secrets_in_traffic.in_json_text(f'{{"{name}": "hunter22"}}'.encode())) == ["hunter22"]


def test_a_url_that_is_none_has_no_password() -> None:
    assert list(secrets_in_traffic.in_url("http://[::1/?q=1")) == []


def test_the_secret_parameters_of_a_url_are_found_decoded() -> None:
    assert list(secrets_in_traffic.in_url("http://a.test/x?page=2&api_key=a%20b&token=")) == ["a b"]


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
    assert list(secrets_in_traffic.in_body(body)) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (rb'{"password": "a\"b\/c\u00fc d"}', 'a"b/c\u00fc d'),
        (rb'{"password": "abcde\x41"}', r"abcde\x41"),
    ],
)
def test_a_secret_in_json_text_is_found_as_it_is_meant(body: bytes, found: str) -> None:
    assert list(secrets_in_traffic.in_json_text(body)) == [found]


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"password": "one", "page": "two"}, ["one"]),
        ([("token", (None, b"three", None, {})), ("page", ("a.txt", "four"))], ["three"]),
        (None, []),
    ],
)
def test_secrets_are_found_in_the_parts_of_a_multipart_body(parts: object, found: list[str]) -> None:
    assert list(secrets_in_traffic.in_parts(parts)) == found
