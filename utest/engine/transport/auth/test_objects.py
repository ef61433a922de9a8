import sys
from types import ModuleType
from typing import Any

import pytest
from requests.auth import HTTPDigestAuth
from requests.exceptions import InvalidHeader
from requests.utils import parse_dict_header

from SteadyAPI.engine.transport.auth.objects import digest_auth, kerberos_auth, ntlm_auth
from SteadyAPI.errors import UsageError


def test_digest_is_the_one_of_requests() -> None:
    made = digest_auth("ada", "word")
    assert isinstance(made, HTTPDigestAuth)
    assert (made.username, made.password) == ("ada", "word")


def answered(challenge: str, username: str = "ada") -> str:
    auth: Any = digest_auth(username, "word")
    auth.init_per_thread_state()
    auth._thread_local.chal = parse_dict_header(challenge)  # type: ignore[no-untyped-call]  # its stub has no types
    header: str = auth.build_digest_header("GET", "http://shop.test/x")
    return header


@pytest.mark.parametrize(
    "challenge",
    [
        'realm="r", nonce="n"',
        'realm="r", nonce="n", qop="auth"',
        'realm="r", nonce="n", qop="auth-int, auth"',
        'realm="r", nonce="n", qop="auth", algorithm=MD5-sess',
        'realm="r", nonce="n", qop="auth", algorithm=SHA-512',
    ],
)
def test_digests_of_these_variants_are_made(challenge: str) -> None:
    assert answered(challenge).startswith('Digest username="ada", realm="r", nonce="n", uri="/x", response="')


@pytest.mark.parametrize(
    ("challenge", "asked"),
    [
        ('realm="r", nonce="n", qop="auth-int"', "with qop=auth-int;"),
        ('realm="r", nonce="n", qop="auth", algorithm=SHA-512-256', "with algorithm=SHA-512-256, qop=auth;"),
        ('realm="r", nonce="n", algorithm=TOKEN', "with algorithm=TOKEN;"),
    ],
)
def test_a_digest_of_another_variant_is_refused_in_words(challenge: str, asked: str) -> None:
    with pytest.raises(InvalidHeader) as caught:
        answered(challenge)
    assert str(caught.value).startswith(f"the server asks for digest authentication {asked} supported are MD5,")


def test_quotes_within_a_name_or_realm_are_escaped() -> None:
    header = answered('realm="a\\"b", nonce="n"', 'a"d\\a')
    assert header.startswith('Digest username="a\\"d\\\\a", realm="a\\"b", nonce="n"')


@pytest.mark.parametrize(("domain", "user"), [(None, "ada"), ("OFFICE", "OFFICE\\ada")])
def test_ntlm_takes_user_and_domain(monkeypatch: pytest.MonkeyPatch, domain: str | None, user: str) -> None:
    package: Any = ModuleType("requests_ntlm")
    package.HttpNtlmAuth = lambda name, password: (name, password)
    monkeypatch.setitem(sys.modules, "requests_ntlm", package)
    assert ntlm_auth("ada", "word", domain) == (user, "word")


def test_kerberos_takes_the_tickets_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    package: Any = ModuleType("requests_kerberos")
    package.OPTIONAL = "optional"
    package.HTTPKerberosAuth = lambda mutual_authentication: mutual_authentication
    monkeypatch.setitem(sys.modules, "requests_kerberos", package)
    assert kerberos_auth() == "optional"


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "requests_ntlm", None)
    monkeypatch.setitem(sys.modules, "requests_kerberos", None)
    with pytest.raises(UsageError, match="pip install requests-ntlm"):
        ntlm_auth("ada", "word", None)
    with pytest.raises(UsageError, match="pip install requests-kerberos"):
        kerberos_auth()
