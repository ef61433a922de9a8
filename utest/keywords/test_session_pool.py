from typing import Any

import pytest
from fakes import FakeTransport, context, session

from SteadyAPI.errors import SessionError
from SteadyAPI.keywords.session_pool import SessionPoolKeywords


def keywords(transport: FakeTransport | None = None, alias: str = "shop") -> Any:
    return SessionPoolKeywords(context(transport, alias=alias))


def test_a_session_exists_while_it_is_open() -> None:
    group = keywords()
    assert (group.session_exists("SHOP"), group.session_exists("stock")) == (True, False)


def test_the_native_session_is_the_named_or_the_current_one() -> None:
    group = keywords()
    assert (
        group.get_session("shop")
        == group.get_session()
        == group._context.sessions.get("shop").transport.requests_session
    )


def test_without_an_open_session_there_is_no_native_one() -> None:
    with pytest.raises(SessionError, match="no session is open"):
        keywords(alias="").get_session()


def test_switching_returns_the_alias_before() -> None:
    group = keywords()
    group._context.sessions.add(session(alias="stock"))
    assert group.switch_session("shop") == "stock"


def test_closing_a_session_closes_its_connections() -> None:
    transport = FakeTransport()
    keywords(transport).close_session("shop")
    assert transport.closed


def test_closing_an_unknown_session_is_refused() -> None:
    with pytest.raises(SessionError, match="no session has the alias"):
        keywords(alias="").close_session("shop")


def test_all_sessions_can_be_closed() -> None:
    transport = FakeTransport()
    keywords(transport).close_all_sessions()
    assert transport.closed
