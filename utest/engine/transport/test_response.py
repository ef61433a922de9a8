from datetime import timedelta

import pytest
import requests
import urllib3
from urllib3.exceptions import IncompleteRead, ProtocolError, ReadTimeoutError

from SteadyAPI.engine.exchange import Attempt
from SteadyAPI.engine.transport.response import RequestsResponse


def response(content: bytes | None = b"[1]") -> RequestsResponse:
    made = RequestsResponse()
    made.status_code, made.reason, made._content = 200, "OK", content
    made.headers["Content-Type"] = "application/json; charset=utf-8"
    made.elapsed = timedelta(milliseconds=12)
    return made


def test_a_response_shows_status_type_size_and_time() -> None:
    assert repr(response()) == "<Response 200 OK · application/json · 3 B · 12 ms>"


def test_a_response_without_a_body_shows_no_bytes() -> None:
    assert "0 B" in repr(response(None))


def test_a_response_that_no_session_made_was_not_retried() -> None:
    assert response().retries == 0


def test_retries_are_the_attempts_after_the_first() -> None:
    made = response()
    made.attempts = (Attempt(1, 0, 1, 503), Attempt(2, 1, 1, 200))
    assert made.retries == 1


class Half:
    """A raw body that ends before its announced length."""

    length_remaining = 4

    def read(self) -> bytes:
        return b"half"


def test_a_body_that_ends_early_is_not_whole() -> None:
    made = response(None)
    made.raw = Half()
    with pytest.raises(requests.exceptions.ChunkedEncodingError) as caught:
        made.read_body()
    assert isinstance(caught.value.args[0], IncompleteRead)


class Failing(Half):
    """A raw body of which reading fails."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def read(self) -> bytes:
        raise self._error


@pytest.mark.parametrize(
    ("error", "raised"),
    [
        (ProtocolError("reset"), requests.exceptions.ChunkedEncodingError),
        (ReadTimeoutError(None, "/", "late"), requests.exceptions.ConnectionError),  # type: ignore[arg-type]
        (urllib3.exceptions.SSLError("bad record"), requests.exceptions.SSLError),
    ],
)
def test_a_short_body_fails_as_requests_lets_it(error: Exception, raised: type[Exception]) -> None:
    made = response(None)
    made.raw = Failing(error)
    with pytest.raises(raised) as caught:
        made.read_body()
    assert (type(caught.value), caught.value.args) == (raised, (error,))
