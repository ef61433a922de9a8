"""Links to tests in log.html."""

import pytest

from SteadyAPI.report.run_report.log_link import log_link


@pytest.mark.parametrize(
    ("test_id", "log", "link"),
    [
        ("s1-t1", "log.html", "log.html#s1-t1"),
        ("s1-t1", "", ""),
        ("", "log.html", ""),
        ('"><script>', "log.html", ""),
        ("s1-t1", "https://ci.test/runs/7#artifacts", "https://ci.test/runs/7#artifacts"),
    ],
)
def test_a_link_needs_a_log_and_an_id(test_id: str, log: str, link: str) -> None:
    assert log_link({"test_id": test_id}, log) == link
