from typing import Any

from robot.running import testlibraries  # type: ignore[import-untyped]  # Robot Framework types its API only

import SteadyAPI
from SteadyAPI.redaction.registry import RUN_SECRETS
from SteadyAPI.requestslibrary import RequestsLibrary

ONLY_NEW = {"CONNECT", "CONNECT On Session", "Last Response", "TRACE", "TRACE On Session"}


def keywords(name: str) -> dict[str, Any]:
    return {keyword.name: keyword for keyword in testlibraries.TestLibrary.from_name(name).keywords}


def test_the_drop_in_is_what_robot_framework_imports() -> None:
    assert SteadyAPI.RequestsLibrary is RequestsLibrary


def test_every_keyword_of_both_versions_is_there() -> None:
    assert set(keywords("SteadyAPI.RequestsLibrary")) == set(keywords("RequestsLibrary")) | ONLY_NEW


def test_arguments_stand_in_the_same_order_with_the_same_defaults() -> None:
    """The peer hides the arguments of its verbs from Robot Framework behind a decorator: those are compared by runs."""
    theirs = keywords("RequestsLibrary")
    open_ones = {name: keyword for name, keyword in theirs.items() if not keyword.args.var_positional}
    ours = keywords("SteadyAPI.RequestsLibrary")
    for name, keyword in open_ones.items():
        assert ours[name].args.positional == keyword.args.positional, name
        assert {**ours[name].args.defaults, "retry_method_list": None} == {
            **keyword.args.defaults,
            "retry_method_list": None,
        }, name
    assert len(open_ones) == 19


def test_robot_framework_converts_by_the_defaults_alone() -> None:
    assert RequestsLibrary().get_keyword_types("create_session") == {}


def test_allowed_texts_and_names_are_shown() -> None:
    before = RUN_SECRETS.mask("plan_token=premium-2026-x9k2 other_token=premium-2027-x9k2")
    assert before == "plan_token=[redacted] other_token=[redacted]"
    RequestsLibrary(allow="plan_token")
    RequestsLibrary(allow=["premium-2027-x9k2"])
    after = "plan_token=premium-2026-x9k2 other_token=premium-2027-x9k2"
    assert RUN_SECRETS.mask(after) == after
