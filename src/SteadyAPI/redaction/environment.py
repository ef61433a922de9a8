"""Secrets that are known before a run begins: environment variables by their names, and a file."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from SteadyAPI.redaction.shapes.names import KEY_KINDS, WORDS
from SteadyAPI.redaction.shapes.placeholders import is_existing_path

# Every run reads all names of its environment: words cost it less than patterns, which have to be compiled first.
_TELLING = (
    *(word.upper() for words in WORDS.values() for word in words),
    # The last three aren't telling in data, where such keys name entries as well.
    *(f"{kind.upper()}{dash}KEY" for kind in (*KEY_KINDS, "session", "master", "service") for dash in ("", "_")),
    # In data the names within it tell: Password=, AccountKey=.
    *("CONNECTIONSTRING", "CONNECTION_STRING"),
)
# Too short to tell within another word. In data only PWD, PASS and OTP tell: the others mean much else there.
_TELLING_LAST = frozenset({"PWD", "PASS", "PW", "PAT", "OTP", "DSN"})
_HARMLESS = frozenset({"PWD", "OLDPWD"})
_HARMLESS_LAST = frozenset(
    "FILE PATH DIR HOME SOCK SOCKET URL URI ENDPOINT NAME TYPE TTL ISSUER AUDIENCE SCOPE MODE PROVIDER HEADER "
    "ALGORITHM VERSION REGION EXPIRY EXPIRES EXPIRATION LENGTH HELPER".split()
)
_USER_INFO = r"://[^\s/?#@:]{0,256}:([^\s/?#@]{1,1024})@"


def environment_names_a_secret(name: str) -> bool:
    """Tells whether a variable of this name is likely to hold a secret."""
    upper = name.upper()
    _, dash, last = upper.rpartition("_")
    if upper in _HARMLESS or (dash and last in _HARMLESS_LAST):
        return False
    if last in _TELLING_LAST:
        return True
    # A loop, because a generator costs more than the search.
    for word in _TELLING:  # noqa: SIM110
        if word in upper:
            return True
    return False


def environment_secrets(environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yields name and value of every variable with a telling name, and the password of every URL with user info."""
    for name, value in environment.items():
        if environment_names_a_secret(name) and not is_existing_path(value):
            yield name, value
        for password in re.findall(_USER_INFO, value) if "://" in value else ():
            yield name, password


def file_secrets(path: Path) -> Iterator[tuple[str, str]]:
    """Yields place and value of every secret in a file: one a line, or all strings of a JSON file.

    Raises:
        OSError: The file can't be read.
        ValueError: A JSON file is not JSON, or the file isn't UTF-8.

    """
    text = path.read_text(encoding="utf-8")
    if path.suffix.lower() != ".json":
        for number, line in enumerate(text.splitlines(), start=1):
            if line.strip():
                yield f"{path.name}:{number}", line.strip()
        return
    from json import loads  # noqa: PLC0415 - most runs have no such file

    for number, value in enumerate(_strings(loads(text)), start=1):
        yield f"{path.name}, string {number}", value


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)
