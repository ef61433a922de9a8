"""How a client proves who it is in a token request (RFC 6749, section 2.3; RFC 7523; RFC 8705)."""

import base64
from typing import Any
from urllib.parse import quote_plus

from SteadyAPI.engine.token.grant import ClientAuth, Grant
from SteadyAPI.engine.token.oauth.token_request import TokenRequest

_ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


def client_auth(request: TokenRequest, supported: tuple[str, ...] = ()) -> ClientAuth:
    """Returns the way that was named, or the one that the given credentials and the provider's own list make plain.

    Args:
        request: What was asked for.
        supported: The provider's ``token_endpoint_auth_methods_supported``, if it is known.
    """
    if request.client_auth is not ClientAuth.automatic:
        return request.client_auth
    if request.client_secret is not None:
        only_post = ClientAuth.post.value in supported and ClientAuth.basic.value not in supported
        return ClientAuth.post if only_post else ClientAuth.basic
    if request.private_key is not None and request.kind is not Grant.jwt_bearer:
        return ClientAuth.private_key_jwt
    return ClientAuth.mtls if request.certificate else ClientAuth.none


def proof(request: TokenRequest, way: ClientAuth, audience: str, now: float) -> tuple[dict[str, str], dict[str, Any]]:
    """Returns the headers and the body fields that prove who the client is.

    Args:
        request: What was asked for.
        way: How the client authenticates.
        audience: Who an assertion is meant for: the provider's issuer, or its token endpoint.
        now: Seconds since 1970.
    """
    if request.client_id is None or request.kind is Grant.login:
        return {}, {}
    client_id = request.client_id
    if way in {ClientAuth.basic, ClientAuth.basic_raw}:
        secret = request.needed("client_secret", "${SECRET}")
        return {"Authorization": f"Basic {_basic(client_id, secret, encode=way is ClientAuth.basic)}"}, {}
    if way is ClientAuth.post:
        return {}, {"client_id": client_id, "client_secret": request.needed("client_secret", "${SECRET}")}
    if way in {ClientAuth.mtls, ClientAuth.none}:
        return {}, {"client_id": client_id}
    assertion = client_assertion(request, way, audience, now)
    return {}, {"client_id": client_id, "client_assertion_type": _ASSERTION_TYPE, "client_assertion": assertion}


def client_assertion(request: TokenRequest, way: ClientAuth, audience: str, now: float) -> str:
    """Returns a signed statement of the client about itself (RFC 7523, section 3)."""
    from SteadyAPI.engine.token.oauth.client_assertion import signed, signed_with_secret  # noqa: PLC0415  most clients sign nothing

    claims = {"iss": request.client_id, "sub": request.client_id, "aud": audience}
    if way is ClientAuth.client_secret_jwt:
        return signed_with_secret(claims, request.needed("client_secret", "${SECRET}"), now)
    key = request.needed("private_key", "${CURDIR}/client.pem")
    return signed(claims, key, now, algorithm=request.algorithm, key_id=request.key_id)


def user_assertion(request: TokenRequest, audience: str, now: float) -> str:
    """Returns a signed statement of the client about a user (RFC 7523, section 2.1), for the JWT bearer grant."""
    from SteadyAPI.engine.token.oauth.client_assertion import signed  # noqa: PLC0415  see client_assertion

    client_id = request.needed("client_id", "qa")
    claims = {"iss": client_id, "sub": request.username or client_id, "aud": request.audience or audience}
    if request.scope:
        claims["scope"] = request.scope
    key = request.needed("private_key", "${CURDIR}/client.pem")
    return signed(claims, key, now, algorithm=request.algorithm, key_id=request.key_id)


def has_odd_characters(request: TokenRequest) -> bool:
    """Returns whether form-encoding changes the client's id or secret."""
    texts = (request.client_id or "", request.client_secret or "")
    return any(quote_plus(text) != text for text in texts)


def _basic(client_id: str, secret: str, *, encode: bool) -> str:
    pair = (quote_plus(client_id), quote_plus(secret)) if encode else (client_id, secret)
    return base64.b64encode(":".join(pair).encode()).decode()
