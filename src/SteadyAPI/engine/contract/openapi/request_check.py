"""Checks a request against what an operation asks for: parameters and body."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from SteadyAPI.engine.contract.body import parsed
from SteadyAPI.engine.contract.json_schema.validator import mismatches, violations_of
from SteadyAPI.engine.contract.openapi.description import Description
from SteadyAPI.engine.contract.openapi.media import described_type, is_json
from SteadyAPI.engine.contract.openapi.route import Operation, parameters_in
from SteadyAPI.engine.contract.openapi.text_value import value_of
from SteadyAPI.engine.contract.violation import ABSENT, PRESENT, Violation
from SteadyAPI.engine.exchange import SentRequest


def check_request(description: Description, operation: Operation, sent: SentRequest) -> tuple[Violation, ...]:
    """Returns every mismatch between a request as it was sent and its description.

    Raises:
        SchemaError: When the document's own schema can't be used.
    """
    return (*_parameters(description, operation, sent), *_body(description, operation, sent))


def _parameters(description: Description, operation: Operation, sent: SentRequest) -> Iterator[Violation]:
    values = _sent_values(operation, sent)
    described: dict[tuple[str, str], tuple[tuple[str, ...], Mapping[str, Any]]] = {}
    for keys, owner in ((operation.keys[:-1], operation.item), (operation.keys, operation.description)):
        for number, part in enumerate(owner.get("parameters") or ()):
            place, parameter = description.follow((*keys, "parameters", str(number)), part)
            described[str(parameter.get("in")), str(parameter.get("name"))] = place, parameter
    for (where, name), (place, parameter) in described.items():
        if where in values:
            yield from _parameter(description, place, parameter, values[where].get(_folded(where, name)))


def _sent_values(operation: Operation, sent: SentRequest) -> dict[str, dict[str, Any]]:
    parts = urlsplit(sent.url)
    path = next(
        (
            parameters_in(operation.path, parts.path[place:])
            for place in range(len(parts.path))
            if parts.path[place] == "/" and parameters_in(operation.path, parts.path[place:])
        ),
        {},
    )
    headers = {name.lower(): _text(value) for name, value in sent.headers.items()}
    return {"path": path, "query": parse_qs(parts.query, keep_blank_values=True), "header": headers}


def _folded(where: str, name: str) -> str:
    return name.lower() if where == "header" else name


def _parameter(
    description: Description, keys: tuple[str, ...], parameter: Mapping[str, Any], value: Any
) -> Iterator[Violation]:
    where = f"request {parameter['in']} {parameter['name']}"
    if value is None:
        if parameter.get("required") is True:
            yield Violation(where, PRESENT, ABSENT)
        return
    if not isinstance(parameter.get("schema"), dict) or parameter.get("style") in {"deepObject", "matrix", "label"}:
        return
    schema = description.follow(keys, parameter["schema"])[1]
    for found in violations_of(mismatches(description.validator(*keys, "schema"), _typed(value, schema))):
        yield Violation(f"{where}{found.path[1:]}", found.expected, found.got, found.hint)


def _typed(value: Any, schema: Mapping[str, Any]) -> Any:
    """Types a value; a query has lists, because a name may stand there several times."""
    if isinstance(value, list) and schema.get("type") == "array" and len(value) > 1:
        items = schema.get("items")
        return [value_of(item, items if isinstance(items, Mapping) else {}) for item in value]
    return value_of(value[-1] if isinstance(value, list) else value, schema)


def _body(description: Description, operation: Operation, sent: SentRequest) -> Iterator[Violation]:
    described = operation.description.get("requestBody")
    if not described:
        return
    keys, promise = description.follow((*operation.keys, "requestBody"), described)
    content = promise.get("content") or {}
    if not sent.body:
        if promise.get("required") is True:
            yield Violation("request body", " or ".join(content) or PRESENT, ABSENT)
        return
    came = next((_text(value) for name, value in sent.headers.items() if name.lower() == "content-type"), "")
    came = came.partition(";")[0].strip().lower()
    media_type = described_type(content, came)
    if media_type is None:
        yield Violation("request content type", " or ".join(content), came or ABSENT)
    elif is_json(came) and isinstance(sent.body, bytes | str) and isinstance(content[media_type].get("schema"), dict):
        yield from _json_body(description, (*keys, "content", media_type, "schema"), sent.body)


def _json_body(description: Description, keys: tuple[str, ...], text: bytes | str) -> Iterator[Violation]:
    try:
        body = parsed(text.encode() if isinstance(text, str) else text)
    except ValueError as error:
        yield Violation("request body", "JSON", str(error))
        return
    for found in violations_of(mismatches(description.validator(*keys), body)):
        yield Violation(f"request {found.path}", found.expected, found.got, found.hint)


def _text(value: Any) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)
