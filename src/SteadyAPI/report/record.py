"""One line of ``api-requests.jsonl``: a request or another event of a run, as plain JSON values.

The shape is published in ``api-requests.schema.json``; times are in seconds, sizes in bytes.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from SteadyAPI.engine.exchange import Attempt, Exchange
from SteadyAPI.redaction.artefact.unit import Masker
from SteadyAPI.redaction.masking import MASK
from SteadyAPI.report.log_entry.curl import curl
from SteadyAPI.report.plain_text import cut

_LONGEST_CURL_BODY = 100_000
_LONGEST_MESSAGE = 300
_MICRO = 6
_TAG = re.compile(r"<[^>]*>")
Location = tuple[str, str]
"""The full name and the id of the running test, or of the suite between tests."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def request_record(exchange: Exchange, location: Location, mask: Masker, kind: str = "request") -> dict[str, Any]:
    """Returns the masked record of an exchange; an absent field means that it didn't happen.

    Its texts are masked one by one: most repeat those of the request before, whose masks the registry has cached.
    """
    response = exchange.response
    record: dict[str, Any] = {
        "kind": kind,
        "at": exchange.started.isoformat(timespec="milliseconds"),
        "method": mask(exchange.request.method),
        "url": mask(exchange.sent.url),
        "elapsed": round(exchange.elapsed, _MICRO),
        "expected": exchange.as_expected,
        **{key: mask(value) for key, value in _location_fields(location).items()},
        "tries": [_attempt_fields(attempt, mask) for attempt in exchange.attempts],
    }
    if exchange.alias:
        record["session"] = mask(exchange.alias)
    if response is not None:
        record |= {"status": response.status, "bytes": len(response.content)}
        if response.content_type:
            record["type"] = mask(response.content_type)
    if exchange.failure is not None:
        record["failure"] = exchange.failure.kind.value
    if exchange.note:
        record["note"] = mask(exchange.note)
    trace = str(exchange.sent.headers.get("traceparent", "")).split("-")
    if len(trace) > 1:
        record["trace"] = mask(trace[1])
    if not exchange.as_expected:
        record["wanted"] = mask(exchange.expected.text)
        record["curl"] = curl(exchange.last_sent, mask, longest=_LONGEST_CURL_BODY)
    return record


def note_record(kind: str, facts: Mapping[str, Any], location: Location) -> dict[str, Any]:
    """Returns the record of an event that is no request."""
    return {"kind": kind, **_location_fields(location), **facts}


def result_record(status: str, message: str, location: Location) -> dict[str, Any]:
    """Returns the record of the end of a test; a failed one has the first line of its message."""
    return note_record(
        "test", {"status": status, **({"message": first_line(message)} if status == "FAIL" else {})}, location
    )


def first_line(message: str) -> str:
    """Returns the first line of a failure message, and the one after it when that only announces it.

    Robot Framework writes ``Several failures occurred:`` and ``Setup failed:`` on a line of their own.
    """
    text = _TAG.sub(" ", message.removeprefix("*HTML*")) if message.startswith("*HTML*") else message
    said = ""
    for part in filter(None, map(str.strip, text.splitlines())):
        said = f"{said} {part}".strip()
        if not part.endswith(":"):
            break
    return cut(said, _LONGEST_MESSAGE)


def line(record: Any) -> str:
    """Returns a record as one line of JSON."""
    return _encode(record)


def masked_line(record: Mapping[str, Any], mask: Masker) -> str:
    """Returns a record as one line of JSON without secrets."""
    return masked_json(line(record), mask)


def masked_json(text: str, mask: Masker) -> str:
    """Masks a JSON text; where masking it as text would break it, every text in it by itself."""
    masked = mask(text)
    if masked is text or _is_json(masked):
        return masked
    return line(_masked(json.loads(text), mask))


def _location_fields(location: Location) -> dict[str, str]:
    name, test_id = location
    return {key: value for key, value in (("test", name), ("test_id", test_id)) if value}


def _attempt_fields(attempt: Attempt, mask: Masker) -> dict[str, Any]:
    facts: dict[str, Any] = {"outcome": attempt.outcome, "took": round(attempt.took, _MICRO)}
    if attempt.at:
        facts["at"] = round(attempt.at, _MICRO)
    if attempt.reused:
        facts["reused"] = True
    if attempt.waited is not None:
        facts["waited"] = round(attempt.waited, _MICRO)
    if attempt.wait_reason:
        facts["why"] = mask(attempt.wait_reason)
    if attempt.sent is not None:
        facts |= {"method": mask(attempt.sent.method), "url": mask(attempt.sent.url)}
    if attempt.phases:
        facts["phases"] = {name: round(seconds, _MICRO) for name, seconds in attempt.phases.items()}
    return facts


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _masked(value: Any, mask: Masker) -> Any:
    """Masks every text by itself; a number whose name marks it as a secret becomes the mask."""
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, Mapping):
        return {mask(str(key)): _masked(item, mask) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_masked(item, mask) for item in value]
    return value if MASK not in mask(json.dumps(value)) else MASK
