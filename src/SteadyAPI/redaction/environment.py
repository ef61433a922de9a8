"""Secrets known before a run begins: environment variables with certain names, and a file of secrets."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from SteadyAPI.redaction.masking import LEAST
from SteadyAPI.redaction.shapes.named_values import named_texts
from SteadyAPI.redaction.shapes.ordinary import is_ordinary
from SteadyAPI.redaction.shapes.placeholders import is_existing_path
from SteadyAPI.redaction.shapes.secret_names import CODE_KINDS, KEY_KINDS, WORDS, names_a_secret

# Words, not patterns: every run checks all names of its environment, and compiling patterns takes longer.
_TELLING = (
    *(word.upper() for words in WORDS.values() for word in words),
    "AUTHORIZATION",
    *(f"{kind.upper()}{dash}KEY" for kind in KEY_KINDS for dash in ("", "_")),
    *(f"{kind.upper()}{dash}CODE" for kind in CODE_KINDS for dash in ("", "_")),
)
# Too short to be looked for within other words; the last word of a variable's name must equal one of them.
_TELLING_LAST = frozenset({"PWD", "PASS", "PW", "PAT", "OTP", "TOTP", "DSN", "PIN", "SID", "JWT", "PSK", "HMAC"})
_HARMLESS = frozenset({"PWD", "OLDPWD"})
_HARMLESS_LAST = frozenset(
    "FILE PATH DIR HOME SOCK SOCKET URL URI ENDPOINT NAME TYPE TTL ISSUER AUDIENCE SCOPE MODE PROVIDER HEADER "
    "ALGORITHM VERSION REGION EXPIRY EXPIRES EXPIRATION LENGTH HELPER".split()
)
_FILE = "secrets"
_USER_INFO = r"://[^\s/?#@:]{0,256}:([^\s/?#@]{1,1024})@"


def environment_names_a_secret(name: str) -> bool:
    """Returns whether a variable of this name is likely to hold a secret."""
    upper = name.upper()
    _, dash, last = upper.rpartition("_")
    if upper in _HARMLESS or (dash and last in _HARMLESS_LAST):
        return False
    if last in _TELLING_LAST:
        return True
    # A loop, because a generator expression is slower.
    for word in _TELLING:  # noqa: SIM110
        if word in upper:
            return True
    return False


def environment_secrets(environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yields name and value of every variable whose name suggests a secret, and the secrets within every value.

    Those are passwords in URLs, and values under such names in JSON and in connection strings.
    """
    for name, value in environment.items():
        is_telling = environment_names_a_secret(name)
        if is_telling and not is_existing_path(value):
            yield name, value
        yield from ((name, part) for part in parts_of(value, name if is_telling else ""))


def file_secrets(path: Path) -> Iterator[tuple[str, str]]:
    """Yields place and value of every secret in a file: one a line, or all strings of a JSON file.

    Of a line such as ``NAME=value`` the value is a secret as well.

    Raises:
        OSError: The file can't be read.
        ValueError: A JSON file is not JSON, or the file isn't UTF-8.

    """
    # Windows editors begin a file with a byte order mark, which isn't part of the first secret.
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix.lower() != ".json":
        for number, line in enumerate(text.splitlines(), start=1):
            secret = line.strip()
            if secret:
                yield f"{path.name}:{number}", secret
                yield from ((f"{path.name}:{number}", part) for part in parts_of(secret, _FILE))
        return
    from json import loads  # noqa: PLC0415 - most runs have no such file

    for number, value in enumerate(_strings(loads(text)), start=1):
        yield f"{path.name}, string {number}", value


def parts_of(value: str, name: str) -> Iterator[str]:
    """Yields the secrets within a value. ``name`` is its name if that suggests a secret, else ""."""
    if "://" in value:
        yield from re.findall(_USER_INFO, value)
    text = value.strip()
    found: Iterable[str] = ()
    if text[:1] in {"{", "["}:
        found = _in_json(text, name)
    elif ";" in text and "=" in text:
        fields = [part.partition("=") for part in text.split(";")]
        found = [item.strip() for key, _, item in fields if names_a_secret(key.strip())]
    elif name:
        found = _in_lines(text)
    yield from (part for part in found if len(part) >= LEAST and not is_ordinary(part))


def _in_json(text: str, name: str) -> list[str]:
    from json import loads  # noqa: PLC0415 - most values are no JSON

    try:
        return [part for _, part in named_texts(name, loads(text))]
    except (ValueError, RecursionError):
        return []


def _in_lines(text: str) -> Iterator[str]:
    """Yields the values of lines such as ``NAME=value``, and the password of ``user:password``."""
    for line in text.splitlines():
        assigned = re.fullmatch(r"\s*(?:export\s+)?[A-Za-z_]\w*=(.*[^=].*)", line)
        if assigned:
            yield assigned[1].strip().strip("\"'")
        elif pair := re.fullmatch(r"[^\s:/\\]{1,64}:([^\s/]\S*)", line):
            yield pair[1]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)
