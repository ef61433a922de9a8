"""A curl line for a request, with its secrets as shell variables."""

import re
import shlex

from SteadyAPI.engine.credentials import names_secret
from SteadyAPI.engine.exchange import SentRequest

_LEFT_OUT = {"accept-encoding", "connection", "content-length", "user-agent", "accept"}
_LONGEST_BODY = 1000


def curl(sent: SentRequest) -> str:
    """Returns a command for a POSIX shell that sends the request again."""
    parts = ["curl", shlex.quote(sent.url)]
    if sent.method != "GET":
        parts[1:1] = ["-X", sent.method]
    for name, value in sent.headers.items():
        text = value.decode("latin-1") if isinstance(value, bytes) else str(value)
        if name.lower() not in _LEFT_OUT:
            parts += ["-H", _header(name, text)]
    if sent.body is not None:
        parts += ["--data-raw", _body(sent.body)]
    return " ".join(parts)


def _header(name: str, value: str) -> str:
    if not (names_secret(name) or name.lower() == "cookie"):
        return shlex.quote(f"{name}: {value}")
    variable = re.sub(r"\W", "_", name).upper()
    scheme = value.partition(" ")[0] + " " if " " in value and name.lower() != "cookie" else ""
    return f'"{name}: {scheme}${{{variable}}}"'


def _body(body: object) -> str:
    if isinstance(body, bytes):
        body = body.decode("utf-8", "replace")
    if not isinstance(body, str):
        return "@-"
    return shlex.quote(body) if len(body) <= _LONGEST_BODY else "@body"
