"""The header by which a server asks for a pause."""

from collections.abc import Mapping

import pytest
from fake_time import NOON
from hypothesis import given
from hypothesis import strategies as st

from SteadyAPI.engine.retry.retry_after import retry_after

AT_NOON = "Sat, 31 Jan 2026 12:00:00 GMT"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", 0.0),
        ("3", 3.0),
        (" 3 ", 3.0),
        ("31536000", 31536000.0),
        ("Sat, 31 Jan 2026 12:00:05 GMT", 5.0),
        ("Sat, 31 Jan 2026 12:00:05 -0000", 5.0),
        ("Saturday, 31-Jan-26 12:00:05 GMT", 5.0),
        ("Sat, 31 Jan 2026 11:59:00 GMT", 0.0),
        ("Fri, 01 Jan 1999 00:00:00 GMT", 0.0),
    ],
)
def test_seconds_and_dates_are_understood_and_the_past_means_now(text: str, seconds: float) -> None:
    assert retry_after({"Retry-After": text, "Date": AT_NOON}, NOON) == seconds


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "-5",
        "+5",
        "1.5",
        "5s",
        "soon",
        "١٢",
        "2²",
        "Sat, 99 Jan 2026 12:00:05 GMT",
        "Sat, 31 Jan 99999999999999999999 12:00:05 GMT",
        "\x00",
    ],
)
def test_what_is_neither_seconds_nor_a_date_is_no_wish(text: str) -> None:
    assert retry_after({"Retry-After": text}, NOON) is None


def test_no_header_is_no_wish() -> None:
    assert retry_after({}, NOON) is None


def test_a_date_is_measured_by_the_servers_clock() -> None:
    headers = {"Retry-After": "Sat, 31 Jan 2026 18:00:05 GMT", "Date": "Sat, 31 Jan 2026 18:00:00 GMT"}
    assert retry_after(headers, NOON) == 5.0


@pytest.mark.parametrize("date", [{}, {"Date": "yesterday"}])
def test_a_date_is_measured_by_the_local_clock_when_the_server_tells_none(date: Mapping[str, str]) -> None:
    assert retry_after({"Retry-After": "Sat, 31 Jan 2026 12:00:05 GMT", **date}, NOON) == 5.0


@given(st.text(), st.text())
def test_no_text_breaks_it_and_no_wish_is_negative(text: str, date: str) -> None:
    assert (retry_after({"Retry-After": text, "Date": date}, NOON) or 0.0) >= 0.0
