"""The expected signatures are those of the test suite that AWS publishes for Signature Version 4."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
import requests

from SteadyAPI.engine.transport.auth.aws import AwsAuth
from SteadyAPI.errors import UsageError

HOST = "https://example.amazonaws.com"


def signed(method: str, url: str, service: str = "service", token: str | None = None, **options: Any) -> Any:
    auth = AwsAuth(
        "AKIDEXAMPLE",
        "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        region="us-east-1",
        service=service,
        session_token=token,
        now=lambda: datetime(2015, 8, 30, 12, 36, tzinfo=UTC),
    )
    return requests.Request(method, url, auth=auth, **options).prepare().headers


@pytest.mark.parametrize(
    ("method", "path", "signature"),
    [
        ("GET", "/", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        ("POST", "/", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
        ("GET", "/?Param2=value2&Param1=value1", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"),
    ],
)
def test_a_request_without_a_body_is_signed(method: str, path: str, signature: str) -> None:
    assert signed(method, HOST + path)["Authorization"] == (
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
        f"SignedHeaders=host;x-amz-date, Signature={signature}"
    )


def test_a_port_that_goes_without_saying_is_not_signed() -> None:
    assert signed("GET", f"{HOST}:443/")["Authorization"] == signed("GET", f"{HOST}/")["Authorization"]
    assert signed("GET", f"{HOST}:8443/")["Authorization"] != signed("GET", f"{HOST}/")["Authorization"]


def test_a_form_is_signed_with_its_content_type() -> None:
    headers = signed(
        "POST", f"{HOST}/", data="Param1=value1", headers={"Content-Type": "application/x-www-form-urlencoded"}
    )
    assert headers["Authorization"].endswith(
        "SignedHeaders=content-type;host;x-amz-date, "
        "Signature=ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"
    )


def test_the_token_of_temporary_credentials_is_sent_and_signed() -> None:
    headers = signed("GET", f"{HOST}/", token="temporary")
    assert headers["X-Amz-Security-Token"] == "temporary"
    assert "SignedHeaders=host;x-amz-date;x-amz-security-token" in headers["Authorization"]


def test_s3_gets_the_digest_of_the_body_as_a_header() -> None:
    headers = signed("PUT", f"{HOST}/a%20b", service="s3", data=b"")
    assert headers["X-Amz-Content-SHA256"] == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_stream_cannot_be_signed() -> None:
    with pytest.raises(UsageError, match="a stream can't be signed"):
        signed("PUT", f"{HOST}/", data=BytesIO(b"x"))


def test_a_signer_shows_no_key() -> None:
    shown = repr(AwsAuth("hidden-1", "hidden-2", region="eu", service="s3", session_token="hidden-3"))
    assert shown == "<AwsAuth s3 in eu>"


def test_the_time_is_the_present_unless_given() -> None:
    auth = AwsAuth("a", "b", region="eu", service="s3")
    date = requests.Request("GET", HOST, auth=auth).prepare().headers["X-Amz-Date"]
    assert date[:2] == "20"
