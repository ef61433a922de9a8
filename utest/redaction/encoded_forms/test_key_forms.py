"""Ids, card numbers and random keys in groups and in another alphabet."""

import pytest

from SteadyAPI.redaction.encoded_forms.key_forms import key_forms
from SteadyAPI.redaction.registry import SecretRegistry

SAFE, STANDARD = "q9Xw2-k7Vt4_Zm8Rb1nYc6sH", "q9Xw2+k7Vt4/Zm8Rb1nYc6sH"
NUMBER_IN_OTHER_BASES = ["e7b9cf474e", "16367163643516", "1110011110111001110011110100011101001110"]
TOTP = "JBSWY3DPEHPK3PXPKZ7Q"


@pytest.mark.parametrize(
    ("secret", "forms"),
    [
        (f"{STANDARD}==", [SAFE]),
        (SAFE, [STANDARD]),
        (TOTP, [TOTP, "JBSW Y3DP EHPK 3PXP KZ7Q", "JBSW-Y3DP-EHPK-3PXP-KZ7Q"]),
        (f"{TOTP}AB====", [f"{TOTP}AB", "JBSW Y3DP EHPK 3PXP KZ7Q AB", "JBSW-Y3DP-EHPK-3PXP-KZ7Q-AB"]),
        ("jbsw y3dp ehpk 3pxp", ["jbswy3dpehpk3pxp", "jbsw y3dp ehpk 3pxp", "jbsw-y3dp-ehpk-3pxp"]),
        ("8f3b1c9ae27d4f60b5a1c7e9d2043f8b", ["8f3b1c9a-e27d-4f60-b5a1-c7e9d2043f8b"]),
        ("JBSWY3DPEHPK", ["JBSW-Y3DP-EHPK", "JBSW Y3DP EHPK"]),
        ("K7Q2M9X4", ["K7Q2-M9X4", "K7Q2 M9X4"]),
        ("ab7cd9e2fg", ["ab7cd-9e2fg", "ab7cd 9e2fg"]),
        ("123456", ["123-456", "123 456"]),
        ("48213977", ["4821-3977", "4821 3977"]),
        (
            "995254814542",
            [
                *(f"995{sign}254{sign}814{sign}542" for sign in ",_.' \xa0\u202f\u2019"),
                *NUMBER_IN_OTHER_BASES,
                *("9.95254814542e11", "9.95254814542e+11"),
            ],
        ),
        (
            "123456789",
            [
                *(f"123{sign}456{sign}789" for sign in ",_.' \xa0\u202f\u2019"),
                *("726746425", f"{123456789:b}"),
                *(f"1.23456789e{power}" for power in ("8", "+08", "+8")),
            ],
        ),
    ],
)
def test_a_key_has_its_other_forms(secret: str, forms: list[str]) -> None:
    assert list(key_forms(secret)) == forms


@pytest.mark.parametrize(
    "secret",
    [
        "q9Xw2+k7Vt4_Zm8Rb1nYc6sH",
        "correct-horse-battery",
        "q9Xw2k7Vt4Zm8Rb1nYc6sH",
        "q9Xw2-k7Vt4",
        "JBSW.Y3DP.EHPK.3PXP",
        "test1234",
        "2024test",
        "Qab7Kd9Z",
        "2345678",
    ],
)
def test_what_is_no_key_has_none(secret: str) -> None:
    assert list(key_forms(secret)) == []


@pytest.mark.parametrize(
    ("secret", "shown"),
    [
        (f"{STANDARD}==", f"kid={SAFE}&x=1"),
        (SAFE, f"kid={STANDARD}&x=1"),
        (SAFE, f"kid={STANDARD.replace('+', '%2B').replace('/', '%2F')}&x=1"),
        (SAFE, f'"kid={STANDARD.replace("/", chr(92) + "/")}&x=1"'),
        (TOTP, "enter jbsw y3dp ehpk 3pxp kz7q&x=1"),
        (TOTP, "enter JBSW Y3DP EHPK 3PXP KZ7Q&x=1"),
        ("jbsw y3dp ehpk 3pxp kz7q", f"enter {TOTP}&x=1"),
    ],
)
def test_a_known_key_is_masked(secret: str, shown: str) -> None:
    registry = SecretRegistry()
    registry.register(secret)
    masked = registry.mask(shown)
    assert masked.replace('"', "") in {"kid=[redacted]&x=1", "enter [redacted]&x=1"}


def test_groups_of_four_and_dashes_of_others_stay() -> None:
    registry = SecretRegistry()
    registry.register(TOTP)
    registry.register(SAFE)
    text = "this will make them good, JBSW Y3DP EHPK 3PXP KZ7R, q9Xw2+k7Vt4"
    assert registry.mask(text) == text


def test_a_card_number_stands_in_fours_and_a_long_number_has_an_exponent() -> None:
    assert {f"4929{blank}1234{blank}5678{blank}3" for blank in ("", " ", "-", ".", "\xa0")} < {
        *key_forms("4929123456783")
    }
    assert "1.2345678901234567e+19" in key_forms("12345678901234567890")


@pytest.mark.parametrize(
    "text", ["0xE7B9CF474E", "995,254,814,542", "995_254_814_542", "0b1110011110111001110011110100011101001110"]
)
def test_a_number_is_masked_as_keywords_write_it(text: str) -> None:
    secrets = SecretRegistry()
    secrets.register("995254814542")
    assert secrets.mask(text).removeprefix(text[:2]) == "[redacted]" or secrets.mask(text) == "[redacted]"
