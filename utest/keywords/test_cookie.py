from typing import Any

import pytest
from fakes import FakeTransport, after_a_response, context, responded

from SteadyAPI.engine.request.call import Call
from SteadyAPI.errors import ExpectationError
from SteadyAPI.keywords.cookie import CookieKeywords


def keywords() -> Any:
    return after_a_response(CookieKeywords, b"{}")


def requests_response(group: Any) -> Any:
    return group._context.sessions.last_exchange.response.requests_response


def jar(group: Any) -> Any:
    return group._context.sessions.get("shop").transport.requests_session.cookies


def test_a_cookie_that_the_response_set_is_found() -> None:
    group = keywords()
    requests_response(group).cookies.set("sid", "one")
    assert group.get_response_cookie("sid") == "one"


def test_a_cookie_is_found_on_the_way_over_redirects_too() -> None:
    group = keywords()
    before = responded().response
    assert before is not None
    before.requests_response.cookies.set("sid", "one")
    requests_response(group).history = [before.requests_response]
    assert group.get_response_cookie("sid") == "one"


def test_a_cookie_that_the_session_keeps_is_found() -> None:
    group = keywords()
    jar(group).set("sid", "kept", domain="shop.test", path="/")
    assert group.get_response_cookie("sid") == "kept"


def test_a_cookie_of_the_response_goes_before_a_kept_one() -> None:
    group = keywords()
    jar(group).set("sid", "kept", domain="shop.test", path="/")
    requests_response(group).cookies.set("sid", "new")
    assert group.get_response_cookie("sid") == "new"


def test_of_two_kept_cookies_the_one_with_the_longer_path_counts() -> None:
    group = keywords()
    jar(group).set("sid", "general", domain="shop.test", path="/")
    jar(group).set("sid", "of orders", domain="shop.test", path="/orders")
    assert group.get_response_cookie("sid") == "of orders"


def test_an_absent_cookie_says_where_it_was_looked_for() -> None:
    group = keywords()
    with pytest.raises(
        ExpectationError,
        match=r'no cookie sid; cookies in the response: none; kept by session "shop" for this URL: none$',
    ):
        group.get_response_cookie("sid")
    jar(group).set("sid", "elsewhere", domain="else.test", path="/")
    jar(group).set("visit", "here", domain="shop.test", path="/")
    with pytest.raises(ExpectationError, match=r'kept by session "shop" for this URL: visit$'):
        group.get_response_cookie("sid")


def test_without_a_session_only_the_response_has_cookies() -> None:
    group = CookieKeywords(context(FakeTransport(), alias=""))
    sessions = group._context.sessions
    sessions.send(sessions.for_url("http://else.test/x"), Call(method="GET", url="http://else.test/x"))
    with pytest.raises(ExpectationError, match=r"no cookie sid; cookies in the response: none$"):
        group.get_response_cookie("sid")


def test_a_session_that_was_closed_keeps_no_cookies() -> None:
    group = keywords()
    response = requests_response(group)
    last = group._context.sessions.last_exchange
    group._context.sessions.close("shop")
    assert group._kept(last) == {}
    group.response_cookie_should_not_exist("sid", response=response)


def test_a_cookie_that_should_not_exist_fails_wherever_it_is() -> None:
    group = keywords()
    group.response_cookie_should_not_exist("sid")
    jar(group).set("sid", "kept", domain="shop.test", path="/")
    with pytest.raises(ExpectationError, match='expected no cookie sid, but session "shop" keeps it'):
        group.response_cookie_should_not_exist("sid")
    requests_response(group).cookies.set("sid", "new")
    with pytest.raises(ExpectationError, match=r"^mine\n.* expected no cookie sid, but the response set it"):
        group.response_cookie_should_not_exist("sid", "mine")
