from SteadyAPI.engine.contract.openapi.route import Operation, Routes, parameters_in


def templates(path: str, *known: str) -> list[str]:
    return list(Routes(known).templates_of(path))


def test_a_concrete_path_goes_before_a_templated_one() -> None:
    assert templates("/users/me", "/users/{id}", "/users/me") == ["/users/me", "/users/{id}"]


def test_a_partly_templated_segment_goes_before_a_whole_one() -> None:
    assert templates("/f/a.png", "/f/{any}", "/f/{name}.{kind}") == ["/f/{name}.{kind}", "/f/{any}"]


def test_a_pattern_that_does_not_fit_is_passed_by() -> None:
    assert templates("/f/a", "/f/{name}.{kind}", "/f/{any}") == ["/f/{any}"]


def test_a_variable_stands_for_something() -> None:
    assert templates("/users/", "/users/{id}") == []


def test_a_longer_or_shorter_path_is_another_one() -> None:
    assert [templates(path, "/users/{id}") for path in ("/users", "/users/1/x")] == [[], []]


def test_percent_encoding_does_not_matter() -> None:
    assert templates("/a%20b", "/a b") == ["/a b"]


def test_a_dead_end_is_left_for_another_way() -> None:
    assert templates("/users/me/x", "/users/me/y", "/users/{id}/x") == ["/users/{id}/x"]


def test_variables_are_read_from_a_path() -> None:
    assert parameters_in("/f/{name}.{kind}", "/f/a%20b.png") == {"name": "a b", "kind": "png"}


def test_a_slash_at_the_end_and_encoding_do_not_matter() -> None:
    read = [parameters_in(*each) for each in (("/a b/{c}", "/a%20b/1"), ("/{a}/{c}", "/0/1/"), ("/a/{c}/", "/a/1"))]
    assert read == [{"c": "1"}, {"a": "0", "c": "1"}, {"c": "1"}]


def test_a_path_of_another_length_has_no_variables() -> None:
    assert parameters_in("/f/{name}", "/v1/f/a") == {}


def test_a_path_that_does_not_fit_has_no_variables() -> None:
    assert parameters_in("/f/{name}", "/g/a") == {}


def test_an_operation_is_named_by_method_and_path() -> None:
    assert Operation("GET", "/users/{id}", (), {}, {}).name == "GET /users/{id}"


def test_the_path_item_of_an_operation_is_above_its_method() -> None:
    usual = Operation("GET", "/a", ("paths", "/a", "get"), {}, {})
    additional = Operation("COPY", "/a", ("paths", "/a", "additionalOperations", "COPY"), {}, {})
    assert usual.path_keys == additional.path_keys == ("paths", "/a")
