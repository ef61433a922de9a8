import sys
from types import ModuleType
from typing import Any

import pytest
from fakes import responded

from SteadyAPI.engine.value.json_path import find, json_body, plain_steps
from SteadyAPI.errors import UsageError

BODY = {"items": [{"id": 7, "odd name": 1, "ü": 2}, {"id": 8}], "text": "x", "none": None, "yes": True, "": 3}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("$", BODY),
        ("$.items[0].id", 7),
        ("$.items[-1].id", 8),
        ("$['items'][0]['odd name']", 1),
        ('$["text"]', "x"),
        ("$.items[0].ü", 2),
        ("$['']", 3),
        ("$.none", None),
    ],
)
def test_a_plain_path_leads_to_its_value(path: str, value: Any) -> None:
    assert find(BODY, path) == (value, "")


@pytest.mark.parametrize(
    ("path", "values"),
    [("$.items[*].id", [7, 8]), ("$..id", [7, 8]), ("$.items[?@.id > 7].id", [8]), ("$.items[0:1].id", [7])],
)
def test_a_path_that_can_match_more_than_once_gives_a_list(path: str, values: list[Any]) -> None:
    assert find(BODY, path).value == values


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("$.nope", '"nope" is absent at $ (keys there: items, text, none, yes, )'),
        ("$.items[0]['odd name'].x", "$.items[0]['odd name'] is a number, which has no .x"),
        ("$.items[0]['an odd one']", '"an odd one" is absent at $.items[0] (keys there: id, odd name, ü)'),
        ("$.items[0].nope", '"nope" is absent at $.items[0] (keys there: id, odd name, ü)'),
        ("$.items[2]", "index 2 is out of range at $.items (2 items there)"),
        ("$.items.id", "$.items is a list, which has no .id"),
        ("$[0]", "$ is an object, which has no [0]"),
        ("$.text.x", "$.text is text, which has no .x"),
        ("$.none.x", "$.none is null, which has no .x"),
        ("$.yes.x", "$.yes is a truth value, which has no .x"),
        ("$.items[0].id.x", "$.items[0].id is a number, which has no .x"),
    ],
)
def test_a_path_that_leads_nowhere_says_where_it_ends(path: str, reason: str) -> None:
    assert find(BODY, path).reason == reason


def test_an_empty_object_has_no_keys_to_list() -> None:
    assert find({}, "$.a").reason == '"a" is absent at $ (keys there: none)'


@pytest.mark.parametrize(("path", "hint"), [("items", r"\$\.items"), (".items", r"\$\.items"), ("", r"\$\.name")])
def test_a_path_begins_with_a_dollar(path: str, hint: str) -> None:
    with pytest.raises(UsageError, match=f"write for example: {hint}"):
        find(BODY, path)


@pytest.mark.parametrize(
    ("path", "why", "right"),
    [
        ("$.[0].id", "no dot stands before a bracket", "$[0].id"),
        ("$.a.[*].id", "no dot stands before a bracket", "$.a[*].id"),
        ("$.items[0", "a bracket isn't closed", "$.items[0]"),
        ("$.items[?@.id == 7", "a bracket isn't closed", "$.items[?@.id == 7]"),
        ("$['an odd name", "a bracket isn't closed", "$['an odd name']"),
        ('$.items[?@.name == "ann', "a bracket isn't closed", '$.items[?@.name == "ann"]'),
        ("$.items[", "a bracket isn't closed", "$.items[0]"),
        ("$.items[0]]", "its last bracket closes nothing", "$.items[0]"),
    ],
)
def test_brackets_that_do_not_match_are_told_without_a_package(
    path: str, why: str, right: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jsonpath", None)
    with pytest.raises(UsageError) as failure:
        find([], path)
    assert str(failure.value) == f'"{path}" is no JSONPath (RFC 9535): {why}.\n  write: {right}'


def test_a_path_that_takes_a_package_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jsonpath", None)
    with pytest.raises(UsageError, match=r'install it: pip install "robotframework-steadyapi.jsonpath."'):
        find(BODY, "$.items[?length(@) > 1]")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("$.headers.User-Agent", "x"),
        ("$.headers['User-Agent']", "x"),
        ("$.headers.X-1.a", 7),
        (r"$['headers']['\u0058-1'].a", 7),
    ],
)
def test_a_path_to_one_value_gives_no_list(path: str, value: Any) -> None:
    assert find({"headers": {"User-Agent": "x", "X-1": {"a": 7}}}, path).value == value


@pytest.mark.parametrize(
    "path", ["$.items[*].nope", "$..nope", "$.items[5:]", "$.items[?length(@.nope) == 1]", r"$['\u0061']"]
)
def test_a_path_that_matches_nothing_leads_nowhere(path: str) -> None:
    assert find(BODY, path) == (None, "nothing matches")


@pytest.mark.parametrize(
    "path",
    [
        "$.a[01]",
        "$.a[9007199254740992]",
        "$['a\x01b']",
        "$.a[?@.b==True]",
        "$.a[?@.b==01]",
        "$.a b",
        "$.1",
        "$.",
    ],
)
def test_a_path_that_the_standard_calls_invalid_is_refused(path: str) -> None:
    with pytest.raises(UsageError, match=r"is no JSONPath .RFC 9535."):
        find({"a": [1]}, path)


@pytest.mark.parametrize("path", ["$.a[*]", "$..a", "$.a[01]", "$.a.b c"])
def test_other_paths_are_not_plain(path: str) -> None:
    assert plain_steps(path) is None


def test_a_body_is_parsed_behind_its_byte_order_mark() -> None:
    response = responded(body=b'\xef\xbb\xbf{"a": 1}').response
    assert response is not None
    assert json_body(response).value == {"a": 1}


def test_a_body_that_is_no_json_says_so() -> None:
    response = responded(body=b"<html>", headers=[("Content-Type", "text/html")]).response
    assert response is not None
    assert json_body(response).reason.startswith("is not JSON: text/html")


def test_a_module_of_the_same_name_from_another_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    other = ModuleType("jsonpath")
    other.__file__ = "/somewhere/jsonpath.py"
    monkeypatch.setitem(sys.modules, "jsonpath", other)
    with pytest.raises(UsageError, match=r"is found is of another one: /somewhere/jsonpath.py\n"):
        find({"a": 1}, "$[?length(@) > 1]")
