"""How a file is read."""

import pytest

from SteadyAPI.redaction.artefact.code import masked_code
from SteadyAPI.redaction.artefact.formats import encoding_of, format_of
from SteadyAPI.redaction.artefact.html import masked_html
from SteadyAPI.redaction.artefact.json import masked_json
from SteadyAPI.redaction.artefact.page import masked_page
from SteadyAPI.redaction.artefact.plain import masked_plain
from SteadyAPI.redaction.artefact.xml import masked_xml


@pytest.mark.parametrize(
    ("name", "head", "form"),
    [
        ("output.xml", '<?xml version="1.0"?>', masked_xml),
        ("anything", "\ufeff\n<?xml", masked_xml),
        ("junit.xml", '\n<testsuites name="x">', masked_xml),
        ("output.json", '{"a', masked_json),
        ("api-requests.har", '{"log"', masked_json),
        ("records.jsonl", '{"a"', masked_json),
        ("0f-attachment.httpexchange", '{"schemaVersion"', masked_json),
        ("output.json", "plain", masked_plain),
        ("log.html", '<meta content="Robot Framework 7.5">', masked_html),
        ("log-1.js", "window.keywords1 = ", masked_html),
        ("page.html", "x", masked_page),
        ("page.xhtml", "<html>", masked_page),
        ("saved", "\n<!DOCTYPE HTML>", masked_page),
        ("debug.txt", "2026", masked_plain),
        ("debug.txt", "", masked_plain),
        ("debug.txt", '{"a": 1}\nplain\n', masked_plain),
        ("debug.txt", '{"a": 1}', masked_json),
        ("app.log", '{"a": 1}\n\n{"b": 2}\n{"c', masked_json),
        ("app.log.2026-11-27", "2026", masked_plain),
        ("app.log.1", "2026", masked_plain),
        (".env", "A=b", masked_plain),
        (".env.local", "A=b", masked_plain),
        ("console", "a", masked_plain),
    ],
)
def test_the_format_is_chosen_by_name_and_content(name: str, head: str, form: object) -> None:
    assert format_of(name, head) == (form, True)


@pytest.mark.parametrize(
    ("name", "head", "form"),
    [
        ("code.js", "var a", masked_code),
        ("site.css", "a {}", masked_code),
        ("hook", "#!/bin/sh", masked_plain),
        ("run.py", "import", masked_plain),
        ("audit.7", "[2026", masked_json),
    ],
)
def test_shapes_are_not_masked_in_code_and_unknown_formats(name: str, head: str, form: object) -> None:
    chosen = format_of(name, head)
    assert chosen.reader is form
    assert chosen.masks_shapes is (form is masked_json)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_character_set_is_told_by_a_mark_or_by_the_zeros(encoding: str, mark: str) -> None:
    assert encoding_of(f"{mark}2026-11-27 started ünder".encode(encoding)) == encoding


@pytest.mark.parametrize("head", [b"\0\1 secret", b"\x89PNG\r\n\0\0\0\rIHDR", bytes(100), b"%PDF-1.4\n(a text)"])
def test_other_bytes_are_no_text(head: bytes) -> None:
    assert encoding_of(head) is None


def test_an_empty_file_is_a_text() -> None:
    assert encoding_of(b"") == "utf-8"
