"""Texts of results, masked without changing what a run does."""

import re
import warnings
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest

from SteadyAPI.listener.result_text import MaskedMessage, mask_body_item, mask_suite, mask_test
from SteadyAPI.robot_compat import result_type

# Robot Framework's classes are untyped, and pytest would take TestCase for one of its own.
results: Any = import_module("robot.result")


def hide(text: str) -> str:
    return text.replace("secret", "[redacted]") if "secret" in text else text


def hide_name(name: str) -> str:
    return name.replace("secret", "[redacted-1]") if "secret" in name else name


def test_all_texts_of_a_suite_are_masked() -> None:
    suite = results.TestSuite(name="a secret", doc="secret doc", metadata={"secret key": "a secret", "plain": "b"})
    mask_suite(suite, hide, hide_name)
    assert suite.name == "a [redacted-1]"
    assert suite.doc == "[redacted] doc"
    assert dict(suite.metadata) == {"[redacted] key": "a [redacted]", "plain": "b"}


def test_all_texts_of_a_test_are_masked() -> None:
    test = results.TestCase(name="a secret", doc="secret", tags=["secret", "b"], message="secret", timeout="secret")
    mask_test(test, hide, hide_name)
    assert (test.name, test.doc, test.message, test.timeout) == ("a [redacted-1]", *["[redacted]"] * 3)
    assert list(test.tags) == ["[redacted-1]", "b"]


def test_all_texts_of_a_keyword_are_masked() -> None:
    keyword = results.Keyword(
        name="K secret", doc="secret", args=("a secret", "b"), assign=["${secret}"], tags=["secret"]
    )
    mask_body_item(keyword, hide, hide_name)
    assert keyword.name == "K [redacted-1]"
    assert tuple(keyword.args) == ("a [redacted]", "b")
    assert tuple(keyword.assign) == ("${[redacted]}",)
    assert list(keyword.tags) == ["[redacted-1]"]


def test_arguments_that_are_no_texts_are_masked_by_what_they_show() -> None:
    keyword = results.Keyword(name="K", args=(["a", "secret"], 4711, ("name", "secret")))
    mask_body_item(keyword, hide, hide_name)
    # Robot Framework 7.0 makes texts of them, newer versions keep the objects.
    shown = [str(part) for part in keyword.args]
    assert shown[:2] == ["['a', '[redacted]']", "4711"]
    assert shown[2] in {"('name', '[redacted]')", "name=[redacted]"}
    other = results.Keyword(name="K", args=(SimpleNamespace(value="secret"),))
    mask_body_item(other, hide, hide_name)
    assert tuple(other.args) == ("namespace(value='[redacted]')",)


def test_values_of_loops_are_masked() -> None:
    loop = results.For(assign=("${x}",), values=("secret", "b"))
    iteration = results.ForIteration(assign={"${x}": "secret"})
    mask_body_item(loop, hide, hide_name)
    mask_body_item(iteration, hide, hide_name)
    assert tuple(loop.values) == ("[redacted]", "b")
    assert dict(iteration.assign) == {"${x}": "[redacted]"}


def test_an_iteration_of_a_while_loop_has_nothing_to_mask() -> None:
    iteration = results.WhileIteration()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        mask_body_item(iteration, hide, hide_name)
    assert result_type(iteration) == "WHILE ITERATION"


def test_a_variable_of_a_loop_that_shows_no_secret_stays_the_same_object() -> None:
    iteration = results.ForIteration(assign={"${x}": "plain"})
    assign = iteration.assign
    mask_body_item(iteration, hide, hide_name)
    assert iteration.assign is assign


def test_what_shows_no_secret_stays_the_same_object() -> None:
    keyword = results.Keyword(name="K", args=("a", 1), tags=["b"], assign=("${x}",))
    before = (keyword.args, keyword.tags, keyword.assign)
    mask_body_item(keyword, hide, hide_name)
    assert all(new is old for new, old in zip((keyword.args, keyword.tags, keyword.assign), before, strict=True))


def test_a_type_without_texts_is_left_alone() -> None:
    item: Any = SimpleNamespace(type="BREAK")
    mask_body_item(item, hide, hide_name)
    assert vars(item) == {"type": "BREAK"}


def test_a_keyword_message_reads_masked_and_equals_the_original() -> None:
    item: Any = SimpleNamespace(type="CONTINUE", message="a secret")
    mask_body_item(item, hide, hide_name)
    assert str.__str__(item.message) == "a [redacted]"
    assert item.message == "a secret"
    assert item.message == "a [redacted]"
    assert item.message != "something else"
    assert not item.message != "a secret"  # noqa: SIM202 - this very operator is Robot Framework's


def test_a_message_without_secret_stays() -> None:
    item: Any = SimpleNamespace(type="CONTINUE", message="plain")
    mask_body_item(item, hide, hide_name)
    assert type(item.message) is str


def test_equal_readings_have_equal_hashes() -> None:
    assert hash(MaskedMessage("a", "b")) == hash("a")


SAYS = "the masked values differ: 8 characters expected, 8 came; the first difference is at character 8"


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("secret-a != secret-b", f"[redacted] != [redacted]\n{SAYS}"),
        ("mine: secret-a != secret-b", f"mine: [redacted] != [redacted]\n{SAYS}"),
        ("secret-a != plain", "[redacted] != plain"),
        ("secret-a != secret-b != secret-c", "[redacted] != [redacted] != [redacted]"),
        ("secret-a != secret-b\nand more", "[redacted] != [redacted]\nand more"),
        ("plain", "plain"),
    ],
)
def test_a_failure_says_how_its_sides_differ_when_they_read_alike(message: str, shown: str) -> None:
    def hide_whole(text: str) -> str:
        return re.sub("secret-.", "[redacted]", text)

    item: Any = SimpleNamespace(type="CONTINUE", message=message)
    mask_body_item(item, hide_whole, hide_whole)
    assert str.__str__(item.message) == shown
    test = results.TestCase(name="T", message=message)
    mask_test(test, hide_whole, hide_whole)
    assert test.message == shown
