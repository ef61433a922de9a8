"""A descriptor that masks, also for children and native code."""

import os
from pathlib import Path

import pytest

from SteadyAPI.redaction.output import file_descriptor
from SteadyAPI.redaction.output.file_descriptor import MaskedDescriptor


def hide(text: str) -> str:
    return text.replace("secret", "[redacted]")


def written(path: Path, *pieces: bytes) -> bytes:
    number = os.open(path, os.O_WRONLY | os.O_CREAT)
    masked = MaskedDescriptor(number, hide)
    for piece in pieces:
        os.write(number, piece)
    masked.restore()
    os.write(number, b"secret after")
    os.close(number)
    return path.read_bytes()


def test_lines_are_masked_until_restored(tmp_path: Path) -> None:
    assert written(tmp_path / "out", b"a secret\nb\n") == b"a [redacted]\nb\nsecret after"


def test_a_secret_written_in_two_pieces_is_masked(tmp_path: Path) -> None:
    assert written(tmp_path / "out", b"a sec", b"ret\n") == b"a [redacted]\nsecret after"


def test_a_last_line_without_end_is_written(tmp_path: Path) -> None:
    assert written(tmp_path / "out", b"a secret") == b"a [redacted]secret after"


def test_bytes_that_are_no_text_pass(tmp_path: Path) -> None:
    assert written(tmp_path / "out", b"\xff\xfe\n") == b"\xff\xfe\nsecret after"


def test_an_endless_line_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_descriptor, "_LINE_LONGEST", 4)
    assert written(tmp_path / "out", b"0123456789") == b"0123456789secret after"
