import pytest

from SteadyAPI.engine.contract.body import json_text, not_json, parsed, why_not_json
from SteadyAPI.engine.exchange import Response


def response(content: bytes, content_type: str = "application/json") -> Response:
    return Response(200, "OK", "http://shop.test", {"Content-Type": content_type}, content)


def test_a_byte_order_mark_is_taken_off() -> None:
    assert json_text(b"\xef\xbb\xbf{}") == b"{}"


def test_json_is_parsed() -> None:
    assert parsed('{"ä": [1, null]}'.encode()) == {"ä": [1, None]}


def test_of_a_name_that_stands_twice_the_last_value_counts() -> None:
    assert parsed(b'{"a": 1, "a": 2}') == {"a": 2}


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_json_number_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match=f"{number} is no JSON number"):
        parsed(f'{{"a": {number}}}'.encode())


def test_a_mistake_is_named_with_its_position() -> None:
    assert why_not_json(b'{"a": 1,\n"b" 2}') == "expecting ':' delimiter at line 2, column 5"


def test_utf_16_is_reported() -> None:
    assert why_not_json('{"a": 1}'.encode("utf-16")).startswith("it is UTF-16, and JSON is UTF-8")


def test_another_encoding_is_reported_with_the_byte() -> None:
    assert (
        why_not_json('"ä"'.encode("latin-1"))
        == "it is another encoding, and JSON is UTF-8: byte 1 is none of a character"
    )


def test_what_is_nested_too_deep_for_the_parser_is_reported() -> None:
    assert why_not_json(b"[" * 100_000) == "it is nested deeper than 200 levels"


def test_what_another_parser_finds_too_deep_is_reported() -> None:
    assert why_not_json(b"[]", "recursion limit exceeded at line 1") == "it is nested deeper than 200 levels"


def test_json_has_no_reason() -> None:
    assert why_not_json(b"{}") == ""


def test_a_204_has_no_body() -> None:
    assert not_json(response(b""), "x") == "has no body"


def test_blanks_are_an_empty_body() -> None:
    assert not_json(response(b" \n"), "x") == "has an empty body"


def test_a_login_page_is_recognised() -> None:
    page = b"<!doctype html><title>Log in</title><p>Welcome back, please give your name and password"
    said = not_json(response(page, "text/html"), "x")
    assert said.startswith('is not JSON: text/html, starts "<!doctype html><title>Log in')
    assert said.endswith("(a login page?)")


def test_an_html_page_is_recognised() -> None:
    assert not_json(response(b"<html><h1>502</h1>", "text/html"), "x").endswith("(an HTML page)")


def test_broken_json_shows_its_start_and_the_reason() -> None:
    said = not_json(response(b'{"a": 1,}', ""), "why")
    assert said == 'is not JSON: no content type, starts "{"a": 1,}"\n  why'
