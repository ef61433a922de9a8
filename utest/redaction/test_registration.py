"""What can be registered as a secret."""

import pytest

from SteadyAPI.redaction.registration import Registration, refusal_of


def test_refusals_are_told_from_acceptance() -> None:
    assert [outcome.is_refusal for outcome in Registration] == [False, False, True, True, True, True, True]


@pytest.mark.parametrize(
    ("value", "refusal"),
    [
        ("hunter2!x", None),
        (" ", Registration.EMPTY),
        ("abc12", Registration.TOO_SHORT),
        ("Password", Registration.TOO_COMMON),
        ("********", Registration.TOO_COMMON),
        ("12345.67", Registration.TOO_COMMON),
        ("redact", Registration.TOO_COMMON),
    ],
)
def test_a_value_is_refused_for_a_reason(value: str, refusal: Registration | None) -> None:
    assert refusal_of(value, force=False) is refusal


def test_force_lets_a_short_value_pass_but_not_the_mask() -> None:
    assert refusal_of("abc12", force=True) is None
    assert refusal_of("redact", force=True) is Registration.TOO_COMMON
