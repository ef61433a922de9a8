import pytest
from fakes import FakeTransport, session

from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.session.pool import SessionPool
from SteadyAPI.errors import SessionError


def pool() -> SessionPool:
    return SessionPool(lambda: session(alias="", base_url=""))


def test_a_new_session_is_current() -> None:
    sessions = pool()
    shop = session()
    sessions.add(shop)
    assert sessions.current is shop


def test_an_alias_is_found_without_regard_to_case_and_spaces() -> None:
    sessions = pool()
    shop = session(alias="My Shop")
    sessions.add(shop)
    assert sessions.get("my shop") is sessions.get("MYSHOP") is shop
    assert "myshop" in sessions


def test_the_same_alias_closes_the_session_before() -> None:
    sessions, transport = pool(), FakeTransport()
    sessions.add(session(transport))
    sessions.add(session())
    assert transport.closed


def test_an_unknown_alias_names_the_open_sessions() -> None:
    sessions = pool()
    sessions.add(session(alias="shop"))
    sessions.add(session(alias="stock"))
    with pytest.raises(SessionError, match='no session has the alias "nope"; open sessions: "shop", "stock"'):
        sessions.get("nope")


def test_an_unknown_alias_with_no_session_open_says_so() -> None:
    with pytest.raises(SessionError, match="open sessions: none"):
        pool().get("nope")


def test_a_relative_url_goes_to_the_current_session() -> None:
    sessions, shop = pool(), session()
    sessions.add(shop)
    assert sessions.for_url("/orders") is shop


def test_a_whole_url_on_the_current_sessions_host_goes_to_it() -> None:
    sessions, shop = pool(), session(base_url="http://shop.test/v1")
    sessions.add(shop)
    assert sessions.for_url("http://SHOP.test:80/other") is shop


def test_a_whole_url_elsewhere_goes_without_a_session() -> None:
    sessions, shop = pool(), session()
    sessions.add(shop)
    assert sessions.for_url("http://else.test/x").alias == ""


def test_calls_without_a_session_share_one_set_of_connections() -> None:
    sessions = pool()
    assert sessions.for_url("http://a.test/x") is sessions.for_url("http://b.test/x")


def test_a_relative_url_without_a_session_says_how_to_open_one() -> None:
    with pytest.raises(SessionError, match="open one first: Create Session"):
        pool().for_url("/orders")


def test_switching_returns_the_alias_before() -> None:
    sessions = pool()
    sessions.add(session(alias="shop"))
    sessions.add(session(alias="stock"))
    assert sessions.switch("shop") == "stock"
    assert sessions.current is sessions.get("shop")


def test_switching_after_the_last_session_was_closed_returns_nothing() -> None:
    sessions = pool()
    sessions.add(session(alias="shop"))
    sessions.add(session(alias="stock"))
    sessions._current = None
    assert sessions.switch("shop") is None


def test_closing_the_current_session_makes_the_one_before_current() -> None:
    sessions, transport = pool(), FakeTransport()
    sessions.add(session(alias="shop"))
    sessions.add(session(transport, alias="stock"))
    sessions.close("stock")
    assert transport.closed
    assert sessions.current is sessions.get("shop")


def test_closing_another_session_leaves_the_current_one() -> None:
    sessions, stock = pool(), session(alias="stock")
    sessions.add(session(alias="shop"))
    sessions.add(stock)
    sessions.close("shop")
    assert sessions.current is stock


def test_closing_the_only_session_leaves_none_current() -> None:
    sessions = pool()
    sessions.add(session(alias="shop"))
    sessions.close("shop")
    assert sessions.current is None


def test_closing_all_closes_sessions_and_the_connections_of_calls_without_one() -> None:
    shared, transport = FakeTransport(), FakeTransport()
    sessions = SessionPool(lambda: session(shared, alias="", base_url=""))
    sessions.add(session(transport))
    sessions.for_url("http://else.test/x")
    sessions.close_all()
    assert (transport.closed, shared.closed, sessions.current, "shop" in sessions) == (True, True, None, False)


def test_closing_all_when_nothing_is_open_does_nothing() -> None:
    sessions = pool()
    sessions.close_all()
    assert sessions.current is None


def test_the_last_exchange_is_the_last_one_of_any_session() -> None:
    sessions = pool()
    sessions.add(session(alias="shop"))
    sessions.add(session(alias="stock"))
    exchange = sessions.send(sessions.get("shop"), Call(method="GET", url="/orders"))
    assert sessions.last_exchange is exchange


def test_before_the_first_request_there_is_no_last_exchange() -> None:
    assert pool().last_exchange is None


def test_a_session_ends_with_what_it_was_opened_for() -> None:
    sessions, transport = pool(), FakeTransport()
    sessions.add(session(alias="run"))
    sessions.add(session(transport, alias="brief"), "test")
    sessions.add(session(alias="longer"), "suite")
    sessions.end("test")
    assert transport.closed
    assert ("run" in sessions, "brief" in sessions, "longer" in sessions) == (True, False, True)


def test_a_session_closed_early_needs_no_end() -> None:
    sessions = pool()
    sessions.add(session(alias="brief"), "test")
    sessions.close("brief")
    sessions.end("test")
    assert sessions.current is None


def test_an_alias_opened_again_is_the_newest() -> None:
    sessions = pool()
    sessions.add(session(alias="shop"))
    sessions.add(session(alias="stock"))
    sessions.add(session(alias="shop"))
    sessions.add(session(alias="third"))
    sessions.close("third")
    assert sessions.current is sessions.get("shop")


def test_the_chosen_session_is_the_named_or_the_current_one() -> None:
    sessions = pool()
    shop, stock = session(), session(alias="stock")
    sessions.add(shop)
    sessions.add(stock)
    assert (sessions.chosen("shop"), sessions.chosen(None)) == (shop, stock)


def test_where_none_is_open_none_can_be_chosen() -> None:
    with pytest.raises(SessionError, match=r"^no session is open to wait for\.\n  open one first: Create Session"):
        pool().chosen(None, " to wait for")
