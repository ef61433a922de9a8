import time

import pytest

from SteadyAPI.engine.session.secrets_in_json import in_json_text


def test_secrets_are_found_in_json_text() -> None:
    body = b'{"access_token": "abcdef123", "token_type": "Bearer", "deep": {"password" : "hunter22"}}'
    assert sorted(in_json_text(body)) == ["abcdef123", "hunter22"]
    assert sorted(secret.name for secret in in_json_text(body)) == ["access_token", "password"]


@pytest.mark.parametrize("before", [0, 1_000_000, (1 << 20) - 12, (1 << 20) - 9, (1 << 20) - 2, 20_000_000])
def test_secrets_are_found_wherever_they_stand_in_a_large_body(before: int) -> None:
    body = b"[" + b" " * before + b'{"a_secret_token": "hunter22"}]'
    assert list(in_json_text(body)) == ["hunter22"]


def test_the_end_of_an_enormous_body_is_not_searched() -> None:
    body = b"[" + b" " * 51_000_000 + b'{"token": "hunter22"}]'
    assert list(in_json_text(body)) == []


def test_a_body_of_very_many_secrets_gives_the_first_ten_thousand() -> None:
    body = b",".join(b'{"token": "hunter%d"}' % number for number in range(11_000))
    found = list(in_json_text(body))
    assert len(found) == 10_000
    assert found[0] == "hunter0"


def test_a_secret_that_comes_again_is_found_once() -> None:
    assert list(in_json_text(b'{"token": "hunter22", "password": "hunter22"}')) == ["hunter22"]


@pytest.mark.parametrize(("length", "found"), [(5, 0), (6, 1), (4_097, 1), (100_000, 1), (100_001, 0)])
def test_secrets_are_found_up_to_a_hundred_thousand_characters(length: int, found: int) -> None:
    body = b'{"token": "' + "".join(f"{number:x}-" for number in range(40_000)).encode()[:length] + b'"}'
    assert len(list(in_json_text(body))) == found


def test_a_long_value_that_only_fills_is_no_secret() -> None:
    assert list(in_json_text(b'{"token": "' + b"xy" * 9_000 + b'"}')) == []


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
    assert list(in_json_text(body)) == []


@pytest.mark.parametrize(
    "piece", [b'{"token":"token":', b'"token" ', b"token", b'"', b'\\"', b'"token":"', b'"token":"\\"', b'{"key": 1, ']
)
def test_the_time_grows_with_the_length_of_a_body_only(piece: bytes) -> None:
    shorter, longer = piece * 20_000, piece * 80_000
    assert _seconds(longer) < 12 * _seconds(shorter) + 0.1


def _seconds(body: bytes) -> float:
    start = time.process_time()
    list(in_json_text(body))
    return time.process_time() - start


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
    assert list(in_json_text(f'{{"{name}": "hunter22"}}'.encode())) == ["hunter22"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (rb'{"password": "a\"b\/c\u00fc d"}', 'a"b/c\u00fc d'),
        (rb'{"password": "abcde\x41"}', r"abcde\x41"),
    ],
)
def test_a_secret_in_json_text_is_found_as_it_is_meant(body: bytes, found: str) -> None:
    assert list(in_json_text(body)) == [found]


@pytest.mark.parametrize(
    "body",
    [
        b'{"tokens": {"qa": "hunter22"}}',
        b'{"password": {"value": "hunter22", "type": "string"}}',
        b'{"credentials": [{"type": "pw", "value": "hunter22"}]}',
        b'{"tokens": ["hunter22"]}',
        b'{"user[password]": "hunter22"}',
        b'{"env": [{"name": "API_TOKEN", "value": "hunter22"}]}',
        b'{"env": [{"key": "api_key", "value": "hunter22"}]}',
        b'{"Authorization": "Splunk hunter22"}',
        b'{"Authorization": ["Splunk hunter22"]}',
        b'{"name": "Authorization", "value": "Splunk hunter22"}',
        b'{"env": [{"value": "hunter22", "key": "api_key"}]}',
        b'{"env": [{"value": "hunter22", "name": "API_TOKEN"}]}',
        b'{"env": [{"name": "API_TOKEN", "type": "str", "value": "hunter22"}]}',
    ],
)
def test_objects_lists_and_pairs_with_a_telling_name_are_looked_through(body: bytes) -> None:
    assert "hunter22" in list(in_json_text(body))


@pytest.mark.parametrize(
    "body",
    [
        b'{"tokens": {"qa": "short"}}',
        b'{"tokens": {"qa": ',
        b'{"names": {"qa": "hunter22"}}',
        b'{"name": "API_TOKEN", "type": "hunter22"}',
        b'{"name": "API_TOKEN", "value": "short"}',
        b'{"env": ["API_TOKEN", "hunter22"]}',
    ],
)
def test_what_belongs_to_no_telling_name_is_no_secret(body: bytes) -> None:
    assert list(in_json_text(body)) == []


def test_objects_that_are_no_json_are_given_up_in_the_end() -> None:
    broken = b'{"tokens": {"a": ' * 30
    assert list(in_json_text(broken + b'{"tokens": {"qa": "hunter22"}}')) == []
    assert list(in_json_text(broken + b'{"token": "hunter22"}')) == ["hunter22"]
