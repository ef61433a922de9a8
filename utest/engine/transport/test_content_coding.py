import gzip
import io
import zlib
from types import SimpleNamespace
from typing import Any

import pytest
import urllib3
from requests.exceptions import ChunkedEncodingError, ContentDecodingError
from urllib3.exceptions import DecodeError

from SteadyAPI.engine.transport.content_coding import check_readable, whole
from SteadyAPI.engine.transport.response import RequestsResponse

TEXT = b"".join(b'{"number": %d}\n' % (number * 7919 % 997) for number in range(1000))
GZIP, DEFLATE = gzip.compress(TEXT, mtime=0), zlib.compress(TEXT)
BARE_DEFLATE = DEFLATE[2:-4]


def read(body: bytes, coding: str = "gzip", *, chunked: bool = False) -> bytes:
    """Reads a body as a response of urllib3 gives it."""
    response = RequestsResponse()
    response.status_code = 200
    response.headers["Content-Encoding"] = coding
    response.raw = urllib3.HTTPResponse(
        io.BytesIO(body), headers={"Content-Encoding": coding}, preload_content=False, request_method="GET"
    )
    if chunked:
        response.raw.tell = lambda: 0  # chunks are not counted
    response.read_body()
    return response.content


@pytest.mark.parametrize(
    ("body", "coding"),
    [
        (GZIP, "gzip"),
        (GZIP, "x-gzip"),
        (GZIP + b"behind the end", "gzip"),
        (gzip.compress(TEXT[:100], mtime=0) + gzip.compress(TEXT[100:], mtime=0), "gzip"),
        (DEFLATE, "deflate"),
        (DEFLATE + b"behind the end", "deflate"),
        (BARE_DEFLATE, "deflate"),
        (gzip.compress(DEFLATE, mtime=0), "deflate, gzip"),
        (TEXT, "identity"),
    ],
)
def test_a_whole_body_is_taken(body: bytes, coding: str) -> None:
    assert read(body, coding) == TEXT


@pytest.mark.parametrize(
    ("body", "coding"),
    [
        (GZIP[:5], "gzip"),
        (GZIP[: len(GZIP) // 2], "gzip"),
        (GZIP[:-4], "gzip"),
        (GZIP + GZIP[:30], "gzip"),
        (DEFLATE[: len(DEFLATE) // 2], "deflate"),
        (BARE_DEFLATE[: len(BARE_DEFLATE) // 2], "deflate"),
        (gzip.compress(DEFLATE[: len(DEFLATE) // 2], mtime=0), "deflate, gzip"),
    ],
)
def test_a_body_that_stops_amid_its_data_is_refused(body: bytes, coding: str) -> None:
    with pytest.raises(ChunkedEncodingError, match=rf"^the {coding} data stopped before its end, after \d+ bytes"):
        read(body, coding)


def test_a_body_in_chunks_that_stops_is_refused() -> None:
    with pytest.raises(ChunkedEncodingError):
        read(GZIP[: len(GZIP) // 2], chunked=True)


def test_no_body_is_not_broken_off() -> None:
    assert read(b"") == b""


@pytest.mark.parametrize("body", [GZIP[:-8] + bytes(8), GZIP[:100] + bytes(20) + GZIP[120:], b"not gzip at all"])
def test_data_that_can_not_be_right_are_refused(body: bytes) -> None:
    with pytest.raises(ContentDecodingError):
        read(body)


def decoder(**inner: Any) -> Any:
    """A response whose decoder is another package's."""
    return SimpleNamespace(_decoder=SimpleNamespace(_obj=SimpleNamespace(**inner)), tell=lambda: 4)


class Failing:
    """Chunks behind which urllib3 raises."""

    def __init__(self, error: Exception) -> None:
        self._next: list[bytes] = [b"half"]
        self._error = error

    def __iter__(self) -> "Failing":
        return self

    def __next__(self) -> bytes:
        if not self._next:
            raise self._error
        return self._next.pop()


def test_a_decoder_that_tells_of_its_end_is_asked() -> None:
    with pytest.raises(ChunkedEncodingError):
        list(whole(iter([b"half"]), decoder(is_finished=lambda: False), "br"))
    assert list(whole(iter([b"half"]), decoder(is_finished=lambda: True), "br")) == [b"half"]


def test_of_an_unknown_decoder_nothing_bad_is_said() -> None:
    assert list(whole(iter([b"half"]), decoder(), "br")) == [b"half"]


def test_a_decoder_that_misses_the_end_itself_means_that_the_body_broke_off() -> None:
    with pytest.raises(ChunkedEncodingError, match="the zstd data stopped before its end, after 4 bytes"):
        list(whole(Failing(ContentDecodingError(DecodeError("incomplete"))), decoder(eof=False), "zstd"))


def test_a_decoder_that_names_a_cause_met_wrong_data() -> None:
    with pytest.raises(ContentDecodingError):
        list(whole(Failing(ContentDecodingError(DecodeError("failed", ValueError()))), decoder(eof=False), "zstd"))


@pytest.mark.parametrize("coding", ["br", "BR", "gzip, br", "zstd"])
def test_a_coding_that_nobody_asked_for_is_named_with_what_decodes_it(
    monkeypatch: pytest.MonkeyPatch, coding: str
) -> None:
    monkeypatch.setattr("urllib3.response.HTTPResponse.CONTENT_DECODERS", ["gzip", "x-gzip", "deflate"])
    with pytest.raises(ContentDecodingError) as caught:
        check_readable(coding, "gzip, deflate")
    name = "zstd" if "zstd" in coding else "br"
    extra = "zstd" if "zstd" in coding else "brotli"
    assert str(caught.value).startswith(f"the server sent {name}, which the request had not asked for")
    assert f'pip install "urllib3[{extra}]"' in str(caught.value)


@pytest.mark.parametrize(
    ("coding", "asked_for"), [("br", "gzip, BR;q=0.5"), ("gzip", ""), ("other", ""), ("identity", "")]
)
def test_who_asked_for_a_coding_gets_it(monkeypatch: pytest.MonkeyPatch, coding: str, asked_for: str) -> None:
    monkeypatch.setattr("urllib3.response.HTTPResponse.CONTENT_DECODERS", ["gzip", "x-gzip", "deflate"])
    check_readable(coding, asked_for)


def test_what_can_be_decoded_is() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("urllib3.response.HTTPResponse.CONTENT_DECODERS", ["gzip", "br"])
        check_readable("br", "gzip")
