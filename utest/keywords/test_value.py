from typing import Any

import pytest
from fakes import after_a_response

from SteadyAPI.arguments import AssertionOperator
from SteadyAPI.errors import ExpectationError
from SteadyAPI.keywords.value import ValueKeywords
from SteadyAPI.robot_compat import Secret

EQUAL = AssertionOperator["=="]
ORDER = b'{"id": 7, "name": "lamp", "lines": [{"sku": "a"}]}'
XML = b"<shop><item id='7'>lamp</item><item id='8'>pen</item><name>odd</name></shop>"


def keywords(body: bytes = ORDER, *headers: tuple[str, str]) -> Any:
    return after_a_response(ValueKeywords, body, *headers)


def test_a_json_value_is_found() -> None:
    assert keywords().get_json_value("$.lines[0].sku") == "a"


def test_a_json_value_is_compared() -> None:
    keywords().json_value_should_be("$.id", 7)
    with pytest.raises(ExpectationError, match="the types differ; a number is written with its braces"):
        keywords().json_value_should_be("$.id", "7")


def test_a_number_written_as_text_never_passes() -> None:
    with pytest.raises(ExpectationError, match="the types differ; a number is written with its braces"):
        keywords().get_json_value("$.id", AssertionOperator["!="], "7")


def test_an_absent_json_value_fails() -> None:
    with pytest.raises(
        ExpectationError, match=r"→ 200 \$\.nope: \"nope\" is absent at \$ \(keys there: id, name, lines\)"
    ):
        keywords().get_json_value("$.nope")


def test_a_json_value_that_should_not_exist_fails_even_when_it_is_null() -> None:
    group = keywords(b'{"id": 7, "note": null}')
    group.json_value_should_not_exist("$.password")
    group.json_value_should_not_exist("$.id.unit")
    with pytest.raises(ExpectationError, match=r"\$\.id: expected no value, got 7 \(int\)"):
        group.json_value_should_not_exist("$.id")
    with pytest.raises(ExpectationError, match=r"^mine\n.*\$\.note: expected no value, got None"):
        group.json_value_should_not_exist("$.note", "mine")
    with pytest.raises(ExpectationError, match="is not JSON"):
        keywords(b"<html>").json_value_should_not_exist("$.id")


def test_a_body_that_is_no_json_fails() -> None:
    with pytest.raises(ExpectationError, match="→ 200 is not JSON: application/json"):
        keywords(b"<html>").get_json_value("$.id")


def test_an_expected_secret_is_opened() -> None:
    keywords().json_value_should_be("$.name", Secret("lamp"))


@pytest.mark.usefixtures("evaluated")
def test_an_expression_is_validated() -> None:
    assert keywords().get_json_value("$.id", AssertionOperator["validate"], "value > 6") == 7
    with pytest.raises(ExpectationError, match=r"\$.id: value > 7 is not true of 7"):
        keywords().get_json_value("$.id", AssertionOperator["validate"], "value > 7")


@pytest.mark.usefixtures("evaluated")
def test_an_expression_gives_another_value() -> None:
    assert keywords().get_json_value("$.id", AssertionOperator["then"], "value + 1") == 8


def test_an_xml_value_is_found() -> None:
    assert keywords(XML).get_xml_value("/shop/item[@id='7']") == "lamp"
    assert keywords(XML).get_xml_value("//item/@id", EQUAL, ["7", "8"]) == ["7", "8"]


def test_an_absent_xml_value_fails() -> None:
    with pytest.raises(ExpectationError, match="nothing in the XML body matches //nope"):
        keywords(XML).get_xml_value("//nope")


def test_a_body_that_is_no_xml_fails() -> None:
    with pytest.raises(ExpectationError, match="the body is not XML that can be read"):
        keywords().get_xml_value("//item")


@pytest.mark.parametrize("path", ["$.client_secret", "$['client_secret']"])
def test_what_a_secret_was_expected_to_be_is_masked(path: str) -> None:
    group = keywords(b'{"client_secret": "hunter2-first"}')
    with pytest.raises(ExpectationError):
        group.get_json_value(path, EQUAL, "hunter2-second")
    assert group._context.secrets.mask("hunter2-second, hunter2-first") == "[redacted], [redacted]"


def test_what_anything_else_was_expected_to_be_stays() -> None:
    group = keywords()
    with pytest.raises(ExpectationError):
        group.get_json_value("$.name", EQUAL, "hunter2-second")
    assert group._context.secrets.mask("hunter2-second") == "hunter2-second"


@pytest.mark.parametrize("body", [b"no JSON", b"{}"])
def test_a_message_stands_before_what_is_missing_too(body: bytes) -> None:
    with pytest.raises(ExpectationError, match=r"^mine\n  GET /orders → 200 "):
        keywords(body).get_json_value("$.id", None, None, "mine")
