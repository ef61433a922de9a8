"""The ways to get a token, and the ways a client proves who it is, as the suite names them."""

from enum import Enum


class Grant(Enum):
    """What a token is given for (RFC 6749, 7523, 8628 and 8693)."""

    automatic = "automatic"
    """What the given credentials make plain."""
    password = "password"  # noqa: S105  a grant's name
    """A user's name and password."""
    client_credentials = "client_credentials"
    """The client itself."""
    refresh_token = "refresh_token"  # noqa: S105  a grant's name
    """A refresh token from an earlier response."""
    jwt_bearer = "urn:ietf:params:oauth:grant-type:jwt-bearer"
    """A signed assertion about a user."""
    token_exchange = "urn:ietf:params:oauth:grant-type:token-exchange"  # noqa: S105  a grant's name
    """Another token."""
    authorization_code = "authorization_code"
    """A sign-in on the provider's own form, with PKCE."""
    device_code = "urn:ietf:params:oauth:grant-type:device_code"
    """A code that somebody approves elsewhere."""
    login = "login"
    """A service's own login: the fields are posted as they are, without a grant type."""


class ClientAuth(Enum):
    """How a client proves who it is (RFC 6749, section 2.3; RFC 7523; RFC 8705)."""

    automatic = "automatic"
    """What the given credentials, and the provider's own list, make plain."""
    basic = "client_secret_basic"
    """Basic authentication; id and secret are form-encoded first, as the RFC says."""
    basic_raw = "basic_raw"
    """Basic authentication without that encoding, for servers that don't undo it."""
    post = "client_secret_post"
    """Id and secret in the body."""
    client_secret_jwt = "client_secret_jwt"  # noqa: S105  a method's name
    """An assertion signed with the client's secret."""
    private_key_jwt = "private_key_jwt"
    """An assertion signed with the client's private key."""
    mtls = "tls_client_auth"
    """The certificate of the TLS connection; the id goes into the body."""
    none = "none"
    """A public client: the id alone."""


class BodyFormat(Enum):
    """How the fields of a token request are written."""

    form = "form"
    json = "json"
