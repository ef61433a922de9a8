"""How a suite writes the statuses that it expects."""

from typing import Any

import pytest

from SteadyAPI.engine.request.expectation import SUCCESS, expect, no_status
from SteadyAPI.errors import UsageError


@pytest.mark.parametrize(
    ("spec", "inside", "outside"),
    [
        (201, 201, 200),
        ("201", 201, 200),
        (" 201 ", 201, 200),
        ("created", 201, 200),
        ("Not Found", 404, 400),
        ("not_found", 404, 400),
        ("I'm a teapot", 418, 400),
        ("2xx", 299, 300),
        ("4XX", 400, 399),
        ("200-204", 204, 205),
        ("200 - 204", 200, 199),
        ("200,404", 404, 403),
        ("2xx, not found", 404, 403),
        ([200, "404"], 404, 403),
        ((200, 404), 200, 403),
        ("any", 999, 1000),
        ("ANYTHING", 100, 99),
    ],
)
def test_an_expectation_takes_what_it_names_and_nothing_else(spec: Any, inside: int, outside: int) -> None:
    expectation = expect(spec)
    assert expectation.matches(inside)
    assert not expectation.matches(outside)


def test_by_default_every_status_below_400_passes() -> None:
    assert expect(None) is SUCCESS
    assert SUCCESS.matches(399)
    assert not SUCCESS.matches(400)


def test_the_default_is_not_a_wish_of_the_suite() -> None:
    assert not SUCCESS.explicit
    assert expect("200").explicit


def test_the_text_of_a_list_reads_as_alternatives() -> None:
    assert expect("200, 404").text == "200 or 404"
    assert expect([200, 404]).text == "200 or 404"


@pytest.mark.parametrize(("error", "text"), [("any", "an error"), ("refused", "the error refused")])
def test_who_wants_an_error_expects_no_status(error: str, text: str) -> None:
    expectation = no_status(error)
    assert (expectation.text, any(map(expectation.matches, range(100, 600)))) == (text, False)


def test_an_empty_list_expects_nothing_and_is_refused() -> None:
    with pytest.raises(UsageError, match=r"expected_status: expected a number .* got \[\]"):
        expect([])


@pytest.mark.parametrize("spec", ["20x", "fine", "", "99", "600", "6xx", "300-200", "200-999", -1, 200.5, True])
def test_what_is_no_status_is_refused_with_the_ways_to_write_one(spec: Any) -> None:
    with pytest.raises(UsageError, match=r"a number \(201\), a name \(created\), a class \(2xx\)"):
        expect(spec)
