from SteadyAPI.engine.contract.model.location import Position, position_of, position_of_missing


def test_a_location_that_is_a_path_is_taken_as_it_is() -> None:
    assert position_of(("a", 0), {"a": ["x"]}, "x") == Position(("a", 0))


def test_the_name_of_a_union_member_is_skipped() -> None:
    assert position_of(("pet", "Cat", "lives"), {"pet": {"lives": "9"}}, "9") == Position(
        ("pet", "lives"), ((1, "Cat"),)
    )


def test_a_tag_that_is_also_a_field_is_distinguished_by_the_value() -> None:
    body = {"method": {"kind": "bank", "bank": 7, "iban": 5}}
    assert position_of(("method", "bank", "bank"), body, 7).steps == ("method", "bank")


def test_the_value_decides_whether_a_name_is_a_step() -> None:
    body = {"method": {"bank": {"x": 1}}}
    assert position_of(("method", "bank"), body, {"bank": {"x": 1}}).steps == ("method",)


def test_a_number_may_be_a_tag() -> None:
    assert position_of(("v", 2, "x"), {"v": {"x": "a"}}, "a") == Position(("v", "x"), ((1, 2),))


def test_true_and_one_are_different_values() -> None:
    body = {"a": {"a": True, "b": 1}}
    assert position_of(("a", "a"), body, True).steps == ("a", "a")


def test_a_value_that_the_model_changed_is_found_by_the_longest_way() -> None:
    assert position_of(("a", "int"), {"a": "x"}, "changed").steps == ("a",)


def test_a_missing_field_hangs_under_its_parent() -> None:
    assert position_of_missing(("pet", "Cat", "lives"), {"pet": {}}, {}) == Position(("pet", "lives"), ((1, "Cat"),))


def test_a_long_chain_of_the_same_name_takes_no_time() -> None:
    body: object = "end"
    for _ in range(150):
        body = {"a": body}
    assert position_of(("a",) * 150, body, "other").steps == ("a",) * 150


def test_the_name_of_an_envelope_that_the_model_unwraps_is_found() -> None:
    body = {"data": {"items": [{"n": "x"}]}, "meta": 1}
    assert position_of(("items", 0, "n"), body, "x").steps == ("data", "items", 0, "n")
    assert position_of_missing(("id",), body, body["data"]).steps == ("data", "id")


def test_an_envelope_in_the_middle_is_found_beside_the_name_of_a_union_member() -> None:
    body = {"orders": [{"data": {"id": "q"}}]}
    assert position_of(("orders", 0, "Order", "id"), body, "q") == Position(
        ("orders", 0, "data", "id"), ((2, "Order"),)
    )


def test_of_many_envelopes_that_of_the_reported_value_is_taken() -> None:
    body = {"old": {"id": 1}, "new": {"id": "1"}}
    assert position_of(("id",), body, "1").steps == ("new", "id")


def test_ways_through_nested_envelopes_are_bounded() -> None:
    body: object = "end"
    for _ in range(12):
        body = {"a": {"b": body}, "b": {"a": body}}
    assert position_of(("b",) * 12, body, "other").steps == ("b",)
