"""Small pictures."""

from xml.etree import ElementTree as ET

import pytest
from records import request

from SteadyAPI.report.run_report.chart import distribution, sparkline, waterfall


def test_a_waterfall_has_a_bar_for_each_attempt_and_a_line_for_each_wait() -> None:
    picture = waterfall([request("http://a.test/x", "503", "503", "200", elapsed=1.0)], 1)
    assert (picture.count("<rect"), picture.count("<line")) == (3, 2)


@pytest.mark.parametrize(
    ("outcomes", "expected", "looks"),
    [
        (("200",), True, ["bar"]),
        (("404",), True, ["bar"]),
        (("503", "200"), True, ["again", "bar"]),
        (("500",), False, ["bad"]),
    ],
)
def test_a_bar_tells_how_its_attempt_ended(outcomes: tuple[str, ...], expected: bool, looks: list[str]) -> None:
    picture = waterfall([request("http://a.test/x", *outcomes, expected=expected)], 1)
    assert [part.partition('"')[0] for part in picture.split('<rect class="')[1:]] == looks


@pytest.mark.parametrize(("requests", "left"), [(200, "610.0"), (201, "330.0")])
def test_the_requests_of_a_long_run_begin_at_the_left_edge(requests: int, left: str) -> None:
    picture = waterfall([request(second=0.0, elapsed=1.0), request(second=1.0, elapsed=1.0)], requests)
    assert f'class="bar" x="{left}" y="22"' in picture


def test_requests_that_took_no_time_are_drawn_too() -> None:
    assert 'width="2.0"' in waterfall([request(elapsed=0.0)], 1)


def test_a_waterfall_is_well_formed_whatever_the_address() -> None:
    records = [request("http://a.test/</title><script>&\x00", test="</svg>")]
    assert ET.fromstring(waterfall(records, 1)).tag == "svg"


def test_the_distribution_counts_each_call_once() -> None:
    picture = distribution([2, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1])
    assert [text for text in ET.fromstring(picture).itertext() if text.isdecimal()] == ["2", "1", "1", "1"]


def test_the_distribution_of_nothing_is_empty() -> None:
    assert distribution([0] * 12).count('height="1"') == 12


def test_a_sparkline_stands_for_itself() -> None:
    assert sparkline([1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]) == (
        '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="20" fill="#6b9bd1">'
        '<rect x="0" y="0" width="8" height="20"/><rect x="60" y="0" width="8" height="20"/></svg>'
    )
