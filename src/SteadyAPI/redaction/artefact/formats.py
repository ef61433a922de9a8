"""Detects the encoding of a file by its first bytes, and its format by its name and first characters."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from functools import cache, partial
from typing import NamedTuple

from SteadyAPI.redaction.artefact.code import masked_code
from SteadyAPI.redaction.artefact.html import masked_html
from SteadyAPI.redaction.artefact.json import masked_json
from SteadyAPI.redaction.artefact.page import masked_page
from SteadyAPI.redaction.artefact.plain import masked_plain
from SteadyAPI.redaction.artefact.unit import Masker, Reader
from SteadyAPI.redaction.artefact.xml import masked_xml

HEAD = 4096
"""Number of bytes at the beginning of a file that encoding and format are detected from."""
_MARKS = (
    # UTF-32 first: its little-endian mark begins with the one of UTF-16.
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
# For texts without a byte order mark. Of every four bytes: positions that are mostly zero, positions that rarely are.
_ZEROS = (
    ("utf-32-le", (1, 2, 3), (0,)),
    ("utf-32-be", (0, 1, 2), (3,)),
    ("utf-16-le", (1, 3), (0, 2)),
    ("utf-16-be", (0, 2), (1, 3)),
)
_MOST, _FEW = 0.6, 0.1
_CONTAINERS = (
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    # Formats that the standard library can't open: 7-Zip, RAR, Zstandard, LZ4, compress.
    *(
        (magic, "foreign")
        for magic in (b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x28\xb5\x2f\xfd", b"\x04\x22\x4d\x18", b"\x1f\x9d")
    ),
)
# PDF names the place and length of its parts: other lengths would break the file, though some hold text alone.
_COUNTED = b"%PDF-"
_TAR_MAGIC, _TAR_MAGIC_AT = b"ustar", 257
_TEXT = frozenset(
    "txt log out err stdout stderr console debug trace csv tsv env ini cfg conf properties toml yaml yml md rst eml "
    "http netrc npmrc pypirc argfile".split()
)
_JSON = frozenset("json har jsonl ndjson".split())
_PAGES = ("<!doctype html", "<html")
_CODE = frozenset("js mjs cjs jsx ts mts tsx css scss less".split())


class FileFormat(NamedTuple):
    """A reader, and whether unknown values that look like secrets are masked as well."""

    reader: Reader
    masks_shapes: bool

    def knowing(self, mask_known: Masker) -> Reader:
        """Returns the reader; one that masks only known values in a part of the file is given their masker."""
        return partial(masked_page, mask_known=mask_known) if self.reader is masked_page else self.reader


def container_of(head: bytes) -> str:
    """Returns the format of a compressed file or an archive by its first bytes; "" if it is neither."""
    if head[_TAR_MAGIC_AT:].startswith(_TAR_MAGIC):
        return "tar"
    return next((kind for magic, kind in _CONTAINERS if head.startswith(magic)), "")


def encoding_of(head: bytes) -> str | None:
    """Returns the character set of a file by its first bytes, or ``None`` if it isn't a text file.

    A byte order mark stays the first character of the text.
    """
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    if head.startswith(_COUNTED):
        return None
    if b"\0" not in head:
        return "utf-8"
    for encoding, zeros, others in _ZEROS:
        if all(_share_of_zeros(head[place::4]) >= _MOST for place in zeros) and all(
            _share_of_zeros(head[place::4]) <= _FEW for place in others
        ):
            return encoding
    return None


def format_of(name: str, head: str) -> FileFormat:
    """Chooses how to read a file by its name and its first characters.

    In code and in unknown formats, only known values are masked: what looks like a secret there may be code.
    """
    suffix = "env" if name.startswith(".env") else _suffix(name.lower())
    start = head.lstrip("\ufeff \t\r\n")
    # Many tools write XML without its declaration.
    if start.startswith("<?xml") or (suffix == "xml" and start.startswith("<")):
        return FileFormat(masked_xml, masks_shapes=True)
    if (suffix in {"html", "htm"} and "Robot Framework" in head) or (suffix == "js" and start.startswith("window.")):
        return FileFormat(masked_html, masks_shapes=True)
    if suffix in {"html", "htm", "xhtml"} or start[:15].lower().startswith(_PAGES):
        return FileFormat(masked_page, masks_shapes=True)
    if suffix in _CODE:
        return FileFormat(masked_code, masks_shapes=False)
    is_text = suffix in _TEXT or (not suffix and not start.startswith("#!"))
    if _is_json_lines(start) if is_text else _json_start().match(start):
        return FileFormat(masked_json, masks_shapes=True)
    return FileFormat(masked_plain, masks_shapes=is_text or suffix in _JSON)


def _is_json_lines(start: str) -> bool:
    """Returns whether a text is a log whose lines are all objects of JSON, by what it starts with."""
    lines = [line.rstrip() for line in start.splitlines() if line.strip()]
    # The last one may go on.
    complete = lines if start.endswith("\n") else lines[:-1] or lines
    return bool(complete) and all(line.startswith("{") and line.endswith("}") for line in complete)


@cache
def _json_start() -> re.Pattern[str]:
    return re.compile(r"\{\s*[\"}]|\[\s*[\[{\"\d\]-]")


def _suffix(name: str) -> str:
    """Returns the ending of a file's name without its dot; rotated logs end in numbers or dates."""
    parts = name.split(".")[1:]
    while len(parts) > 1 and not parts[-1].strip("0123456789-_"):
        parts.pop()
    return parts[-1] if parts else ""


def _share_of_zeros(data: bytes) -> float:
    return data.count(0) / max(1, len(data))
