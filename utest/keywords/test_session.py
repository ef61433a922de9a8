from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fake_time import FakeTime
from fakes import context
from requests.auth import HTTPDigestAuth

from SteadyAPI.arguments import RetryPreset, SessionScope
from SteadyAPI.engine.exchange import Timeout
from SteadyAPI.engine.session.authentication import ApiKey, KeyLocation, no_credentials
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
    group, auth = keywords(), HTTPDigestAuth("ada", "pass-word-4")
    group.create_session("shop", "http://shop.test", auth=auth)
    assert settings(group).auth is auth


@pytest.mark.parametrize("auth", ["ada", {"ada": "pass-word-5"}, Secret("pass-word-5")])
def test_what_is_no_authentication_is_refused(auth: Any) -> None:
    with pytest.raises(UsageError, match=r"^auth: expected a list of user name and password"):
        keywords().create_session("shop", "http://shop.test", auth=auth)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"auth": ["a", "b"], "token": "c"}, "expected auth= or token=, got both"),
        ({"token": "c", "token_source": "login"}, "expected token= or token_source=, got both"),
        ({"auth": ["a", "b"], "token": "c", "token_source": "d"}, "expected auth= or token= or token_source=, got all"),
        ({"pool_size": 0}, "pool_size: expected 1 or more connections, got 0"),
        ({"body_limit": -1}, "body_limit: expected a number of bytes, or None for any number; got -1"),
        ({"header_limit": -1}, "header_limit: expected a number, or None for any number; got -1"),
        ({"connect_timeout": timedelta()}, "connect_timeout: expected a time above 0, got 0 s"),
        ({"read_timeout": timedelta(seconds=-2)}, "read_timeout: expected a time above 0, got -2 s"),
        ({"alias": " "}, "alias: expected a name for the session, got an empty text"),
    ],
)
def test_options_that_make_no_session_are_refused(options: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=rf"^{message}"):
        keywords().create_session(**{"alias": "shop", "url": "http://shop.test"} | options)


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


def opened(**options: Any) -> Any:
    """Returns the keywords with an open session over a fake transport."""
    group = SessionKeywords(context())
    group.update_session("shop", **options)
    return group


def test_a_session_has_cookies_parameters_certificates_and_proxies(client_pem: str) -> None:
    group = keywords()
    group.create_session(
        "shop",
        "http://shop.test",
        cookies={"visit": Secret("cookie-value-1")},
        params={"lang": "en"},
        cert=[client_pem, client_pem],
        proxies={"http": "http://proxy.test"},
        allow_redirects=False,
    )
    requests_response = group._context.sessions.current.transport.requests_session
    assert requests_response.cookies.get_dict() == {"visit": "cookie-value-1"}
    assert requests_response.proxies == {"http": "http://proxy.test"}
    assert (settings(group).params, settings(group).allow_redirects) == ({"lang": "en"}, False)
    assert "cookie-value-1" not in group._context.secrets.mask("is cookie-value-1")


def test_a_session_that_ends_with_its_test_is_closed_then() -> None:
    group = keywords()
    group.create_session("brief", "http://shop.test", scope=SessionScope.test)
    group.create_session("longer", "http://shop.test", scope=SessionScope.suite)
    group._context.sessions.end("test")
    sessions = group._context.sessions
    assert ("brief" in sessions, "longer" in sessions) == (False, True)


def test_an_update_changes_what_is_given_and_nothing_else() -> None:
    group = opened(url="http://other.test/", headers={"X-A": "b"}, params={"q": "1"}, allow_redirects=False)
    assert settings(group).base_url == "http://other.test"
    assert (settings(group).headers, settings(group).params) == ({"X-A": "b"}, {"q": "1"})
    assert (settings(group).timeout, settings(group).allow_redirects) == (Timeout(5, 30), False)


def test_an_update_merges_headers_and_takes_out_what_is_none() -> None:
    group = opened(headers={"X-A": "b", "X-C": "d"}, params={"q": "1"})
    group.update_session(headers={"x-a": "e", "X-C": None}, params={"q": None, "r": "2"})
    assert (settings(group).headers, settings(group).params) == ({"x-a": "e"}, {"r": "2"})


def test_an_update_changes_limits_one_by_one() -> None:
    assert settings(opened(read_timeout=timedelta(seconds=9))).timeout == Timeout(5, 9)
    assert settings(opened(connect_timeout=timedelta(seconds=1))).timeout == Timeout(1, 30)


def test_an_update_changes_retries() -> None:
    assert settings(opened(retry=RetryPreset.none)).policy.attempts == 1


def test_an_update_changes_the_token() -> None:
    group = opened(token=Secret("token-value-2"))
    assert group._context.sessions.current.authentication.token.value() == "token-value-2"


def test_an_authentication_takes_the_place_of_a_token() -> None:
    group = opened(token="token-value-3")
    group.update_session(auth=["ada", "pass-word-3"])
    authentication = group._context.sessions.current.authentication
    assert (authentication.auth, authentication.token) == (("ada", "pass-word-3"), None)


def test_token_and_authentication_together_are_refused() -> None:
    with pytest.raises(UsageError, match="expected auth= or token=, got both"):
        opened(auth=["a", "b"], token="c")


@pytest.mark.parametrize(
    "options",
    [
        {"verify": "nowhere.pem"},
        {"auth": "ada"},
        {"auth": ["a", "b"], "token": "c"},
        {"token": ""},
        {"read_timeout": timedelta()},
    ],
)
def test_an_update_that_is_refused_changes_nothing(options: dict[str, Any]) -> None:
    group = opened()
    with pytest.raises(UsageError):
        group.update_session(url="http://other.test", **options)
    assert settings(group).base_url == "http://shop.test"


def test_an_update_checks_limits_and_deadline_together() -> None:
    with pytest.raises(UsageError, match="the deadline of 10 s is shorter than the time limit of one attempt, 20 s"):
        opened(read_timeout=timedelta(seconds=20), retry={"deadline": timedelta(seconds=10)})


def test_an_update_changes_what_the_transport_uses(client_pem: str) -> None:
    group = opened(verify=False, cert=client_pem, proxies={"http": "p"}, cookies={"a": 1})
    changes = group._context.sessions.current.transport.changes
    assert changes == {"verify": False, "cert": client_pem, "proxies": {"http": "p"}, "cookies": {"a": "1"}}


def test_an_update_without_a_session_is_refused() -> None:
    with pytest.raises(SessionError, match="no session is open"):
        keywords().update_session(token="x")


def test_a_session_may_have_no_credentials_at_all() -> None:
    group = keywords()
    group.create_session("shop", "http://shop.test", auth="None")
    assert group._context.sessions.current.authentication.auth is no_credentials


def test_all_credentials_of_a_session_are_taken_away() -> None:
    group = keywords()
    headers = {"authorization": "Token x", "Accept": "text/plain"}
    group.create_session("shop", "http://shop.test", token="the-token-1", headers=headers)
    authentication = group._context.sessions.current.authentication
    authentication.use_key(ApiKey(KeyLocation.header, "X-Key", "the-key-1"))
    group.update_session(auth="none")
    assert (authentication.auth, authentication.token, authentication.keys) == (no_credentials, None, {})
    assert settings(group).headers == {"Accept": "text/plain"}


def test_a_cookie_is_taken_out() -> None:
    group = keywords()
    group.create_session("shop", "http://shop.test", cookies={"sid": "the-cookie-1", "none": None})
    cookies = group._context.sessions.current.transport.requests_session.cookies
    assert dict(cookies) == {"sid": "the-cookie-1"}
    group.update_session(cookies={"sid": None})
    assert dict(cookies) == {}


@pytest.mark.parametrize(
    ("given", "limits"),
    [
        ({"timeout": timedelta(seconds=7)}, Timeout(7, 7)),
        ({"timeout": timedelta(seconds=7), "connect_timeout": timedelta(seconds=1)}, Timeout(1, 7)),
        ({"timeout": timedelta(seconds=7), "read_timeout": None}, Timeout(7, None)),
    ],
)
def test_one_limit_stands_for_both(given: dict[str, Any], limits: Timeout) -> None:
    group = keywords()
    group.create_session("shop", "http://shop.test", **given)
    assert settings(group).timeout == limits


def test_one_limit_changes_both_and_none_changes_nothing() -> None:
    group = keywords()
    group.create_session("shop", "http://shop.test")
    group.update_session(timeout=timedelta(seconds=7), read_timeout=None)
    assert settings(group).timeout == Timeout(7, 7)
    group.update_session(connect_timeout=timedelta(seconds=1))
    assert settings(group).timeout == Timeout(1, 7)


def test_a_long_wait_for_a_shared_limit_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    lines: list[str] = []
    monkeypatch.setattr("robot.api.logger.console", lines.append)
    group = keywords()
    group.create_session("shop", "http://shop.test", rate_limit="10/min", share_rate_limit=True)
    time = FakeTime()
    limit = settings(group).rate_limit
    limit.wait(time.clock())
    limit.wait(time.clock())
    shown = "for the rate limit that runs share"
    assert [line.strip().startswith("waiting ") and shown in line for line in lines] == [True]
    assert any(shown in entry for entry in group._context.log.entries)


def test_a_session_may_use_the_netrc_file() -> None:
    group = keywords()
    group.create_session("shop", "http://shop.test", netrc=True)
    assert group._context.sessions.current.transport._settings.netrc
    group.create_session("stock", "http://shop.test")
    assert not group._context.sessions.current.transport._settings.netrc


def test_certificates_that_are_not_verified_are_warned_of_once() -> None:
    group = keywords()
    group.create_session("shop", "http://shop.test", verify=False)
    group.create_session("bank", "https://bank.test", verify=True)
    assert group._context.log.entries == []
    group.update_session("bank", verify="False")
    group.create_session("other", "https://other.test", verify=False)
    (message,) = group._context.log.entries
    assert message.startswith("WARN The certificate of https://bank.test is not verified (verify=False)")
