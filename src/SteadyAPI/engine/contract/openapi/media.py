"""Media types as OpenAPI documents name them."""

from collections.abc import Iterable
from email.message import Message

_OF_ALL = frozenset({"charset", "boundary", "q"})
"""Parameters that say how a body is written, and not what it is."""


def described_type(described: Iterable[str], came: str) -> str | None:
    """Returns the described media type that a content type belongs to: the same, then ``type/*``, then ``*/*``.

    Of several that differ in parameters, such as ``application/json; version=2``, it is the one that agrees in most;
    one that contradicts is another type. A parameter that isn't sent contradicts none.

    Args:
        described: The document's media types.
        came: The header ``Content-Type`` with its parameters, in any case.
    """
    sent, name = parameters_of(came), without_parameters(came)
    for candidate in (name, f"{name.partition('/')[0]}/*", "*/*"):
        agreeing = {
            each: _agreement(parameters_of(each), sent) for each in described if without_parameters(each) == candidate
        }
        if agreeing and max(agreeing.values()) >= 0:
            return max(agreeing, key=lambda each: agreeing[each])
    return None


def _agreement(described: dict[str, str], sent: dict[str, str]) -> float:
    """Returns how many parameters agree, less a bit for each that isn't sent; negative when one contradicts."""
    named = described.keys() - _OF_ALL
    if any(described[name] != sent[name] for name in named & sent.keys()):
        return -1
    return len(named & sent.keys()) + 1 / (1 + len(named - sent.keys()))


def without_parameters(content_type: str) -> str:
    """Returns the media type of a header, in small letters."""
    return content_type.partition(";")[0].strip().lower()


def parameters_of(content_type: str) -> dict[str, str]:
    """Returns the parameters of a header by their names in small letters; quotes are gone (RFC 9110, 8.3.1)."""
    if ";" not in content_type:
        return {}
    header = Message()
    header["Content-Type"] = content_type
    return {name.lower(): value for name, value in header.get_params([])[1:]}


def is_json(media_type: str) -> bool:
    """Returns whether bodies of a media type are JSON: ``application/json`` or one with the suffix ``+json``."""
    return without_parameters(media_type).endswith(("/json", "+json"))


def is_text(media_type: str, types: set[str]) -> bool:
    """Returns whether bodies of a media type are one text, number or boolean: ``text/*``, unless the schema is of more.

    Args:
        media_type: In small letters, without parameters.
        types: The JSON types that the schema names; none means any.
    """
    return media_type.startswith("text/") and (not types or not types <= {"array", "object"})
