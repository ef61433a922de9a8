import hashlib
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fake_network import FakeNetwork, http
from fakes import context

from SteadyAPI.engine.session import Session, SessionSettings
from SteadyAPI.engine.transport import TransportSettings, open_transport
from SteadyAPI.errors import ExpectationError, StatusError, UsageError
from SteadyAPI.keywords.transfer import TransferKeywords
from SteadyAPI.robot_compat import Secret

Script = Callable[..., FakeNetwork]
JSON = "Content-Type: application/json"
EVENTS = "Content-Type: text/event-stream"
SHOP = "http://shop.test"


def keywords() -> Any:
    """Returns the keywords with an open session over the scripted network."""
    shared = context(alias="")
    settings = SessionSettings(base_url=SHOP)
    shared.sessions.add(Session("shop", settings, open_transport(TransportSettings()), shared.surroundings))
    return TransferKeywords(shared)


@pytest.mark.parametrize("where", [("/logo", ""), ("logo", "shop"), (f"{SHOP}/logo", "")])
def test_a_body_is_downloaded(network: Script, tmp_path: Path, where: tuple[str, str]) -> None:
    wire = network(http(body=b"picture"))
    file = keywords().download(
        where[0], tmp_path / "logo.png", alias=where[1], params={"size": "1"}, headers={"X-A": "b"}
    )
    assert file == (tmp_path / "logo.png", 7, hashlib.sha256(b"picture").hexdigest())
    assert file.path.read_bytes() == b"picture"
    assert wire.sent[0].startswith(b"GET /logo?size=1 HTTP/1.1")
    assert b"X-A: b\r\n" in wire.sent[0]


def test_a_download_that_breaks_off_is_tried_again(network: Script, tmp_path: Path) -> None:
    network(ConnectionResetError("reset"), http(body=b"picture"))
    assert keywords().download("/logo", tmp_path / "logo.png").size == 7


def test_an_unexpected_status_leaves_no_file(network: Script, tmp_path: Path) -> None:
    network(http("404 Not Found", b'{"detail": "no logo"}', JSON))
    with pytest.raises(StatusError, match="server said: no logo"):
        keywords().download("/logo", tmp_path / "logo.png")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_sent_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="can't be sent: No such file"):
        keywords().get_file_for_streaming_upload(tmp_path / "none")


def test_a_file_is_opened_for_upload(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"content")
    with keywords().get_file_for_streaming_upload(tmp_path / "file") as file:
        assert file.read() == b"content"


def test_a_part_has_a_content() -> None:
    part = keywords().create_multipart_part(
        "doc", Secret("hidden"), filename="a.txt", content_type="text/plain", headers={"X": "y"}
    )
    assert part == ("doc", ("a.txt", "hidden", "text/plain", {"X": "y"}))


@pytest.mark.parametrize(("given", "sent"), [(None, "file.txt"), ("other.txt", "other.txt")])
def test_a_part_may_be_a_file(tmp_path: Path, given: str | None, sent: str) -> None:
    (tmp_path / "file.txt").write_bytes(b"content")
    name, (filename, content, content_type, _) = keywords().create_multipart_part(
        "doc", path=tmp_path / "file.txt", filename=given
    )
    with content:
        assert (name, filename, content.read(), content_type) == ("doc", sent, b"content", None)


@pytest.mark.parametrize("both", [{}, {"content": "x", "path": Path("x")}])
def test_a_part_has_one_body(both: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="expected content or path=, one of the two"):
        keywords().create_multipart_part("doc", **both)


def test_a_query_is_sent_to_graphql(network: Script) -> None:
    wire = network(http("200 OK", b'{"data": {}}', JSON))
    response = keywords().send_graphql("/graphql", "{ a }", {"id": 7}, operation="A", headers={"X-A": "b"})
    assert response.json() == {"data": {}}
    assert wire.sent[0].endswith(b'{"query": "{ a }", "variables": {"id": 7}, "operationName": "A"}')


def test_an_alias_decides_where_a_query_goes(network: Script) -> None:
    network(http("200 OK", b'{"data": {}}', JSON))
    assert keywords().send_graphql("graphql", "{ a }", alias="shop").status_code == 200


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"errors": [{"message": "no field", "path": ["a", 0]}]}', r"has errors: no field \(a.0\)"),
        (b'{"errors": [{}, "odd"]}', "has errors: no message; odd"),
        (b'{"errors": "broken"}', "has errors: broken"),
        (b'{"errors": 5}', "has errors: 5"),
        (b'{"errors": [{"message": null, "path": "order"}]}', r"has errors: no message \(order\)"),
        (b"[]", "is no GraphQL answer"),
        (b"{}", "is no GraphQL answer"),
        (b"<html>", "is not JSON"),
    ],
)
def test_errors_of_graphql_fail(network: Script, body: bytes, said: str) -> None:
    network(http("200 OK", body, JSON))
    with pytest.raises(ExpectationError, match=rf"^mine\n  POST /graphql → 200 {said}"):
        keywords().send_graphql("/graphql", "{ a }", message="mine")


def test_errors_of_graphql_may_be_allowed(network: Script) -> None:
    network(http("200 OK", b'{"errors": [{}]}', JSON))
    assert keywords().send_graphql("/graphql", "{ a }", allow_errors=True).status_code == 200


@pytest.mark.parametrize("where", [("/events", ""), ("events", "shop")])
def test_events_are_read(network: Script, where: tuple[str, str]) -> None:
    wire = network(http("200 OK", b"data: one\n\nevent: order\nid: 2\ndata: two\n\ndata: three\n\n", EVENTS))
    group = keywords()
    events = group.read_events(where[0], count=2, alias=where[1], params={"a": "b"}, headers={"X-A": "b"})
    assert [tuple(event) for event in events] == [("message", "one", ""), ("order", "two", "2")]
    assert b"Accept: text/event-stream\r\n" in wire.sent[0]
    assert "INFO event order, id 2: two" in group._context.log.entries


def test_a_stream_that_ends_early_fails(network: Script) -> None:
    network(http("200 OK", b"data: one\n\n", EVENTS))
    with pytest.raises(ExpectationError, match=r"→ 200 expected 2 events, got 1 \(the server ended the stream\)"):
        keywords().read_events("/events", count=2)


def test_a_stream_that_breaks_or_falls_silent_fails(network: Script) -> None:
    network(http("200 OK", b"data: one\n\n", EVENTS, length=1000))
    with pytest.raises(ExpectationError, match=r"expected 2 events, got 1 \(within 20 ms\)"):
        keywords().read_events("/events", count=2, timeout=timedelta(milliseconds=20))


def test_no_time_at_all_reads_nothing(network: Script) -> None:
    network(http("200 OK", b"data: one\n\n", EVENTS, length=1000))
    group = keywords()
    native = group._answered(group.session_for("/events"), group._call("GET", "/events", _options(), stream=True), None)
    with pytest.raises(ExpectationError, match=r"expected 1 events, got 0 \(within 0 ms\)"):
        group._collected(native, 1, timedelta(0), None)


def test_another_content_type_is_no_stream(network: Script) -> None:
    network(http("200 OK", b"", "X-A: b"))
    with pytest.raises(ExpectationError, match="is no stream of events: no content type"):
        keywords().read_events("/events")


def test_files_are_closed_after_the_request(network: Script) -> None:
    network(http())
    group, file = keywords(), BytesIO(b"x")
    group.send(group.session_for("/x"), "POST", "/x", _options(data=file))
    assert file.closed


def _options(**options: Any) -> Any:
    from SteadyAPI.keywords.request_options import RequestOptions  # noqa: PLC0415  beside its only use

    return RequestOptions(**options)


@pytest.mark.parametrize("count", [0, -1])
def test_at_least_one_event_is_read(count: int) -> None:
    with pytest.raises(UsageError, match=f"count: expected 1 or more events, got {count}"):
        keywords().read_events("/events", count=count)
