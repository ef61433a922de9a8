"""The secret values in a request and its response, each with its name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from SteadyAPI.engine.header_text import header_text
from SteadyAPI.engine.request.body import ChunkedBody
from SteadyAPI.engine.session.secrets_in_json import in_json_text
from SteadyAPI.redaction.masking import LEAST
from SteadyAPI.redaction.shapes.named_values import credentials_in, named_texts, variable_names_secrets
from SteadyAPI.redaction.shapes.ordinary import is_opaque
from SteadyAPI.redaction.shapes.secret_names import names_a_secret

# An element of XML or HTML and its text
_ELEMENT = re.compile(rb"<(?:[\w-]+:)?([\w.-]{3,60})(?:\s[^<>]{0,300}+)?>\s{0,99}([^<>\s][^<>]{0,8191})</")
_CODE_LEAST = 16
_PART_NAME = re.compile(rb'\r\nContent-Disposition: form-data; name=(?:"([^"]*)"|([^\s;"]{1,100}))', re.IGNORECASE)
_LARGEST_FORM = 1_000_000
_SESSION_COOKIE = re.compile(r"sess|sid\Z|auth|login|remember|identity|[cx]srf", re.IGNORECASE)


def in_headers(headers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yields the secret values of request or response headers."""
    for name, value in headers.items():
        # All the names that are looked for tell of a secret; most headers are done with here.
        if not names_a_secret(name):
            continue
        text = header_text(value)
        match name.lower():
            case "authorization" | "proxy-authorization":
                yield from ((name, credential) for credential in credentials_in(text))
            case "cookie":
                yield from _cookie_values(text.split(";"))
            case "set-cookie":
                yield from _cookie_values(re.split(r",(?=[^;,]+=)", text))
            case _:
                yield name, text


def in_fields(fields: Any) -> Iterator[tuple[str, str]]:
    """Yields the secret values of form fields, query parameters or JSON data, at any depth."""
    if isinstance(fields, Mapping | list | tuple):
        yield from named_texts("", fields)


def in_cookies(cookies: Any) -> Iterator[tuple[str, str]]:
    """Yields the secret values of cookies that are given by name."""
    if isinstance(cookies, Mapping):
        yield from _cookie_values(f"{name}={value}" for name, value in cookies.items())


def in_body(body: Any) -> Iterator[tuple[str, str]]:
    """Yields the secret values of what is sent: form fields, or a text that is JSON or a form.

    Short ones as well, because the user is told that they are not masked.
    """
    content = body.content if isinstance(body, ChunkedBody) else body
    content = content.encode("utf-8", "replace") if isinstance(content, str) else content
    if not isinstance(content, bytes):
        yield from in_fields(content)
    elif content.startswith(b"--"):
        yield from _in_multipart(content)
    elif content.lstrip()[:1] in {b"{", b"["}:
        yield from _in_json(content, least=1)
    elif content.lstrip()[:1] == b"<":
        yield from _in_elements(content, least=1)
    elif len(content) <= _LARGEST_FORM:
        fields = parse_qsl(content.decode("utf-8", "replace"))
        # A text with an equals sign in it is no form: its name would be a sentence.
        yield from in_fields([(name, value) for name, value in fields if " " not in name])


def in_response_body(body: bytes, content_type: str) -> Iterator[tuple[str, str]]:
    """Yields the secret values of what came: JSON, XML or HTML, a form."""
    if body.lstrip()[:1] == b"<":
        yield from _in_elements(body)
    elif content_type.startswith("application/x-www-form-urlencoded"):
        yield from in_body(body)
    else:
        yield from _in_json(body)


def _in_json(body: bytes, least: int = LEAST) -> Iterator[tuple[str, str]]:
    yield from ((secret.name, str(secret)) for secret in in_json_text(body, least=least))


def _in_elements(body: bytes, least: int = LEAST) -> Iterator[tuple[str, str]]:
    """Yields the texts of elements with telling names, of the first million bytes."""
    for found in _ELEMENT.finditer(body, 0, _LARGEST_FORM):
        name = found[1].decode("utf-8", "replace")
        if len(found[2]) >= least and names_a_secret(name):
            yield name, unescape(found[2].decode("utf-8", "replace").strip())


def in_parts(parts: Any) -> Iterator[tuple[str, str]]:
    """Yields the secret values of a multipart body, given as requests takes it."""
    for name, part in parts.items() if isinstance(parts, Mapping) else parts or ():
        content = part[1] if isinstance(part, tuple | list) else part
        yield from in_fields({name: content.decode("utf-8", "replace") if isinstance(content, bytes) else content})


def _in_multipart(body: bytes) -> Iterator[tuple[str, str]]:
    """Yields the secret values of the parts of a multipart body, by their names."""
    for found in _PART_NAME.finditer(body):
        name = (found[1] or found[2] or b"").decode("utf-8", "replace")
        start = body.find(b"\r\n\r\n", found.end()) + 4
        if start > found.end() and variable_names_secrets(name):
            yield from in_fields({name: body[start : body.find(b"\r\n--", start)].decode("utf-8", "replace")})


def in_url(url: str) -> Iterator[tuple[str, str]]:
    """Yields the password of a URL's user info, and the secret values of its query."""
    if "@" not in url and "?" not in url:
        return
    try:
        parts = urlsplit(url)
    except ValueError:
        # Half an IPv6 address: whoever sends it says so.
        return
    if parts.password:
        yield "password of a URL", parts.password
    fields = parse_qsl(parts.query)
    yield from in_fields(fields)
    # The authorization code of a redirection (RFC 6749, section 4.1.2)
    yield from ((name, value) for name, value in fields if name == "code" and _is_code(value))


def _is_code(value: str) -> bool:
    return len(value) >= _CODE_LEAST and is_opaque(value)


def _cookie_values(cookies: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yields the cookies that are secrets by their name or by their look: ``lang=english`` is none."""
    for cookie in cookies:
        name, _, value = cookie.partition(";")[0].partition("=")
        name, value = name.strip(), value.strip().strip('"')
        if value and (names_a_secret(name) or _SESSION_COOKIE.search(name) or is_opaque(value)):
            yield name, value
