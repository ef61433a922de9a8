"""Paths of certificates, as users write them."""

from pathlib import Path
from typing import Any

from SteadyAPI.errors import UsageError
from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.robot_compat import Secret
from SteadyAPI.secret import reveal


def checked_ca(verify: bool | str) -> bool | str:
    """Returns what ``verify`` means; a text is the path of a CA file.

    Raises:
        UsageError: When there is no such file.
    """
    if isinstance(verify, str):
        # Robot Framework takes a text as it is where text is one of the types.
        if verify.lower() in {"true", "false"}:
            return verify.lower() == "true"
        _check_file("verify", verify, "the path of a CA file, True or False")
    return verify


def checked_cert(cert: Any, secrets: SecretRegistry) -> Any:
    """Returns a client certificate as the transport takes it: a path, a pair of paths, or these and a password.

    Args:
        cert: The path of a PEM file, or a list of the paths of certificate and key. The password of an encrypted key
            goes last, as a Secret.
        secrets: Where the password is registered for redaction.

    Raises:
        UsageError: When it is none of these, a file isn't there, or the key doesn't open.
    """
    if cert is None:
        return None
    parts = list(cert) if isinstance(cert, list | tuple) else [cert]
    password = reveal(parts.pop(), secrets, "cert") if parts and isinstance(parts[-1], Secret) else None
    if len(parts) not in {1, 2}:
        raise UsageError(
            "cert: expected the path of a certificate, or those of certificate and key; "
            f"got a list of {len(parts)} values{'' if password is None else ' and a Secret'}.\n"
            "  the password of an encrypted key goes last, as a Secret"
        )
    paths = [str(part) for part in parts]
    for path in paths:
        _check_file("cert", path, "the path of a file")
    _check_key(paths[0], paths[-1], password)
    if password is not None:
        return paths[0], paths[-1], password
    return paths[0] if len(paths) == 1 else tuple(paths)


def _check_key(certificate: str, key: str, password: str | None) -> None:
    """Loads certificate and key: what is wrong with them is said here, and nobody is prompted for a password."""
    import ssl

    encrypted = b"ENCRYPTED" in Path(key).read_bytes()
    if encrypted and password is None:
        raise UsageError(
            f"cert: the key in {key} is encrypted, and there is no password for it.\n"
            f"  write it last, as a Secret: VAR    @{{cert}}    {certificate}    {key}    ${{PASSWORD}}"
        )
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_cert_chain(certificate, key, password or "")
    except ssl.SSLError as error:
        mismatch = error.reason == "KEY_VALUES_MISMATCH"
        why = "is not the one of the certificate" if mismatch else "can't be read"
        hint = ", or the password is wrong" if encrypted else ", or there is none"
        raise UsageError(f"cert: the key in {key} {why}{'' if mismatch else hint}.") from error


def _check_file(name: str, path: str, expected: str) -> None:
    # An empty text would be the working folder here, and no verification at all to requests.
    if not path or not Path(path).exists():
        raise UsageError(f"{name}: expected {expected}; there is no {path or 'file without a name'}.")
