"""Bearer tokens (RFC 6750, section 2.1)."""

from requests import PreparedRequest
from requests.auth import AuthBase


class Bearer(AuthBase):
    """Sends a token."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        """Adds the header."""
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request
