"""Secrets in English sentences that say with several words what they are for, and sentences that sound alike."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.registry import SecretRegistry

VALUE = "Kran7hof-blau9"


@pytest.mark.parametrize(
    "text",
    [
        "The password for the shop app is \0",
        'The password for the shop app is now: "\0".',
        "The passphrase of the key on the build server was \0, sorry",
        "The API key of the staging system is \0",
        "the access key to the lab is \0",
        "The shared secret between both services is \0",
        "The Wi-Fi key in the lab is \0",
        "The token from the old gateway was \0",
    ],
)
def test_only_the_secret_is_masked(text: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", VALUE)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "The password for the shop app is required since v2.1",
        "The password for the admin account is at-least-8-chars",
        "The token for the shop app is RS256-signed",
        "The secret of the staging system is base64-encoded",
        "The shared secret between both services is AES-256",
        "The key for the entry in the map is Kran7hof-blau9",
        "The token for the shop is new. The order of today is Kran7hof-blau9",
        "The password for the test user was changed on 2026-11-28T10:00:00Z",
    ],
)
def test_prose_stays(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize(
    "head", ["password for ", "password for a b c d e ", "API key of the ", f"The password for the app is {VALUE} "]
)
def test_time_grows_with_the_length_only(head: str) -> None:
    assert grows_with_the_length_only(head)
