"""Authentication of requests for which the suite gave none, and of those whose URL is sent as it is written."""

from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

import requests
from requests.auth import AuthBase, HTTPBasicAuth
from requests.utils import get_netrc_auth

from SteadyAPI.engine.request.written_url import WrittenUrl


class DefaultAuth(AuthBase):
    """Leaves an Authorization header that the suite wrote; else takes what the URL has, or the .netrc file.

    requests would let the .netrc file replace the header, and looks into it unless there is an authentication object.
    """

    def __init__(self, session: requests.Session, *, netrc: bool) -> None:
        """Takes the session whose ``trust_env`` holds, and whether the .netrc file is wanted at all."""
        self._session = session
        self._netrc = netrc

    def reads_netrc(self, request: requests.PreparedRequest) -> bool:
        """Returns whether the .netrc file is looked into, when the URL has no credentials."""
        return self._netrc and self._session.trust_env and "Authorization" not in request.headers

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Signs a prepared request."""
        if "Authorization" in request.headers:
            return request
        pair: Any = user_info(request.url or "")
        if pair is None and self.reads_netrc(request):
            pair = get_netrc_auth(request.url or "")
        return request if pair is None else HTTPBasicAuth(*pair)(request)


class AsWritten(AuthBase):
    """Puts the URL back as it was written, before the request is signed: requests has escaped it anew."""

    def __init__(self, url: WrittenUrl, auth: Any) -> None:
        """Takes the URL, and what signs the request: an authentication object, or name and password."""
        self._url = url
        self._auth = HTTPBasicAuth(*auth) if isinstance(auth, tuple) else auth

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Signs a prepared request."""
        request.url = self._url
        signed: requests.PreparedRequest = self._auth(request)
        return signed


def user_info(url: str) -> tuple[bytes, bytes] | None:
    """Returns name and password of a URL, in UTF-8 (RFC 7617, section 2.1); a name may stand without a password."""
    user_info, at, _ = urlsplit(url).netloc.rpartition("@")
    name, _, password = user_info.partition(":")
    return (unquote_to_bytes(name), unquote_to_bytes(password)) if at and user_info.strip(":") else None
