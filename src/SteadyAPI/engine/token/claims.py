"""What a token says about itself when it is a JWT (RFC 7519): decoded, not verified, not trusted."""

import base64
import json
from typing import Any

_PARTS = 3
_ENDLESS = 100 * 365 * 86400


def claims_of(secret: str) -> dict[str, Any]:
    """Returns the claims of a JWT, and nothing for a token of any other kind."""
    parts = secret.split(".")
    if len(parts) != _PARTS:
        return {}
    try:
        padded = parts[1] + "=" * (-len(parts[1]) % 4)
        claims = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, RecursionError):
        return {}
    return claims if isinstance(claims, dict) else {}


def lifetime_in(secret: str, now: float) -> float | None:
    """Returns how long a JWT lives, in seconds: from issue to expiry, which no wrong clock can falsify, else from now.

    Args:
        secret: The token.
        now: Seconds since 1970.
    """
    claims = claims_of(secret)
    expires, issued = claims.get("exp"), claims.get("iat", now)
    if isinstance(expires, int | float) and isinstance(issued, int | float) and 0 < expires - issued < _ENDLESS:
        return float(expires - issued)
    return None
