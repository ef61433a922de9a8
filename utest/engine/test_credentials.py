import pytest

from SteadyAPI.engine import credentials


@pytest.mark.parametrize("name", ["password", "Passwd", "client_secret", "X-Api-Key", "access_token", "sessionId"])
def test_a_telling_name_holds_a_secret(name: str) -> None:
    assert credentials.names_secret(name)


@pytest.mark.parametrize("name", ["name", "token_type", "passport", "key"])
def test_other_names_hold_none(name: str) -> None:
    assert not credentials.names_secret(name)


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        ({"Authorization": "Bearer abc.def"}, ["abc.def"]),
        ({"Proxy-Authorization": "Basic eHl6"}, ["eHl6"]),
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
