import hashlib
from pathlib import Path

import pytest

from SteadyAPI.engine.request.download import FileSink
from SteadyAPI.errors import UsageError


def sink(path: Path) -> FileSink:
    return FileSink(path, lambda status: status == 200)


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
