"""The secrets in a named value: a variable, an argument, a field of a request, the return value of a keyword."""

import re
from base64 import b64decode
from collections import deque
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from types import SimpleNamespace

from SteadyAPI.redaction.shapes.ordinary import is_opaque, is_ordinary, is_word
from SteadyAPI.redaction.shapes.patterns import compiled_for_unicode
from SteadyAPI.redaction.shapes.placeholders import is_existing_path, is_placeholder
from SteadyAPI.redaction.shapes.plausibility import fits_name
from SteadyAPI.redaction.shapes.secret_names import names_a_secret, names_secrets

_LOOKED_AT_MOST = 10_000
_LONGEST = 100_000
_BESIDE_SECRETS = (
    r"(?:user|login|e?mail|host|url|uri|realm|domain|scope|type|id|region|audience|issuer|port|name|pattern|format|"
    r"checksum|integrity|hashes|fingerprint|etag|revision|version|uid|commit|image|algorithm|lifetime|ttl|model|kid|provider|backend|"
    r"path|file|expir(?:es|y|ation)|max[-_]?age|same_?site|http_?only|at)"
)
_PARAMETER = r"([A-Za-z][\w-]*)\s*=\s*(?:\"([^\"]*)\"|([^\s,;\"]+))"
# What the parameters of an Authorization header say beside the secret (RFC 7616, AWS4-HMAC-SHA256).
_NO_SECRETS = frozenset("username realm uri algorithm qop nc charset userhash credential signedheaders scope".split())
_CREDENTIAL_LEAST = 6
NAME_KEYS = ("name", "key", "field", "header", "variable")
# What data classes, attrs, pydantic and named tuples leave in a class
_OF_RECORDS = ("__dataclass_fields__", "__attrs_attrs__", "model_fields", "_asdict")


@cache
def _beside_secrets() -> re.Pattern[str]:
    return re.compile(rf".*(?<![a-z]){_BESIDE_SECRETS}\Z", re.DOTALL)


@cache
def _word_break() -> re.Pattern[str]:
    return re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def variable_names_secrets(name: str) -> bool:
    """Returns whether a variable or argument of that name, singular or plural, holds secrets."""
    if names_a_secret(name) or names_secrets(name):
        return True
    # A field of a form: tokens[qa]
    base, _, key = name.rstrip("]").partition("[")
    return bool(key) and names_secrets(base) and not stands_beside_secrets(key)


def is_record(value: object) -> bool:
    """Returns whether ``value`` holds named values and little else: of a data class, a model, a named tuple."""
    kind = type(value)
    # What has slots instead is left out, as are other objects: reading a property may run anything.
    if kind is not SimpleNamespace and not any(hasattr(kind, mark) for mark in _OF_RECORDS):
        return False
    return isinstance(value, tuple) or hasattr(value, "__dict__")


def stands_beside_secrets(key: str) -> bool:
    """Returns whether a key in a dictionary of secrets has no secret value: a user name, an address, a type."""
    return _beside_secrets().match(_word_break().sub("_", key).lower()) is not None


def named_secrets(name: str, value: object) -> Iterator[tuple[str, str]]:
    """Yields name and text of every secret in ``value``, judged by its name and by the keys of dictionaries in it.

    Not secrets: references, paths of existing files, values beside secrets such as a user name, and plain words. A
    test of refused passwords may use ``invalid``, a word that many other texts contain.
    """
    for key, text in named_texts(name, value):
        is_plain = is_placeholder(text.strip("'\"")) or is_ordinary(text) or is_word(text) or is_existing_path(text)
        if len(text) <= _LONGEST and not is_plain and fits_name(key, text):
            yield key, text


def named_texts(name: str, value: object) -> Iterator[tuple[str, str]]:
    """Yields name and text of everything in ``value`` under a secret's name, at any depth; at most 10,000 items.

    Raises:
        Exception: Whatever a mapping in it raises when it is read; raised after everything else was yielded.
    """
    waiting: deque[tuple[str, object]] = deque([(name if variable_names_secrets(name) else "", value)])
    failure: Exception | None = None
    for _ in range(_LOOKED_AT_MOST):
        if not waiting:
            break
        telling, item = waiting.popleft()
        if isinstance(item, str):
            if telling:
                yield telling, item
                yield from ((telling, part) for part in parts_of_value(telling, item))
            continue
        try:
            for each in islice(_items(item, telling), max(0, _LOOKED_AT_MOST - len(waiting))):
                waiting.append(each)
        except Exception as error:  # noqa: BLE001 - a mapping of somebody else's, whose items are made when asked for
            failure = error
    if failure is not None:
        raise failure


def parts_of_value(name: str, value: str) -> Iterator[str]:
    """Yields the secrets within a header for authorization, under whatever name: those without the scheme."""
    if name.lower().endswith("authorization"):
        yield from (part for part in credentials_in(value) if part != value and is_opaque(part, _CREDENTIAL_LEAST))


def credentials_in(header: str) -> Iterator[str]:
    """Yields the whole of an Authorization header behind its scheme, and the secrets in it by themselves.

    These are the password of Basic credentials (RFC 7617), and parameters such as ``response`` and ``cnonce`` of a
    digest (RFC 7616), with which the password can be guessed at leisure.
    """
    scheme, blank, value = header.strip().partition(" ")
    value = value.strip() if blank else scheme
    yield value
    for name, quoted, plain in compiled_for_unicode(_PARAMETER).findall(value) if "=" in value and " " in value else ():
        if name.lower() not in _NO_SECRETS and is_opaque(quoted or plain):
            yield quoted or plain
    if scheme.lower() == "basic":
        try:
            yield b64decode(value).decode("utf-8", "replace").partition(":")[2]
        except ValueError:
            # Not Base64 at all: what stands there is registered as it is.
            return


def _items(value: object, telling: str) -> Iterator[tuple[str, object]]:
    """Yields the items of a value, each with the name that makes it a secret, "" if there is none."""
    value = _opened(value)
    if isinstance(value, Mapping):
        pair = _name_of_pair(value)
        for key, item in value.items():
            yield _telling_name(str(key), pair, telling), item
    elif isinstance(value, list | tuple):
        for item in value:
            if isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], str):  # noqa: PLR2004 - a pair
                yield item[0] if variable_names_secrets(item[0]) else telling, item[1]
            elif telling or not isinstance(item, str):
                yield telling, item


def _opened(value: object) -> object:
    """Returns the fields of a record and the text in bytes; any other value as it is."""
    if isinstance(value, bytes):
        return [value.decode(errors="ignore")]
    if not is_record(value):
        return value
    return value._asdict() if isinstance(value, tuple) else vars(value)  # type: ignore[attr-defined]  # a named tuple


def _telling_name(key: str, pair: str, telling: str) -> str:
    if variable_names_secrets(key):
        return key
    if pair and key == "value":
        return pair
    return "" if stands_beside_secrets(key) else telling


def _name_of_pair(value: Mapping[object, object]) -> str:
    """Returns the secret's name in an object such as ``{"name": "API_TOKEN", "value": ...}``, "" if there is none."""
    if "value" in value:
        for key in NAME_KEYS:
            name = value.get(key)
            if isinstance(name, str) and variable_names_secrets(name):
                return name
    return ""
