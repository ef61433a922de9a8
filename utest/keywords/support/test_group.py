from typing import Any

import pytest
from fakes import FakeTransport, context, lost

from SteadyAPI.engine.request.call import Call
from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.group import KeywordGroup
from SteadyAPI.redaction.registration import Registration
from SteadyAPI.robot_compat import Secret


def test_an_exchange_without_a_response_has_nothing_to_look_at() -> None:
    group = KeywordGroup(context(FakeTransport(lost())))
    sessions = group._context.sessions
    exchange = sessions.send(sessions.get("shop"), Call(method="GET", url="/orders"))
    with pytest.raises(UsageError, match="the last request got no response to look at"):
        group._response_of(exchange)


@pytest.mark.parametrize("value", ["the-value-1", Secret("the-value-1")])
def test_what_is_secret_whatever_its_type_is_registered(value: Any) -> None:
    group = KeywordGroup(context())
    assert group._secret(value, "token") == "the-value-1"
    assert group._context.secrets.register("the-value-1") is Registration.KNOWN
