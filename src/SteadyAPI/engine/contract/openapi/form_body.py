"""Form bodies as JSON values: ``application/x-www-form-urlencoded`` and ``multipart/form-data`` (RFC 7578)."""

import json
from collections.abc import Iterator, Mapping
from email.message import Message
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from SteadyAPI.engine.contract.openapi.media import described_type, is_json, without_parameters
from SteadyAPI.engine.contract.openapi.parameter_style import Serialization
from SteadyAPI.engine.contract.openapi.text_value import Resolve, items_of, properties_of, property_of, types_of

_STYLE = frozenset({"allowReserved", "explode", "style"})
"""With one of these a field is written as a parameter is (OAS 3.1.1, section 4.8.15, Encoding Object)."""
FORM_TYPES = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})


class Field(NamedTuple):
    """One field: its text, and the media type that a part of a multipart body names."""

    name: str
    text: str
    media_type: str = ""


def form_fields(content_type: str, body: bytes) -> list[Field]:
    """Returns the fields of a form body, in their order; bytes of files as Latin-1 text.

    Args:
        content_type: The header with its parameters; a multipart body names its boundary there.
        body: The body as it was sent.
    """
    header = _header(content_type)
    if not header.get_content_type().startswith("multipart/"):
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
        return [Field(name, value) for name, value in pairs]
    boundary = b"--" + str(header.get_param("boundary", "")).encode()
    parts = (b"\r\n" + body).split(b"\r\n" + boundary)[1:]
    return [_part(part) for part in parts if not part.startswith(b"--")]


def form_value(fields: list[Field], schema: Any, encoding: Mapping[str, Any], resolve: Resolve) -> dict[str, Any]:
    """Returns the object that a form stands for, as texts, lists and parsed JSON; types of texts come later.

    Args:
        fields: The fields in their order.
        schema: The schema of the body, which says what its properties are.
        encoding: The Encoding Objects of the media type, by property (OAS 3.1.1, section 4.8.15).
        resolve: Returns what a ``$ref`` leads to.
    """
    pairs = [(field.name, field.text) for field in fields]
    media_types = {field.name: field.media_type for field in fields}
    value: dict[str, Any] = {}
    for name in dict.fromkeys([*properties_of(schema, resolve), *(name for name, _ in pairs if "[" not in name)]):
        part = property_of(schema, name, resolve)
        described = encoding.get(name)
        described = described if isinstance(described, Mapping) else {}
        as_json = is_json(media_types.get(name) or str(described.get("contentType", "")))
        types = types_of(part, resolve)
        is_parsed = as_json or "object" in types | types_of(items_of(part, resolve), resolve)
        is_styled = not _STYLE.isdisjoint(described)
        style = described if is_styled else {**described, "style": "form", "explode": True}
        # An object in a form is JSON unless a style is named; its properties are not fields of their own.
        looked_for = types if is_styled else types - {"object"}
        raw = Serialization(name, "query", style, pairs).raw_values(looked_for, list(properties_of(part, resolve)))
        texts = [text for field, text in pairs if field == name]
        if not raw and texts:
            raw = [texts[-1]]
        if raw:
            value[name] = _whole_list(_parsed(raw[0]), is_whole=as_json) if is_parsed else raw[0]
    return value


def wrong_media_types(fields: list[Field], encoding: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yields the parts that came as another media type than described: name, media types that fit, and what came.

    A part that names none is let be: most clients send texts so.

    Args:
        fields: The fields of a multipart body.
        encoding: The Encoding Objects of the media type; ``contentType`` is one media type or several, with commas.
    """
    for field in fields:
        described = encoding.get(field.name)
        wanted = described.get("contentType") if isinstance(described, Mapping) else None
        if field.media_type and isinstance(wanted, str):
            types = [each.strip() for each in wanted.split(",")]
            if described_type(dict.fromkeys(types), field.media_type) is None:
                yield field.name, " or ".join(types), field.media_type


def _parsed(raw: Any) -> Any:
    """Parses a field that may be JSON; a text that isn't stays as it is, for the schema to refuse."""
    if isinstance(raw, list):
        return [_parsed(each) for each in raw]
    try:
        return json.loads(raw) if isinstance(raw, str) else raw
    except ValueError:
        return raw


def _whole_list(value: Any, *, is_whole: bool) -> Any:
    """Returns a list that one field has as JSON, and not a list of that list."""
    one_list = is_whole and isinstance(value, list) and len(value) == 1 and isinstance(value[0], list)
    return value[0] if one_list else value


def _part(part: bytes) -> Field:
    head, _, content = part.partition(b"\r\n\r\n")
    lines = (line.partition(":") for line in head.decode("utf-8", "replace").splitlines())
    headers = {name.strip().lower(): value.strip() for name, _, value in lines}
    name = _header(headers.get("content-disposition", ""), "Content-Disposition").get_param(
        "name", "", "content-disposition"
    )
    file = "filename" in headers.get("content-disposition", "")
    media_type = without_parameters(headers.get("content-type", ""))
    is_text = not file or is_json(media_type)
    return Field(str(name), content.decode("utf-8" if is_text else "latin-1", "replace"), media_type)


def _header(value: str, name: str = "Content-Type") -> Message:
    message = Message()
    message[name] = value
    return message
