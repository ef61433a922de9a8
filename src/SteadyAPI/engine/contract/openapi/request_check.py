"""Checks a request against what an operation asks for: parameters and body."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from SteadyAPI.engine.charset import text_of
from SteadyAPI.engine.contract.body import parsed
from SteadyAPI.engine.contract.json_schema.validator import mismatches, violations_of
from SteadyAPI.engine.contract.normalized_path import json_path
from SteadyAPI.engine.contract.openapi.description import Description
from SteadyAPI.engine.contract.openapi.form_body import FORM_TYPES, form_fields, form_value, wrong_media_types
from SteadyAPI.engine.contract.openapi.media import described_type, is_json, is_text, without_parameters
from SteadyAPI.engine.contract.openapi.parameter_style import Pairs, Written, parameter_violations
from SteadyAPI.engine.contract.openapi.route import Operation, parameters_in
from SteadyAPI.engine.contract.openapi.text_value import text_mismatches, types_of
from SteadyAPI.engine.contract.union_mismatches import Finding
from SteadyAPI.engine.contract.violation import ABSENT, PRESENT, Violation
from SteadyAPI.engine.exchange import SentRequest
from SteadyAPI.engine.header_text import header_text

_UNDESCRIBED_HEADERS = frozenset({"accept", "authorization", "content-type"})
"""Header parameters of these names count for nothing (OAS 3.1.1, section 4.8.12, Parameter Object: name)."""

Keys = tuple[str, ...]


def check_request(description: Description, operation: Operation, sent: SentRequest) -> tuple[Violation, ...]:
    """Returns every mismatch between a request as it was sent and its description.

    Raises:
        SchemaError: When the document's own schema can't be used.
    """
    return (*_parameters(description, operation, sent), *_body(description, operation, sent))


def _parameters(description: Description, operation: Operation, sent: SentRequest) -> Iterator[Violation]:
    pairs = _sent_pairs(operation, sent)
    described: dict[tuple[str, str], tuple[Keys, Mapping[str, Any]]] = {}
    for keys, owner in ((operation.path_keys, operation.item), (operation.keys, operation.description)):
        for number, part in enumerate(owner.get("parameters") or ()):
            at, parameter = description.follow((*keys, "parameters", str(number)), part)
            described[str(parameter.get("in")), str(parameter.get("name"))] = at, parameter
    for (where, name), (at, parameter) in described.items():
        if where in pairs and not (where == "header" and name.lower() in _UNDESCRIBED_HEADERS):
            written = Written(
                f"request {where} {name}", name.lower() if where == "header" else name, where, pairs[where]
            )
            yield from parameter_violations(description, at, parameter, written)


def _sent_pairs(operation: Operation, sent: SentRequest) -> dict[str, Pairs]:
    parts = urlsplit(sent.url)
    starts = (index for index, character in enumerate(parts.path) if character == "/")
    path = next((found for start in starts if (found := parameters_in(operation.path, parts.path[start:]))), {})
    headers = [(name.lower(), header_text(value)) for name, value in sent.headers.items()]
    cookies = "; ".join(value for name, value in headers if name == "cookie")
    return {
        "path": list(path.items()),
        "query": parse_qsl(parts.query, keep_blank_values=True),
        "header": headers,
        "cookie": [(name.strip(), value) for name, _, value in (pair.partition("=") for pair in cookies.split(";"))],
    }


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
    header = next((header_text(value) for name, value in sent.headers.items() if name.lower() == "content-type"), "")
    media_type = described_type(content, header)
    if media_type is None:
        yield Violation("request content type", " or ".join(content), header or ABSENT)
    elif isinstance(sent.body, bytes | str) and isinstance(content[media_type].get("schema"), dict):
        body = sent.body.encode() if isinstance(sent.body, str) else sent.body
        yield from _content(description, (*keys, "content", media_type), content[media_type], header, body)


def _content(
    description: Description, keys: Keys, described: Mapping[str, Any], header: str, body: bytes
) -> Iterator[Violation]:
    came = without_parameters(header)
    schema, resolve = described["schema"], description.schemas.resolve
    found: Iterable[Finding] = ()
    if is_json(came):
        try:
            value = parsed(body)
        except ValueError as error:
            yield Violation("request body", "JSON", str(error))
            return
        found = mismatches(description.validator(*keys, "schema", request=True), value)
    elif came in FORM_TYPES:
        fields, own = form_fields(header, body), described.get("encoding")
        encoding = own if isinstance(own, Mapping) else {}
        for name, wanted, part in wrong_media_types(fields, encoding):
            yield Violation(f"request {json_path((name,))} content type", wanted, part)
        form = form_value(fields, schema, encoding, resolve)
        found = text_mismatches(description.validator(*keys, "schema", request=True), [form], schema, resolve)
    elif is_text(came, types_of(schema, resolve)):
        validator = description.validator(*keys, "schema", request=True)
        found = text_mismatches(validator, [text_of(body, header)], schema, resolve)
    for each in violations_of(found):
        yield Violation(f"request {each.path}", each.expected, each.got, each.hint)
