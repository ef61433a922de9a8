"""The script of failures."""

from records import request

from SteadyAPI.report.exports.curl_file import curl_file


def test_each_failure_is_a_command_with_its_outcomes() -> None:
    records = [request(expected=False), request(), request("http://a.test/", "500", expected=False, test="A\nB")]
    assert curl_file(records).splitlines() == [
        "#!/bin/sh",
        "# The requests of the run that ended unexpectedly.",
        "",
        "# Shop.Order",
        "# wanted 201, got 200",
        "curl http://shop.test/orders/7",
        "",
        "# A B",
        "# wanted 201, got 500",
        "curl http://a.test/",
    ]


def test_secrets_must_be_set_before_it_runs() -> None:
    record = request(expected=False, curl='curl x -H "A: ${TOKEN}" -H "B: ${KEY}${TOKEN}"')
    assert "for name in TOKEN KEY; do" in curl_file([record]).splitlines()
