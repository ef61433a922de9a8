"""Authentication objects of requests, by kind; two kinds take a package of their own."""

from typing import Any

from requests.auth import HTTPDigestAuth
from requests.exceptions import InvalidHeader

from SteadyAPI.errors import UsageError

_SUPPORTED = "MD5, MD5-sess, SHA, SHA-256 or SHA-512, with qop=auth or none"


class DigestAuth(HTTPDigestAuth):
    """Digest authentication (RFC 7616) that says which variant it can't do; requests sends no credentials then."""

    def build_digest_header(self, method: str, url: str) -> str:
        """Returns the Authorization header.

        Raises:
            InvalidHeader: When the server asks for another algorithm or quality of protection.
        """
        state: Any = self
        challenge = state._thread_local.chal  # noqa: SLF001  requests has no other access
        if qop := challenge.get("qop"):
            challenge["qop"] = ",".join(part.strip() for part in qop.split(","))
        header: str | None = super().build_digest_header(method, url)  # type: ignore[no-untyped-call]  # its stub has no types
        if header is None:
            asked = ", ".join(f"{name}={challenge[name]}" for name in ("algorithm", "qop") if name in challenge)
            raise InvalidHeader(f"the server asks for digest authentication with {asked}; supported are {_SUPPORTED}")
        for name, value in (("username", str(self.username)), ("realm", str(challenge["realm"]))):
            # As a quoted string (RFC 9110, section 5.6.4); the hash is made of the value itself.
            quoted = value.replace("\\", "\\\\").replace('"', '\\"')
            header = header.replace(f'{name}="{value}"', f'{name}="{quoted}"', 1)
        return header


def digest_auth(username: str, password: str) -> DigestAuth:
    """Returns digest authentication."""
    return DigestAuth(username, password)


def ntlm_auth(username: str, password: str, domain: str | None) -> Any:
    """Returns NTLM authentication.

    Raises:
        UsageError: When the package requests-ntlm isn't installed.
    """
    try:
        from requests_ntlm import HttpNtlmAuth  # noqa: PLC0415  # pyright: ignore[reportMissingImports]  optional
    except ImportError as error:
        raise _missing("NTLM", "requests-ntlm") from error
    return HttpNtlmAuth(f"{domain}\\{username}" if domain else username, password)


def kerberos_auth() -> Any:
    """Returns Kerberos authentication (RFC 4559), with the tickets of whoever runs the tests.

    Raises:
        UsageError: When the package requests-kerberos isn't installed.
    """
    try:
        from requests_kerberos import (  # noqa: PLC0415  # pyright: ignore[reportMissingImports]  optional
            OPTIONAL,
            HTTPKerberosAuth,
        )
    except ImportError as error:
        raise _missing("Kerberos", "requests-kerberos") from error
    return HTTPKerberosAuth(mutual_authentication=OPTIONAL)


def _missing(kind: str, package: str) -> UsageError:
    return UsageError(
        f"{kind} takes the package {package}, which is not installed.\n  install it: pip install {package}"
    )
