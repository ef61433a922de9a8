"""Versions of images and packages that are called like a secret."""

import pytest

from SteadyAPI.redaction.shapes.documents.artifacts import is_artifact

DIGEST = "@sha256:" + "0a1b" * 16


@pytest.mark.parametrize(
    "value",
    [
        "2.4.1" + DIGEST,
        "1.2.3-alpine3.19",
        "main-4be1a07",
        "v2.4.1-rc1",
        "v1.2.3-rc.1",
        "1.0.0-SNAPSHOT",
        "sha-4be1a07",
        "jjwt:0.12.6",
        "jjwt-api:jar:0.12.6",
    ],
)
def test_a_version_is_no_secret(value: str) -> None:
    assert is_artifact(value, is_password=False)


def test_a_password_may_look_like_a_version() -> None:
    assert is_artifact("jar:2.4.1:compile", is_password=True)
    assert not is_artifact("v2.4.1-rc1", is_password=True)


@pytest.mark.parametrize(
    "value", ["v1.9fK2mQ7xL0pZr4Tn", "Kran7hof:v1.2.3", "9fK2mQ7xL0pZr4Tn", "2.4.1-Kran7hof", "sha-Kran"]
)
def test_other_values_are_none(value: str) -> None:
    assert not is_artifact(value, is_password=False)
