"""``Create ... Session``: five keywords over one list of arguments."""

from collections.abc import Callable
from typing import Any

from SteadyAPI.dropin.argument_list import REQUIRED, keyword_of
from SteadyAPI.dropin.group import DropInGroup

IDEMPOTENT = ["DELETE", "GET", "HEAD", "OPTIONS", "PUT", "TRACE"]
_TAIL = {
    "timeout": None,
    "proxies": None,
    "verify": False,
    "debug": 0,
    "max_retries": 3,
    "backoff_factor": 0.1,
    "disable_warnings": 0,
    "retry_status_list": [],
    "retry_method_list": IDEMPOTENT,
}
_DOC = """Opens a session{kind} and returns its `requests.Session`.

Args:
    alias: The session's name; a session of that name is closed.
    url: Base URL; relative URLs of requests are appended to it.
    {first}
    headers: Headers for every request of the session.
    cookies: Cookies for every request of the session, and of no other.
    timeout: Seconds to wait for a connection and for data, of this session alone; by default without limit.
    proxies: Proxy URLs by scheme.
    verify: Whether certificates are verified, or the path of a CA file. `False` by default, with a warning.
    debug: Taken and ignored: the log entry shows what was sent and received.
    max_retries: How often a failed connection is tried again; 0 turns all retries off.
    backoff_factor: Seconds; the wait doubles with each retry.
    disable_warnings: Taken and ignored: there is one warning about unverified certificates in a run.
    retry_status_list: Statuses to try again, for the methods below.
    retry_method_list: Methods to try again when the server may have seen the request.
"""


def _parameters(first: dict[str, Any], then: dict[str, Any]) -> dict[str, Any]:
    return {"alias": REQUIRED, "url": REQUIRED, **first, "headers": {}, "cookies": {}, **then, **_TAIL}


def _creator(name: str, kind: str, first: str, parameters: dict[str, Any]) -> Callable[..., Any]:
    """Makes the keyword that opens one kind of session."""

    def create(self: "SessionKeywords", given: dict[str, Any]) -> Any:
        return self.open(kind, given)

    create.__doc__ = _DOC.format(kind=f" with {kind}" if kind else "", first=first)
    return keyword_of(parameters, create, tag="Session", name=name, free=False)


_BASIC = "auth: User name and password for basic authentication, as a list."
_REQUIRED_AUTH = {"auth": REQUIRED}


class SessionKeywords(DropInGroup):
    """Sessions by the way they authenticate."""

    create_session = _creator("Create Session", "", _BASIC, _parameters({}, {"auth": None}))
    create_client_cert_session = _creator(
        "Create Client Cert Session",
        "a client certificate",
        "client_certs: Paths of certificate and key, as a list.",
        _parameters({}, {"client_certs": None}),
    )
    create_custom_session = _creator(
        "Create Custom Session",
        "an authentication of its own",
        "auth: An object that requests takes as authentication.",
        _parameters(_REQUIRED_AUTH, {}),
    )
    create_digest_session = _creator(
        "Create Digest Session",
        "digest authentication",
        "auth: User name and password, as a list.",
        _parameters(_REQUIRED_AUTH, {}),
    )
    create_ntlm_session = _creator(
        "Create Ntlm Session",
        "NTLM authentication",
        "auth: Domain, user name and password, as a list; needs the package requests_ntlm.",
        _parameters(_REQUIRED_AUTH, {}),
    )

    def open(self, kind: str, given: dict[str, Any]) -> Any:
        """Opens a session of that kind."""
        alias, url, auth = given.pop("alias"), given.pop("url"), given.pop("auth", None)
        match kind:
            case "digest authentication":
                auth = self.sending.digest(auth)
            case "NTLM authentication":
                auth = self.sending.ntlm(auth)
            case "":
                auth = self.sending.basic(auth)
        return self.sending.open(alias, url, {**given, "auth": auth})
