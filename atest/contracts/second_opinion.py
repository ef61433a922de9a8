"""Says what schemathesis thinks of the cases on standard input; in an environment of its own.

In: a JSON list of [document path, method, path template, status, media type, body].
Out: a JSON list of ``good``, ``bad`` or ``unusable``.
"""

import json
import sys
from typing import Any

import requests
from schemathesis.core.transport import Response
from schemathesis.openapi import from_path


def verdict(operation: Any, status: int, media_type: str, body: Any) -> str:
    """Returns what schemathesis thinks of one response."""
    response = Response(
        status_code=status,
        headers={"content-type": [media_type]},
        content=json.dumps(body).encode(),
        request=requests.Request("GET", "http://127.0.0.1/").prepare(),
        elapsed=0.1,
        verify=False,
        encoding="utf-8",
    )
    try:
        operation.validate_response(response)
    # It raises groups that are no Exceptions; everything but the end of the program is an opinion.
    except (Exception, BaseExceptionGroup) as error:  # noqa: BLE001
        names = [type(each).__name__ for each in getattr(error, "exceptions", [error])]
        return "bad" if any("JsonSchemaError" in name for name in names) else "unusable"
    return "good"


def main() -> None:
    """Reads the cases, writes the verdicts."""
    schemas: dict[str, Any] = {}
    verdicts = []
    for document, method, path, status, media_type, body in json.load(sys.stdin):
        schema = schemas.setdefault(document, None) or from_path(document)
        schemas[document] = schema
        verdicts.append(verdict(schema[path][method], status, media_type, body))
    json.dump(verdicts, sys.stdout)


if __name__ == "__main__":
    main()
