"""JSON values as messages show them."""

from SteadyAPI.engine.value.json_value import ABSENT, shown


def test_a_value_is_shown_as_json_and_cut() -> None:
    assert shown("größe") == '"größe"'
    assert shown(ABSENT) == "absent"
    assert shown("x" * 100, longest=5) == '"xxxx…'
