"""The key of a run: what is shared lies encrypted on the Redis server, under names that say nothing."""

import binascii
import hashlib
import hmac
import os
from base64 import b64decode

from SteadyAPI.errors import UsageError

VARIABLE = "STEADYAPI_SHARED_KEY"
_LENGTH = 32
_NONCE = 12
_HOW = (
    "\n  make one for each run and give it to all machines: "
    'python -c "import secrets; print(secrets.token_urlsafe(32))"'
)


class RunKey:
    """Encrypts values, and hides the names that they are kept under.

    Values are sealed with AES-256-GCM (NIST SP 800-38D) under a nonce of their own, and bound to their name: a value
    that was moved or changed isn't opened. Names are HMAC-SHA-256 (RFC 2104). Both keys come from the run's by HKDF
    (RFC 5869).
    """

    def __init__(self, key: bytes) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  an extra

        self._cipher = AESGCM(_derived(key, b"values"))
        self._naming = _derived(key, b"names")

    def hidden(self, name: str) -> str:
        """Returns what stands for a name: always the same, and nothing that the name could be read from."""
        return hmac.digest(self._naming, name.encode(), "sha256").hex()[:_LENGTH]

    def sealed(self, text: str, name: str) -> bytes:
        """Encrypts a value that is kept under a name."""
        nonce = os.urandom(_NONCE)
        return nonce + self._cipher.encrypt(nonce, text.encode(), name.encode())

    def opened(self, value: bytes, name: str) -> str | None:
        """Decrypts a value; ``None`` when it was sealed with another key or under another name, or was changed."""
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415  an extra

        try:
            return self._cipher.decrypt(value[:_NONCE], value[_NONCE:], name.encode()).decode()
        except (InvalidTag, ValueError):
            return None


def key_bytes(text: str | None) -> bytes:
    """Reads a key: 32 bytes in base64, with either alphabet, or in hex.

    Raises:
        UsageError: When it is missing or anything else.
    """
    given = (text or "").strip()
    if not given:
        raise UsageError(
            f"shared: expected the key of the run in the environment variable {VARIABLE}, got none: what is shared is "
            f"encrypted, because Redis is no vault.{_HOW}"
        )
    try:
        if len(given) == 2 * _LENGTH:
            key = bytes.fromhex(given)
        else:
            plain = given.rstrip("=").replace("-", "+").replace("_", "/")
            key = b64decode(plain + "=" * (-len(plain) % 4), validate=True)
    except (ValueError, binascii.Error):
        key = b""
    # A random key repeats few of its bytes; one that somebody typed repeats most.
    if len(key) != _LENGTH or len(set(key)) < _LENGTH // 2:
        raise UsageError(
            f"shared: expected 32 random bytes in base64 or hex in the environment variable {VARIABLE}, got "
            f"{len(given)} characters that are none.{_HOW}"
        )
    return key


def run_prefix(run: str) -> str:
    """Returns what all names of a run begin with on the server; whoever has no key of the run can make it too."""
    return f"steadyapi:{hashlib.sha256(run.encode()).hexdigest()[:16]}"


def _derived(key: bytes, purpose: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415  an extra
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415  as above

    return HKDF(SHA256(), _LENGTH, salt=None, info=b"SteadyAPI shared " + purpose).derive(key)
