"""The ``Idempotency-Key`` header (draft-ietf-httpapi-idempotency-key-header): what makes a POST safe to send again."""

from collections.abc import Mapping

from SteadyAPI.engine.exchange import IDEMPOTENT

HEADER = "Idempotency-Key"
AUTO, NONE = "auto", "none"


def with_key(headers: Mapping[str, str], method: str, setting: str | None) -> Mapping[str, str]:
    """Returns the headers with the key that is asked for; a key of the suite stays.

    Args:
        headers: The request's headers.
        method: An idempotent method needs no made-up key.
        setting: ``auto`` makes a fresh key for every request (the same for all its attempts), ``none`` or ``None``
            adds nothing, any other text is the key.
    """
    if setting is None or setting == NONE or any(name.lower() == HEADER.lower() for name in headers):
        return headers
    if setting == AUTO:
        if method in IDEMPOTENT:
            return headers
        from uuid import uuid4  # noqa: PLC0415  only sessions that ask for keys pay for it

        setting = str(uuid4())
    return {**headers, HEADER: setting}
