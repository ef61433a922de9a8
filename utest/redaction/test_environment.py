"""Secrets known before a run begins."""

from pathlib import Path

import pytest

from SteadyAPI.redaction.environment import (
    environment_names_a_secret,
    environment_secrets,
    file_secrets,
)


@pytest.mark.parametrize(
    "name",
    [
        "SSHPASS",
        "APP_SMTPPASS",
        "REDISCLI_AUTH",
        "DB_PASSWORD",
        "GITHUB_TOKEN",
        "api_key",
        "AWS_SECRET_ACCESS_KEY",
        "MY_PAT",
        "PASS",
        "PGPASSWORD",
        "SENTRY_DSN",
    ],
)
def test_a_telling_name_tells(name: str) -> None:
    assert environment_names_a_secret(name)


@pytest.mark.parametrize(
    "name",
    [
        "PWD",
        "OLDPWD",
        "HOME",
        "TOKEN_URL",
        "PASSWORD_FILE",
        "SSH_AUTH_SOCK",
        "KEYBOARD",
        "TOKEN_MODE",
        "PATH",
        "REQUIRE_AUTH",
    ],
)
def test_a_harmless_name_does_not(name: str) -> None:
    assert not environment_names_a_secret(name)


def test_values_of_telling_names_are_secrets() -> None:
    found = environment_secrets({"DB_PASSWORD": "x", "HOME": "/home/ann"})
    assert list(found) == [("DB_PASSWORD", "x")]


def test_passwords_in_urls_are_secrets() -> None:
    assert list(environment_secrets({"DATABASE": "pg://ann:hunter2@db/x"})) == [("DATABASE", "hunter2")]


def test_a_path_that_exists_is_no_secret(tmp_path: Path) -> None:
    assert list(environment_secrets({"TOKEN": str(tmp_path)})) == []


@pytest.mark.parametrize("token", ["/" + "a1" * 3000, "/a\0b"])
def test_a_token_that_begins_like_a_path_and_can_be_none_is_a_secret(token: str) -> None:
    assert list(environment_secrets({"TOKEN": token})) == [("TOKEN", token)]


def test_every_line_of_a_file_is_a_secret(tmp_path: Path) -> None:
    path = tmp_path / "secrets.txt"
    path.write_text("one 1\n\n  two=2 \n", encoding="utf-8")
    assert list(file_secrets(path)) == [("secrets.txt:1", "one 1"), ("secrets.txt:3", "two=2")]


def test_every_string_of_a_json_file_is_a_secret(tmp_path: Path) -> None:
    path = tmp_path / "secrets.json"
    path.write_text('{"a": "one", "b": ["two", 3, {"c": "four"}]}', encoding="utf-8")
    assert [value for _, value in file_secrets(path)] == ["one", "two", "four"]


def test_a_json_file_that_is_none_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "secrets.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match="Expecting"):
        list(file_secrets(path))


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ('{"clientId": "x", "clientSecret": "Kd82jfLq01mZ"}', ["Kd82jfLq01mZ"]),
        ("ada:Kd82jfLq01mZ", ["Kd82jfLq01mZ"]),
        ("ada:k47bx", ["k47bx"]),
        ("plain", []),
    ],
)
def test_what_is_known_at_the_start_is_taken_apart(value: str, parts: list[str]) -> None:
    assert [part for _, part in environment_secrets({"SHOP_CREDENTIALS": value})] == [value, *parts]


def test_values_without_a_telling_name_are_taken_apart_by_the_names_in_them() -> None:
    found = environment_secrets({"DATABASE": "Server=h;Password=Kd82jfLq01mZ", "NAME": "ada:Kd82jfLq01mZ"})
    assert list(found) == [("DATABASE", "Kd82jfLq01mZ")]


def test_a_byte_order_mark_is_no_part_of_a_secret(tmp_path: Path) -> None:
    path = tmp_path / "secrets.txt"
    path.write_bytes(b"\xef\xbb\xbfKd82jfLq01mZ\r\nNAME=hunter2!x\r\n")
    assert [value for _, value in file_secrets(path)] == ["Kd82jfLq01mZ", "NAME=hunter2!x", "hunter2!x"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
@pytest.mark.parametrize(("name", "text"), [("s.txt", "Kd82jfLq01mZ\r\n"), ("s.json", '["Kd82jfLq01mZ"]')])
def test_a_file_that_windows_wrote_is_read(tmp_path: Path, name: str, text: str, encoding: str) -> None:
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    assert [value for _, value in file_secrets(path)] == ["Kd82jfLq01mZ"]


def test_the_lines_in_utf_8_are_known_before_the_error_tells_of_another(tmp_path: Path) -> None:
    path = tmp_path / "secrets.txt"
    path.write_bytes(b"Kd82jfLq01mZ\nGr\xfc\xdfe-4711\nhunter2!x\n")
    found = file_secrets(path)
    assert [next(found)[1], next(found)[1]] == ["Kd82jfLq01mZ", "hunter2!x"]
    with pytest.raises(UnicodeDecodeError):
        next(found)
