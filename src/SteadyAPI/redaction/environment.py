"""Secrets known before a run begins: environment variables with certain names, and a file of secrets."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping
from pathlib import Path

from SteadyAPI.redaction.parts import parts_of
from SteadyAPI.redaction.shapes.placeholders import is_existing_path
from SteadyAPI.redaction.shapes.secret_names import CODE_KINDS, KEY_KINDS, WHOSE_PASS, WORDS

# Words, not patterns: every run checks all names of its environment, and compiling patterns takes longer.
_TELLING = (
    *(word.upper() for words in WORDS.values() for word in words),
    "AUTHORIZATION",
    *(f"{kind.upper()}{dash}KEY" for kind in KEY_KINDS for dash in ("", "_")),
    *(f"{kind.upper()}{dash}CODE" for kind in CODE_KINDS for dash in ("", "_")),
)
# Too short to be looked for within other words; the last word of a variable's name must equal one of them.
_TELLING_LAST = frozenset(
    {"PWD", "PASS", "PW", "PAT", "OTP", "TOTP", "DSN", "PIN", "SID", "JWT", "PSK", "HMAC", "SSHPASS"}
    | {f"{whose.upper()}PASS" for whose in WHOSE_PASS}
)
# Whole names; AUTH alone is more often the way to log in.
_TELLING_WHOLE = frozenset({"REDISCLI_AUTH"})
_HARMLESS = frozenset({"PWD", "OLDPWD"})
_HARMLESS_LAST = frozenset(
    "FILE PATH DIR HOME SOCK SOCKET URL URI ENDPOINT NAME TYPE TTL ISSUER AUDIENCE SCOPE MODE PROVIDER HEADER "
    "ALGORITHM VERSION REGION EXPIRY EXPIRES EXPIRATION LENGTH HELPER".split()
)
_FILE = "secrets"


def environment_names_a_secret(name: str) -> bool:
    """Returns whether a variable of this name is likely to hold a secret."""
    upper = name.upper()
    _, dash, last = upper.rpartition("_")
    if upper in _HARMLESS or (dash and last in _HARMLESS_LAST):
        return False
    if last in _TELLING_LAST or upper in _TELLING_WHOLE:
        return True
    # A loop, because a generator expression is slower.
    for word in _TELLING:  # noqa: SIM110
        if word in upper:
            return True
    return False


def environment_secrets(environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yields name and value of every variable whose name suggests a secret, and the secrets within every value.

    Those are passwords in URLs and Basic credentials, and values under such names in queries, JSON and connection
    strings.
    """
    for name, value in environment.items():
        is_telling = environment_names_a_secret(name)
        if is_telling and not is_existing_path(value):
            yield name, value
        yield from ((name, part) for part in parts_of(value, name if is_telling else ""))


def file_secrets(path: Path) -> Iterator[tuple[str, str]]:
    """Yields place and value of every secret in a file: one a line, or all strings of a JSON file.

    Of a line such as ``NAME=value`` the value is a secret as well. UTF-16 is read if the file begins with its mark.

    Raises:
        OSError: The file can't be read.
        ValueError: A JSON file is not JSON.
        UnicodeDecodeError: A line isn't UTF-8; raised after all others were yielded.

    """
    data = path.read_bytes()
    if path.suffix.lower() == ".json":
        from json import loads  # noqa: PLC0415 - most runs have no such file

        # Bytes, because it knows UTF-16 as well.
        for number, value in enumerate(_strings(loads(data)), start=1):
            yield f"{path.name}, string {number}", value
        return
    # Windows editors begin a file with a byte order mark, which isn't part of the first secret.
    encoding = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    for number, line in enumerate(data.decode(encoding, "surrogateescape").splitlines(), start=1):
        secret = line.strip()
        if secret and not _holds_bytes(secret):
            yield f"{path.name}:{number}", secret
            yield from ((f"{path.name}:{number}", part) for part in parts_of(secret, _FILE))
    data.decode(encoding)


def _holds_bytes(text: str) -> bool:
    """Returns whether a part of ``text`` could not be decoded."""
    return any("\udc80" <= char <= "\udcff" for char in text)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)
