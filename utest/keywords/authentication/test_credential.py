import json
from typing import Any

import pytest
from fakes import FakeTransport, context, responded, session

from SteadyAPI.engine.session.authentication import KeyLocation, no_credentials
from SteadyAPI.errors import SessionError, UsageError
from SteadyAPI.keywords.authentication.credential import CredentialKeywords
from SteadyAPI.keywords.authentication.token_source import TokenSourceKeywords
from SteadyAPI.keywords.session import SessionKeywords
from SteadyAPI.redaction.registration import Registration
from SteadyAPI.robot_compat import Secret


def keywords(alias: str = "shop") -> tuple[Any, Any]:
    shared = context(FakeTransport(responded(200, json.dumps({"access_token": "first-token-1"}).encode())), alias=alias)
    TokenSourceKeywords(shared).create_token_source("login", "http://id.test/token", client_id="qa", client_secret="s")
    return CredentialKeywords(shared), shared


def test_a_token_goes_to_the_current_session() -> None:
    group, shared = keywords()
    group.use_token(Secret("the-token-1"))
    assert shared.sessions.current.authentication.token.value() == "the-token-1"
    assert shared.secrets.register("the-token-1") is Registration.KNOWN


def test_a_token_goes_to_a_named_session() -> None:
    group, shared = keywords()
    shared.sessions.add(session(alias="other"))
    group.use_token("the-token-1", "shop")
    assert shared.sessions.get("shop").authentication.token.value() == "the-token-1"
    assert shared.sessions.get("other").authentication.token is None


def test_a_source_gives_a_valid_token_each_time() -> None:
    group, shared = keywords()
    group.use_token(source="login")
    assert shared.sessions.current.authentication.token.value() == "first-token-1"


def test_a_source_that_was_only_set_can_be_used() -> None:
    group, shared = keywords()
    TokenSourceKeywords(shared).set_token("portal", "set-token-1")
    group.use_token(source="portal")
    assert shared.sessions.current.authentication.token.value() == "set-token-1"


def test_a_token_or_a_source_is_given() -> None:
    group, _ = keywords()
    for use in (group.use_token, group.get_bearer_header):
        with pytest.raises(UsageError, match="expected a token or source=, got both"):
            use("x", source="login")
    with pytest.raises(UsageError, match="expected a token or source=, got neither"):
        group.get_bearer_header()


@pytest.mark.parametrize("written", ["Bearer the-token-1", "bearer  the-token-1", Secret("Bearer the-token-1")])
def test_a_type_in_front_of_a_token_is_left_out(written: Any) -> None:
    group, shared = keywords()
    group.use_token(written)
    assert shared.sessions.current.authentication.token.value() == "the-token-1"
    assert group.get_bearer_header(written)["Authorization"].value == "Bearer the-token-1"
    TokenSourceKeywords(shared).set_token("portal", written)
    assert shared.tokens.named("portal").token().secret == "the-token-1"
    SessionKeywords(shared).create_session("other", "http://shop.test", token=written)
    assert shared.sessions.current.authentication.token.value() == "the-token-1"


def credentials(shared: Any) -> tuple[Any, Any, list[str]]:
    authentication = shared.sessions.current.authentication
    return authentication.auth, authentication.token, [key.name for key in authentication.keys.values()]


def test_a_token_is_taken_away() -> None:
    group, shared = keywords()
    group.use_token("the-token-1")
    group.use_token(None)
    assert credentials(shared) == (no_credentials, None, [])


def test_a_token_replaces_name_and_password_for_good() -> None:
    group, shared = keywords()
    group.use_basic_auth("ada", "the-password")
    group.use_token("the-token-1")
    assert credentials(shared)[0] is None
    group.use_token(None)
    assert credentials(shared) == (no_credentials, None, [])


def test_taking_a_token_away_leaves_name_and_password() -> None:
    group, shared = keywords()
    group.use_basic_auth("ada", "the-password")
    group.use_token(None)
    assert credentials(shared) == (("ada", "the-password"), None, [])


def test_name_and_password_are_taken_away() -> None:
    group, shared = keywords()
    group.use_basic_auth("ada", "the-password")
    group.use_basic_auth(None)
    assert credentials(shared) == (no_credentials, None, [])


@pytest.mark.parametrize(("given", "what"), [(("ada",), "password"), ((None, "word"), "user name")])
def test_a_name_without_a_password_is_refused(given: Any, what: str) -> None:
    group, _ = keywords()
    with pytest.raises(UsageError, match=f"expected a user name and a password, got no {what}"):
        group.use_basic_auth(*given)


def test_a_key_is_taken_away_where_it_goes() -> None:
    group, shared = keywords()
    group.use_api_key("the-key-1", header="X-One")
    group.use_api_key("the-key-2", query="two")
    group.use_api_key(None, header="x-one")
    group.use_api_key(None, header="never-there")
    assert credentials(shared) == (None, None, ["two"])


def test_all_keys_are_taken_away_where_none_is_named() -> None:
    group, shared = keywords()
    group.use_api_key("the-key-1", header="X-One")
    group.use_api_key("the-key-2", query="two")
    group.use_api_key(None)
    assert credentials(shared) == (None, None, [])


@pytest.mark.parametrize("nothing", ["None", " none"])
def test_the_text_none_is_no_credential(nothing: str) -> None:
    group, _ = keywords()
    with pytest.raises(
        UsageError, match=r"token: expected a value, got the text .*\n  to take it away, write: \$\{None\}"
    ):
        group.use_token(nothing)


def test_without_a_session_nobody_can_use_credentials() -> None:
    group, _ = keywords(alias="")
    message = "no session is open that could use the credentials"
    with pytest.raises(SessionError, match=message):
        group.use_token("the-token-1")
    with pytest.raises(SessionError, match=message):
        group.use_api_key("the-key-1")
    with pytest.raises(SessionError, match=message):
        group.use_basic_auth("ada", "the-pw-1")


def test_an_unknown_session_or_source_is_refused() -> None:
    group, _ = keywords()
    with pytest.raises(SessionError, match='no session has the alias "none"'):
        group.use_token("the-token-1", "none")
    with pytest.raises(UsageError, match='no token source has the name "none"'):
        group.use_token(source="none")


def test_a_bearer_header_holds_a_secret() -> None:
    group, shared = keywords()
    headers = [group.get_bearer_header("the-token-1"), group.get_bearer_header(source="login")]
    assert [header["Authorization"].value for header in headers] == ["Bearer the-token-1", "Bearer first-token-1"]
    assert str(headers[0]["Authorization"]) == "<secret>"
    assert shared.secrets.register("the-token-1") is Registration.KNOWN


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({}, (KeyLocation.header, "X-API-Key")),
        ({"header": "X-Key"}, (KeyLocation.header, "X-Key")),
        ({"query": "key"}, (KeyLocation.query, "key")),
        ({"cookie": "key"}, (KeyLocation.cookie, "key")),
    ],
)
def test_an_api_key_goes_where_it_is_wanted(given: dict[str, str], place: tuple[KeyLocation, str]) -> None:
    group, shared = keywords()
    group.use_api_key(Secret("the-key-1"), **given)
    (key,) = shared.sessions.current.authentication.keys.values()
    assert ((key.place, key.name), key.secret) == (place, "the-key-1")
    assert shared.secrets.register("the-key-1") is Registration.KNOWN


def test_an_api_key_has_one_place() -> None:
    group, _ = keywords()
    with pytest.raises(UsageError, match="expected one place for the key, got header=X, query=k"):
        group.use_api_key("the-key-1", header="X", query="k")


def test_name_and_password_go_with_every_request() -> None:
    group, shared = keywords()
    group.use_basic_auth("ada", Secret("the-password"))
    assert shared.sessions.current.authentication.auth == ("ada", "the-password")
    assert shared.secrets.register("the-password") is Registration.KNOWN


def test_a_name_with_a_colon_is_refused() -> None:
    group, _ = keywords()
    with pytest.raises(UsageError, match="can't have a colon in it"):
        group.use_basic_auth("a:b", "the-password")


def test_a_session_is_created_with_a_source() -> None:
    _, shared = keywords(alias="")
    SessionKeywords(shared).create_session("shop", "http://shop.test", token_source="login")
    assert shared.sessions.current.authentication.token is shared.tokens.named("login")


def test_a_session_with_an_unknown_source_is_not_opened() -> None:
    _, shared = keywords(alias="")
    with pytest.raises(UsageError, match='no token source has the name "none"'):
        SessionKeywords(shared).create_session("shop", "http://shop.test", token_source="none")
    assert shared.sessions.current is None


@pytest.mark.parametrize("nothing", ["", " ", Secret("")])
def test_a_credential_that_is_empty_is_refused(nothing: Any) -> None:
    group, shared = keywords()
    with pytest.raises(UsageError, match="token: expected a value, got an empty one"):
        group.use_token(nothing)
    with pytest.raises(UsageError, match="token: expected a value, got an empty one"):
        group.get_bearer_header(nothing)
    with pytest.raises(UsageError, match="key: expected a value, got an empty one"):
        group.use_api_key(nothing)
    with pytest.raises(UsageError, match="token: expected a value, got an empty one"):
        TokenSourceKeywords(shared).set_token("portal", nothing)
