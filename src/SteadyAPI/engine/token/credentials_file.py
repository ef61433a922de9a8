"""Credentials that stand in the environment or in a file instead of in the suite."""

import json
import os
from dataclasses import fields
from pathlib import Path

from SteadyAPI.engine.token.oauth.token_request import SECRET_FIELDS, TokenRequest
from SteadyAPI.errors import UsageError

_PREFIX = "env:"
NAMES = tuple(item.name for item in fields(TokenRequest) if item.name in {"username", "client_id", *SECRET_FIELDS})


def credentials_at(place: str) -> dict[str, str]:
    """Returns the credentials of a place by the names of the options.

    Args:
        place: ``env:QA`` for variables such as ``QA_PASSWORD``, or the path of a JSON file.

    Raises:
        UsageError: When there are none, or the file can't be read or holds anything else.
    """
    if place.startswith(_PREFIX):
        return _in_environment(place.removeprefix(_PREFIX).rstrip("_").upper())
    return _in_file(Path(place))


def key_text(given: str) -> str:
    """Returns a private key's text: what was given, or what stands in the file of that path.

    Raises:
        UsageError: When it is neither a key's text nor a file that can be read.
    """
    if "PRIVATE KEY-----" in given or given.lstrip().startswith("{"):
        return given
    try:
        return Path(given).read_text(encoding="ascii")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not a text file"
        raise UsageError(
            f"private_key: expected PEM or JWK text, or the path of such a file; it can't be read: {reason}.\n"
            "  write for example: private_key=${CURDIR}/client.pem"
        ) from None


def _in_environment(prefix: str) -> dict[str, str]:
    found = {name: os.environ[f"{prefix}_{name.upper()}"] for name in NAMES if f"{prefix}_{name.upper()}" in os.environ}
    if not found:
        raise UsageError(
            f"credentials: expected environment variables such as {prefix}_CLIENT_ID and {prefix}_CLIENT_SECRET, "
            "got none of them.\n"
            f"  the names are: {', '.join(f'{prefix}_{name.upper()}' for name in NAMES)}"
        )
    return found


def _in_file(path: Path) -> dict[str, str]:
    how = f'\n  write into it for example: {{"client_id": "qa", "client_secret": "..."}}; names: {", ".join(NAMES)}'
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"credentials: {path} can't be read: {error.strerror}.{how}") from error
    except ValueError:
        # Not chained: the error holds the text of the file.
        raise UsageError(f"credentials: {path} holds no JSON.{how}") from None
    if not isinstance(content, dict) or not all(isinstance(value, str) for value in content.values()):
        raise UsageError(f"credentials: {path} must hold a JSON object of texts.{how}")
    unknown = [name for name in content if name not in NAMES]
    if unknown or not content:
        raise UsageError(f"credentials: {path} has {', '.join(unknown) or 'nothing in it'}.{how}")
    return content
