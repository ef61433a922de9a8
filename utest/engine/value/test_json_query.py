"""What is read here means the same as to python-jsonpath in its strict form, which passes the standard's own cases."""

from typing import Any

import jsonpath
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from SteadyAPI.engine.value.json_query import parse

STRICT = jsonpath.JSONPathEnvironment(strict=True)
# Without booleans: python-jsonpath orders them as numbers, which the standard forbids.
SCALARS: list[Any] = [None, 0, 1, -1, 1.0, 1.5, "", "a", "b", "1"]
VALUES = st.recursive(
    st.sampled_from(SCALARS),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=20,
)
# python-jsonpath parses a body that is a text.
BODIES = st.lists(VALUES, max_size=4) | st.dictionaries(st.sampled_from("abc"), VALUES, max_size=3)
BLANKS = st.sampled_from(["", "", " ", "\n"])
NUMBERS = st.sampled_from(["", "0", "1", "-1", "2", "-3"])
LITERALS = st.sampled_from(["1", "-1", "1.0", "1.5e0", "'a'", '"b"', "null", "''"])
SINGULAR = st.lists(st.sampled_from([".a", "['b']", "[0]", "[-1]", '["c"]']), max_size=2).map(
    lambda steps: "@" + "".join(steps)
)


@st.composite
def conditions(draw: Any) -> Any:
    if draw(st.booleans()):
        return f"{draw(st.sampled_from(['', '!']))}{draw(SINGULAR.filter(lambda query: query != '@'))}"
    left, right = draw(SINGULAR | LITERALS), draw(SINGULAR | LITERALS)
    blank, operator = draw(BLANKS), draw(st.sampled_from(["==", "!=", "<", "<=", ">", ">="]))
    return f"{left}{blank}{operator}{blank}{right}"


@st.composite
def selectors(draw: Any) -> Any:
    kind = draw(st.sampled_from(["name", "index", "wildcard", "slice", "filter"]))
    if kind == "filter":
        joined = draw(st.lists(conditions(), min_size=1, max_size=3))
        return (
            "?"
            + draw(BLANKS)
            + joined[0]
            + "".join(draw(st.sampled_from([" && ", "||"])) + each for each in joined[1:])
        )
    if kind == "slice":
        start, end, step = draw(NUMBERS), draw(NUMBERS), draw(NUMBERS)
        return f"{start}:{end}" + draw(st.sampled_from(["", f":{step}"]))
    return str(draw(st.sampled_from({"name": ["'a'", '"b"'], "index": ["0", "-1", "2"], "wildcard": ["*"]}[kind])))


@st.composite
def paths(draw: Any) -> Any:
    path = "$"
    for _ in range(draw(st.integers(0, 3))):
        path += draw(BLANKS)
        if draw(st.booleans()):
            path += draw(st.sampled_from([".a", ".*", "..b", "..*", ".c"]))
        else:
            inner = ",".join(
                draw(BLANKS) + each + draw(BLANKS) for each in draw(st.lists(selectors(), min_size=1, max_size=2))
            )
            path += draw(st.sampled_from(["", ".."])) + f"[{inner}]"
    return path


def _has_text(body: Any) -> bool:
    items = body.values() if isinstance(body, dict) else body if isinstance(body, list) else ()
    return (isinstance(body, str) and body != "") or any(map(_has_text, items))


@settings(derandomize=True)
@given(BODIES, paths())
def test_every_path_means_what_the_standard_says(body: Any, path: str) -> None:
    # python-jsonpath slices texts as well; the standard slices arrays only (RFC 9535, section 2.3.4.2.2).
    assume(":" not in path or not _has_text(body))
    query = parse(path)
    assert query is not None
    assert [(type(value), value) for value in query.values(body)] == [
        (type(value), value) for value in STRICT.findall(path, body)
    ]


@given(st.text(st.sampled_from("$.[]*'\"ab01-:,?@=!&| \n\\\x01\ud800é("), max_size=8))
def test_nothing_is_read_that_the_standard_refuses(rest: str) -> None:
    path = f"$.a{rest}"
    if parse(path) is not None and "-" not in rest:
        STRICT.compile(path)


@pytest.mark.parametrize(
    "path",
    ["$", "$.a", "$ .a", "$.a-b", "$..a", "$[ 'a' , 0 ]", "$[1:2]", "$[::]", "$[?@]", "$[?@.a && !@.b || @.c == 1]"],
)
def test_these_are_read(path: str) -> None:
    assert parse(path) is not None


@pytest.mark.parametrize(
    "path",
    [
        "a",
        " $",
        "$ ",
        "$.",
        "$..",
        "$[]",
        "$[01]",
        "$[-0]",
        "$[9007199254740992]",
        "$[99999999999999999999999]",
        "$.1",
        "$.-a",
        "$['a\\n']",
        "$['\x01']",
        "$['\ud800']",
        "$.\ud800",
        "$[0 1]",
        "$[?]",
        "$[?1]",
        "$[?'a']",
        "$[?@.a==]",
        "$[?@.a==True]",
        "$[?@.a==nullable]",
        "$[?@.a==length(@)]",
        "$[?(@.a)]",
        "$[?!@.a==1]",
        "$[?@.*]",
        "$[?@[*]==1]",
        "$[?@[0:1]]",
        "$[?$.a]",
        "$[?@.a=='x]",
    ],
)
def test_these_are_left_to_the_package(path: str) -> None:
    assert parse(path) is None


def test_a_dash_is_part_of_a_plain_name() -> None:
    query = parse("$.headers.User-Agent")
    assert query is not None
    assert query.values({"headers": {"User-Agent": "x"}}) == ["x"]


def test_a_position_does_not_match_the_key_of_an_object() -> None:
    query = parse("$[?@[0]==5]")
    assert query is not None
    assert query.values([{"0": 5}, [5]]) == [[5]]


def test_values_are_equal_in_depth() -> None:
    query = parse("$[?@.a==@.b]")
    assert query is not None
    same = [{"a": {"x": [1, {"y": None}]}, "b": {"x": [1.0, {"y": None}]}}, {}]
    other = [{"a": {"x": 1}, "b": {"x": True}}, {"a": [1], "b": [1, 2]}, {"a": {"x": 1}, "b": {"y": 1}}]
    assert query.values([*same, *other]) == same


def test_a_slice_takes_nothing_of_a_text() -> None:
    query = parse("$.a[:]")
    assert query is not None
    assert list(query.values({"a": "text"})) == []


def test_a_slice_with_a_step_of_nothing_is_empty() -> None:
    query = parse("$[0:2:0]")
    assert query is not None
    assert query.values([1, 2]) == []


def test_only_objects_and_arrays_have_children() -> None:
    query = parse("$[*][*]")
    assert query is not None
    assert query.values([1, {"a": 2}, [3]]) == [2, 3]


def test_literals_have_their_types() -> None:
    found = {text: parse(f"$[?@=={text}]") for text in ("1", "1.5", "1e1", "true", "null", "'a'")}
    values = [1, 1.5, 10.0, True, None, "a"]
    assert [query.values(values) if query else None for query in found.values()] == [[value] for value in values]


def test_a_value_that_is_false_exists() -> None:
    query = parse("$[?@]")
    assert query is not None
    assert query.values([False, None, 0]) == [False, None, 0]


def test_booleans_are_neither_numbers_nor_ordered() -> None:
    for path in ("$[?-1<@]", "$[?@<=0]", "$[?@==1]", "$[?@==0]"):
        query = parse(path)
        assert query is not None
        assert query.values([True, False]) == []
