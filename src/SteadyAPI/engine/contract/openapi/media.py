"""Media types as OpenAPI documents name them."""

from collections.abc import Iterable


def described_type(described: Iterable[str], came: str) -> str | None:
    """Returns the described media type that one which came belongs to: the same, then ``type/*``, then ``*/*``.

    Args:
        described: The document's media types; their parameters don't count.
        came: A media type in small letters, without parameters.
    """
    by_name = {name.partition(";")[0].strip().lower(): name for name in described}
    for candidate in (came, f"{came.partition('/')[0]}/*", "*/*"):
        if candidate in by_name:
            return by_name[candidate]
    return None


def is_json(media_type: str) -> bool:
    """Returns whether bodies of a media type are JSON: ``application/json`` or one with the suffix ``+json``."""
    return media_type.endswith(("/json", "+json"))


def is_text(media_type: str, types: set[str]) -> bool:
    """Returns whether bodies of a media type are one text, number or boolean: ``text/*``, unless the schema is of more.

    Args:
        media_type: In small letters, without parameters.
        types: The JSON types that the schema names; none means any.
    """
    return media_type.startswith("text/") and (not types or not types <= {"array", "object"})
