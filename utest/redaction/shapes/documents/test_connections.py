"""Connection strings with and without a secret."""

import pytest

from SteadyAPI.redaction.shapes.documents.connections import is_public_connection


@pytest.mark.parametrize(
    "value",
    [
        "Server=db",
        "Server=tcp:db.example.org,1433;Initial Catalog=shop;Encrypt=True;",
        "Data Source=shop.db; Version = 3",
        "DefaultEndpointsProtocol=https;AccountName=shop",
        "jdbc:postgresql://db:5432/shop?sslmode=require",
        "jdbc:oracle:thin:@//db:1521/shop",
        "mongodb+srv://cluster0.ab1cd.mongodb.net/shop?retryWrites=true&w=majority",
        "redis://db:6379/0",
    ],
)
def test_a_connection_without_a_secret(value: str) -> None:
    assert is_public_connection(value)


@pytest.mark.parametrize(
    "value",
    [
        "Server=db;Password=x",
        "Server=db;Pwd=x",
        "Server=db Password=x",
        "Server=db;Unknown=x",
        "AccountName=x;AccountKey=eA==",
        "mongodb://ann:x@db/shop",
        "redis://:x@db:6379/0",
        "https://db/shop?sig=x",
        "hunter2",
    ],
)
def test_what_may_hold_a_secret(value: str) -> None:
    assert not is_public_connection(value)
