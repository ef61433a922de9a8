import json
from datetime import timedelta
from typing import Any

import pytest
from fake_time import NOON
from fakes import FakeTransport, context, responded, session

from SteadyAPI.engine.token.cache_scope import TokenCache
from SteadyAPI.engine.token.grant import Grant
from SteadyAPI.errors import SessionError, TokenError, UsageError
from SteadyAPI.keyword_core import KeywordCore
from SteadyAPI.keywords.authentication.token import TokenKeywords
from SteadyAPI.keywords.authentication.token_source import TokenSourceKeywords
from SteadyAPI.redaction.registration import Registration
from SteadyAPI.robot_compat import Secret, shared_type

WISH = {"client_id": "qa", "client_secret": Secret("client-secret-1")}


def granted(secret: str, **fields: Any) -> Any:
    return responded(200, json.dumps({"access_token": secret, "expires_in": 100, **fields}).encode())


def keywords(*responses: Any, alias: str = "shop") -> tuple[Any, FakeTransport]:
    transport = FakeTransport(*(responses or (granted("first-token-1"), granted("second-token-2"))))
    return TokenKeywords(context(transport, alias=alias)), transport


def sources(group: Any) -> Any:
    return TokenSourceKeywords(group._context)


def test_a_token_comes_back_as_a_secret_and_is_known_to_redaction() -> None:
    group, transport = keywords()
    token = group.get_token("/token", **WISH)
    assert (type(token), token.value) == (Secret, "first-token-1")
    assert transport.request.url == "http://shop.test/token"
    register = group._context.secrets.register
    assert [register(value) for value in ("first-token-1", "client-secret-1")] == [Registration.KNOWN] * 2


def test_the_same_wish_gets_the_same_token() -> None:
    group, transport = keywords()
    tokens = [group.get_token("/token", **WISH).value for _ in range(2)]
    assert tokens == ["first-token-1"] * 2
    assert len(transport.requests) == 1


def test_another_cache_is_another_wish() -> None:
    group, _ = keywords()
    assert group.get_token("/token", **WISH).value == "first-token-1"
    assert group.get_token("/token", **WISH, cache=TokenCache.test).value == "second-token-2"


def test_another_certificate_or_callback_is_another_wish() -> None:
    group, _ = keywords()
    assert group.get_token("/token", **WISH).value == "first-token-1"
    assert group.get_token("/token", **WISH, on_code="Approve").value == "second-token-2"


def test_the_same_path_on_another_session_is_another_wish() -> None:
    group, transport = keywords()
    group.get_token("/token", **WISH)
    sessions = group._context.sessions
    sessions.add(session(transport, alias="other", base_url="http://other.test", around=group._context.surroundings))
    assert group.get_token("/token", **WISH).value == "second-token-2"
    assert transport.request.url == "http://other.test/token"


def test_a_token_request_is_logged_without_its_secrets() -> None:
    group, _ = keywords()
    group.get_token("/token", **WISH)
    (entry,) = group._context.log.entries
    assert "access_token" in entry
    assert "first-token-1" not in entry


def test_a_token_request_is_not_the_last_response() -> None:
    group, _ = keywords()
    group.get_token("/token", **WISH)
    assert group._context.sessions.last_exchange is None


def test_a_relative_address_needs_a_session() -> None:
    group, _ = keywords(alias="")
    with pytest.raises(SessionError, match='"/token" is a relative URL'):
        group.get_token("/token", **WISH)


def test_without_any_credentials_the_message_shows_how_to_write_them() -> None:
    group, _ = keywords()
    with pytest.raises(UsageError, match="expected credentials for the token, got none"):
        group.get_token("/token")


def test_without_an_address_the_message_names_the_issuer_too() -> None:
    group, _ = keywords()
    with pytest.raises(UsageError, match="neither a URL nor issuer= is given"):
        group.get_token(**WISH)


def test_a_refusal_names_the_client_and_not_its_secret() -> None:
    group, _ = keywords(responded(401, b'{"error": "invalid_client"}'))
    with pytest.raises(TokenError, match=r"refused: 401 invalid_client \(client_id=qa, secret not shown\)"):
        group.get_token("/token", **WISH)


def test_a_source_and_other_options_contradict_each_other() -> None:
    group, _ = keywords()
    for given in ({"url": "/token"}, {"client_id": "qa"}):
        with pytest.raises(UsageError, match="says how its token is got, and other options are given too"):
            group.get_token(source="login", **given)


def test_details_tell_what_is_known_and_never_the_token() -> None:
    group, _ = keywords(granted("a.eyJzdWIiOiJhZGEifQ.c", scope="orders", refresh_token="next-token"))
    token = group.get_token("/token", **WISH)
    assert group.get_token_details(token) == {
        "type": "Bearer",
        "scope": "orders",
        "lifetime": 100.0,
        "expires_in": 100.0,
        "expires_at": NOON + timedelta(seconds=100),
        "refreshable": True,
        "claims": {"sub": "ada"},
    }


def test_details_of_a_token_that_tells_nothing_are_empty() -> None:
    group, _ = keywords()
    sources(group).set_token("portal", "opaque-token")
    details = group.get_token_details("portal")
    assert (details["expires_in"], details["expires_at"], details["refreshable"]) == (None, None, False)


def test_details_of_a_source_fetch_its_token() -> None:
    group, transport = keywords()
    sources(group).create_token_source("login", "/token", **WISH)
    assert group.get_token_details("login")["lifetime"] == 100
    assert len(transport.requests) == 1


def test_a_foreign_token_is_given_to_a_source_first() -> None:
    group, _ = keywords()
    with pytest.raises(UsageError, match="expected a token that Get Token returned, or the name of a token source"):
        group.get_token_details(Secret("foreign-token-1"))


def test_a_refresh_gets_a_new_token_at_once() -> None:
    group, _ = keywords()
    token = group.get_token("/token", **WISH)
    assert group.refresh_token(token).value == "second-token-2"
    assert group.get_token("/token", **WISH).value == "second-token-2"


def test_a_refresh_of_a_source_by_name_makes_one_request() -> None:
    group, transport = keywords()
    sources(group).create_token_source("login", "/token", **WISH)
    assert group.refresh_token("login").value == "first-token-1"
    assert len(transport.requests) == 1


def test_a_revoked_token_is_dropped() -> None:
    group, transport = keywords(granted("first-token-1"), responded(200, b""), granted("second-token-2"))
    token = group.get_token("/token", **WISH)
    group.revoke_token(token, url="/revoke")
    assert transport.request.data["token"] == "first-token-1"
    assert group.get_token("/token", **WISH).value == "second-token-2"


def test_a_set_token_has_no_provider_to_revoke_it() -> None:
    group, _ = keywords()
    sources(group).set_token("portal", "set-token-1")
    with pytest.raises(UsageError, match="the token was set, and its provider isn't known"):
        group.revoke_token("portal")


def test_a_lost_secret_is_refused_before_anything_is_sent() -> None:
    group, transport = keywords()
    for given in ({"password": "x<secret>"}, {"scope": "<secret>"}, {"fields": {"a": "<secret>"}}):
        with pytest.raises(UsageError, match='holds the text "<secret>"'):
            group.get_token("/token", username="ada", **given)
    with pytest.raises(UsageError, match=r"^url holds"):
        group.revoke_token("login", url="/<secret>")
    assert transport.requests == []


def test_every_option_is_an_argument_by_name() -> None:
    library: Any = KeywordCore([TokenKeywords(context()), TokenSourceKeywords(context())])
    arguments = library.get_keyword_arguments("get_token")
    assert arguments[:3] == [("url", None), "*", ("source", None)]
    assert ("grant", Grant.automatic) in arguments[3:]
    assert library.get_keyword_types("get_token")["grant"] == shared_type(Grant)
    assert "name" in library.get_keyword_arguments("create_token_source")
