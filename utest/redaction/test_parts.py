"""The secrets within a value that is known."""

from base64 import b64encode

import pytest

from SteadyAPI.redaction.parts import parts_of
from SteadyAPI.redaction.registry import SecretRegistry

PASSWORD = "Zk29dkwLpq0xyzQ7aB3c"
LOGIN = b64encode(f"ada:{PASSWORD}".encode()).decode()


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ('{"clientId": "x", "clientSecret": "Kd82jfLq01mZ"}', ["Kd82jfLq01mZ"]),
        ('["Kd82jfLq01mZ"]', ["Kd82jfLq01mZ"]),
        ('{"clientSecret": ', []),
        ("Server=h;User Id=sa;Password=Kd82jfLq01mZ;", ["Kd82jfLq01mZ"]),
        ("ada:Kd82jfLq01mZ", ["Kd82jfLq01mZ"]),
        ("export A=1\nexport B='Kd82jfLq01mZ'", ["Kd82jfLq01mZ"]),
        ("plain", []),
        ("Kd82jfLq01mZ==", []),
        ("ada:short", []),
        ("ada:invalid_password", []),
        ("ada:${PASSWORD}", []),
        ("localhost:8080", []),
        ("LEVEL=3", []),
        ("SHOP_PASSWORD=k47bx", ["k47bx"]),
        ("ada:k47bx", ["k47bx"]),
        (LOGIN, [PASSWORD]),
        ("Kd82jfLq01mZKd82jfLq01mZ", []),
        (b64encode(b"no colon in this text").decode(), []),
        ("jdbc:derby:shop", []),
    ],
)
def test_a_value_with_a_telling_name_is_taken_apart(value: str, parts: list[str]) -> None:
    assert list(parts_of(value, "credentials")) == parts


@pytest.mark.parametrize(
    "value",
    [
        f"Basic {LOGIN}",
        f"basic  {LOGIN}",
        f"Authorization: Basic {LOGIN}",
        f"jdbc:mysql://db/x?user=ada&password={PASSWORD}&useSSL=false",
        f"jdbc:sqlserver://db:1433;databaseName=x;user=ada;password={PASSWORD};encrypt=true",
        f"jdbc:oracle:thin:ada/{PASSWORD}@db:1521:x",
        f"mongodb://ada:{PASSWORD}@db/x",
        f"https://shop.example.com/feed?page_token=2026-11&access_token={PASSWORD}#top",
        f"DefaultEndpointsProtocol=https;AccountName=acc;AccountKey={PASSWORD};EndpointSuffix=core.windows.net",
        f"Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=root-eu-1;SharedAccessKey={PASSWORD}",
        f"BlobEndpoint=https://acc.blob.core.windows.net;SharedAccessSignature={PASSWORD}",
        f"InstrumentationKey={PASSWORD};IngestionEndpoint=https://eu.example.com/",
        f"Driver={{ODBC Driver 18}};Server=db;Uid=ada;Pwd={{{PASSWORD}}}",
        f'Server=db;User Id=ada;Password="{PASSWORD}"',
        f"host=db.shop.example.com port=5432 user=ada password={PASSWORD} dbname=shop",
        f"host=db1 password='{PASSWORD}'",
    ],
)
def test_the_password_in_credentials_and_addresses_is_a_secret_of_its_own(value: str) -> None:
    assert list(parts_of(value, "")) == [PASSWORD]
    registry = SecretRegistry()
    registry.learn("AUTH_TOKEN", value)
    assert registry.mask(f"it is {PASSWORD}.") == "it is [redacted]."


def test_the_credentials_of_docker_are_taken_apart() -> None:
    config = f'{{"auths": {{"registry.io": {{"auth": "{LOGIN}"}}, "other.io": {{}}, "third.io": null}}}}'
    assert list(parts_of(config, "")) == [LOGIN, PASSWORD]
    assert list(parts_of('{"auths": []}', "")) == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (
            "DefaultEndpointsProtocol=https;AccountName=acc;AccountKey=abcdefgh12345678Q==",
            "DefaultEndpointsProtocol is a setting, AccountName another",
        ),
        (
            "HostName=shophub.net;DeviceId=device-eu-17;SharedAccessKey=abcdefgh12345679Q=",
            "HostName=shophub.net; device-eu-17 is a device, SharedAccessKey its key",
        ),
        ("Server=Db17.Shop.example.com;Integrated Security=true", "Server=Db17.Shop.example.com is up"),
        ("host=Db17.Shop.example.com user=Reader17 dbname=shop", "host=Db17.Shop.example.com is up"),
        ("InstrumentationKey=abcdefgh12345679Q;IngestionEndpoint=https://x/", "InstrumentationKey is missing"),
        ("https://shop.example.com/feed?session_timeout=300seconds&token={token}", "wait 300seconds for {token}"),
    ],
)
def test_names_hosts_and_users_in_a_connection_string_stay(value: str, text: str) -> None:
    registry = SecretRegistry()
    registry.register(value)
    assert registry.mask(text) == text
    assert registry.mask(f"it is {value}") != f"it is {value}"


def test_a_part_can_be_shown_again() -> None:
    registry = SecretRegistry()
    registry.register(f"Basic {LOGIN}")
    assert registry.unregister(PASSWORD)
    assert registry.mask(f"it is {PASSWORD}.") == f"it is {PASSWORD}."


@pytest.mark.parametrize(
    "value", ["a;b=c;pwd=k7", "Server=h1;Password=12345678;x=y17", "jdbc:x://h/?user=b&password=admin123"]
)
def test_a_part_that_stands_in_innocent_text_is_not_masked(value: str) -> None:
    registry = SecretRegistry()
    registry.register(value)
    assert registry.mask("k7, 12345678 and admin123") == "k7, 12345678 and admin123"


def test_a_short_value_in_an_address_is_told_only_as_a_password() -> None:
    assert list(parts_of("https://shop.example.com/x?sid=12&password=k47bx", "")) == ["k47bx"]
