import hashlib
from pathlib import Path

import pytest
from urllib3.exceptions import InvalidHeader

from SteadyAPI.engine.request.download import FileSink
from SteadyAPI.errors import UsageError

URL = "http://shop.test/file"
TAGGED = {"ETag": '"one"'}
YESTERDAY, TODAY = "Thu, 26 Nov 2026 10:00:00 GMT", "Fri, 27 Nov 2026 10:00:00 GMT"


def sink(path: Path) -> FileSink:
    return FileSink(path, lambda status: status in {200, 206})


def broken_off(path: Path, headers: dict[str, str], status: int = 200) -> FileSink:
    file = sink(path)
    file.begin(status, URL, headers)
    file.write([b"one", b"two"])
    return file


def test_a_body_appears_under_its_name_when_it_is_kept(tmp_path: Path) -> None:
    file = sink(tmp_path / "deep" / "body.bin")
    file.write([b"one", b"two"])
    before = file.target.exists()
    file.keep()
    assert (before, file.target.read_bytes()) == (False, b"onetwo")
    assert [each.name for each in file.target.parent.iterdir()] == ["body.bin"]


def test_size_and_digest_are_those_of_the_body(tmp_path: Path) -> None:
    file = sink(tmp_path / "body.bin")
    file.write([b"one", b"two"])
    assert (file.size, file.sha256) == (6, hashlib.sha256(b"onetwo").hexdigest())


def test_another_attempt_begins_anew(tmp_path: Path) -> None:
    file = sink(tmp_path / "body.bin")
    file.write([b"a longer first attempt"])
    assert file.begin(200, URL, {}) == 0
    file.write([b"short"])
    file.keep()
    assert file.target.read_bytes() == b"short"


def test_what_is_not_kept_is_removed(tmp_path: Path) -> None:
    file = sink(tmp_path / "body.bin")
    file.write([b"one"])
    file.drop()
    assert list(tmp_path.iterdir()) == []


def test_without_a_body_there_is_nothing_to_keep_or_remove(tmp_path: Path) -> None:
    file = sink(tmp_path / "body.bin")
    file.keep()
    file.drop()
    assert list(tmp_path.iterdir()) == []


def test_only_a_wanted_status_is_taken(tmp_path: Path) -> None:
    file = sink(tmp_path / "body.bin")
    assert (file.takes(200), file.takes(404)) == (True, False)


@pytest.mark.parametrize(
    ("headers", "mark"),
    [
        (TAGGED, '"one"'),
        ({**TAGGED, "Accept-Ranges": "bytes"}, '"one"'),
        ({"Last-Modified": YESTERDAY, "Date": TODAY}, YESTERDAY),
    ],
)
def test_what_broke_off_is_gone_on_with(tmp_path: Path, headers: dict[str, str], mark: str) -> None:
    file = broken_off(tmp_path / "body.bin", headers)
    assert file.rest_of("GET", URL, {}) == {"Range": "bytes=6-", "If-Range": mark}
    assert file.begin(206, URL, {"Content-Range": "bytes 6-10/11"}) == 6
    file.write([b"three"])
    file.keep()
    assert (file.target.read_bytes(), file.size) == (b"onetwothree", 11)
    assert file.sha256 == hashlib.sha256(b"onetwothree").hexdigest()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"ETag": 'W/"weak"'},
        {**TAGGED, "Content-Encoding": "gzip"},
        {**TAGGED, "Accept-Ranges": "none"},
        {"Last-Modified": TODAY, "Date": TODAY},
        {"Last-Modified": YESTERDAY},
        {"Last-Modified": "yesterday", "Date": TODAY},
    ],
)
def test_a_body_that_may_have_changed_is_asked_for_whole(tmp_path: Path, headers: dict[str, str]) -> None:
    assert broken_off(tmp_path / "body.bin", headers).rest_of("GET", URL, {}) == {}


def test_only_the_same_request_is_gone_on_with(tmp_path: Path) -> None:
    file = broken_off(tmp_path / "body.bin", TAGGED)
    assert file.rest_of("POST", URL, {}) == {}
    assert file.rest_of("GET", "http://shop.test/other", {}) == {}
    assert file.rest_of("GET", URL, {"Range": "bytes=3-"}) == {}
    assert broken_off(tmp_path / "other.bin", TAGGED, 206).rest_of("GET", URL, {}) == {}
    assert sink(tmp_path / "none.bin").rest_of("GET", URL, {}) == {}
    strict = FileSink(tmp_path / "strict.bin", lambda status: status == 200)
    strict.begin(200, URL, TAGGED)
    assert strict.rest_of("GET", URL, {}) == {}
    strict.write([b"one"])
    assert strict.rest_of("GET", URL, {}) == {}


def test_a_server_may_send_it_whole_again(tmp_path: Path) -> None:
    file = broken_off(tmp_path / "body.bin", TAGGED)
    assert file.begin(200, URL, {"ETag": '"two"'}) == 0
    file.write([b"new"])
    file.keep()
    assert file.target.read_bytes() == b"new"
    assert file.sha256 == hashlib.sha256(b"new").hexdigest()


@pytest.mark.parametrize("headers", [{}, {"Content-Range": "bytes 5-10/11"}, {"Content-Range": "pages 6-10/11"}])
def test_another_part_than_the_one_that_is_missing_is_refused(tmp_path: Path, headers: dict[str, str]) -> None:
    file = broken_off(tmp_path / "body.bin", TAGGED)
    with pytest.raises(InvalidHeader, match="asked for bytes from 6, got "):
        file.begin(206, URL, headers)


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(UsageError, match=r"body\.bin can't be written"):
        sink(tmp_path / "file" / "body.bin").write([b"x"])


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    file = sink(tmp_path / "folder")
    file.write([b"x"])
    with pytest.raises(UsageError, match="folder can't be written: Is a directory"):
        file.keep()
    file.drop()
    assert [each.name for each in tmp_path.iterdir()] == ["folder"]


def test_a_file_may_be_read_by_whom_the_folder_and_the_umask_let(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    file = sink(tmp_path / "body.bin")
    file.write([b"x"])
    file.keep()
    assert file.target.stat().st_mode == (tmp_path / "other").stat().st_mode
