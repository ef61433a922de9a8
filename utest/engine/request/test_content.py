from typing import Any

import pytest

from SteadyAPI.engine.request.body import ChunkedBody
from SteadyAPI.engine.request.content import content_of
from SteadyAPI.errors import UsageError


def content(
    headers: dict[str, Any] | None = None, defaults: dict[str, Any] | None = None, **given: Any
) -> tuple[Any, Any]:
    parts: dict[str, Any] = {"json": None, "data": None, "files": None, **given}
    return content_of(headers or {}, defaults or {}, **parts)


@pytest.mark.parametrize(
    ("given", "content_type", "body"),
    [
        ({"json": {"a": 1}}, "application/json", b'{"a": 1}'),
        ({"data": {"a": "\u00e4"}}, "application/x-www-form-urlencoded", b"a=%C3%A4"),
        ({"data": "text"}, None, b"text"),
        ({"data": {}}, None, None),
        ({"data": {"a": 1}, "files": {}}, "application/x-www-form-urlencoded", b"a=1"),
    ],
)
def test_a_body_implies_its_content_type(given: Any, content_type: Any, body: Any) -> None:
    headers, sent = content(**given)
    assert (headers.get("Content-Type"), sent) == (content_type, body)


@pytest.mark.parametrize(
    ("session", "given", "own"),
    [
        ("application/json", {"data": {"a": 1}}, "application/x-www-form-urlencoded"),
        ("text/xml", {"json": {}}, "application/json"),
        ("application/vnd.api+json", {"json": {}}, None),
        ("application/x-www-form-urlencoded; charset=utf-8", {"data": {"a": 1}}, None),
        ("application/json", {"data": "<a/>"}, None),
    ],
)
def test_the_sessions_content_type_yields_to_a_body_that_it_does_not_suit(session: str, given: Any, own: Any) -> None:
    headers, _ = content(defaults={"content-type": session}, **given)
    assert headers.get("Content-Type") == own


def test_the_requests_own_content_type_always_counts() -> None:
    headers, _ = content({"content-type": "a/b"}, json={})
    assert headers == {"content-type": "a/b"}


@pytest.mark.parametrize("where", ["headers", "defaults"])
def test_the_charset_that_is_named_is_used(where: str) -> None:
    named: Any = {where: {"Content-Type": "text/plain; charset=iso-8859-1"}}
    assert content(**named, data="\u00e4")[1] == b"\xe4"
    assert content(**named, data={"a": "\u00e4"})[1] == b"a=%E4"


@pytest.mark.parametrize(
    ("own", "session", "start"),
    [
        (None, "application/json", "multipart/form-data; boundary="),
        ("multipart/form-data", None, "multipart/form-data; boundary="),
        (None, "multipart/mixed", "multipart/mixed; boundary="),
        ("multipart/form-data; boundary=own", None, "multipart/form-data; boundary=own"),
    ],
)
def test_a_multipart_body_always_has_its_boundary(own: Any, session: Any, start: str) -> None:
    headers, body = content(
        {"content-type": own} if own else {}, {"Content-Type": session} if session else {}, files={"a": b"b"}
    )
    assert list(headers) == ["Content-Type"]
    assert headers["Content-Type"].startswith(start)
    assert body.startswith(b"--" + headers["Content-Type"].partition("boundary=")[2].encode() + b"\r\n")


@pytest.mark.parametrize("where", ["headers", "defaults"])
def test_chunks_replace_a_length(where: str) -> None:
    named: Any = {where: {"transfer-encoding": "chunked"}}
    headers, body = content(**{"headers": {"Content-Length": "3"}, **named}, data="abc")
    assert "transfer-encoding" not in headers
    assert isinstance(body, ChunkedBody)


@pytest.mark.parametrize("other", [{"data": "x"}, {"files": {}}], ids=["data", "files"])
def test_a_request_has_one_body(other: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="a request has one body"):
        content(json={}, **other)
