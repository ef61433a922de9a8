"""Vendors' formats: a token of each is found, and what begins alike is not."""

import random
import string
from uuid import UUID

import pytest

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.formats import KEY_FORMATS, VENDOR_FORMATS

RANDOM = random.Random(4711)


def token(start: str) -> str:
    """Returns what a vendor would give out: most bodies of the table accept hexadecimal, or letters of both cases."""
    if start in OTHERS:
        return start + OTHERS[start]
    body = RANDOM.randbytes(20).hex()
    return start + body if start in HEXADECIMAL else f"{start}{body[:20]}A1{body[20:]}"


OTHERS = {
    "hf_": "".join(RANDOM.choices(string.ascii_letters, k=34)) + "Ab",
    "xapp-": f"1-A0{RANDOM.randrange(10**9)}-{RANDOM.randrange(10**12)}-{RANDOM.randbytes(16).hex()}",
    "SG.": RANDOM.randbytes(12).hex() + "." + RANDOM.randbytes(17).hex(),
    "PMAK-": RANDOM.randbytes(12).hex() + "-" + RANDOM.randbytes(17).hex(),
    "amzn.mws.": str(UUID(int=RANDOM.getrandbits(128))),
    "pat-": f"na1-{UUID(int=RANDOM.getrandbits(128))}",
    "glc_": "eyJ" + RANDOM.randbytes(20).hex(),
    "NRAK-": "1" + RANDOM.randbytes(20).hex().upper(),
    "AGE-SECRET-KEY-": "1" + RANDOM.randbytes(30).hex().upper(),
    **{f"access-{kind}-": str(UUID(int=RANDOM.getrandbits(128))) for kind in ("sandbox", "development", "production")},
    **{f"rzp_{kind}_": "".join(RANDOM.choices(string.ascii_letters, k=14)) for kind in ("live", "test")},
    **{start: "".join(RANDOM.choices(string.ascii_letters, k=36)) for start in ("pnu_", "pnb_")},
    **{f"lsv2_{kind}_": f"{RANDOM.randbytes(16).hex()}_{RANDOM.randbytes(5).hex()}" for kind in ("pt", "sk")},
    "re_": "Ab1" + RANDOM.randbytes(3).hex()[:5] + "_" + RANDOM.randbytes(12).hex(),
    "FLWSECK-": RANDOM.randbytes(16).hex() + "-X",
    "access_token$production$": RANDOM.randbytes(8).hex() + "$" + RANDOM.randbytes(16).hex(),
    "rdme_": RANDOM.randbytes(35).hex(),
    "CLOJARS_": RANDOM.randbytes(30).hex(),
    "dt0c01.": RANDOM.randbytes(12).hex().upper() + "." + RANDOM.randbytes(32).hex().upper(),
}
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


@pytest.mark.parametrize(
    "token",
    [
        "dapi" + "0a1b2c3d" * 4,
        "EAACEdEose0cBA1234567890abcdefGHIJ",
        "AKCp8" + "aB3d" * 17,
        "cmVmdGtuOj" + "aB3d" * 13,
        "ABSK" + "aB3/" * 30 + "=",
        "EZAK" + "aB3d5f" * 9,
        "EZTK" + "aB3d5f" * 9,
        "LTAI5t" + "aB3d" * 4,
        "oy2" + "ab3" * 14 + "d",
        "aB3" + "8Q~" + "aB3d." * 6 + "aB3d",
        "aB3d5f7hK9mN1p" + ".atlasv1." + "aB3d" * 16,
    ],
)
def test_tokens_whose_prefix_ends_in_a_letter_are_masked(token: str) -> None:
    assert SecretRegistry().mask(f"it was {token} then") == "it was [redacted] then"


def test_a_private_key_of_pgp_is_masked() -> None:
    text = "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQdGBGVx+abc/def=\n=AbCd\n-----END PGP PRIVATE KEY BLOCK-----"
    assert SecretRegistry().mask(text) == (
        "-----BEGIN PGP PRIVATE KEY BLOCK-----[redacted]-----END PGP PRIVATE KEY BLOCK-----"
    )


SALT, DIGEST = "w5frUo9K", "Blu2maVQzhdhJCsl8br35Z"


@pytest.mark.parametrize(
    "hashed",
    [
        f"$apr1${SALT}${DIGEST}",
        f"$1${SALT}${DIGEST}",
        f"$2y$10${DIGEST}{DIGEST}./abcdefg",
        f"$5${SALT}${DIGEST}abcdefghijklmnopqrstu",
        f"$6$rounds=5000${SALT}${DIGEST * 3}",
        f"$y$j9T${SALT}${DIGEST}abcdefghijklmnopqrstu",
        f"$argon2id$v=19$m=65536,t=3,p=4${SALT}${DIGEST}",
        f"$P$B{SALT}{DIGEST}",
        f"pbkdf2_sha256$260000${SALT}${DIGEST}=",
        f"$pbkdf2-sha512$25000${SALT}${DIGEST}",
    ],
)
def test_hashes_of_passwords_are_masked(hashed: str) -> None:
    registry = SecretRegistry()
    assert registry.mask(f"ann:{hashed}:19000") == "ann:[redacted]:19000"
    assert registry.mask(f'{{"hash": "{hashed}"}}') == '{"hash": "[redacted]"}'
    assert registry.mask(f"a hash such as {hashed[:12]}") == f"a hash such as {hashed[:12]}"


@pytest.mark.parametrize("source", [source for _, _, source in KEY_FORMATS])
def test_each_key_format_says_who_describes_it(source: str) -> None:
    assert source.startswith("https://")


def test_the_secret_beside_a_key_of_aws_is_masked_with_it() -> None:
    key, secret = "AKIAIOSFODNN7ABCDEFG", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYzEXAMPLEK9"
    registry = SecretRegistry()
    assert registry.mask(f"Access key ID,Secret access key\n{key},{secret}\n").endswith("\n[redacted]\n")
    assert registry.mask(f"{key} {secret[:30]}") == f"[redacted] {secret[:30]}"


@pytest.mark.parametrize(
    "value",
    [
        f"7123456789:AA{'Vx9kQ2mLp7T' * 3}",
        f"MTA5Cq019unzrcleaSV8t3sm3Z.y1LL5x.{'ixJy6nF6g' * 4}",
        f"SK{'0f8e2d7a' * 4}",
        f"1//0{'Yp69wj5BhB7sj4JX' * 4}",
    ],
)
def test_a_token_without_a_sign_at_its_beginning_is_masked(value: str) -> None:
    registry = SecretRegistry()
    assert registry.mask(f"it was {value} then") == "it was [redacted] then"
    assert registry.mask(f"it was x{value} then") != "it was x[redacted] then"


def test_what_marks_a_token_stays() -> None:
    assert SecretRegistry().mask(f"got {'0f8e2d7a' * 4}-us21") == "got [redacted]-us21"
    assert SecretRegistry().mask(f"got pat{'Vx9kQ2m' * 2}.{'0f8e2d7a' * 8}") == "got pat[redacted]"


def test_a_token_with_escaped_slashes_is_masked() -> None:
    token = "1//0" + "Yp69wj5BhB7sj4JX" * 4
    assert SecretRegistry().mask("got " + token.replace("/", r"\/")) == "got [redacted]"
