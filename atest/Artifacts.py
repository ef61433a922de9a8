"""Reads every byte that a run left behind, the packed strings of log.html included, and looks for secrets."""

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus

from robot.api.deco import keyword, library

PACKED = re.compile(rb'"(eN[A-Za-z0-9+/=]+)"')
"""Robot Framework packs long strings of log.html and report.html: base64 of zlib."""


@library(scope="GLOBAL")
class Artifacts:
    """Assertions on the files of a finished run."""

    @keyword
    def no_file_should_show(self, folder: Path, *secrets: str) -> None:
        """Fails when a file below the folder shows a secret: plain, URL-encoded, in hex or in base64."""
        found = sorted(shown_in(folder, secrets))
        if found:
            raise AssertionError(
                "\n".join(f"{file} shows secret number {number} {form}" for file, number, form in found)
            )

    @keyword
    def some_file_should_show(self, folder: Path, *secrets: str) -> None:
        """Fails unless every secret is shown somewhere below the folder: proof that the search finds what is there."""
        seen = {number for _, number, _ in shown_in(folder, secrets)}
        missing = [number for number in range(1, len(secrets) + 1) if number not in seen]
        if missing:
            raise AssertionError(f"no file shows the secrets number {missing}")


def shown_in(folder: Path, secrets: tuple[str, ...]) -> Iterator[tuple[str, int, str]]:
    """Yields file name, number of the secret (from 1) and form for every sighting.

    Raises:
        AssertionError: When there is nothing to look at.
    """
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    if not files or not all(secrets):
        raise AssertionError(f"expected files in {folder} and secrets to look for, got {len(files)} files")
    forms = [(number, form, text) for number, secret in enumerate(secrets, 1) for form, text in encodings(secret)]
    for path in files:
        content = readable(path)
        for number, form, text in forms:
            if text in content:
                yield path.name, number, form


def readable(path: Path) -> bytes:
    """Returns a file's bytes, with whatever is packed in them unpacked behind."""
    content = path.read_bytes()
    return b"\n".join([content, *unpacked(content)])


def unpacked(content: bytes) -> Iterator[bytes]:
    """Yields the packed strings of a log or report."""
    for packed in PACKED.findall(content):
        try:
            yield zlib.decompress(base64.b64decode(packed))
        except (binascii.Error, zlib.error):
            continue


def encodings(secret: str) -> Iterator[tuple[str, bytes]]:
    """Yields the forms in which a secret is recognised; of base64 the part that doesn't depend on its neighbours."""
    raw = secret.encode()
    yield "plain", raw
    yield "URL-encoded", quote(secret, safe="").encode()
    yield "form-encoded", quote_plus(secret).encode()
    yield "in hex", raw.hex().encode()
    for skipped in range(3):
        inner = raw[skipped : skipped + (len(raw) - skipped) // 3 * 3]
        yield "in base64", base64.b64encode(inner)
        yield "in URL-safe base64", base64.urlsafe_b64encode(inner)
