"""The run in Markdown."""

from records import ended, request, rich, summary

from SteadyAPI.report.exports.markdown import markdown
from SteadyAPI.report.run_report.trend import worsened


def test_figures_and_what_deserves_attention() -> None:
    assert markdown(rich()).splitlines() == [
        "## API report",
        "",
        (
            "**0** of 1 test failed · **27** requests · **2** ended unexpectedly · 1 retry · "
            "p50 21 ms · p95 33 ms · p99 500 ms"
        ),
        "",
        "### 1 test passed only thanks to a retry",
        "",
        "| test | request | responses |",
        "|---|---|---|",
        "| `Shop.Order` | `GET http://shop.test/flaky` | 503 → 200 |",
        "",
        "### Ended unexpectedly",
        "",
        "| test | request | expected | got |",
        "|---|---|---|---|",
        '| `<script>alert("1")</script>` | `GET http://shop.test/users` | 201 | 404 |',
        "| `Shop.Order` | `GET http://other.test/` | 201 | connection refused |",
    ]


def test_a_run_without_trouble_is_short() -> None:
    assert markdown(summary(request())) == "## API report\n\n**1** requests · **0** ended unexpectedly · 0 retries\n"


def test_failed_tests_come_first_with_links() -> None:
    failed = ended("FAIL", message="Expected 201, got <200> | OK")
    assert markdown(summary(request(), failed, ended("PASS", "B", "s1-t2")), log="log.html").splitlines()[2:8] == [
        "**1** of 2 tests failed · **1** requests · **0** ended unexpectedly · 0 retries",
        "",
        "### Failed tests",
        "",
        "| test | message |",
        "|---|---|",
    ]
    assert "| [`Shop.Order`](log.html#s1-t1) | Expected 201, got <200> ¦ OK |" in markdown(
        summary(request(), failed), log="log.html"
    )


def test_what_became_worse_is_named() -> None:
    now = summary(*(request("http://a.test/x", elapsed=0.5) for _ in range(5)))
    before = summary(*(request("http://a.test/x", elapsed=0.1) for _ in range(5)))
    assert "| `GET /x` | slower | median 100 ms → 500 ms |" in markdown(now, worsened(now, before))


def test_when_nothing_became_worse_it_says_so() -> None:
    assert "No endpoint became slower or flakier since the earlier run." in markdown(rich(), [])


def test_many_rows_are_counted() -> None:
    assert "… 5 more" in markdown(summary(*(request(expected=False) for _ in range(25))))


def test_nothing_in_a_name_is_read_as_markup() -> None:
    record = request(expected=False, test="a`b|c\nd", wanted="")
    assert "| `a'b¦c d` | `GET http://shop.test/orders/7` |  | 200 |" in markdown(summary(record))
