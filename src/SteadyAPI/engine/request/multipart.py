"""Multipart bodies (RFC 7578)."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from secrets import token_hex
from typing import Any, NamedTuple

from SteadyAPI.engine.request.body import encoded
from SteadyAPI.engine.request.fields import field_pairs, text_of
from SteadyAPI.errors import UsageError

_BOUNDARY = re.compile(r'boundary="?([^";]+)"?', re.IGNORECASE)
_ESCAPES = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})
"""How a name is written in quotes (WHATWG HTML, multipart/form-data encoding algorithm)."""
_PAIR, _QUADRUPLE = 2, 4


class _Part(NamedTuple):
    name: str
    content: bytes
    filename: str | None = None
    headers: Mapping[str, str] = {}


def multipart_body(files: Any, fields: Any, content_type: str | None) -> tuple[bytes, str]:
    """Encodes parts and form fields; returns the body and its content type, which names the boundary.

    Args:
        files: A mapping of names to contents, or pairs of them. A content is text, bytes, a path, an open file, a
            number; or a sequence of file name, content, content type and further headers, of which the last two may be
            left out; or a list of such sequences, one for each part of that name.
        fields: Form fields, which come first; or ``None``.
        content_type: The content type that the suite wants, with or without a boundary.

    Raises:
        UsageError: When something can't be sent as a part.
    """
    found = _BOUNDARY.search(content_type or "")
    boundary = found[1] if found else token_hex(16)
    if content_type is None:
        content_type = "multipart/form-data"
    elif not content_type.lower().startswith("multipart/"):
        raise UsageError(
            f"headers: expected a Content-Type of multipart/... beside files=, got {content_type}.\n"
            "  leave it out: files= sets multipart/form-data with its boundary"
        )
    if isinstance(fields, str | bytes):
        raise UsageError("data: expected form fields beside files=: a dictionary or a list of pairs, got text.")
    pairs = [] if fields is None else field_pairs(fields, "data")
    parts = [_Part(str(name), encoded(text, "data")) for name, text in pairs]
    parts += [part for name, value in _named(files) for part in _parts(str(text_of(name, "files", name)), value)]
    body = b"".join(b"--" + boundary.encode() + b"\r\n" + _head(part) + part.content + b"\r\n" for part in parts)
    return (
        body + b"--" + boundary.encode() + b"--\r\n",
        content_type if found else f"{content_type}; boundary={boundary}",
    )


def _named(files: Any) -> list[tuple[Any, Any]]:
    if isinstance(files, Mapping):
        return list(files.items())
    pairs = isinstance(files, list | tuple) and all(isinstance(part, tuple | list) for part in files)
    if not pairs or not all(len(part) == _PAIR for part in files):
        raise UsageError(
            "files: expected a dictionary of field names to contents, or a list of what Create Multipart Part "
            f"returned; got {type(files).__name__}.\n"
            "  write for example: VAR    &{files}    document=${content}"
        )
    return [(name, value) for name, value in files]


def _parts(name: str, value: Any) -> Iterator[_Part]:
    """Yields the parts of one name; there is none for a content that is ``None``."""
    several = isinstance(value, list) and value and all(isinstance(item, tuple | list) for item in value)
    for item in value if several else [value]:
        whole: Any = item if isinstance(item, tuple | list) else (_filename(item) or name, item)
        if not _PAIR <= len(whole) <= _QUADRUPLE:
            raise UsageError(
                f'files: expected file name, content, content type and headers as the value of "{name}", '
                f"got {len(whole)} items."
            )
        if whole[1] is not None:
            yield _part(name, *whole)


def _part(
    name: str, filename: Any, content: Any, content_type: Any = None, headers: Mapping[str, Any] | None = None
) -> _Part:
    described = {"Content-Type": str(content_type)} if content_type else {}
    for header, text in (headers or {}).items():
        if str(header).lower() != "content-disposition":
            described[str(header)] = str(text_of(text, "files", header))
    return _Part(name, _content(name, content), None if filename is None else str(filename), described)


def _content(name: str, content: Any) -> bytes:
    try:
        if isinstance(content, PurePath):
            return Path(content).read_bytes()
        if getattr(content, "closed", False):
            raise UsageError(
                f'files: the file of "{name}" is closed: a request closes the files it sends.\n'
                f"  give its path, which can be sent again: Create Multipart Part    {name}    path=${{path}}"
            )
        return encoded(content.read() if hasattr(content, "read") else content, f'files: "{name}"')
    except OSError as error:
        raise UsageError(f'files: the file of "{name}" can\'t be read: {error.strerror}.') from error


def _filename(content: Any) -> str | None:
    name = getattr(content, "name", None)
    return PurePath(name).name if isinstance(name, str) and not name.startswith("<") else None


def _head(part: _Part) -> bytes:
    lines = [f'Content-Disposition: form-data; name="{part.name.translate(_ESCAPES)}"']
    if part.filename is not None:
        lines[0] += f'; filename="{part.filename.translate(_ESCAPES)}"'
    lines += [f"{name}: {value}" for name, value in part.headers.items()]
    if any("\r" in line or "\n" in line for line in lines):
        raise UsageError(f'files: a header of the part "{part.name}" holds a line end.')
    return encoded("\r\n".join([*lines, "", ""]), "files")
