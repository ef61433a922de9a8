"""What can be registered as a secret."""

import pytest

from SteadyAPI.redaction.registration import Registration, refusal_of
from SteadyAPI.redaction.registry import SecretRegistry


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


@pytest.mark.parametrize("entry", ["PLAN_TOKEN", "plan token", "${PLAN_TOKEN}", "variable ${plan_token}", "PlanToken"])
def test_an_allowed_name_is_compared_as_robot_framework_compares_names(entry: str) -> None:
    registry = SecretRegistry()
    registry.allow(entry)
    assert registry.learn("variable ${PLAN TOKEN}", "Ww81mQw72Lp9") is Registration.ALLOWED
    assert registry.register("Ww81mQw72Lp9", name="PLAN_TOKEN") is Registration.ALLOWED
    assert registry.register("Ww81mQw72Lp9") is Registration.ACCEPTED


def test_the_value_of_an_environment_variable_is_shown_when_its_name_is_allowed_later() -> None:
    registry = SecretRegistry()
    for value, name in (("Ww81mQw72Lp9", "PLAN_TOKEN"), ("Ww81mQw72Lp9", "PLAN_TOKEN"), ("Xx92nRx83Mq0", "PLAN_TOKEN")):
        registry.register(value, name=name)
    registry.register("Xx92nRx83Mq0", name="SHOP_TOKEN")
    registry.allow("PLAN_TOKEN")
    assert registry.mask("Ww81mQw72Lp9, Xx92nRx83Mq0") == "Ww81mQw72Lp9, [redacted]"


def test_an_entry_of_signs_allows_nothing() -> None:
    registry = SecretRegistry()
    registry.allow("_,${}")
    assert registry.register("Ww81mQw72Lp9") is Registration.ACCEPTED
