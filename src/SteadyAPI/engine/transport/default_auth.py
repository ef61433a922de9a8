"""What signs a request for which no authentication was asked for."""

from typing import Any

import requests
from requests.auth import AuthBase, HTTPBasicAuth
from requests.utils import get_auth_from_url, get_netrc_auth


class DefaultAuth(AuthBase):
    """Leaves an Authorization header that the suite wrote; else takes what the URL has, or the .netrc file.

    requests would let the .netrc file replace the header, and looks into it unless there is an authentication object.
    """

    def __init__(self, session: requests.Session, *, netrc: bool) -> None:
        """Takes the session whose ``trust_env`` holds, and whether the .netrc file is wanted at all."""
        self._session = session
        self._netrc = netrc

    def reads_netrc(self, request: requests.PreparedRequest) -> bool:
        """Tells whether the .netrc file is looked into, when the URL has no credentials."""
        return self._netrc and self._session.trust_env and "Authorization" not in request.headers

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Signs a prepared request."""
        if "Authorization" in request.headers:
            return request
        url = request.url or ""
        pair: Any = get_auth_from_url(url)
        if not any(pair) and self.reads_netrc(request):
            pair = get_netrc_auth(url) or pair
        return HTTPBasicAuth(*pair)(request) if any(pair) else request
