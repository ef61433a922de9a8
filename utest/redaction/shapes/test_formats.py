"""Vendors' formats: a token of each is found, and what begins alike is not."""

import random
import string
from uuid import UUID

import pytest

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.formats import VENDOR_FORMATS

RANDOM = random.Random(4711)


def token(start: str) -> str:
    """Returns what a vendor would give out: all bodies of the table accept hexadecimal, or letters of both cases."""
    if start == "hf_":
        return start + "".join(RANDOM.choices(string.ascii_letters, k=34)) + "Ab"
    if start == "xapp-":
        return f"{start}1-A0{RANDOM.randrange(10**9)}-{RANDOM.randrange(10**12)}-{RANDOM.randbytes(16).hex()}"
    if start in {"SG.", "PMAK-"}:
        joint = "." if start == "SG." else "-"
        return start + RANDOM.randbytes(12).hex() + joint + RANDOM.randbytes(17).hex()
    if start in {"amzn.mws.", "pat-"}:
        return f"{start}{'na1-' if start == 'pat-' else ''}{UUID(bytes=RANDOM.randbytes(16))}"
    body = "eyJ" + RANDOM.randbytes(20).hex() if start == "glc_" else RANDOM.randbytes(20).hex()
    if start in {"NRAK-", "AGE-SECRET-KEY-"}:
        return f"{start}1{body.upper()}{body.upper()}"
    return start + body if start in HEXADECIMAL else f"{start}{body[:20]}A1{body[20:]}"


HEXADECIMAL = {start for start, rest, _ in VENDOR_FORMATS if rest.startswith("[a-f")}


@pytest.mark.parametrize("start", [start for start, _, _ in VENDOR_FORMATS])
def test_a_token_of_each_vendor_is_masked(start: str) -> None:
    registry = SecretRegistry()
    assert registry.mask(f"it was {token(start)} then") == "it was [redacted] then"
    assert registry.mask(f"x{token(start)}") != "x[redacted]"


@pytest.mark.parametrize(("start", "source"), [(start, source) for start, _, source in VENDOR_FORMATS])
def test_each_format_says_who_describes_it(start: str, source: str) -> None:
    assert source.startswith("https://"), start


@pytest.mark.parametrize("start", [start for start, _, _ in VENDOR_FORMATS])
@pytest.mark.parametrize("rest", ["", "name", "a-b", "short_one", "value.of.it", "(x)", "{id}"])
def test_what_only_begins_like_a_token_stays(start: str, rest: str) -> None:
    text = f"the file {start}{rest} was read"
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "sk-learn-and-other-packages-with-long-names",
        "pip install xai-explainability-toolkit-for-models",
        "npm_config_registry=https://registry.example.com",
        "npm_package_config_node_gyp_OPTION_NAME",
        "https://tidelift.com/subscription/pkg/pypi-charset-normalizer?utm_source=pypi-charset-normalizer",
        "hf_transfer_enabled_for_all_downloads_here",
        "SG.example.com",
        "pul-request-4711",
        "tskey-auth",
        "key-value and key-0123",
        "secret_santa_of_the_whole_office",
        "pat-on-the-back",
        "dapiaries of dapi0123",
        "EAACH AND EVERY ONE",
        "gsk_pharma_products_list_of_today",
        "-----BEGIN PUBLIC KEY-----",
        "-----BEGIN PGP MESSAGE-----",
    ],
)
def test_innocent_look_alikes_stay(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize("token", ["dapi" + "0a1b2c3d" * 4, "EAACEdEose0cBA1234567890abcdefGHIJ"])
def test_tokens_whose_prefix_ends_in_a_letter_are_masked(token: str) -> None:
    assert SecretRegistry().mask(f"it was {token} then") == "it was [redacted] then"


def test_a_private_key_of_pgp_is_masked() -> None:
    text = "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQdGBGVx+abc/def=\n=AbCd\n-----END PGP PRIVATE KEY BLOCK-----"
    assert SecretRegistry().mask(text) == (
        "-----BEGIN PGP PRIVATE KEY BLOCK-----[redacted]-----END PGP PRIVATE KEY BLOCK-----"
    )
