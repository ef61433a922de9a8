"""A listener that takes redaction away, to prove that the secrets are there to be seen."""

from SteadyAPI.redaction import registry

ROBOT_LISTENER_API_VERSION = 3


def _mask(_registry: registry.SecretRegistry, text: str) -> str:
    return text


registry.SecretRegistry.mask = _mask  # type: ignore[method-assign]
