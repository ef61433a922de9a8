from SteadyAPI.redaction.identifiers import MaskedNames


def finder(text: str) -> list[tuple[int, int]]:
    place = text.find("hunter2!x")
    return [] if place < 0 else [(place, place + 9)]


def test_a_name_without_registered_values_stays_wherever_it_stands() -> None:
    names = MaskedNames()
    assert names.get("Login hunter2!x") is None
    assert names.add("Login hunter2!x", []) == "Login hunter2!x"
    assert names.masked("Login hunter2!x and Login hunter2!x", finder) == "Login hunter2!x and Login hunter2!x"
    assert names.masked("no Login, but hunter2!x", finder) == "no Login, but [redacted]"


def test_every_hidden_text_has_a_number_of_its_own() -> None:
    names = MaskedNames()
    values = ["hunter2!x", "hunter3!x"]
    assert names.add("hunter2!x and hunter3!x", values) == "[redacted-1] and [redacted-2]"
    assert names.add("again hunter2!x", values) == "again [redacted-1]"
    assert names.get("again hunter2!x") == "again [redacted-1]"


def test_names_are_shown_anew_when_another_value_is_registered() -> None:
    names = MaskedNames()
    names.add("Login hunter2!x", [])
    names.refresh(["hunter2!x"])
    assert names.masked("Login hunter2!x", finder) == "Login [redacted-1]"
