"""The ways a value is written in logs; independent of the code under test."""

import html
import json
from base64 import b64encode, encodebytes, urlsafe_b64encode
from collections.abc import Callable
from urllib.parse import quote, quote_plus
from xml.sax.saxutils import escape, quoteattr

Encoder = Callable[[str], str]


def _lower_escapes(value: str) -> str:
    return "".join(char if char.isalnum() else f"%{ord(char):02x}" for char in value)


ENCODERS: dict[str, Encoder] = {
    "plain": str,
    "repr": repr,
    "bytes": lambda value: repr(value.encode()),
    "json": json.dumps,
    "json_twice": lambda value: json.dumps(json.dumps({"a": value})),
    "json_in_repr": lambda value: repr(json.dumps([value])),
    "url": lambda value: quote(value, safe=""),
    "url_lower": _lower_escapes,
    "url_twice": lambda value: quote(quote(value, safe=""), safe=""),
    "form": quote_plus,
    "url_of_json": lambda value: quote(json.dumps(value)),
    "html": html.escape,
    "xml": escape,
    "attribute": quoteattr,
    "slashes": lambda value: json.dumps(value).replace("/", "\\/"),
    "base64": lambda value: b64encode(value.encode()).decode(),
    "basic": lambda value: b64encode(f"ab:{value}".encode()).decode(),
    "basic_long": lambda value: b64encode(f"user:{value}".encode()).decode(),
    "base64url": lambda value: urlsafe_b64encode(f"{{'p':'{value}'}}".encode()).decode(),
    "base64_of_json": lambda value: b64encode(json.dumps({"p": value}).encode()).decode(),
    "base64_wrapped": lambda value: encodebytes(b"x" * 40 + value.encode() + b"y" * 40).decode(),
    "hex": lambda value: value.encode().hex(),
    "hex_upper": lambda value: value.encode().hex().upper(),
}
