"""Searches compressed files and archives, including nested ones, for secrets. It never rewrites them.

Formats: gzip (RFC 1952), bzip2, xz, zip (also docx, jar and Playwright traces), tar.
"""

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BufferedReader, BytesIO, RawIOBase, TextIOWrapper
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from SteadyAPI.redaction.artefact.formats import HEAD, container_of, encoding_of, format_of
from SteadyAPI.redaction.artefact.plain import masked_plain
from SteadyAPI.redaction.artefact.unit import Masker, NotMaskableError, none_known_clean

DEEPEST = 5
LARGEST = 1 << 30
_IN_MEMORY = 1 << 24
_BROKEN = (
    *(OSError, EOFError, ValueError, RuntimeError, NotImplementedError),
    *(zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError),
)


class Inspection:
    """Searches a file and the files within it, and keeps the result."""

    def __init__(self, mask: Masker, mask_known: Masker) -> None:
        self._mask = mask
        self._mask_known = mask_known
        self._left = LARGEST
        self.texts = 0
        self.is_complete = True

    def look(self, name: str, stream: IO[bytes], depth: int = 0) -> None:
        """Counts the texts of ``stream`` that show secrets; ``is_complete`` becomes false if a part can't be read."""
        source = BufferedReader(_Limited(stream, self._spend), HEAD)
        try:
            head = source.peek(HEAD)[:HEAD]
            kind = container_of(head)
            if not kind:
                self._look_at_text(name, source, head)
            elif depth == DEEPEST:
                self.is_complete = False
            else:
                _LOOKS[kind](self, name, source, depth + 1)
        except _BROKEN:
            self.is_complete = False

    def count(self, name: str) -> None:
        """Counts the name of an archive member if it shows a secret."""
        self.texts += self._mask(name) is not name

    def _look_at_text(self, name: str, source: IO[bytes], head: bytes) -> None:
        encoding = encoding_of(head)
        reader, mask = masked_plain, self._mask
        if encoding is not None:
            form = format_of(name, head.decode(encoding, "replace"))
            reader, mask = form.knowing(self._mask_known), self._mask if form.masks_shapes else self._mask_known  # type: ignore[assignment]  # any reader

        def counted(text: str) -> str:
            shown = mask(text)
            self.texts += shown is not text
            return shown

        # Of code with a secret outside its strings, what was counted before is enough: nothing is rewritten here.
        with (
            TextIOWrapper(source, encoding or "latin-1", errors="surrogateescape", newline="") as text,
            suppress(NotMaskableError),
        ):
            for _ in reader(text, counted, none_known_clean):
                pass

    def _spend(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            message = f"more than {LARGEST} bytes within one file"
            raise OSError(message)


def shows_secret(content: bytes, mask: Masker) -> bool:
    """Returns whether bytes show a secret: as they are, as UTF-16, or unpacked."""
    inspection = Inspection(mask, mask)
    inspection.look("", BytesIO(content))
    return inspection.texts > 0


class _Limited(RawIOBase):
    """A stream that calls ``spend`` with the number of bytes of each read."""

    def __init__(self, stream: IO[bytes], spend: Callable[[int], None]) -> None:
        self._stream = stream
        self._spend = spend

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        data = self._stream.read(len(buffer))
        self._spend(len(data))
        buffer[: len(data)] = data
        return len(data)


def _look_into_foreign(inspection: Inspection, name: str, stream: IO[bytes], depth: int) -> None:
    del name, stream, depth
    inspection.is_complete = False


def _look_into_gzip(inspection: Inspection, name: str, stream: IO[bytes], depth: int) -> None:
    with gzip.GzipFile(fileobj=stream) as content:
        inspection.look(name.removesuffix(".gz"), content, depth)  # type: ignore[arg-type]  # it reads bytes


def _look_into_bzip2(inspection: Inspection, name: str, stream: IO[bytes], depth: int) -> None:
    with bz2.BZ2File(stream) as content:
        inspection.look(name.removesuffix(".bz2"), content, depth)


def _look_into_xz(inspection: Inspection, name: str, stream: IO[bytes], depth: int) -> None:
    with lzma.LZMAFile(stream) as content:
        inspection.look(name.removesuffix(".xz"), content, depth)


def _look_into_tar(inspection: Inspection, name: str, stream: IO[bytes], depth: int) -> None:
    del name
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for member in archive:
            inspection.count(member.name)
            content = archive.extractfile(member) if member.isfile() else None
            if content is not None:
                inspection.look(member.name, content, depth)


def _look_into_zip(inspection: Inspection, name: str, stream: IO[bytes], depth: int) -> None:
    del name
    # The directory of a zip file is at its end, so the stream must be seekable.
    with SpooledTemporaryFile(_IN_MEMORY) as seekable:
        copyfileobj(stream, seekable)
        with zipfile.ZipFile(seekable) as archive:
            for member in archive.infolist():
                inspection.count(member.filename)
                try:
                    with archive.open(member) as content:
                        inspection.look(member.filename, content, depth)
                except _BROKEN:
                    # This member may be encrypted or use an unsupported compression; the others can still be read.
                    inspection.is_complete = False


_LOOKS = {
    "gzip": _look_into_gzip,
    "bzip2": _look_into_bzip2,
    "xz": _look_into_xz,
    "zip": _look_into_zip,
    "tar": _look_into_tar,
    "foreign": _look_into_foreign,
}
