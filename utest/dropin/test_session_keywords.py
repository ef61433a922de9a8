import inspect
from typing import Any

import pytest
import requests
from drop_in import SHOP, DropIn
from requests.auth import HTTPBasicAuth, HTTPDigestAuth

from SteadyAPI.dropin.session_keywords import SessionKeywords
from SteadyAPI.robot_compat import Secret


def test_a_session_is_one_of_requests_with_what_was_given() -> None:
    session = DropIn().create_session(
        "shop", SHOP, {"X-A": "b"}, {"c": "d"}, ["ada", "pass-word-1"], 5, {"http": "p"}, "true"
    )
    assert requests.Session in type(session).__mro__
    assert isinstance(session.auth, HTTPBasicAuth)
    assert (session.url, session.headers["X-A"], session.proxies, session.verify) == (SHOP, "b", {"http": "p"}, True)


def test_arguments_have_the_defaults_that_suites_know() -> None:
    parameters = inspect.signature(SessionKeywords.create_session).parameters
    defaults = {name: parameters[name].default for name in ("verify", "max_retries", "backoff_factor", "timeout")}
    assert defaults == {"verify": False, "max_retries": 3, "backoff_factor": 0.1, "timeout": None}


def test_digest_credentials_are_made() -> None:
    session = DropIn().create_digest_session("shop", SHOP, ["ada", Secret("pass-word-2")])
    assert isinstance(session.auth, HTTPDigestAuth)
    assert session.auth.password == "pass-word-2"


@pytest.mark.parametrize("creator", ["create_session", "create_digest_session"])
def test_without_credentials_there_are_none(creator: str) -> None:
    assert getattr(DropIn(), creator)("shop", SHOP, auth=None).auth is None


def test_a_password_is_masked_from_then_on() -> None:
    drop_in = DropIn()
    drop_in.create_session("shop", SHOP, auth=["ada", "pass-word-3"])
    assert "pass-word-3" not in drop_in.secrets.mask("is pass-word-3")


def test_a_certificate_is_a_pair_of_paths() -> None:
    assert DropIn().create_client_cert_session("shop", SHOP, client_certs=["c.pem", "k.pem"]).cert == ("c.pem", "k.pem")


def test_an_authentication_of_its_own_is_taken_as_it_is() -> None:
    auth = HTTPBasicAuth("a", "b")
    assert DropIn().create_custom_session("shop", SHOP, auth).auth is auth


def test_ntlm_says_which_package_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "requests_ntlm", None)
    with pytest.raises(AssertionError, match=r"^requests_ntlm module not installed$"):
        DropIn().create_ntlm_session("shop", SHOP, ["domain", "ada", "word"])


@pytest.fixture
def ntlm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts a package in the place of requests_ntlm whose credentials show what they were made of."""
    package: Any = type(requests)("requests_ntlm")
    package.HttpNtlmAuth = lambda user, password: (user, password)
    monkeypatch.setitem(__import__("sys").modules, "requests_ntlm", package)


@pytest.mark.usefixtures("ntlm")
def test_ntlm_credentials_have_a_domain() -> None:
    assert DropIn().create_ntlm_session("shop", SHOP, ["domain", "ada", "word"]).auth == ("domain\\ada", "word")


@pytest.mark.usefixtures("ntlm")
def test_ntlm_credentials_are_three() -> None:
    with pytest.raises(AssertionError, match="expected 3, got 2"):
        DropIn().create_ntlm_session("shop", SHOP, ["ada", "word"])


def test_an_unverified_session_warns_once() -> None:
    drop_in = DropIn()
    for alias in ("one", "two"):
        drop_in.create_session(alias, "https://shop.test")
    warnings = [entry for entry in drop_in.log.entries if entry.startswith("WARN")]
    assert len(warnings) == 1
    assert 'The certificate of session "one" is not verified' in warnings[0]


@pytest.mark.parametrize(
    ("verify", "url"), [(True, "https://shop.test"), ("ca.pem", "https://shop.test"), (False, SHOP)]
)
def test_a_verified_or_plain_session_warns_of_nothing(verify: Any, url: str) -> None:
    drop_in = DropIn()
    drop_in.create_session("shop", url, verify=verify)
    assert drop_in.log.entries == []


def test_the_same_alias_closes_the_session_before(monkeypatch: pytest.MonkeyPatch) -> None:
    drop_in = DropIn()
    closed: list[str] = []
    first = drop_in.create_session("shop", SHOP)
    monkeypatch.setattr(first, "close", lambda: closed.append("first"))
    drop_in.create_session("Shop", "http://other.test")
    assert closed == ["first"]


@pytest.mark.parametrize("option", [{"max_retries": "many"}, {"retry_status_list": ["many"]}])
def test_a_number_that_is_none_is_refused(option: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="Error converting session parameter: invalid literal"):
        DropIn().create_session("shop", SHOP, **option)
