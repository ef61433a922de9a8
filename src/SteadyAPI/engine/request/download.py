"""A body that goes straight to a file: in pieces, and to its name only when it is whole.

One that broke off is gone on with where the server can: by a range request that holds for the same body only (RFC 9110,
sections 13.1.5 and 14).
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, BinaryIO
from uuid import uuid4

from urllib3.exceptions import InvalidHeader

from SteadyAPI.errors import UsageError

_OK, _PARTIAL = 200, 206
_PART = re.compile(r"bytes (\d+)-\d+/(?:\d+|\*)")
_SURELY_OLDER = timedelta(seconds=1)
"""How much older than the response a body must be for its date to tell it from another one (section 8.8.2.2)."""


class FileSink:
    """Writes bodies beside the target and moves the last whole one there; ``size`` in bytes, ``sha256`` in hex."""

    def __init__(self, target: Path, wanted: Callable[[int], bool]) -> None:
        self.target = target
        self.size = 0
        self.sha256 = ""
        self._wanted = wanted
        self._part: Path | None = None
        self._digest = hashlib.sha256()
        self._begun: tuple[str, str] | None = None
        """The URL of what is there, and what tells it from another body of that URL."""

    def takes(self, status: int) -> bool:
        """Returns whether the body of a response of that status goes to the file."""
        return self._wanted(status)

    def rest_of(self, method: str, url: str, headers: Mapping[str, Any]) -> Mapping[str, str]:
        """Returns headers that ask for the rest of a body; none where there is no start of it, or it may have changed.

        Args:
            method: The method of the request.
            url: Its URL.
            headers: Its headers: whoever asks for a part gets that.
        """
        if self._begun is None or not self.size or method != "GET" or "Range" in headers or not self._wanted(_PARTIAL):
            return {}
        begun_url, mark = self._begun
        return {"Range": f"bytes={self.size}-", "If-Range": mark} if url == begun_url else {}

    def begin(self, status: int, url: str, headers: Mapping[str, str]) -> int:
        """Finds out whether the next body is the rest of the one that is there, or begins anew.

        Returns:
            How many bytes are there.

        Raises:
            InvalidHeader: When it is another part than the one that was asked for.
        """
        if status == _PARTIAL and self._begun is not None and self.size:
            found = _PART.fullmatch(headers.get("Content-Range", ""))
            if found is None or int(found[1]) != self.size:
                raise InvalidHeader(f"asked for bytes from {self.size}, got {headers.get('Content-Range', 'no range')}")
            return self.size
        mark = _mark_of(headers) if status == _OK else ""
        self._begun = (url, mark) if mark else None
        self._digest, self.size = hashlib.sha256(), 0
        return 0

    def write(self, chunks: Iterable[bytes]) -> None:
        """Writes a body, or its rest, to a temporary file.

        Raises:
            UsageError: When the folder can't be written to.
        """
        with self._open_part() as file:
            for chunk in chunks:
                file.write(chunk)
                self._digest.update(chunk)
                self.size += len(chunk)
        self.sha256 = self._digest.hexdigest()

    def keep(self) -> None:
        """Moves the body to its target, in one step.

        Raises:
            UsageError: When the target is a folder, or can't be replaced.
        """
        if self._part is not None:
            try:
                self._part.replace(self.target)
            except OSError as error:
                raise self._no_file(error) from error
            self._part = None

    def drop(self) -> None:
        """Removes what wasn't kept."""
        if self._part is not None:
            self._part.unlink(missing_ok=True)
            self._part = None

    def _open_part(self) -> BinaryIO:
        if self._part is None:
            self._part = self.target.with_name(f".{self.target.name}.{uuid4().hex}")
        try:
            self.target.parent.mkdir(parents=True, exist_ok=True)
            return self._part.open("ab" if self.size else "wb")
        except OSError as error:
            raise self._no_file(error) from error

    def _no_file(self, error: OSError) -> UsageError:
        return UsageError(f"{self.target} can't be written: {error.strerror}.")


def _mark_of(headers: Mapping[str, str]) -> str:
    """Returns what an If-Range header may say of a body: its strong entity tag, or a date that is surely its own."""
    if headers.get("Content-Encoding") or headers.get("Accept-Ranges", "").strip().lower() == "none":
        return ""
    tag = headers.get("ETag", "")
    if tag.startswith('"'):
        return tag
    try:
        modified, sent = (parsedate_to_datetime(headers.get(name, "")) for name in ("Last-Modified", "Date"))
        return headers["Last-Modified"] if sent - modified >= _SURELY_OLDER else ""
    except (TypeError, ValueError):
        # There is no such date, or it is none.
        return ""
