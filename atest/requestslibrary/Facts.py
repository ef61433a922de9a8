"""What counts when two libraries are compared: everything of a result that another run would give again."""

import re
from typing import Any

import requests

_PASSING_TEXT = (
    (re.compile(r"[0-9a-f]{32}"), "boundary"),
    (re.compile(r'"call": \d+'), "call"),
    (re.compile(r'"body_base64": "[^"]*"'), "base64"),
    (re.compile(r'(response|cnonce)="[^"]*"'), "digest"),
    (re.compile(r"(?<= at )0x[0-9a-f]+"), "address"),
)
_PASSING = {"Date", "Server", "X-Request-Id"}


def get_facts(result: Any) -> Any:
    """Returns the lasting facts of a response or a session; anything else as it is."""
    if isinstance(result, requests.Response):
        return _of_response(result)
    if isinstance(result, requests.Session):
        return {
            "headers": dict(result.headers),
            "cookies": result.cookies.get_dict(),
            "verify": result.verify,
            "cert": result.cert,
            "proxies": result.proxies,
            "auth": type(result.auth).__name__,
        }
    return _lasting(result) if isinstance(result, str) else result


def _of_response(response: requests.Response) -> dict[str, Any]:
    sent = response.request
    body = sent.body.decode("latin-1") if isinstance(sent.body, bytes) else sent.body
    return {
        "status": response.status_code,
        "reason": response.reason,
        "url": response.url,
        "text": _lasting(response.text),
        "headers": [name for name in response.headers if name not in _PASSING],
        "history": [(each.status_code, each.url) for each in response.history],
        "cookies": response.cookies.get_dict(),
        "encoding": response.encoding,
        "sent": (sent.method, sent.url),
        "sent headers": [(name, _lasting(str(value))) for name, value in sent.headers.items()],
        "sent body": _lasting(body) if isinstance(body, str) else type(body).__name__,
    }


def _lasting(text: str) -> str:
    for pattern, name in _PASSING_TEXT:
        text = pattern.sub(name, text)
    return text
