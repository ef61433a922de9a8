"""The options that say how a token is got: the same for every keyword that can get one."""

from collections.abc import Mapping
from typing import Any

from SteadyAPI.engine.token.cache_scope import TokenCache
from SteadyAPI.engine.token.grant import BodyFormat, ClientAuth, Grant
from SteadyAPI.keywords.support.options import Options
from SteadyAPI.robot_compat import Secret


class TokenOptions(Options):
    """What `Get Token` and `Create Token Source` take by name."""

    issuer: str | None = None
    grant: Grant = Grant.automatic
    username: Secret | str | None = None
    password: Secret | str | None = None
    client_id: Secret | str | None = None
    client_secret: Secret | str | None = None
    client_auth: ClientAuth = ClientAuth.automatic
    credentials: str | None = None
    private_key: Secret | str | None = None
    key_id: str | None = None
    algorithm: str | None = None
    refresh_token: Secret | str | None = None
    assertion: Secret | str | None = None
    subject_token: Secret | str | None = None
    scope: Any = None
    audience: Any = None
    resource: Any = None
    fields: Mapping[str, Any] | None = None
    body: BodyFormat = BodyFormat.form
    token_path: str | None = None
    redirect_uri: str | None = None
    on_code: str | None = None
    verify: bool | str = True
    cert: Any = None
    cache: TokenCache = TokenCache.run
    shared: bool | None = None

    CLOSED = True
    DOCS = """\
    issuer: The provider's address: it is asked for its endpoints (OpenID Connect Discovery), once in a run.
    grant: What the token is given for; by default what the credentials make plain: a user name means `password`,
        a client id alone `client_credentials`, a refresh token `refresh_token`, and so on. `login` posts the fields
        without a grant type; `body=json` and `token_path` mean it too.
    username: The user's name.
    password: The user's password.
    client_id: The client's id.
    client_secret: The client's secret.
    client_auth: How the client proves who it is. By default `basic` with a secret, `private_key_jwt` with a private
        key, `mtls` with a certificate, and the id alone without any of them. With the grant `jwt_bearer` a private key
        signs the assertion alone; `private_key_jwt` has to be written there.
    credentials: Where the credentials stand: the path of a JSON file such as `{"client_id": "qa", "password": "..."}`,
        or `env:QA` for the environment variables `QA_CLIENT_ID`, `QA_CLIENT_SECRET`, `QA_USERNAME`, `QA_PASSWORD` ...
        An option given by name goes before them.
    private_key: The key that signs assertions: the path of a PEM or JWK file, or its text. It needs the extra `jwt`.
    key_id: The private key's name, when the provider knows several.
    algorithm: How assertions are signed, such as `ES256`; by default what fits the key.
    refresh_token: A refresh token from elsewhere.
    assertion: A signed assertion for the grant `jwt_bearer`; by default one is signed with the private key.
    subject_token: The token to exchange for another one.
    scope: The scopes to ask for: a list, or a text with spaces between them.
    audience: Who the token is meant for: one or a list.
    resource: The address of the service that the token is meant for, or a list of them (RFC 8707).
    fields: Further fields for the request, as a dictionary.
    body: Whether the fields go out as a `form` or as `json`.
    token_path: Where the token stands in the response, such as `data.jwt`; by default `access_token`.
    redirect_uri: The client's address for the grant `authorization_code`, as the provider knows it.
    on_code: The keyword that approves a device's code (grant `device_code`). It gets the address, the code, and the
        address with the code in it if there is one.
    verify: Whether the provider's certificate is verified, or the path of the CA file to verify it with.
    cert: The client's certificate: the path of a PEM file with certificate and key, or a list of the two paths. The
        password of an encrypted key goes last in the list, as a `Secret`.
    cache: How long the token is kept: for the `run`, the `suite`, the `test`, or not at all (`none`).
    shared: Whether parallel processes share the token: through PabotLib when it runs, else through a file that only
        the user of this system can read, deleted at the end. A library imported with `shared` shares tokens of the
        run over machines, unless this is `False`."""
