import pytest
from fakes import FakeTransport, context, lost

from SteadyAPI.engine.call import Call
from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.group import KeywordGroup


def test_an_exchange_without_an_answer_has_nothing_to_look_at() -> None:
    group = KeywordGroup(context(FakeTransport(lost())))
    sessions = group._context.sessions
    exchange = sessions.send(sessions.get("shop"), Call(method="GET", url="/orders"))
    with pytest.raises(UsageError, match="the last request got no response to look at"):
        group._answer(exchange)
