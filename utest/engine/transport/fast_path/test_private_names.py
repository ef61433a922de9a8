"""Private names of other packages that the transport touches: a new release without one of them fails here."""

import ast
import http.client
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
import urllib3

from SteadyAPI.engine import transport

HERE = Path(transport.__file__ or "").parent
OVERRIDDEN = {
    "_get_conn": urllib3.HTTPConnectionPool,
    "_put_conn": urllib3.HTTPConnectionPool,
    "_new_conn": urllib3.HTTPConnectionPool,
    "_tunnel": http.client.HTTPConnection,
    "_connect_tls_proxy": urllib3.connection.HTTPSConnection,
}
"""Methods that are replaced, or called where they were replaced."""
TOUCHED: dict[str, Any] = {
    "_collections": urllib3,
    "_content": requests.Response(),
    "_content_consumed": requests.Response(),
    "_cookies": requests.PreparedRequest(),
    "_decoder": urllib3.HTTPResponse(preload_content=False),
    "_dns_host": urllib3.connection.HTTPConnection("shop.test"),
    "_fp_bytes_read": urllib3.HTTPResponse(preload_content=False),
    "_next": requests.Response(),
    "_thread_local": requests.auth.HTTPDigestAuth("", ""),
    "_store": requests.structures.CaseInsensitiveDict(),
}
"""Names that are read or set, each with an object of its owner."""
DECODERS = {"_decoders", "_obj", "_state"}
"""Attributes of urllib3's decoders, which may be missing: of an unknown decoder, nothing bad is said."""
BODIES = {"fp", "chunked", "chunk_left", "length", "will_close", "headers", "msg", "code"}
"""What ``http.client`` keeps of a response while it reads the body."""


def names(node: ast.AST) -> Iterator[tuple[str, bool]]:
    """Yields the private names of a piece of code, and whether they are defined there."""
    for part in ast.walk(node):
        match part:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name):
                yield name, True
            case ast.Name(id=name, ctx=context) | ast.Attribute(attr=name, value=ast.Name(id="self"), ctx=context):
                yield name, isinstance(context, ast.Store)
            case (
                ast.Attribute(attr=name)
                | ast.Call(func=ast.Name(id="getattr"), args=[_, ast.Constant(value=str() as name), *_])
            ):
                yield name, False
            case ast.ImportFrom(module=module, names=imported):
                yield from ((name, False) for name in [*(module or "").split("."), *(each.name for each in imported)])


def foreign_names() -> set[str]:
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in HERE.rglob("*.py")]
    found = [pair for tree in trees for pair in names(tree) if pair[0].startswith("_") and not pair[0].startswith("__")]
    defined = {name for name, is_defined in found if is_defined}
    return {name for name, _ in found} - defined - {"_"}


def test_every_private_name_is_listed() -> None:
    assert foreign_names() - set(OVERRIDDEN) - DECODERS <= set(TOUCHED)
    code = "".join(file.read_text(encoding="utf-8") for file in HERE.rglob("*.py"))
    assert [name for name in (*TOUCHED, *OVERRIDDEN) if name not in code] == []


@pytest.mark.parametrize(("name", "owner"), [*OVERRIDDEN.items(), *TOUCHED.items()])
def test_its_owner_still_has_it(name: str, owner: Any) -> None:
    assert hasattr(owner, name)


def test_http_client_still_keeps_this_of_a_response() -> None:
    made = http.client.HTTPResponse(_Empty())  # type: ignore[arg-type]  # all that it asks of a socket
    made.begin()
    assert set(vars(made)) >= BODIES
    assert made.read() == b""


class _Empty:
    """A socket with a response that has no body."""

    def makefile(self, *_: Any) -> Any:
        return io.BytesIO(b"HTTP/1.1 204 No Content\r\n\r\n")


def test_urllib3_still_decodes_with_these() -> None:
    response = urllib3.HTTPResponse(headers={"Content-Encoding": "deflate, gzip"}, preload_content=False)
    response._init_decoder()
    decoder: Any = response._decoder
    assert [hasattr(each, "_obj") for each in decoder._decoders] == [True, True]
    assert {hasattr(each, "_state") for each in decoder._decoders} == {True, False}
