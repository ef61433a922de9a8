"""AWS Signature Version 4: the signature of a request, from its method, URL, headers and body.

Source: AWS Identity and Access Management, "Create a signed AWS API request".
"""

import hashlib
import hmac
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import parse_qsl, quote, urlsplit

import requests
from requests.auth import AuthBase

from SteadyAPI.errors import UsageError

_ALGORITHM = "AWS4-HMAC-SHA256"
_UNRESERVED = "-_.~"


def _utc_now() -> datetime:
    return datetime.now(UTC)


class AwsAuth(AuthBase):
    """Signs each request for a service in a region."""

    def __init__(
        self,
        access_key: str,
        secret_key: str,
        *,
        region: str,
        service: str,
        session_token: str | None = None,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        self._access_key = access_key
        self._secret_key = secret_key
        self._region = region
        self._service = service
        self._session_token = session_token
        self._now = now

    def __repr__(self) -> str:
        return f"<AwsAuth {self._service} in {self._region}>"

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Adds date, token and signature to a prepared request."""
        moment = self._now().strftime("%Y%m%dT%H%M%SZ")
        payload = _payload_hash(request.body)
        request.headers["X-Amz-Date"] = moment
        if self._session_token is not None:
            request.headers["X-Amz-Security-Token"] = self._session_token
        if self._service == "s3":
            request.headers["X-Amz-Content-SHA256"] = payload
        scope = f"{moment[:8]}/{self._region}/{self._service}/aws4_request"
        names, canonical = self._canonical(request, payload)
        signed = f"{_ALGORITHM}\n{moment}\n{scope}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
        signature = hmac.new(self._key(moment[:8]), signed.encode(), hashlib.sha256).hexdigest()
        request.headers["Authorization"] = (
            f"{_ALGORITHM} Credential={self._access_key}/{scope}, SignedHeaders={names}, Signature={signature}"
        )
        return request

    def _canonical(self, request: requests.PreparedRequest, payload: str) -> tuple[str, str]:
        """Returns the names of the signed headers and the canonical request."""
        parts = urlsplit(request.url or "")
        path = str(parts.path or "/")
        # The port that goes without saying isn't sent either.
        usual = {"http": ":80", "https": ":443"}.get(str(parts.scheme), "")
        signed = {"host": str(parts.netloc.rpartition("@")[2]).removesuffix(usual)}
        for name, value in request.headers.items():
            if name.lower() == "content-type" or name.lower().startswith("x-amz-"):
                signed[name.lower()] = " ".join(str(value).split())
        names = ";".join(sorted(signed))
        lines = [
            request.method or "GET",
            # Every service but S3 wants the path, which is encoded already, encoded once more.
            path if self._service == "s3" else quote(path, safe=f"/{_UNRESERVED}"),
            _canonical_query(str(parts.query)),
            *(f"{name}:{signed[name]}" for name in sorted(signed)),
            "",
            names,
            payload,
        ]
        return names, "\n".join(lines)

    def _key(self, day: str) -> bytes:
        key = f"AWS4{self._secret_key}".encode()
        for part in (day, self._region, self._service, "aws4_request"):
            key = hmac.new(key, part.encode(), hashlib.sha256).digest()
        return key


def _canonical_query(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True)
    encoded = ((quote(name, safe=_UNRESERVED), quote(value, safe=_UNRESERVED)) for name, value in pairs)
    return "&".join(f"{name}={value}" for name, value in sorted(encoded))


def _payload_hash(body: object) -> str:
    if body is None:
        body = b""
    if isinstance(body, str):
        body = body.encode()
    if not isinstance(body, bytes):
        raise UsageError("a request that is signed for AWS needs its body whole: a stream can't be signed.")
    return hashlib.sha256(body).hexdigest()
