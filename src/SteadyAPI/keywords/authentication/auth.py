"""Making authentication objects for sessions and requests."""

from typing import Any

from robot.api.deco import keyword

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.group import KeywordGroup
from SteadyAPI.robot_compat import Secret


class AuthKeywords(KeywordGroup):
    """What ``auth`` takes beside a user name and a password."""

    @keyword(tags=["Session"])
    def create_digest_auth(self, username: Secret | str | None, password: Secret | str | None) -> Any:
        """Makes digest authentication (RFC 7616), to be given to a session or request as `auth`.

        Args:
            username: The user's name.
            password: The user's password.

        Raises:
            UsageError: When one of them is `${None}`.

        Examples:
        ```robotframework
        *** Test Cases ***
        A User Signs In By Digest
            ${auth} =    Create Digest Auth    ada    ${PASSWORD}
            Create Session    shop    ${BASE_URL}    auth=${auth}
            GET    /account
        ```
        """
        from SteadyAPI.engine.transport.auth.objects import digest_auth

        return digest_auth(self._open(_given(username, "username"), "username"), self._password(password))

    @keyword(name="Create NTLM Auth", tags=["Session"])
    def create_ntlm_auth(
        self, username: Secret | str | None, password: Secret | str | None, domain: str | None = None
    ) -> Any:
        """Makes NTLM authentication, to be given to a session or request as `auth`.

        It takes the package `requests-ntlm`.

        Args:
            username: The user's name.
            password: The user's password.
            domain: The user's domain.

        Raises:
            UsageError: When the package is not installed, or name or password is `${None}`.

        Examples:
        ```robotframework
        *** Test Cases ***
        A User Of The Domain Signs In
            ${auth} =    Create NTLM Auth    ada    ${PASSWORD}    domain=OFFICE
            Create Session    intranet    ${BASE_URL}    auth=${auth}
            GET    /account
        ```
        """
        from SteadyAPI.engine.transport.auth.objects import ntlm_auth

        return ntlm_auth(self._open(_given(username, "username"), "username"), self._password(password), domain)

    @keyword(tags=["Session"])
    def create_kerberos_auth(self) -> Any:
        """Makes Kerberos authentication with the tickets of whoever runs the tests, to be given as `auth`.

        It takes the package `requests-kerberos`.

        Raises:
            UsageError: When the package is not installed.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Ticket Opens The Intranet
            ${auth} =    Create Kerberos Auth
            Create Session    intranet    ${BASE_URL}    auth=${auth}
            GET    /account
        ```
        """
        from SteadyAPI.engine.transport.auth.objects import kerberos_auth

        return kerberos_auth()

    @keyword(name="Create AWS Auth", tags=["Session"])
    def create_aws_auth(
        self,
        access_key: Secret | str,
        secret_key: Secret | str,
        *,
        region: str,
        service: str,
        session_token: Secret | str | None = None,
    ) -> Any:
        """Makes a signer by AWS Signature Version 4, to be given to a session or request as `auth`.

        Args:
            access_key: The id of the access key.
            secret_key: The secret of the access key.
            region: Such as `eu-central-1`.
            service: Such as `execute-api` or `s3`.
            session_token: The token of temporary credentials.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Signed Request Reaches The Gateway
            ${auth} =    Create AWS Auth    ${KEY}    ${SECRET}    region=eu-central-1    service=execute-api
            Create Session    gateway    ${BASE_URL}    auth=${auth}
            GET    /orders
        ```
        """
        from SteadyAPI.engine.transport.auth.aws import AwsAuth

        return AwsAuth(
            self._open(access_key, "access_key"),
            self._secret(secret_key, "secret_key"),
            region=region,
            service=service,
            session_token=None if session_token is None else self._secret(session_token, "session_token"),
        )

    def _password(self, password: Any) -> str:
        return self._secret(_given(password, "password"), "password")


def _given(value: Any, name: str) -> Any:
    """Returns a name or password.

    Raises:
        UsageError: When there is none; an empty one is one.
    """
    if value is None:
        raise UsageError(f"{name}: expected text or a Secret, got None: is a variable not set?")
    return value
