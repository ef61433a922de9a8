"""Connection strings: settings with semicolons or blanks between them, of which only some are secrets."""

import re
from collections.abc import Iterator
from functools import cache

# What says where a connection goes: cookies have semicolons and equals signs, too, and any of them may be a secret.
_PLACES = (
    r"(?:server|host(?:name)?|data ?source|addr(?:ess)?|network address|\w{0,40}endpoint(?:suffix|sprotocol)?|"
    r"account(?:name)?|database|dbname|initial catalog|driver|instrumentationkey|user ?id|uid)"
)
_SETTING = r"[A-Za-z][\w .-]{0,60}+=(?:\s{0,9}+(?:\"[^\"]{0,1024}+\"|'[^']{0,1024}+'|\{[^}]{0,1024}+\}))?+[^;]{0,4096}+"
# Of PostgreSQL's library, where blanks stand between the settings.
_WORD = r"[a-z_]{2,40}+\s?=\s?(?:'(?:[^'\\]|\\.){0,1024}+'|[^\s'=;]{1,1024}+(?=\s|\Z))"


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def is_connection_string(text: str) -> bool:
    """Returns whether ``text`` is nothing but settings, one of which says where the connection goes.

    The names of settings, hosts and users in it are no secrets.
    """
    if "=" not in text or (";" not in text and " " not in text):
        return False
    if not _pattern(rf"(?:\A|[;\s])\s{{0,9}}{_PLACES}\s{{0,9}}=").search(text):
        return False
    with_semicolons = rf"\s{{0,9}}+{_SETTING}(?:;\s{{0,9}}+{_SETTING}){{0,99}}+;?\s{{0,9}}+;?"
    if ";" in text:
        return _pattern(with_semicolons).fullmatch(text) is not None
    return _pattern(rf"\s{{0,9}}+{_WORD}(?:\s{{1,9}}+{_WORD}){{1,99}}+\s{{0,9}}+").fullmatch(text) is not None


def settings_of(text: str) -> Iterator[tuple[str, str]]:
    """Yields name and value, without quotes, of the settings in a text that may be a connection string."""
    pattern = (
        r"(?:\A|;)\s{0,9}([^=;]{1,60}?)\s{0,9}=\s{0,9}(\"[^\"]{1,1024}\"|'[^']{1,1024}'|\{[^}]{1,1024}\}|[^;]{1,4096})"
        if ";" in text
        else r"(?:\A|\s)([a-z_]{2,40})\s?=\s?('(?:[^'\\]|\\.){1,1024}'|\S{1,1024})"
    )
    for name, value in _pattern(pattern).findall(text):
        is_quoted = value[0] in "\"'{" and value[-1] in "\"'}"
        yield name, (value[1:-1] if is_quoted else value).strip()
