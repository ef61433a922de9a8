"""Compressed files and archives are looked into."""

import bz2
import gzip
import lzma
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from SteadyAPI.redaction.artefact import container
from SteadyAPI.redaction.artefact.container import DEEPEST, Inspection
from SteadyAPI.redaction.artefact.sweep import Outcome, Swept, sweep


def hide_known(text: str) -> str:
    return text.replace("known", "#") if "known" in text else text


def hide_all(text: str) -> str:
    return hide_known(text.replace("secret", "#") if "secret" in text else text)


def zipped(**files: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    return stream.getvalue()


def tarred(name: str, content: bytes) -> bytes:
    stream = BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("folder/"), None)
        folder = tarfile.TarInfo("folder")
        folder.type = tarfile.DIRTYPE
        archive.addfile(folder)
        member = tarfile.TarInfo(name)
        member.size = len(content)
        archive.addfile(member, BytesIO(content))
    return stream.getvalue()


def swept(folder: Path, content: bytes, name: str = "a.txt") -> Swept:
    path = folder / name
    path.write_bytes(content)
    result = sweep(path, hide_all, mask_known=hide_known)
    assert path.read_bytes() == content
    return result


TEXT = b"a secret\n"
SHOWING = {
    "a.log.gz": gzip.compress(TEXT, mtime=0),
    "a.log.bz2": bz2.compress(TEXT),
    "a.log.xz": lzma.compress(TEXT),
    "a.zip": zipped(a_txt=TEXT, b_txt=b"clean"),
    "a.tar": tarred("a.txt", TEXT),
    "a.tgz": gzip.compress(tarred("a.txt", TEXT), mtime=0),
    "nested.zip": zipped(inner_zip=zipped(a_txt=TEXT)),
    "named.zip": zipped(secret_txt=b""),
    "named.tar": tarred("secret.txt", b""),
    "utf16.txt.gz": gzip.compress("a secret".encode("utf-16-le"), mtime=0),
    "image.txt.gz": gzip.compress(b"\0\1\2 secret", mtime=0),
}


@pytest.mark.parametrize("name", SHOWING)
def test_what_shows_a_secret_within_is_reported_and_left(tmp_path: Path, name: str) -> None:
    assert swept(tmp_path, SHOWING[name], name) == Swept(Outcome.BINARY, 1)


@pytest.mark.parametrize(
    "content", [gzip.compress(b"clean", mtime=0), zipped(), zipped(a_txt=b"clean"), tarred("a", b"clean")]
)
def test_what_is_clean_within_is_clean(tmp_path: Path, content: bytes) -> None:
    assert swept(tmp_path, content) == Swept(Outcome.CLEAN)


def test_in_code_within_an_archive_only_known_values_count(tmp_path: Path) -> None:
    assert swept(tmp_path, zipped(app_js=b"'secret'")) == Swept(Outcome.CLEAN)
    assert swept(tmp_path, zipped(app_js=b"'known'")).outcome is Outcome.BINARY


@pytest.mark.parametrize(
    "content",
    [
        gzip.compress(b"clean" * 1000, mtime=0)[:-12],
        b"BZh9 no bzip2",
        lzma.compress(b"clean")[:-12],
        zipped(a_txt=b"clean")[:-12],
        b"7z\xbc\xaf\x27\x1c",
        b"\x28\xb5\x2f\xfd",
    ],
)
def test_what_can_not_be_opened_is_reported(tmp_path: Path, content: bytes) -> None:
    assert swept(tmp_path, content) == Swept(Outcome.CLOSED)
    assert not swept(tmp_path, content).is_clean


def test_what_can_not_be_opened_hides_nothing_of_the_rest(tmp_path: Path) -> None:
    content = bytearray(zipped(a_txt=b"clean", b_txt=TEXT))
    # The flag of an encrypted file, in both headers of the first one.
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(magic) + offset] |= 1
    assert swept(tmp_path, bytes(content)) == Swept(Outcome.BINARY, 1)


def test_archives_within_archives_end_somewhere(tmp_path: Path) -> None:
    content = TEXT
    for _ in range(DEEPEST):
        content = gzip.compress(content, mtime=0)
    assert swept(tmp_path, content).outcome is Outcome.BINARY
    assert swept(tmp_path, gzip.compress(content, mtime=0)).outcome is Outcome.CLOSED


def test_a_file_that_is_too_large_within_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "LARGEST", 100_000)
    assert swept(tmp_path, gzip.compress(b"clean\n" * 100_000, mtime=0)) == Swept(Outcome.CLOSED)


def test_the_names_within_are_counted() -> None:
    inspection = Inspection(hide_all, hide_known)
    inspection.count("clean")
    inspection.count("secret")
    assert inspection.texts == 1


def test_code_with_a_secret_outside_strings_is_counted(tmp_path: Path) -> None:
    archive = tmp_path / "trace.zip"
    archive.write_bytes(zipped(app_js=b"const x = known;", b_txt=b"known"))
    swept = sweep(archive, hide_all, mask_known=hide_known)
    assert swept.outcome is Outcome.BINARY
    assert swept.texts > 1
