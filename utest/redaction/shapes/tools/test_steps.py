"""Steps of Gherkin and of UI tests that send or type a secret, and steps about other headers and fields."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.tools.steps import STEPS

VALUE = "Kran7hof-blau9"


@pytest.mark.parametrize(
    "text",
    [
        'When I set the header "X-Api-Key" to "\0"',
        "When I set the header 'X-Auth-Token' with value '\0'",
        'And the "X-Api-Key" header to "\0"',
        'And the request has "X-Access-Key" header with "\0"',
        'I set the Authorization header to "\0"',
        'I set the Authorization request header value to "\0"',
        'Input text \0 into "Password"',
        "Input text '\0' into the password field",
        "Type '\0' into SecureTextField \"Password\"",
        "Type '\0' into SecureTextField",
        'Typed "\0" into the password field',
        'Types "\0" into my "API key"',
        "Enter text '\0' into the text field \"Passwort\"",
        "Entered '\0' for the PIN",
    ],
)
def test_only_the_secret_is_masked(text: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", VALUE)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        'I set the header "X-Request-Id" to "7f3a9c2e1b4d5f60"',
        'I set the header "Idempotency-Key" to "c78ece17-fb23-43e8-aa54-1dea3bf032dd"',
        'I set the "X-Sort-Key" header to "created_at2"',
        'I set the Authorization header to "invalid_token2"',
        'I set the Authorization header to "${TOKEN_2}"',
        'I set the Authorization header to "<token1>"',
        f'Input text {VALUE} into "Search"',
        f"Type '{VALUE}' into TextField \"Name\"",
        f"Type '{VALUE}' into \"Passport number\"",
        f"Type '{VALUE}' into the \"Token name\"",
        f'Typed "{VALUE}" as a password hint',
        "Type 'wrong password' into the password field",
        'Typed "required2" into the password field',
    ],
)
def test_another_step_stays(text: str) -> None:
    assert SecretRegistry().mask(text) == text


def test_an_entry_needs_a_text_and_has_a_secret() -> None:
    assert all(needs and "(?P<v>" in pattern for _, _, needs, pattern in STEPS)


@pytest.mark.parametrize(
    "head",
    [
        'header "',
        'header "X-Api-Key" to ',
        f'header "X-Api-Key" to "{VALUE}" ',
        'token header to "',
        "Input text ",
        f'Input text {VALUE} into "Password" ',
        "Type 'abcdefg1' into ",
        f'Typed "{VALUE}" into the password field ',
    ],
)
def test_time_grows_with_the_length_only(head: str) -> None:
    assert grows_with_the_length_only(head)
