"""Tells the cookies and headers that may let somebody in from settings: languages, themes, consent."""

from urllib.parse import unquote_plus

from SteadyAPI.redaction.shapes.ordinary import is_opaque
from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.secret_names import names_a_secret

# Words that tell nothing under a cookie's name that tells nothing
_NAME = r"(?!\S{0,256}?(?:auth|login|remember|sess|sid|user))[\w.-]{1,256}"
_WORD = r"[a-z]{1,11}"
_SETTING = rf"{_NAME}=(?:[a-z]{{2,11}}(?:[-_][a-z]{{2,8}})?|\d|{_WORD}(?:[ _-]{_WORD}){{1,7}})"
_LONGEST = 300
_PUNCTUATION = "`.,;:?(){}[]|<>+-\u2026 "


def is_setting(cookie: str) -> bool:
    """Tells ``lang=en-US`` and ``wordpress_test_cookie=WP+Cookie+check`` from a cookie that may let somebody in."""
    if len(cookie) > _LONGEST:
        return False
    name, _, value = cookie.partition("=")
    # In a header of cookies, a name says nothing by calling one so.
    if names_a_secret(name.lower().removesuffix("cookie").rstrip("_-")):
        return False
    value = unquote_plus(value)
    return compiled(_SETTING).fullmatch(f"{name}={value}".lower()) is not None and not any(
        map(is_opaque, value.replace("_", " ").replace("-", " ").split())
    )


def is_header_value(value: str) -> bool:
    """Returns whether text behind "Cookie:" or the like is a header value: no blanks, parameters, or opaque."""
    if value.startswith("//") or all(map(is_setting, value.split("; "))):
        return False
    return (
        " " not in value.strip()
        or compiled(r"=[^\s=]").search(value) is not None
        or any(is_opaque(word.strip(_PUNCTUATION)) for word in value.split())
    )
