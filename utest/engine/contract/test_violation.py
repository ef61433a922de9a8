from typing import Any

from SteadyAPI.engine.contract.violation import Verdict, Violation, json_type, received, shown


def test_a_mismatch_names_place_expectation_and_value() -> None:
    assert Violation("$.id", "integer", '"7" (string)').line == '$.id: expected integer, got "7" (string)'


def test_a_hint_stands_in_brackets() -> None:
    assert Violation("$.id", "integer", '"7" (string)', "sent as text").line.endswith("(sent as text)")


def test_a_missing_field_is_called_required() -> None:
    line = Violation("$.city", "present", "absent", "keys there: street").line
    assert line == "$.city: required, absent (keys there: street)"


def test_a_missing_body_is_named_by_what_was_expected() -> None:
    assert Violation("body", "application/json", "absent").line == "body: application/json, absent"


def test_an_unexpected_field_is_called_no_such_field() -> None:
    assert Violation("$.x", "absent", "true (boolean)").line == "$.x: expected no such field, got true (boolean)"


def test_a_long_expectation_is_cut() -> None:
    lines = [Violation("$.x", "y" * 200, got).line for got in ("null", "absent")]
    assert lines == [f"$.x: expected {'y' * 120}…, got null", f"$.x: {'y' * 120}…, absent"]


def test_a_verdict_holds_without_mismatches() -> None:
    assert Verdict("Order").holds


def test_a_verdict_of_no_json_does_not_hold() -> None:
    assert not Verdict("Order", not_json="it is HTML").holds


def test_a_verdict_with_mismatches_does_not_hold() -> None:
    assert not Verdict("Order", violations=(Violation("$", "object", "null"),)).holds


def test_the_repr_of_a_mismatch_shows_no_value() -> None:
    assert "hunter2" not in repr(Violation("$.x", "integer", '"hunter2" (string)', "not hunter2"))


def test_types_are_named_in_the_words_of_json() -> None:
    values: list[Any] = [None, True, 1, 1.5, "x", {}, []]
    named = [json_type(value) for value in values]
    assert named == ["null", "boolean", "integer", "number", "string", "object", "array"]


def test_objects_and_arrays_are_shown_by_their_size() -> None:
    assert [shown({"a": 1}), shown([1, 2]), shown([])] == [
        "object with 1 key",
        "array with 2 items",
        "array with 0 items",
    ]


def test_null_is_shown_by_its_name_alone() -> None:
    assert shown(None) == "null"


def test_a_long_text_is_cut() -> None:
    assert shown("x" * 100) == f'"{"x" * 60}"… +40 characters (string)'


def test_scalars_are_shown_with_their_type() -> None:
    assert [shown(True), shown(2), shown("ä")] == ["true (boolean)", "2 (integer)", '"ä" (string)']


def test_a_value_under_a_secret_name_is_masked() -> None:
    assert received(("user", "password"), "hunter2") == "[redacted]"


def test_a_value_in_a_list_under_a_secret_name_is_masked() -> None:
    assert received(("client_secret", 0), 123456) == "[redacted]"


def test_that_a_secret_is_null_is_no_secret() -> None:
    assert received(("password",), None) == "null"


def test_other_values_are_shown() -> None:
    assert received(("name", 0), "ada") == '"ada" (string)'
