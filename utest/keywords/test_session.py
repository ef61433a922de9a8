from datetime import timedelta
from typing import Any

import pytest
from fakes import FakeTransport, context, session

from SteadyAPI.engine.exchange import Timeout
from SteadyAPI.errors import SessionError, UsageError
from SteadyAPI.keywords.session import SessionKeywords
from SteadyAPI.robot_compat import Secret


def keywords() -> Any:
    return SessionKeywords(context(alias=""))


def settings(group: Any) -> Any:
    return group._context.sessions.current.settings


def test_a_created_session_is_current() -> None:
    group = keywords()
    group.create_session("shop", "http://shop.test/v1/")
    assert group._context.sessions.current.alias == "shop"
    assert settings(group).base_url == "http://shop.test/v1"


def test_limits_have_defaults() -> None:
    group = keywords()
    group.create_session("shop", "http://shop.test")
    assert settings(group).timeout == Timeout(5, 30)


def test_limits_are_durations_or_none() -> None:
    group = keywords()
    group.create_session("shop", "http://shop.test", connect_timeout=timedelta(milliseconds=500), read_timeout=None)
    assert settings(group).timeout == Timeout(0.5, None)


def test_a_base_url_without_a_scheme_is_refused() -> None:
    with pytest.raises(UsageError, match="http:// or https://"):
        keywords().create_session("shop", "shop.test")


def test_name_and_password_are_opened_and_registered() -> None:
    group = keywords()
    group.create_session("shop", "http://shop.test", auth=["ada", Secret("pass-word-1")])
    assert settings(group).auth == ("ada", "pass-word-1")
    assert "pass-word-1" not in group._context.surroundings.secrets.mask("is pass-word-1")


def test_a_plain_password_is_registered_too() -> None:
    group = keywords()
    group.create_session("shop", "http://shop.test", auth=["ada", "pass-word-2"])
    assert "pass-word-2" not in group._context.surroundings.secrets.mask("is pass-word-2")


def test_an_auth_list_of_another_length_is_refused() -> None:
    with pytest.raises(UsageError, match="expected a list of user name and password, got 1 items"):
        keywords().create_session("shop", "http://shop.test", auth=["ada"])


def test_an_auth_object_is_taken_as_it_is() -> None:
    group, auth = keywords(), object()
    group.create_session("shop", "http://shop.test", auth=auth)
    assert settings(group).auth is auth


@pytest.mark.parametrize("token", ["token-value-1", Secret("token-value-1")])
def test_a_token_is_opened_and_registered(token: Any) -> None:
    group = keywords()
    group.create_session("shop", "http://shop.test", token=token)
    assert settings(group).token.value() == "token-value-1"
    assert "token-value-1" not in group._context.surroundings.secrets.mask("is token-value-1")


def test_secrets_in_headers_are_opened() -> None:
    group = keywords()
    group.create_session("shop", "http://shop.test", headers={"X-Api-Key": Secret("key-value-1")})
    assert settings(group).headers == {"X-Api-Key": "key-value-1"}


def test_switching_returns_the_alias_before() -> None:
    group = SessionKeywords(context(alias="shop"))
    group._context.sessions.add(session(alias="stock"))
    assert group.switch_session("shop") == "stock"


def test_closing_a_session_closes_its_connections() -> None:
    transport = FakeTransport()
    group = SessionKeywords(context(transport))
    group.close_session("shop")
    assert transport.closed


def test_closing_an_unknown_session_is_refused() -> None:
    with pytest.raises(SessionError, match="no session has the alias"):
        keywords().close_session("shop")


def test_all_sessions_can_be_closed() -> None:
    transport = FakeTransport()
    group = SessionKeywords(context(transport))
    group.close_all_sessions()
    assert transport.closed
