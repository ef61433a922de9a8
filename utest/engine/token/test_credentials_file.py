import json
from pathlib import Path
from typing import Any

import pytest

from SteadyAPI.engine.token.credentials_file import credentials_at, key_text
from SteadyAPI.errors import UsageError


@pytest.mark.parametrize("place", ["env:QA", "env:qa_"])
def test_credentials_come_from_the_environment_by_their_names(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_CLIENT_ID", "qa")
    monkeypatch.setenv("QA_CLIENT_SECRET", "s3cret")
    monkeypatch.setenv("QA_OTHER", "x")
    assert credentials_at(place) == {"client_id": "qa", "client_secret": "s3cret"}


def test_an_environment_without_any_lists_the_names() -> None:
    with pytest.raises(UsageError, match=r"NOWHERE_CLIENT_ID and NOWHERE_CLIENT_SECRET, got none"):
        credentials_at("env:NOWHERE")


def test_credentials_come_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "qa.json"
    path.write_text(json.dumps({"username": "ada", "password": "pw"}))
    assert credentials_at(str(path)) == {"username": "ada", "password": "pw"}


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none.json can't be read: No such file"):
        credentials_at(str(tmp_path / "none.json"))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("user = hidden", "holds no JSON"),
        ('["hidden"]', "must hold a JSON object of texts"),
        ('{"password": {"hidden": 1}}', "must hold a JSON object of texts"),
        ('{"pasword": "hidden"}', "has pasword"),
        ("{}", "has nothing in it"),
    ],
)
def test_a_file_with_anything_else_is_refused_without_being_shown(tmp_path: Path, content: str, why: str) -> None:
    path = tmp_path / "qa.json"
    path.write_text(content)
    with pytest.raises(UsageError, match=why) as caught:
        credentials_at(str(path))
    assert "hidden" not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("text", ["-----BEGIN PRIVATE KEY-----\nabc", ' {"kty": "RSA"}'])
def test_the_text_of_a_key_is_taken_as_it_is(text: str) -> None:
    assert key_text(text) == text


def test_a_path_is_read(tmp_path: Path) -> None:
    (tmp_path / "client.pem").write_text("-----BEGIN")
    assert key_text(str(tmp_path / "client.pem")) == "-----BEGIN"


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.write_bytes(b"\xff\xfe")])
def test_a_file_that_can_not_be_read_is_refused_without_naming_it(tmp_path: Path, make: Any) -> None:
    path = tmp_path / "could-be-a-key"
    make(path)
    with pytest.raises(UsageError, match="it can't be read") as caught:
        key_text(str(path))
    assert "could-be-a-key" not in str(caught.value)
