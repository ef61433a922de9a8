"""The name that a server gives a file (RFC 6266)."""

import re
from urllib.parse import unquote, unquote_to_bytes, urlsplit

_EXTENDED = re.compile(r"filename\*\s*=\s*([\w!#$%&+^`{}~-]+)'[^']*'([^;\s]+)", re.IGNORECASE)
_PLAIN = re.compile(r'filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))', re.IGNORECASE)
_UNSAFE = re.compile(r"[\x00-\x1f\x7f]")
_NO_NAME = "download"


def file_name_of(content_disposition: str, url: str) -> str:
    """Returns the name for a downloaded file: the server's, else the last part of the URL; never with a path.

    Args:
        content_disposition: The header, or an empty text.
        url: The URL that the file came from.
    """
    return _bare(_given(content_disposition)) or _bare(unquote(urlsplit(url).path)) or _NO_NAME


def _given(header: str) -> str:
    extended = _EXTENDED.search(header)
    if extended is not None:
        try:
            return unquote_to_bytes(extended[2]).decode(extended[1])
        except (LookupError, UnicodeDecodeError):
            # The plain name is for those who can't read the extended one.
            pass
    plain = _PLAIN.search(header)
    if plain is None:
        return ""
    return plain[2] or re.sub(r"\\(.)", r"\1", plain[1] or "")


def _bare(name: str) -> str:
    """Returns the last part of a path of any system, without what no file name has; dots in front would hide it."""
    return _UNSAFE.sub("", re.split(r"[/\\]", name)[-1]).strip().lstrip(".")
