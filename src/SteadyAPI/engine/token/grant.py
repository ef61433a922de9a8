"""The ways to get a token, and the ways a client proves who it is, as the suite names them."""

from enum import Enum


class Grant(Enum):
    """What a token is given for (RFC 6749, 7523, 8628 and 8693).

    - `automatic`: What the given credentials make plain.
    - `password`: A user's name and password.
    - `client_credentials`: The client itself.
    - `refresh_token`: A refresh token from an earlier response.
    - `jwt_bearer`: A signed assertion about a user.
    - `token_exchange`: Another token.
    - `authorization_code`: A sign-in on the provider's own form, with PKCE.
    - `device_code`: A code that somebody approves elsewhere.
    - `login`: A service's own login: the fields are posted as they are, without a grant type.
    """

    automatic = "automatic"
    password = "password"  # noqa: S105  a grant's name
    client_credentials = "client_credentials"
    refresh_token = "refresh_token"  # noqa: S105  a grant's name
    jwt_bearer = "urn:ietf:params:oauth:grant-type:jwt-bearer"
    token_exchange = "urn:ietf:params:oauth:grant-type:token-exchange"  # noqa: S105  a grant's name
    authorization_code = "authorization_code"
    device_code = "urn:ietf:params:oauth:grant-type:device_code"
    login = "login"


class ClientAuth(Enum):
    """How a client proves who it is (RFC 6749, section 2.3; RFC 7523; RFC 8705).

    - `automatic`: What the given credentials, and the provider's own list, make plain.
    - `basic`: Basic authentication; id and secret are form-encoded first, as the RFC says.
    - `basic_raw`: Basic authentication without that encoding, for servers that don't undo it.
    - `post`: Id and secret in the body.
    - `client_secret_jwt`: An assertion signed with the client's secret.
    - `private_key_jwt`: An assertion signed with the client's private key.
    - `mtls`: The certificate of the TLS connection; the id goes into the body.
    - `none`: A public client: the id alone.
    """

    automatic = "automatic"
    basic = "client_secret_basic"
    basic_raw = "basic_raw"
    post = "client_secret_post"
    client_secret_jwt = "client_secret_jwt"  # noqa: S105  a method's name
    private_key_jwt = "private_key_jwt"
    mtls = "tls_client_auth"
    none = "none"


class BodyFormat(Enum):
    """How the fields of a token request are written.

    - `form`: Form fields (`application/x-www-form-urlencoded`), as RFC 6749 says.
    - `json`: A JSON object, for servers of their own kind.
    """

    form = "form"
    json = "json"
