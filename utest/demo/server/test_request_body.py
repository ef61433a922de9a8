import json
from io import BytesIO

import pytest

from SteadyAPI.demo.server.request_body import MAX_BODY, read_body
from SteadyAPI.demo.server.response import HttpError

CHUNKED = {"Transfer-Encoding": "Chunked"}


def test_without_a_length_there_is_no_body() -> None:
    assert read_body({}, BytesIO(b"next request")) == b""


def test_a_body_is_read_to_its_length_and_no_further() -> None:
    stream = BytesIO(b"12345next")
    assert read_body({"Content-Length": "5"}, stream) == b"12345"
    assert stream.read() == b"next"


def test_chunks_are_joined_and_trailers_are_skipped() -> None:
    stream = BytesIO(b"2;note=x\r\nab\r\n1\r\nc\r\n0\r\nX-Sum: 1\r\n\r\nnext")
    assert read_body(CHUNKED, stream) == b"abc"
    assert stream.read() == b"next"


@pytest.mark.parametrize(
    ("headers", "sent", "status"),
    [
        ({"Content-Length": "five"}, b"", 400),
        ({"Content-Length": "-5"}, b"", 400),
        ({"Content-Length": ""}, b"", 400),
        ({"Content-Length": "5"}, b"123", 400),
        ({"Content-Length": str(MAX_BODY + 1)}, b"", 413),
        ({"Content-Length": "9" * 5000}, b"", 413),
        (CHUNKED, b"x\r\n", 400),
        (CHUNKED, b"-1\r\n", 400),
        (CHUNKED, b"", 400),
        (CHUNKED, b"5\r\nab", 400),
        (CHUNKED, b"2\r\nab\r\nfffff\r\n", 400),
        (CHUNKED, b"2\r\nab\r\nfffffff\r\n", 413),
        ({"Transfer-Encoding": "gzip"}, b"", 501),
    ],
)
def test_framing_that_makes_no_sense_is_refused(headers: dict[str, str], sent: bytes, status: int) -> None:
    with pytest.raises(HttpError) as error:
        read_body(headers, BytesIO(sent))
    assert error.value.response.status == status
    assert json.loads(error.value.response.body)["detail"].startswith("expected ")
