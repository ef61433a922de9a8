"""The secrets within a value: passwords in URLs and credentials, telling fields of JSON and of connection strings."""

import re
from base64 import b64decode
from collections.abc import Iterator
from functools import cache

from SteadyAPI.redaction.connections import is_connection_string, settings_of
from SteadyAPI.redaction.masking import LEAST
from SteadyAPI.redaction.shapes.named_values import named_texts
from SteadyAPI.redaction.shapes.ordinary import is_ordinary, is_word
from SteadyAPI.redaction.shapes.placeholders import is_placeholder
from SteadyAPI.redaction.shapes.plausibility import fits_name
from SteadyAPI.redaction.shapes.secret_names import may_hold_a_passphrase, names_a_secret

_USER_INFO = r"://[^\s/?#@:]{0,256}:([^\s/?#@]{1,1024})@"
_ORACLE = r"jdbc:oracle:[a-z]{1,9}:[^\s/@:]{1,128}/([^\s/@]{1,1024})@"
# Of SQL Server, which puts them behind semicolons, too
_QUERY = r"[?&;]([\w.\-\[\]]{1,60})=([^\s&;#]{1,4096})"
_BASIC = r"(?i:basic)\s{1,9}([A-Za-z0-9+/_-]{4,4096}={0,2})\s{0,9}\Z"
# Of Azure: AccountKey, SharedAccessSignature, InstrumentationKey
_KEY = r"(?i:key|signature)\Z"
_LOGIN_LEAST, _LOGIN_LONGEST = 8, 4096
_ASSIGNMENT = r"\s{0,99}(?:export\s{1,9})?([A-Za-z_]\w{0,200})=(.*[^=].*)"
# The alphabet for URLs
_STANDARD = str.maketrans("-_", "+/")
_PAIR = r"(?!jdbc:)[^\s:/\\]{1,64}:([^\s/]\S*)"


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.ASCII)


def parts_of(value: str, name: str) -> Iterator[str]:
    """Yields the secrets within a value, short ones as well.

    ``name`` is its name if that suggests a secret, else "".
    """
    for part in dict.fromkeys(_parts(value, name)):
        # A word that is short is told as little as a long one is masked.
        if part.strip() and not (is_ordinary(part) or is_placeholder(part) or (len(part) < LEAST and is_word(part))):
            yield part


def _parts(value: str, name: str) -> Iterator[str]:
    text = value.strip()
    if "://" in text or text.startswith("jdbc:"):
        yield from _in_address(text)
    if basic := _pattern(_BASIC).search(text):
        yield from _password_in(basic[1])
    elif text[:1] in {"{", "["}:
        yield from _in_json(text, name)
    elif is_connection_string(text) or (";" in text and "=" in text):
        yield from (item for key, item in settings_of(text) if names_a_secret(key) or _pattern(_KEY).search(key))
    elif name:
        yield from _in_lines(text)
        yield from _password_in(text)


def _in_address(text: str) -> Iterator[str]:
    """Yields the password of a URL and what its query has under telling names."""
    from urllib.parse import unquote  # noqa: PLC0415 - few values are addresses

    yield from _pattern(_USER_INFO).findall(text)
    yield from _pattern(_ORACLE).findall(text)
    for name, item in _pattern(_QUERY).findall(text):
        is_long = len(item) >= LEAST or may_hold_a_passphrase(name)
        if is_long and names_a_secret(name) and fits_name(name, item):
            yield unquote(item)


def _password_in(credentials: str) -> Iterator[str]:
    """Yields the password in Basic credentials: Base64 of ``user:password`` (RFC 7617)."""
    text = credentials.strip()
    if not _LOGIN_LEAST <= len(text) <= _LOGIN_LONGEST:
        return
    try:
        login = b64decode(text.translate(_STANDARD) + "=" * (-len(text) % 4), validate=True).decode()
    except ValueError:
        return
    _, colon, password = login.partition(":")
    if colon and login.isprintable():
        yield password


def _in_json(text: str, name: str) -> Iterator[str]:
    from json import loads  # noqa: PLC0415 - most values are no JSON

    try:
        data = loads(text)
    except (ValueError, RecursionError):
        return
    yield from (part for _, part in named_texts(name, data))
    # Of Docker: {"auths": {"registry.io": {"auth": "..."}}}
    auths = data.get("auths") if isinstance(data, dict) else None
    for entry in auths.values() if isinstance(auths, dict) else ():
        auth = entry.get("auth") if isinstance(entry, dict) else None
        if isinstance(auth, str):
            yield auth
            yield from _password_in(auth)


def _in_lines(text: str) -> Iterator[str]:
    """Yields the values of lines such as ``NAME=value``, and the password of ``user:password``."""
    for line in text.splitlines():
        if assigned := _pattern(_ASSIGNMENT).fullmatch(line):
            item = assigned[2].strip().strip("\"'")
            # A short one is told, but a setting such as a level or a port is none.
            if len(item) >= LEAST or names_a_secret(assigned[1]):
                yield item
        elif (pair := _pattern(_PAIR).fullmatch(line)) and (len(pair[1]) >= LEAST or not pair[1].isdecimal()):
            yield pair[1]
