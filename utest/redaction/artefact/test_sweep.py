"""Files masked in place, whatever the disk says."""

import errno
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from SteadyAPI.redaction.artefact import unit
from SteadyAPI.redaction.artefact.sweep import BESIDE, Outcome, Swept, sweep


def hide(text: str) -> str:
    return text.replace("secret", "[redacted]") if "secret" in text else text


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "output.xml"
    path.write_bytes(b'<?xml version="1.0"?>\n<robot><msg>a secret</msg>\xff\n</robot>\n')
    return path


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def fail_beside(path: Path, *args: Any, **kwargs: Any) -> Any:
        if path.name.endswith(BESIDE):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", fail_beside)


def test_a_file_is_masked_and_other_bytes_are_kept(file: Path) -> None:
    assert sweep(file, hide) == Swept(Outcome.MASKED, 1)
    assert file.read_bytes() == b'<?xml version="1.0"?>\n<robot><msg>a [redacted]</msg>\xff\n</robot>\n'


def test_the_mode_of_a_file_is_kept(file: Path) -> None:
    file.chmod(0o440)
    sweep(file, hide)
    assert file.stat().st_mode & 0o777 == 0o440


def test_a_clean_file_is_not_touched(file: Path) -> None:
    sweep(file, hide)
    os.utime(file, (1, 1))
    before = file.stat()
    assert sweep(file, hide) == Swept(Outcome.CLEAN)
    # But for the time of the last look at it.
    assert (file.stat().st_ino, file.stat().st_mtime) == (before.st_ino, 1)


def test_nothing_is_left_beside(file: Path) -> None:
    sweep(file, hide)
    sweep(file, hide)
    assert list(file.parent.iterdir()) == [file]


def test_a_check_finds_and_changes_nothing(file: Path) -> None:
    before = file.read_bytes()
    swept = sweep(file, hide, only_check=True)
    assert swept == Swept(Outcome.SHOWS, 1)
    assert not swept.is_clean
    assert file.read_bytes() == before


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    assert sweep(tmp_path / "none", hide) == Swept(Outcome.MISSING)
    assert not sweep(tmp_path / "none", hide).is_clean


def test_a_link_stays_a_link(file: Path) -> None:
    link = file.with_name("link.xml")
    link.symlink_to(file)
    sweep(link, hide)
    assert link.is_symlink()
    assert b"secret" not in file.read_bytes()


def test_a_binary_file_is_looked_at_only(tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(b"\0\1 secret")
    assert sweep(path, hide) == Swept(Outcome.BINARY, 1)
    assert path.read_bytes() == b"\0\1 secret"


def test_a_binary_file_without_secrets_is_clean(tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(b"\0\1")
    assert sweep(path, hide).is_clean


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_read_and_written(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "console.txt"
    path.write_bytes("\ufeffa secret\r\n".encode(encoding))
    assert sweep(path, hide).outcome is Outcome.MASKED
    assert path.read_bytes() == "\ufeffa [redacted]\r\n".encode(encoding)


def test_broken_utf_16_is_not_called_clean(tmp_path: Path) -> None:
    path = tmp_path / "console.txt"
    path.write_bytes(b"\xff\xfe\x00\xd8a")
    assert not sweep(path, hide).is_clean
    assert not sweep(path, hide, only_check=True).is_clean


@pytest.mark.usefixtures("full_disk")
def test_on_a_full_disk_the_file_is_rewritten_in_place(file: Path) -> None:
    assert sweep(file, hide) == Swept(Outcome.MASKED, 1)
    assert file.read_bytes() == b'<?xml version="1.0"?>\n<robot><msg>a [redacted]</msg>\xff\n</robot>\n'


@pytest.mark.usefixtures("full_disk")
def test_in_place_no_text_is_overwritten_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit, "BLOCK", 10)
    path = tmp_path / "debug.txt"
    path.write_text("a secret\n" * 20_000, encoding="utf-8")
    sweep(path, hide)
    assert path.read_text(encoding="utf-8") == "a [redacted]\n" * 20_000


@pytest.mark.usefixtures("full_disk")
def test_in_place_what_became_shorter_leaves_no_tail(tmp_path: Path) -> None:
    path = tmp_path / "debug.txt"
    path.write_text("a secret\n", encoding="utf-8")
    sweep(path, lambda text: text.replace("secret", ""))
    assert path.read_text(encoding="utf-8") == "a \n"


@pytest.mark.usefixtures("full_disk")
def test_in_place_a_clean_file_is_clean(tmp_path: Path) -> None:
    path = tmp_path / "debug.txt"
    path.write_text("a\n", encoding="utf-8")
    assert sweep(path, hide) == Swept(Outcome.CLEAN)


def test_a_file_that_can_not_be_written_at_all_is_reported(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def fail(path: Path, mode: str = "r", **kwargs: Any) -> Any:
        if "w" in mode or "+" in mode:
            raise PermissionError(errno.EACCES, "read-only")
        return real(path, mode, **kwargs)

    monkeypatch.setattr(Path, "open", fail)
    swept = sweep(file, hide)
    assert swept.outcome is Outcome.FAILED
    assert not swept.is_clean
    assert b"secret" in file.read_bytes()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("output.xml", "<?xml version='1.0'?><msg>clean</msg><msg>a secret</msg><msg>x &lt; y</msg>"),
        ("output.json", '{"a":"clean","b":"a secret","c":"x\\n"}'),
        ("log.html", 'Robot Framework\nwindow.output["strings"] = ["*clean","*a secret","*x\\ny","+"];\n'),
    ],
)
def test_texts_are_shown_before_they_are_masked_one_by_one(tmp_path: Path, name: str, content: str) -> None:
    shown: list[str] = []
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")

    def clean_among(texts: Iterable[str]) -> list[str]:
        shown.extend(texts)
        return ["clean"]

    assert sweep(path, hide, clean_among).texts == 1
    assert {"clean", "a secret"} <= set(shown)
    # Escapes are undone first, or the text isn't shown.
    assert not any("&" in text or "\\" in text for text in shown)


def hide_known(text: str) -> str:
    return text.replace("known", "[redacted]") if "known" in text else text


def hide_all(text: str) -> str:
    return hide_known(hide(text))


@pytest.mark.parametrize("name", ["app.js", "viewer.map", "data.unknown"])
def test_in_code_and_unknown_formats_only_known_values_are_masked(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("a('secret', 'known')", encoding="utf-8")
    assert sweep(path, hide_all, mask_known=hide_known) == Swept(Outcome.MASKED, 2 if name == "app.js" else 1)
    assert path.read_text(encoding="utf-8") == "a('secret', '[redacted]')"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.js", "let known = 1"),
        ("a.csv", "a,known\n"),
        ("a.toml", "a = 'known'\n"),
        ("a.xml", "<a><!-- known --></a>"),
    ],
)
def test_what_a_mask_would_damage_is_left_and_reported(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")

    def damage(text: str) -> str:
        return text.replace("known", ",'</--") if "known" in text else text

    swept = sweep(path, damage)
    assert swept.outcome is Outcome.UNSAFE
    assert not swept.is_clean
    assert list(tmp_path.iterdir()) == [path]


def test_where_masks_of_shapes_would_do_damage_the_known_values_still_go(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("known,secret\n", encoding="utf-8")

    def damage(text: str) -> str:
        return hide_known(text).replace(",secret", "")

    assert sweep(path, damage, mask_known=hide_known) == Swept(Outcome.UNSAFE, 1)
    assert path.read_text(encoding="utf-8") == "[redacted],secret\n"


@pytest.mark.usefixtures("full_disk")
def test_in_place_what_a_mask_would_damage_is_left_and_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.js"
    path.write_text("let secret = 1", encoding="utf-8")
    assert sweep(path, hide) == Swept(Outcome.UNSAFE, 1)
    assert path.read_text(encoding="utf-8") == "let secret = 1"


def test_a_check_of_what_can_not_be_masked_finds_it(tmp_path: Path) -> None:
    path = tmp_path / "a.js"
    path.write_text("let secret = 1", encoding="utf-8")
    assert sweep(path, hide, only_check=True).outcome is Outcome.SHOWS


def test_an_archive_that_vanishes_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(b"\x1f\x8b\x08\x00")
    real = Path.open
    opened: list[Path] = []

    def open_once(self: Path, *args: Any, **kwargs: Any) -> Any:
        if opened:
            raise FileNotFoundError
        opened.append(self)
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", open_once)
    assert sweep(path, hide) == Swept(Outcome.MISSING)
