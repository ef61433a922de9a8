import inspect
from typing import Any

import pytest

from SteadyAPI.dropin.argument_list import REQUIRED, keyword_of, with_article

ARGUMENTS: dict[str, Any] = {"alias": REQUIRED, "data": None, "headers": {}}


def run(group: str, given: dict[str, Any]) -> Any:
    """Returns what it got."""
    return group, given


def made(*, free: bool) -> Any:
    return keyword_of(ARGUMENTS, run, tag="Request", name="Send It", free=free)


def test_arguments_are_handed_on_by_name() -> None:
    assert made(free=False)("group", "shop", headers={"A": "b"}) == (
        "group",
        {"alias": "shop", "data": None, "headers": {"A": "b"}},
    )


def test_free_options_are_handed_on_together() -> None:
    assert made(free=True)("group", "shop", colour="red") == (
        "group",
        {"alias": "shop", "data": None, "headers": {}, "kwargs": {"colour": "red"}},
    )


def test_an_argument_that_is_required_must_be_given() -> None:
    with pytest.raises(TypeError, match="missing a required argument: 'alias'"):
        made(free=False)("group")


def test_what_the_list_does_not_name_is_refused() -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'colour'"):
        made(free=False)("group", "shop", colour="red")


def test_the_arguments_show_in_their_order() -> None:
    assert str(inspect.signature(made(free=True))) == "(self, alias, data=None, headers={}, **kwargs)"


def test_a_keyword_has_its_name_its_tag_and_its_documentation() -> None:
    keyword = made(free=False)
    assert (keyword.robot_name, keyword.robot_tags, keyword.__doc__) == ("Send It", ["Request"], "Returns what it got.")


@pytest.mark.parametrize(("method", "spoken"), [("GET", "a GET"), ("OPTIONS", "an OPTIONS")])
def test_a_method_has_its_article(method: str, spoken: str) -> None:
    assert with_article(method) == spoken
