import sys
from types import ModuleType
from typing import Any

import pytest
from requests.auth import HTTPDigestAuth

from SteadyAPI.engine.transport.auth.objects import digest_auth, kerberos_auth, ntlm_auth
from SteadyAPI.errors import UsageError


def test_digest_is_the_one_of_requests() -> None:
    made = digest_auth("ada", "word")
    assert isinstance(made, HTTPDigestAuth)
    assert (made.username, made.password) == ("ada", "word")


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
