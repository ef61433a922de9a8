"""Checks a response against what an operation promises: status, content type, headers and body."""

from collections.abc import Iterator, Mapping
from typing import Any

from SteadyAPI.engine.charset import text_of
from SteadyAPI.engine.contract.body import json_text, not_json, parsed
from SteadyAPI.engine.contract.json_schema.validator import mismatches, violations_of
from SteadyAPI.engine.contract.openapi.description import Description
from SteadyAPI.engine.contract.openapi.media import described_type, is_json, is_text
from SteadyAPI.engine.contract.openapi.parameter_style import OF_RESPONSE, Written, parameter_violations
from SteadyAPI.engine.contract.openapi.route import Operation
from SteadyAPI.engine.contract.openapi.text_value import text_mismatches, types_of
from SteadyAPI.engine.contract.violation import ABSENT, Violation
from SteadyAPI.engine.exchange import Response

_WITHOUT_BODY = frozenset({204, 205, 304})
_UNSCHEMED_HEADERS = frozenset({"accept", "authorization", "content-type"})


def check_response(description: Description, operation: Operation, response: Response) -> tuple[Violation, ...]:
    """Returns every mismatch between a response and its description.

    Raises:
        SchemaError: When the document's own schema can't be used.
    """
    described_at = _described_status(operation, response.status)
    if described_at is None:
        described = ", ".join(str(status) for status in operation.description.get("responses") or {})
        return (Violation("status", f"a described one ({described or 'none is'})", str(response.status)),)
    keys, promise = description.follow((*operation.keys, *described_at), _at(operation.description, described_at))
    return (
        *_headers(description, keys, promise, response),
        *_body(description, keys, promise, operation, response),
    )


def _described_status(operation: Operation, status: int) -> tuple[str, str] | None:
    responses = operation.description.get("responses") or {}
    for key in (str(status), f"{status // 100}XX", f"{status // 100}xx", "default"):
        if key in responses:
            return "responses", key
    return None


def _at(description: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
    value: Any = description
    for key in keys:
        value = value[key]
    return value


def _headers(
    description: Description, keys: tuple[str, ...], promise: Mapping[str, Any], response: Response
) -> Iterator[Violation]:
    came = {name.lower(): value for name, value in response.headers.items()}
    for name, promised in (promise.get("headers") or {}).items():
        if name.lower() in _UNSCHEMED_HEADERS:
            continue
        at, header = description.follow((*keys, "headers", name), promised)
        value = came.get(name.lower())
        pairs = [(name, value)] if value is not None else []
        yield from parameter_violations(description, at, header, Written(f"header {name}", name, OF_RESPONSE, pairs))


def _body(
    description: Description,
    keys: tuple[str, ...],
    promise: Mapping[str, Any],
    operation: Operation,
    response: Response,
) -> Iterator[Violation]:
    content = promise.get("content") or {}
    if not content or operation.method == "HEAD" or response.status in _WITHOUT_BODY:
        return
    if not response.content:
        yield Violation("body", " or ".join(content), ABSENT)
        return
    header = response.headers.get("Content-Type", "")
    media_type = described_type(content, header)
    if media_type is None:
        yield Violation("content type", " or ".join(content), header or ABSENT)
        return
    schema, resolve = content[media_type].get("schema"), description.schemas.resolve
    if not isinstance(schema, dict):
        return
    keys = (*keys, "content", media_type, "schema")
    if is_json(response.content_type):
        yield from _json_body(description, keys, response)
    elif is_text(response.content_type, types_of(schema, resolve)):
        text = text_of(response.content, header)
        yield from violations_of(text_mismatches(description.validator(*keys), [text], schema, resolve))


def _json_body(description: Description, keys: tuple[str, ...], response: Response) -> Iterator[Violation]:
    text = json_text(response.content)
    try:
        body = parsed(text)
    except ValueError as error:
        yield Violation("body", "JSON", not_json(response, str(error)).removeprefix("is not JSON: "))
        return
    yield from violations_of(mismatches(description.validator(*keys), body))
