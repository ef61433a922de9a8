"""Bodies saved beside the log."""

import gzip
from pathlib import Path

import pytest
from exchanges import hiding

from SteadyAPI.report.log_entry.body_store import BodyStore


def store(folder: Path | None) -> BodyStore:
    return BodyStore(lambda: folder)


def test_a_body_is_saved_under_its_digest(tmp_path: Path) -> None:
    link = store(tmp_path).save(b"hello", ".txt", failed=False)
    assert link == "api-bodies/2cf24dba5fb0.txt"


def test_what_is_linked_is_there(tmp_path: Path) -> None:
    link = store(tmp_path).save(b"hello", ".txt", failed=False)
    assert (tmp_path / str(link)).read_bytes() == b"hello"


def test_equal_bodies_are_saved_once(tmp_path: Path) -> None:
    bodies = store(tmp_path)
    links = {bodies.save(b"hello", ".txt", failed=False) for _ in range(3)}
    assert (len(links), len(bodies)) == (1, 1)


def test_it_knows_its_files(tmp_path: Path) -> None:
    bodies = store(tmp_path)
    bodies.save(b"hello", ".txt", failed=False)
    assert bodies.files == [tmp_path / "api-bodies" / "2cf24dba5fb0.txt"]


def test_without_an_output_folder_nothing_is_saved() -> None:
    assert store(None).save(b"hello", ".txt", failed=True) is None


def test_without_an_output_folder_there_are_no_files() -> None:
    assert store(None).files == []


def test_a_body_over_ten_megabytes_is_not_saved(tmp_path: Path) -> None:
    assert store(tmp_path).save(b"x" * 10_000_001, ".txt", failed=True) is None


def test_a_folder_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "api-bodies").write_text("in the way")
    assert store(tmp_path).save(b"hello", ".txt", failed=True) is None


@pytest.mark.parametrize(("failed", "most"), [(False, 150), (True, 200)])
def test_the_number_of_files_is_limited_and_failures_get_more(tmp_path: Path, failed: bool, most: int) -> None:
    bodies = store(tmp_path)
    for number in range(210):
        bodies.save(str(number).encode(), ".txt", failed=failed)
    assert len(bodies) == most


@pytest.mark.parametrize(("failed", "most"), [(False, 3), (True, 4)])
def test_the_bytes_are_limited_and_failures_get_more(tmp_path: Path, failed: bool, most: int) -> None:
    bodies = store(tmp_path)
    for number in range(6):
        bodies.save(bytes([number]) * 5_000_000, ".bin", failed=failed)
    assert len(bodies) == most


def test_another_run_has_its_own_files(tmp_path: Path) -> None:
    folders = iter([tmp_path / "one", tmp_path / "two"])
    bodies = BodyStore(lambda: next(folders))
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    links = {bodies.save(b"hello", ".txt", failed=False) for _ in range(2)}
    assert [(tmp_path / run / str(link)).is_file() for link in links for run in ("one", "two")] == [True, True]


def test_a_secret_that_became_known_later_is_masked_in_what_was_saved(tmp_path: Path) -> None:
    bodies = store(tmp_path)
    link = bodies.save(b"the word is hunter2", ".txt", failed=False)
    bodies.remask(hiding("hunter2"))
    assert (tmp_path / str(link)).read_text() == "the word is [redacted]"


@pytest.mark.parametrize("content", [b"\0\1 hunter2", gzip.compress(b"the word is hunter2", mtime=0)])
def test_what_can_not_be_masked_gives_way_to_a_note(tmp_path: Path, content: bytes) -> None:
    bodies = store(tmp_path)
    link = tmp_path / str(bodies.save(content, ".bin", failed=False))
    bodies.remask(hiding("other"))
    assert link.read_bytes() == content
    bodies.remask(hiding("hunter2"))
    assert link.read_text().startswith("This body showed a secret")
    link.unlink()
    bodies.remask(hiding("hunter2"))
    assert not link.exists()
