"""Bodies as HTML."""

import json
from pathlib import Path
from typing import Any

import pytest
from exchanges import hiding, plain

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.report.log_entry.body_store import BodyStore
from SteadyAPI.report.log_entry.body_view import BodyView


def shown(content: Any, content_type: str = "application/json", mask: Any = plain, room: int = 1000) -> str:
    view = BodyView(mask, BodyStore(lambda: None))
    return view.html("Body", content, content_type, room=room, failed=False)


def inside(content: Any, content_type: str = "application/json", mask: Any = plain, room: int = 1000) -> str:
    text = shown(content, content_type, mask, room).partition("</summary>")[2].partition("</details>")[0]
    return text.removeprefix("  ").replace("\n  ", "\n")


@pytest.mark.parametrize("nothing", [None, b"", ""])
def test_no_body_shows_nothing(nothing: Any) -> None:
    assert shown(nothing) == ""


def test_type_and_size_stand_in_the_title() -> None:
    assert shown(b'{"id": 7}') == (
        '<details open><summary>Body · application/json · 9 B</summary>  {\n    <a>"id"</a>: 7\n  }</details>'
    )


def test_a_stream_is_not_read() -> None:
    assert shown(iter([b"x"])) == "<div>Body · a stream, not shown</div>"


def test_a_text_is_taken_as_utf_8() -> None:
    assert inside('{"café": 1}') == '{\n  <a>"café"</a>: 1\n}'


def test_what_claims_to_be_json_and_is_not_is_text() -> None:
    assert inside(b"<html>") == "&lt;html&gt;"


def test_json_deeper_than_python_reads_is_text() -> None:
    assert inside(b"[" * 100_000, room=50) == "[" * 50 + " … +99950 chars"


def test_a_number_that_was_masked_leaves_json() -> None:
    assert inside(b'{"pin": 12345678, "n": 1}', mask=hiding("12345678")) == (
        '{\n  <a>"pin"</a>: "[redacted]",\n  <a>"n"</a>: 1\n}'
    )


def test_a_form_is_shown_field_by_field() -> None:
    assert inside(b"a=1&b=x+y%26z&c=", "application/x-www-form-urlencoded") == "a = 1\nb = x y&amp;z\nc = "


def test_a_multipart_body_is_shown_part_by_part() -> None:
    part = b'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b--'
    assert inside(part, "multipart/form-data; boundary=b") == "a = 1"


def test_xml_is_indented() -> None:
    assert inside(b"<a><b>1</b></a>", "text/xml") == "&lt;a&gt;\n  &lt;b&gt;1&lt;/b&gt;\n&lt;/a&gt;"


def test_html_is_shown_as_source() -> None:
    assert inside(b"<script>alert(1)</script>", "text/html") == "&lt;script&gt;alert(1)&lt;/script&gt;"


def test_events_are_shown_as_they_came() -> None:
    assert inside(b"event: tick\ndata: 1\n\n", "text/event-stream") == "event: tick\ndata: 1\n"


def test_a_graphql_query_is_shown_as_its_author_wrote_it() -> None:
    request = {"query": "query Q($id: ID!) {\n  user(id: $id) { name }\n}", "variables": {"id": 7}}
    assert inside(json.dumps(request).encode()) == (
        'query Q($id: ID!) {\n  user(id: $id) { name }\n}\n{\n  <a>"variables"</a>: {\n    <a>"id"</a>: 7\n  }\n}'
    )


def test_a_graphql_query_without_variables_is_the_query_alone() -> None:
    assert inside(b'{"query": "{ users { id } }", "variables": null}') == "{ users { id } }"


def test_a_field_named_query_that_is_no_query_is_json() -> None:
    assert inside(b'{"query": "pens"}') == '{\n  <a>"query"</a>: "pens"\n}'


def test_many_lines_are_cut() -> None:
    assert inside(b"x\n" * 100, "text/plain").endswith("x\n… 40 more lines")


def test_lines_that_find_no_room_are_counted() -> None:
    assert inside(b"abcdefghij\nx\ny", "text/plain", room=5) == "abcde … +5 chars\n… 2 more lines"


def test_bytes_are_shown_by_type_size_and_digest() -> None:
    assert shown(b"\x89PNG\0", "image/png") == "<div>Body · image/png · 5 B · sha256 ad91235e8822…</div>"


def test_a_body_without_a_type_says_so() -> None:
    assert "no content type" in shown(b"x", "")


def test_a_text_too_large_to_lay_out_is_shown_by_its_digest() -> None:
    assert "2.0 MB · sha256" in shown(b"x" * 2_000_001, "text/plain")


def test_what_is_cut_is_saved_whole(tmp_path: Path) -> None:
    view = BodyView(plain, BodyStore(lambda: tmp_path))
    html = view.html("Body", json.dumps(["x" * 300]).encode(), "application/json", room=1000, failed=False)
    link = html.partition('href="')[2].partition('">open all</a>')[0]
    assert json.loads((tmp_path / link).read_bytes()) == ["x" * 300]


def test_what_is_saved_is_masked(tmp_path: Path) -> None:
    view = BodyView(hiding("hunter2"), BodyStore(lambda: tmp_path))
    view.html("Body", b"hunter2\n" * 100, "text/plain", room=1000, failed=False)
    assert next((tmp_path / "api-bodies").iterdir()).read_text() == "[redacted]\n" * 100


def test_a_picture_is_linked(tmp_path: Path) -> None:
    view = BodyView(plain, BodyStore(lambda: tmp_path))
    html = view.html("Body", b"\x89PNG\0", "image/png", room=1000, failed=False)
    assert '<a href="api-bodies/ad91235e8822.png">open</a>' in html


def test_bytes_in_which_a_secret_shows_are_not_saved(tmp_path: Path) -> None:
    view = BodyView(hiding("hunter2"), BodyStore(lambda: tmp_path))
    html = view.html("Body", b"\0hunter2", "application/zip", room=1000, failed=False)
    assert ("holds a secret, not saved" in html, list(tmp_path.iterdir())) == (True, [])


def test_a_secret_longer_than_the_cut_leaves_no_half() -> None:
    secrets = SecretRegistry()
    secrets.register("s3cr3t" * 100)
    assert inside(json.dumps({"value": "s3cr3t" * 100}).encode(), mask=secrets.mask) == (
        '{\n  <a>"value"</a>: "[redacted]"\n}'
    )


def test_a_password_in_json_is_masked_by_its_name_before_the_tags_stand_between() -> None:
    assert '<a>"password"</a>: "[redacted]"' in inside(b'{"password": "correct horse"}', mask=SecretRegistry().mask)
