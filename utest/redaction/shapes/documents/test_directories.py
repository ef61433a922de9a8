"""Secrets in base64 in the attributes of a directory."""

from base64 import b64encode

import pytest

from SteadyAPI.redaction.registry import SecretRegistry

VALUES = ("OHRMcFd6UTA3", b64encode('"hunter2"'.encode("utf-16-le")).decode(), "e1NTSEF9YWJjZGVmZ2hpams=")


def masked(text: str) -> str:
    return SecretRegistry().mask(text)


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("name", ["userPassword", "unicodePwd", "clientSecret", "userPassword;binary"])
def test_an_encoded_secret_is_masked(name: str, value: str) -> None:
    assert masked(f"dn: cn=a\n{name}:: {value}\ncn: b\n") == f"dn: cn=a\n{name}:: [redacted]\ncn: b\n"
    assert value not in masked(repr(f"{name}:: {value}\n"))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_wrapped_secret_is_masked(end: str) -> None:
    assert masked(f"userPassword:: OHRMcFd6{end} UTA3{end}cn: b") == f"userPassword:: [redacted]{end}cn: b"


@pytest.mark.parametrize(
    "text",
    [
        "password:: required",
        "password:: The password of the user",
        "std::token::parse",
        "`Password::Hash`",
        "cn:: OHRMcFd6UTA3",
        "jpegPhoto:: OHRMcFd6UTA3",
        "nextToken:: OHRMcFd6UTA3",
        "token:: w6Q=",
    ],
)
def test_other_attributes_stay(text: str) -> None:
    assert masked(text) == text


def test_what_is_allowed_stays() -> None:
    registry = SecretRegistry()
    registry.allow("userPassword")
    assert registry.mask("userPassword:: OHRMcFd6UTA3") == "userPassword:: OHRMcFd6UTA3"
