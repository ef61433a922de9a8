"""Credentials of any scheme, and what a password is guessed with."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.tools.http_headers import HTTP_HEADERS

V = "Zk29dkwLpq0xyzQ7aB3c"


@pytest.mark.parametrize(
    "text",
    [
        "&{h} = { Authorization=Splunk § | Accept=x }",
        "HTTP_AUTHORIZATION=Splunk §",
        "{Authorization=[Splunk §], Accept=[x]}",
        "{Authorization=Splunk §, Accept=x}",
        "map[Authorization:[Splunk §]]",
        "rawHeaders: [ 'Host', 'x', 'Authorization', 'Splunk §', 'Accept', '*/*' ]",
        "<td>Authorization</td><td>Splunk §</td>",
        "<tr><th>Authorization:</th>\n  <td><code>GenieKey §</code></td></tr>",
        "authorization => Splunk §",
        'http.Header{"Authorization":[]string{"Splunk §"}}',
        '<string name="Authorization">Splunk §</string>',
        "| Authorization | Splunk § |",
        "Authorization=Token token=§",
        'Authentication-Info: rspauth="§", cnonce="0a4f113b", nc=00000001, qop=auth',
        'Authentication-Info: nextnonce="§"',
        'WWW-Authenticate: Digest realm="r", nonce="§", qop="auth"',
        r'{"name":"www-authenticate","value":"Digest realm=\"r\", nonce=\"§\""}',
        'X-WSSE: UsernameToken Username="bob", PasswordDigest="§", Nonce="d36e3162"',
    ],
)
def test_the_secret_is_masked(text: str) -> None:
    shown = SecretRegistry().mask(text.replace("§", V))
    assert V not in shown
    assert "[redacted]" in shown


@pytest.mark.parametrize(
    "text",
    [
        "authorization=required by the server",
        "Authorization = Splunk token",
        "authorization=enabled since v2.10.3",
        "authorization=ok /orders/4711-a7",
        "map[authorization:[read write]]",
        "[ 'Authorization', 'Content-Type' ]",
        "<td>Authorization</td><td>Required for all users in 2026</td>",
        "rspauth=auth_failed",
        "| Authorization | Required OAuth2.0 |",
        "| Authorization | Bearer token |",
        '<string name="Authorization">Needed since v2.10.3</string>',
        "digest algorithm=SHA-256, nonce=missing",
        '<script nonce="r4nd0m88x"> digest of the page',
    ],
)
def test_other_words_stay(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize("sign", sorted({entry[1] for entry in HTTP_HEADERS}))
@pytest.mark.parametrize("behind", ["=", " a=b ", "=[ab ", "</td> <td> "])
def test_the_time_grows_with_the_length_only(sign: str, behind: str) -> None:
    assert grows_with_the_length_only(f"{sign}{behind}")
