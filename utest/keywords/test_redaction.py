from typing import Any

import pytest
from fakes import FakeTransport, context

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.redaction import RedactionKeywords
from SteadyAPI.robot_compat import Secret


def keywords() -> Any:
    return RedactionKeywords(context(FakeTransport()))


@pytest.mark.parametrize("value", ["SUMMER-4711-SALE", Secret("SUMMER-4711-SALE")])
def test_a_registered_value_is_masked_from_then_on(value: Any) -> None:
    group = keywords()
    group.register_secret(value)
    assert group._context.secrets.mask("the voucher SUMMER-4711-SALE") == "the voucher [redacted]"
    assert group._context.log.entries == []


def test_a_value_may_be_registered_again() -> None:
    group = keywords()
    group.register_secret("SUMMER-4711-SALE")
    group.register_secret("SUMMER-4711-SALE")
    assert group._context.log.entries == []


def test_a_short_value_is_refused_with_a_warning_that_does_not_show_it() -> None:
    group = keywords()
    group.register_secret("qx7")
    assert group._context.secrets.mask("qx7") == "qx7"
    assert "force=True" in group._context.log.entries[0]
    assert "qx7" not in group._context.log.entries[0]


def test_a_short_value_is_masked_when_forced() -> None:
    group = keywords()
    group.register_secret("qx7", force=True)
    assert group._context.secrets.mask("qx7") == "[redacted]"


def test_an_empty_value_is_an_error() -> None:
    with pytest.raises(UsageError, match="expected a value to keep secret, got an empty one"):
        keywords().register_secret("")


@pytest.mark.parametrize("value", ["premium-2026", Secret("premium-2026")])
def test_an_unregistered_value_is_shown_again(value: Any) -> None:
    group = keywords()
    group.register_secret("premium-2026")
    group.unregister_secret(value)
    assert group._context.secrets.mask("the plan premium-2026") == "the plan premium-2026"


def test_what_is_no_known_secret_can_not_be_unregistered() -> None:
    with pytest.raises(UsageError, match="expected a text that is masked because it was registered or learnt"):
        keywords().unregister_secret("premium-2026")
