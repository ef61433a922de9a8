from typing import Any

import pytest
from fakes import context
from robot.libraries.BuiltIn import BuiltIn

from SteadyAPI.errors import ExpectationError
from SteadyAPI.keywords.contract.soft_checks import SoftKeywords


@pytest.fixture
def keywords(monkeypatch: pytest.MonkeyPatch) -> Any:
    outcomes = {"Good": ("PASS", None), "Bad": ("FAIL", "1 != 2\n<b>")}
    monkeypatch.setattr(BuiltIn, "run_keyword_and_ignore_error", lambda _self, name, *_arguments: outcomes[name])
    return SoftKeywords(context())


def test_a_check_that_passes_says_so(keywords: Any) -> None:
    assert keywords.check_softly("Good", 1) is True


def test_a_check_that_fails_goes_on(keywords: Any) -> None:
    assert keywords.check_softly("Bad", 1, 2) is False


def test_a_failure_stands_in_the_log_at_once(keywords: Any) -> None:
    keywords.check_softly("Bad")
    assert keywords._context.log.entries == ['<b class="fail">failed</b>, told at the end: 1 != 2<br>&lt;b&gt;']


def test_failures_are_told_together(keywords: Any) -> None:
    for name in ("Bad", "Good", "Bad"):
        keywords.check_softly(name)
    with pytest.raises(ExpectationError, match=r"^2 of 3 checks failed\n  1. 1 != 2\n     <b>\n  2. 1 != 2"):
        keywords.soft_checks_should_pass()


def test_failures_are_told_once(keywords: Any) -> None:
    keywords.check_softly("Bad")
    with pytest.raises(ExpectationError):
        keywords.soft_checks_should_pass()
    keywords.soft_checks_should_pass()


def test_without_failures_nothing_is_told(keywords: Any) -> None:
    keywords.check_softly("Good")
    keywords.soft_checks_should_pass()
    assert keywords._context.log.entries == []
