from typing import Any

import pytest
from fakes import context

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.authentication.auth import AuthKeywords
from SteadyAPI.robot_compat import Secret


def keywords() -> Any:
    return AuthKeywords(context())


def test_digest_opens_and_registers_its_password() -> None:
    group = keywords()
    assert group.create_digest_auth("ada", Secret("pass-word-1")).password == "pass-word-1"
    assert "pass-word-1" not in group._context.secrets.mask("is pass-word-1")


def test_ntlm_and_kerberos_say_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "requests_ntlm", None)
    monkeypatch.setitem(__import__("sys").modules, "requests_kerberos", None)
    with pytest.raises(UsageError, match="requests-ntlm"):
        keywords().create_ntlm_auth("ada", "word", domain="OFFICE")
    with pytest.raises(UsageError, match="requests-kerberos"):
        keywords().create_kerberos_auth()


@pytest.mark.parametrize("token", [None, Secret("session-token-1")])
def test_aws_registers_its_secrets(token: Secret | None) -> None:
    group = keywords()
    auth = group.create_aws_auth("id", Secret("secret-key-1"), region="eu", service="s3", session_token=token)
    assert repr(auth) == "<AwsAuth s3 in eu>"
    assert group._context.secrets.mask("secret-key-1") == "[redacted]"


@pytest.mark.parametrize("make", ["create_digest_auth", "create_ntlm_auth"])
@pytest.mark.parametrize(("given", "named"), [((None, "word"), "username"), (("ada", None), "password")])
def test_none_is_neither_name_nor_password(make: str, given: tuple[Any, Any], named: str) -> None:
    with pytest.raises(UsageError, match=rf"^{named}: expected text or a Secret, got None: is a variable not set\?$"):
        getattr(keywords(), make)(*given)
