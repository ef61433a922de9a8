"""Authentication objects of requests, by kind; two kinds take a package of their own."""

from typing import Any

from requests.auth import HTTPDigestAuth

from SteadyAPI.errors import UsageError


def digest_auth(username: str, password: str) -> HTTPDigestAuth:
    """Returns digest authentication (RFC 7616)."""
    return HTTPDigestAuth(username, password)


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
