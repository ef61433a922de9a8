"""Values that validators refuse."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.registry import SecretRegistry

VALUE = "Kran7hof-blau9"


def masked(text: str) -> str:
    return SecretRegistry().mask(text)


@pytest.mark.parametrize(
    "text",
    [
        "Field error in object 'user' on field 'password': rejected value [\0]; codes [Size]",
        '{"field":"password","rejectedValue":"\0"}',
        '{"rejectedValue":"\0","field":"password"}',
        "propertyPath=password, rootBeanClass=class a.B, invalidValue=\0",
        "invalidValue=\0, propertyPath=password",
        '[{"field":"token","rejectedValue":"\0"},{"field":"password","rejectedValue":"\0"}]',
        "Invalid value '\0' for field 'password'",
        'value "\0" of the parameter "db_password" is invalid',
        "On instance['password']:\n    '\0'",
        "'\0' is too short\n\nOn instance['password']:\n    '\0'",
        '{"value":"\0","msg":"Invalid value","path":"password"}',
        "'\0' is not a valid password.",
        "'\0' is an invalid access token for ann",
        "\0 is not a valid API key",
    ],
)
def test_the_value_of_a_secret_is_masked(text: str) -> None:
    assert masked(text.replace("\0", VALUE)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "on field 'mail': rejected value [Kran7hof-blau9], not 'password', token",
        '{"rejectedValue":"Kran7hof-blau9","field":"name"},{"field":"password"}',
        '{"field":"password","rejectedValue":"required"}',
        "Invalid value 'Kran7hof-blau9' for field 'name' beside 'password'",
        "the value 'login' of 'token'",
        "Invalid value 'required' for field 'password'",
        "instance['password']:\n    'required'\nOn instance['name']",
        "'required' is not a valid password",
        "'my-db-secret2' is not a valid secret name",
        "'user_name2' is not a valid token",
    ],
)
def test_other_values_stay(text: str) -> None:
    assert masked(text) == text


def test_what_is_allowed_stays() -> None:
    registry = SecretRegistry()
    registry.allow("password")
    text = f'{{"field":"password","rejectedValue":"{VALUE}"}}'
    assert registry.mask(text) == text
    other = '{{"field":"token","rejectedValue":"{}"}}'
    assert registry.mask(f"{text} {other.format(VALUE)}") == f"{text} {other.format('[redacted]')}"


@pytest.mark.parametrize(
    "head",
    [
        '{"field":"password",',
        '"rejectedValue":"x","field":"password",',
        "rejectedValue,propertyPath=password, ",
        "'x1 is not a valid password ",
    ],
)
def test_the_time_is_linear(head: str) -> None:
    assert grows_with_the_length_only(head)
