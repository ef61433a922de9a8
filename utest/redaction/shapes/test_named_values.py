"""The secrets in a value that has a name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from pydantic import BaseModel

from SteadyAPI.redaction.shapes.named_values import named_secrets, named_texts, variable_names_secrets


@pytest.mark.parametrize(
    "name", ["password", "PASSWORDS", "api_token", "API TOKEN", "credentials", "clientSecret", "pass", "tokens[qa]"]
)
def test_a_name_tells(name: str) -> None:
    assert variable_names_secrets(name)


@pytest.mark.parametrize(
    "name", ["user", "token_url", "password_rules", "keys", "compass", "tokens[type]", "users[qa]"]
)
def test_a_name_does_not_tell(name: str) -> None:
    assert not variable_names_secrets(name)


@pytest.mark.parametrize(
    ("name", "value", "secrets"),
    [
        ("password", "hunter2!x", ["hunter2!x"]),
        ("user", "hunter2!x", []),
        ("session_cookies", ["127.0.0.1:8080", ".shop2.example.com", "fe80::1", "/api/v1", "21.10.2026"], []),
        (
            "session_cookies",
            {"x": "Wed, 21 Oct 2026 07:28:00 GMT", "y": "2026-10-21T07:28:00Z", "max-age": "3600000"},
            [],
        ),
        (
            "session_cookies",
            {"path": "Vx9kQ2mL", "expires": "Vx9kQ2mL", "sameSite": "Vx9kQ2mL", "db": "Vx9kQ2mL"},
            ["Vx9kQ2mL"],
        ),
        ("token", "/Vx9kQ2mL/x", ["/Vx9kQ2mL/x"]),
        ("password", "21.10.2026", ["21.10.2026"]),
        ("passwords", ["hunter2!x", ("hunter3!x",)], ["hunter2!x", "hunter3!x"]),
        ("users", ["ann", {"password": "hunter2!x"}], ["hunter2!x"]),
        ("login", {"name": "annabelle7", "password": "hunter2!x"}, ["hunter2!x"]),
        ("credentials", {"user": "annabelle7", "client_id": "shop-1", "qa": "hunter2!x"}, ["hunter2!x"]),
        ("password", 12345678, []),
        ("cookies", ["127.0.0.1", {"name": "sid", "domain": "shop.example.com"}, "sid=Vx9kQ2mL"], ["sid=Vx9kQ2mL"]),
        ("pin", "top-left", []),
        ("bearer", "Ann Smith", []),
        ("signature", "Kind regards, Ann", []),
        ("sid", "cookie-of-shop", ["cookie-of-shop"]),
        ("seed_phrase", "apple bird cat dog elk fox goat hen ibex", ["apple bird cat dog elk fox goat hen ibex"]),
        ("Authorization", "Splunk Vx9kQ2mL", ["Splunk Vx9kQ2mL", "Vx9kQ2mL"]),
        (
            "headers",
            {"authorization": ["Basic YW5uOmh1bnRlcjI="]},
            ["Basic YW5uOmh1bnRlcjI=", "YW5uOmh1bnRlcjI=", "hunter2"],
        ),
        ("HTTP_AUTHORIZATION", "required for admins", ["required for admins"]),
        ("password", "${PASSWORD}", []),
        ("passwords", ["invalid", "INVALID", "Invalid"], []),
        ("password", "correcthorsebattery", ["correcthorsebattery"]),
        ("password", "huntSafe", ["huntSafe"]),
        ("secret", "/no/such/place/7", ["/no/such/place/7"]),
        ("secret", "/" + "x" * 70_000, ["/" + "x" * 70_000]),
        ("secret", "/of\0zero77", ["/of\0zero77"]),
        ("secret", "x" * 200_000, []),
    ],
)
def test_secrets_of_a_named_value(name: str, value: object, secrets: list[str]) -> None:
    assert [text for _, text in named_secrets(name, value)] == secrets


def test_a_path_is_no_secret(tmp_path: Path) -> None:
    assert list(named_secrets("secrets", str(tmp_path))) == []


def test_the_path_of_a_file_that_is_missing_is_none_either(tmp_path: Path) -> None:
    assert list(named_secrets("credentials", str(tmp_path / "Team7-credentials.json"))) == []


@pytest.mark.parametrize("text", ["/Zk9QmT4v7x", "/Zk9Qm/T4v7xB2"])
def test_what_begins_like_a_path_is_a_secret_where_there_is_no_such_folder(text: str) -> None:
    assert [secret for _, secret in named_secrets("credentials", text)] == [text]


def test_a_list_that_holds_itself_comes_to_an_end() -> None:
    endless: list[Any] = ["hunter2!x"]
    endless.append(endless)
    assert ("passwords", "hunter2!x") in list(named_secrets("passwords", endless))


def test_a_very_long_list_is_looked_at_in_part() -> None:
    assert len(list(named_secrets("passwords", ["hunter2!x"] * 50_000))) < 20_000


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ({"name": "API_TOKEN", "value": "hunter2!x"}, [("API_TOKEN", "hunter2!x")]),
        ({"name": "plan", "value": "hunter2!x"}, []),
        ([("token", "hunter2!x"), ("plan", "hunter2!x")], [("token", "hunter2!x")]),
        ({"credentials": {"clientId": "shop-17x", "qa": "hunter2!x"}}, [("credentials", "hunter2!x")]),
        ("hunter2!x", []),
    ],
)
def test_texts_are_named_by_what_tells_of_them(value: object, found: list[tuple[str, str]]) -> None:
    assert list(named_texts("", value)) == found


@dataclass
class Account:
    password: str = "hunter2!x"


@dataclass(slots=True)
class Slotted:
    password: str = "hunter2!x"


class Model(BaseModel):
    password: str = "hunter2!x"


class Row(NamedTuple):
    user: str = "ann"
    password: str = "hunter2!x"


class Client:
    def __init__(self) -> None:
        self.password = "hunter2!x"


@pytest.mark.parametrize(
    ("value", "secrets"),
    [
        (Account(), ["hunter2!x"]),
        (Model(), ["hunter2!x"]),
        (Row(), ["hunter2!x"]),
        (SimpleNamespace(login=SimpleNamespace(password="hunter2!x")), ["hunter2!x"]),
        ([Account()], ["hunter2!x"]),
        (Slotted(), []),
        (Client(), []),
        (Account, []),
        ({"password": b"hunter2!x", "plan": b"premium-7"}, ["hunter2!x"]),
    ],
)
def test_records_and_bytes_are_read(value: object, secrets: list[str]) -> None:
    assert [text for _, text in named_secrets("configuration", value)] == secrets


class Lazy(Mapping[str, object]):
    def __getitem__(self, key: str) -> object:
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(["a"])

    def __len__(self) -> int:
        return 1


def test_what_fails_is_raised_after_all_else() -> None:
    found = named_texts("", [Lazy(), {"token": "hunter2!x"}])
    assert next(found) == ("token", "hunter2!x")
    with pytest.raises(KeyError):
        next(found)


def test_a_reference_in_quotes_is_no_secret() -> None:
    assert list(named_secrets("API_TOKEN", '"${API_TOKEN:?set it first}"')) == []
