import json

import pytest

from SteadyAPI.engine.contract.model.schema_code_errors import source_line


def test_an_error_that_was_never_raised_has_no_place() -> None:
    assert source_line(ValueError("x")) == "a place unknown"


def test_a_syntax_error_names_where_the_mistake_stands() -> None:
    assert source_line(SyntaxError("bad", ("models.py", 3, 1, "def"))) == "models.py:3"


def test_a_raised_error_names_the_innermost_line() -> None:
    with pytest.raises(ValueError, match="invalid literal") as caught:
        int("x")
    assert source_line(caught.value).startswith(__file__)


def test_lines_of_packages_are_passed_by() -> None:
    with pytest.raises(ValueError, match="Expecting value") as caught:
        json.loads("nonsense")
    assert source_line(caught.value).startswith(__file__)


def test_where_all_lines_are_of_packages_the_innermost_counts() -> None:
    with pytest.raises(ValueError, match="Expecting value") as caught:
        json.loads("nonsense")
    error = caught.value
    error.__traceback__ = caught.tb.tb_next
    assert "json" in source_line(error)
