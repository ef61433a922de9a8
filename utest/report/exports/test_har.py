"""HTTP archives."""

import gzip
import json
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

import pytest
from exchanges import JSON, hiding, lost, plain, redirected, responded, tries

from SteadyAPI.engine.exchange import Attempt, Exchange, SentRequest
from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.report.exports.har import HarFile


def written(folder: Path, *exchanges: Exchange, mask: Any = plain) -> dict[str, Any]:
    """Returns the archive of these exchanges."""
    file = HarFile(folder / "a.har", mask)
    for exchange in exchanges:
        file.write(exchange, "Shop.Order")
    file.close()
    log: dict[str, Any] = json.loads(file.path.read_text())["log"]
    return log


def test_a_run_without_requests_makes_no_archive(tmp_path: Path) -> None:
    HarFile(tmp_path / "a.har", plain).close()
    assert list(tmp_path.iterdir()) == []


def test_every_attempt_is_an_entry_of_its_test(tmp_path: Path) -> None:
    log = written(tmp_path, responded(attempts=tries(503, 200)), lost())
    assert [(e["_attempt"], e["response"]["status"], e["pageref"]) for e in log["entries"]] == [
        (1, 503, "Shop.Order"),
        (2, 200, "Shop.Order"),
        (1, 0, "Shop.Order"),
    ]


def test_every_test_is_a_page(tmp_path: Path) -> None:
    assert written(tmp_path, responded(), responded())["pages"] == [
        {
            "startedDateTime": "2026-01-31T12:00:00.000+00:00",
            "id": "Shop.Order",
            "title": "Shop.Order",
            "pageTimings": {},
        }
    ]


def test_a_failure_says_why(tmp_path: Path) -> None:
    assert written(tmp_path, lost())["entries"][0]["_error"] == "connection refused"


def test_an_attempt_begins_when_it_did(tmp_path: Path) -> None:
    log = written(tmp_path, responded(attempts=tries(503, 200)))
    assert log["entries"][1]["startedDateTime"] == "2026-01-31T12:00:00.302+00:00"


def test_measured_steps_are_its_timings(tmp_path: Path) -> None:
    phases = {"dns": 0.001, "connect": 0.002, "tls": 0.01, "send": 0.001, "wait": 0.03, "receive": 0.004}
    entry = written(tmp_path, responded(attempts=(Attempt(1, 0.0, 0.05, 200, phases=phases),)))["entries"][0]
    assert (entry["time"], entry["timings"]) == (
        50.0,
        {"blocked": 2.0, "ssl": 10.0, "dns": 1.0, "connect": 12.0, "send": 1.0, "wait": 30.0, "receive": 4.0},
    )


def test_steps_that_were_not_measured_are_minus_one(tmp_path: Path) -> None:
    assert written(tmp_path, responded())["entries"][0]["timings"] == {
        "blocked": 0.0,
        "ssl": -1.0,
        "dns": -1.0,
        "connect": -1.0,
        "send": 0.0,
        "wait": 12.0,
        "receive": 0.0,
    }


def test_the_request_is_shown_with_its_cookies_query_and_body(tmp_path: Path) -> None:
    headers = {**JSON, "Cookie": "a=1; b; c=2"}
    sent = SentRequest("POST", "http://shop.test/x?q=1&q=2", headers, '{"a": 1}')
    request = written(tmp_path, responded(sent=sent))["entries"][0]["request"]
    assert (request["cookies"], request["queryString"], request["postData"], request["bodySize"]) == (
        [{"name": "a", "value": "1"}, {"name": "c", "value": "2"}],
        [{"name": "q", "value": "1"}, {"name": "q", "value": "2"}],
        {"mimeType": "application/json", "text": '{"a": 1}'},
        8,
    )


def test_bytes_sent_are_shown_by_size_alone(tmp_path: Path) -> None:
    headers: Any = {"Content-Type": b"image/png"}
    sent = SentRequest("POST", "http://shop.test/", headers, b"\x89PNG")
    request = written(tmp_path, responded(sent=sent))["entries"][0]["request"]
    assert (request["postData"]["text"], request["bodySize"]) == ("", 4)


def test_the_response_is_shown_with_its_body(tmp_path: Path) -> None:
    response = written(tmp_path, responded(headers={**JSON, "Location": "/new"}))["entries"][0]["response"]
    assert (response["content"], response["redirectURL"]) == (
        {"size": 9, "mimeType": "application/json", "text": '{"id": 7}'},
        "/new",
    )


def test_each_request_of_a_redirect_has_its_own_entry(tmp_path: Path) -> None:
    first, second = written(tmp_path, responded(**redirected(*tries(200))))["entries"]
    facts = [(entry["request"]["method"], entry["request"]["url"]) for entry in (first, second)]
    assert facts == [("POST", "http://shop.test/orders"), ("GET", "http://other.test/landed")]
    assert (first["response"]["status"], first["response"]["redirectURL"]) == (303, "http://other.test/landed")
    assert second["response"]["redirectURL"] == ""


def test_bytes_received_are_in_base64(tmp_path: Path) -> None:
    content = written(tmp_path, responded(b"\x89PNG\0", headers={}))["entries"][0]["response"]["content"]
    assert content == {"size": 5, "mimeType": "x-unknown", "text": "iVBORwA=", "encoding": "base64"}


def test_very_many_bytes_are_shown_by_size_alone(tmp_path: Path) -> None:
    content = written(tmp_path, responded(b"\0" * 1_000_001, headers={}))["entries"][0]["response"]["content"]
    assert content == {"size": 1_000_001, "mimeType": "x-unknown"}


def test_nothing_in_it_shows_a_secret(tmp_path: Path) -> None:
    sent = SentRequest("POST", "http://shop.test/hunter2", {"A": "hunter2"}, b"hunter2")
    written(tmp_path, responded(b"hunter2", 200, "hunter2", sent=sent), mask=hiding("hunter2"))
    assert "hunter2" not in (tmp_path / "a.har").read_text()


@pytest.mark.parametrize(
    "body",
    [b"\0\1 hunter2-known \xff", gzip.compress(b"a hunter2-known", mtime=0), "\ufeffhunter2-known".encode("utf-16")],
)
def test_bytes_that_show_a_secret_are_not_kept(tmp_path: Path, body: bytes) -> None:
    secrets = SecretRegistry()
    binary = {"Content-Type": "application/octet-stream"}
    log = tmp_path / "a.har"
    file = HarFile(log, secrets.mask)
    file.write(responded(body, headers=binary), "Before")
    secrets.register("hunter2-known")
    file.write(responded(body, headers=binary), "After")
    file.write(responded(b"\0\1 innocent \xff", headers=binary), "Other")
    file.close()
    before, after, other = (entry["response"]["content"] for entry in json.loads(log.read_text())["log"]["entries"])
    assert before == after == {**before, "comment": "It showed a secret, so it is not kept."}
    assert "text" not in before
    assert b64decode(other["text"]) == b"\0\1 innocent \xff"


def test_bytes_of_which_a_part_was_masked_are_not_kept(tmp_path: Path) -> None:
    body = b"\0\1 hunter2 \xff"
    log = tmp_path / "a.har"
    file = HarFile(log, hiding(b64encode(body).decode()[4:9]))
    file.write(responded(body, headers={"Content-Type": "application/octet-stream"}), "Shop.Order")
    file.close()
    assert "comment" in json.loads(log.read_text())["log"]["entries"][0]["response"]["content"]
