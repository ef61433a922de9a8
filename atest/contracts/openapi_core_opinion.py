"""Says what openapi-core thinks of requests and responses on standard input; in an environment of its own.

In: a JSON object: ``document``, and ``cases`` of [method, URL, headers, body, status, response headers, response body],
bodies in Base64. Out: a JSON list that says of each case whether request and response are as described.
"""

import json
import sys
from base64 import b64decode
from http.cookies import SimpleCookie
from typing import Any

import requests
from openapi_core import OpenAPI
from openapi_core.contrib.requests import RequestsOpenAPIRequest, RequestsOpenAPIResponse
from openapi_core.exceptions import OpenAPIError


def holds(api: OpenAPI, case: list[Any]) -> bool:
    """Returns whether a request and the response to it are as described."""
    method, url, headers, body, status, response_headers, content = case
    cookies = {name: morsel.value for name, morsel in SimpleCookie(headers.get("Cookie", "")).items()}
    prepared = requests.Request(method, url, headers=headers, cookies=cookies).prepare()
    prepared.body = b64decode(body)
    response = requests.Response()
    response.status_code, response._content = status, b64decode(content)  # noqa: SLF001  there is no other way in
    response.headers.update(response_headers)
    response.request = prepared
    request = RequestsOpenAPIRequest(prepared)
    try:
        api.validate_request(request)
        api.validate_response(request, RequestsOpenAPIResponse(response))
    except OpenAPIError:
        return False
    return True


def main() -> None:
    """Reads the cases, writes the verdicts."""
    given = json.load(sys.stdin)
    api = OpenAPI.from_dict(given["document"])
    json.dump([holds(api, case) for case in given["cases"]], sys.stdout)


if __name__ == "__main__":
    main()
