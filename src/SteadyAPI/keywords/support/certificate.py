"""Paths of certificates, as users write them."""

from pathlib import Path
from typing import Any

from SteadyAPI.errors import UsageError


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


def checked_cert(cert: Any) -> Any:
    """Returns a client certificate as requests takes it: a path, or a pair of paths.

    Raises:
        UsageError: When it is neither, or a file isn't there.
    """
    if cert is None:
        return None
    paths = [str(part) for part in cert] if isinstance(cert, list | tuple) else [str(cert)]
    if len(paths) not in {1, 2}:
        raise UsageError(f"cert: expected the path of a certificate, or those of certificate and key; got {paths}.")
    for path in paths:
        _check_file("cert", path, "the path of a file")
    return paths[0] if len(paths) == 1 else tuple(paths)


def _check_file(name: str, path: str, expected: str) -> None:
    # An empty text would be the working folder here, and no verification at all to requests.
    if not path or not Path(path).exists():
        raise UsageError(f"{name}: expected {expected}; there is no {path or 'file without a name'}.")
