"""Signed assertions (RFC 7523): the only place that needs joserfc, and it is imported when one is signed."""

import json
import uuid
from typing import Any

from SteadyAPI.errors import UsageError

_LIFE = 60
_OF_TYPE = {"RSA": "RS256", "EC": "ES256", "OKP": "Ed25519", "oct": "HS256"}
_OF_CURVE = {"P-384": "ES384", "P-521": "ES512", "Ed448": "Ed448"}


def signed(claims: dict[str, Any], key_text: str, now: float, *, algorithm: str | None, key_id: str | None) -> str:
    """Returns a JWT that lives for a minute and has an id of its own.

    Args:
        claims: What the assertion says: ``iss``, ``sub``, ``aud`` and more.
        key_text: The private key as PEM or JWK text.
        now: Seconds since 1970.
        algorithm: Such as ``RS256``; by default what fits the key.
        key_id: The key's name in the header, if it needs one; a JWK brings its own.

    Raises:
        UsageError: When the key can't be read, or the extra ``jwt`` isn't installed.
    """
    try:
        from joserfc import jwk  # noqa: PLC0415  60 ms, and most tokens are got without
        from joserfc.errors import JoseError  # noqa: PLC0415  see above
    except ImportError as error:
        raise UsageError(
            "signing an assertion needs the package joserfc, and it isn't installed.\n"
            '  install it: pip install "robotframework-steadyapi[jwt]"'
        ) from error
    try:
        is_jwk = key_text.lstrip().startswith("{")
        key = jwk.import_key(json.loads(key_text)) if is_jwk else _pem_key(key_text)
    except (ValueError, TypeError, KeyError, JoseError) as error:
        # The reason isn't shown, nor chained: it may quote the key.
        raise _no_key(type(error).__name__) from None
    return _encoded(claims, key, now, algorithm, key_id)


def signed_with_secret(claims: dict[str, Any], secret: str, now: float) -> str:
    """Returns a JWT signed with a shared secret by HMAC-SHA256 (RFC 7515): needs no package."""
    import base64  # noqa: PLC0415  rarely needed
    import hashlib  # noqa: PLC0415  rarely needed
    import hmac  # noqa: PLC0415  rarely needed

    def packed(raw: bytes) -> str:
        return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()

    parts = ({"alg": "HS256", "typ": "JWT"}, _whole(claims, now))
    head = ".".join(packed(json.dumps(part, separators=(",", ":")).encode()) for part in parts)
    return f"{head}.{packed(hmac.new(secret.encode(), head.encode(), hashlib.sha256).digest())}"


def _pem_key(text: str) -> Any:
    from cryptography.hazmat.primitives.asymmetric import ec, rsa  # noqa: PLC0415  joserfc brings it
    from cryptography.hazmat.primitives.serialization import load_pem_private_key  # noqa: PLC0415  see above
    from joserfc import jwk  # noqa: PLC0415  see signed

    loaded = load_pem_private_key(text.encode(), password=None)
    kind: Any = jwk.OKPKey
    if isinstance(loaded, rsa.RSAPrivateKey):
        kind = jwk.RSAKey
    elif isinstance(loaded, ec.EllipticCurvePrivateKey):
        kind = jwk.ECKey
    return kind.import_key(text)


def _encoded(claims: dict[str, Any], key: Any, now: float, algorithm: str | None, key_id: str | None) -> str:
    from joserfc import jwt  # noqa: PLC0415  see signed
    from joserfc.errors import JoseError  # noqa: PLC0415  see signed

    public = key.as_dict(private=False)
    chosen = algorithm or _OF_CURVE.get(public.get("crv", ""), _OF_TYPE[key.key_type])
    header = {"alg": chosen, "typ": "JWT"}
    if key_id or public.get("kid"):
        header["kid"] = key_id or str(public["kid"])
    try:
        return jwt.encode(header, _whole(claims, now), key, algorithms=[chosen])
    except (ValueError, JoseError) as error:
        raise UsageError(
            f"algorithm: the private key is of type {key.key_type}, and {chosen} can't sign with it: {error}\n"
            "  write for example: algorithm=RS256 (RSA), ES256 (EC) or Ed25519"
        ) from error


def _whole(claims: dict[str, Any], now: float) -> dict[str, Any]:
    return {**claims, "iat": int(now), "exp": int(now) + _LIFE, "jti": uuid.uuid4().hex}


def _no_key(reason: str) -> UsageError:
    return UsageError(
        f"private_key: expected an unencrypted private key as PEM or JWK, got text that isn't one ({reason}).\n"
        "  write the path of the file: private_key=${CURDIR}/client.pem"
    )
