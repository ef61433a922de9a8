from SteadyAPI.engine.contract.normalized_path import NOWHERE, json_path, steps_in, value_at


def test_the_root_is_a_dollar() -> None:
    assert json_path(()) == "$"


def test_plain_names_follow_a_dot_and_numbers_stand_in_brackets() -> None:
    assert json_path(("lines", 1, "_qty")) == "$.lines[1]._qty"


def test_odd_names_are_quoted() -> None:
    assert json_path(("odd name", "it's", "a\\b", "ä", "")) == r"$['odd name']['it\'s']['a\\b']['ä']['']"


def test_line_breaks_in_names_are_escaped() -> None:
    assert json_path(("a\nb\r\tc",)) == r"$['a\nb\r\tc']"


def test_steps_lead_to_a_value() -> None:
    assert value_at({"a": [1, {"b": 2}]}, ("a", 1, "b")) == 2


def test_steps_out_of_the_value_lead_nowhere() -> None:
    body = {"a": [1]}
    ends = [value_at(body, steps) for steps in (("b",), ("a", 5), ("a", -1), ("a", "x"), (0,), ("a", 0, "x"))]
    assert ends == [NOWHERE] * 6


def test_a_number_is_a_name_where_an_object_stands() -> None:
    body = {"17": [{"0": 1}], "007": {}, "+8": {}, "": {}}
    paths = [(17, 0, 0), (7, "a"), (8,), (0,), (5, 5), ("17", 3)]
    assert [steps_in(body, path) for path in paths] == [
        ("17", 0, "0"),
        ("007", "a"),
        ("+8",),
        ("0",),
        ("5", 5),
        ("17", 3),
    ]
