"""Robot Framework's ``Secret`` in keyword arguments: opened here, and registered for redaction in the same step."""

from collections.abc import Mapping
from typing import Any

from SteadyAPI.errors import UsageError
from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.robot_compat import Secret

_PLACEHOLDER = str(Secret(""))


def reveal(value: Any, secrets: SecretRegistry, name: str) -> Any:
    """Returns an argument with every ``Secret`` in it replaced by its value, which is registered for redaction.

    Args:
        value: Any argument; mappings, lists and tuples are looked through at any depth.
        secrets: Where the values are registered.
        name: The argument's name for the message.

    Raises:
        UsageError: When a text holds ``<secret>``: a secret was embedded in a text and its value is lost.
    """
    if value is None:
        return None
    if isinstance(value, Secret):
        secrets.register(value.value)
        return value.value
    if isinstance(value, str | bytes | bytearray):
        return _without_placeholder(value, name)
    if isinstance(value, Mapping):
        return {
            reveal(key, secrets, name): reveal(item, secrets, f"{name}[{key}]" if isinstance(key, str) else name)
            for key, item in value.items()
        }
    if isinstance(value, list | tuple):
        opened = [reveal(item, secrets, name) for item in value]
        return opened if isinstance(value, list) else tuple(opened)
    return value


def _without_placeholder(text: Any, name: str) -> Any:
    """Returns the text; fails when a ``Secret`` was embedded in it."""
    placeholder: Any = _PLACEHOLDER if isinstance(text, str) else _PLACEHOLDER.encode()
    if placeholder in text:
        raise _lost(name)
    return text


def _lost(name: str) -> UsageError:
    return UsageError(
        f'{name} holds the text "{_PLACEHOLDER}": a Secret was put into a text, and its value is not in there.\n'
        "  expected the Secret itself, for example: Create Session    shop    https://...    token=${TOKEN}\n"
        "  or keep the whole text secret: VAR    ${header: Secret}    Bearer ${TOKEN}"
    )
