"""Objects of JSON that say themselves that they hold a secret: ``{"sensitive": true, "value": "x"}``.

So do Terraform (``sensitive``, ``random_password``), Kubernetes (``kind``), GitLab (``masked``), Postman (``type``) and
Azure DevOps (``isSecret``).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from SteadyAPI.redaction.shapes.named_values import stands_beside_secrets
from SteadyAPI.redaction.shapes.ordinary import is_ordinary, is_prose, is_word
from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.placeholders import is_placeholder

SIGNS = ("sensitive", "masked", "secret", "random_password")
"""In lower case, what such an object contains."""

# A member that tells, and the keys below which the secret stands then
_VALUES = frozenset({"value", "values", "result", "current_value", "currentValue", "initial_value", "default"})
_DATA = frozenset({"data", "stringData"})
_RESULTS = frozenset({"result"})
_FLAGS = frozenset({"sensitive", "masked", "secret", "isSecret", "is_secret"})
_KINDS = {("kind", "Secret"): _DATA, ("type", "secret"): _VALUES, ("type", "random_password"): _RESULTS}
# In JSON within JSON, each quote has backslashes before it.
_TELLING = (
    r"(?P<e>\\{0,9})(?P<q>[\"'])"
    r"(?:(?:sensitive|masked|secret|isSecret|is_secret)(?P=e)(?P=q)\s{0,3}:\s{0,3}[tT]rue\b"
    r"|(?:kind|type)(?P=e)(?P=q)\s{0,3}:\s{0,3}(?P=e)(?P=q)(?:[sS]ecret|random_password)(?P=e)(?P=q))"
)
_PIECE = r"\{{\s{{0,9}}\}}|(?P<sign>[{{}}])|{quote}(?P<s>{inner}){quote}(?P<colon>\s{{0,3}}:)?|\b(?P<true>[tT]rue)\b"
_LEAST = 6
_HANDED_ON, _DEEPEST = 6, 100

# A string by the keys that lead to it, the outermost first
_Strings = list[tuple[tuple[str, ...], str, tuple[int, int]]]


class _Object:
    __slots__ = ("key", "secret_keys", "strings")

    def __init__(self, key: str) -> None:
        self.key = key
        self.strings: _Strings = []
        self.secret_keys: frozenset[str] = frozenset()

    def add(self, key: str, piece: re.Match[str]) -> None:
        """Adds what stands under ``key``: a string, ``true`` or an empty object."""
        if piece["true"]:
            self.secret_keys = self.secret_keys or (_VALUES if key in _FLAGS else frozenset())
        elif piece["s"] is not None:
            self.strings.append(((key,), piece["s"], piece.span("s")))
            self.secret_keys = self.secret_keys or _KINDS.get((key, piece["s"]), frozenset())

    def secrets(self) -> Iterator[tuple[int, int]]:
        for keys, value, span in self.strings:
            # The result of a resource stands in its instances.
            place = keys[-1] if self.secret_keys is _RESULTS else keys[0]
            is_public = self.secret_keys is _DATA and place == "stringData" and stands_beside_secrets(keys[-1])
            if place in self.secret_keys and not is_public and _is_secret(value, self.secret_keys):
                yield span


@lru_cache(maxsize=2)
def object_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Returns start and end of every secret in an object that tells that it holds one.

    Remembered, because each sign in a text asks for them.
    """
    # Sorted, so that the order of what is found doesn't change from run to run.
    quotes = sorted({(telling["e"], telling["q"]) for telling in compiled(_TELLING).finditer(text)})
    return tuple(span for escapes, quote in quotes for span in _in_objects(text, _pieces(escapes, quote)))


def _pieces(escapes: str, quote: str) -> re.Pattern[str]:
    """Returns the pattern of strings and brackets where strings stand between quotes behind ``escapes``."""
    longer = len(escapes) + 1
    inner = rf"(?:[^{quote}\\\r\n]|\\{{{longer},99}}{quote}|\\{{1,99}}(?![\\{quote}])){{0,8192}}+"
    return compiled(_PIECE.format(quote=re.escape(escapes + quote), inner=inner))


def _in_objects(text: str, pieces: re.Pattern[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    open_objects = [_Object("")]
    key = ""
    for piece in pieces.finditer(text):
        current = open_objects[-1]
        sign = piece["sign"]
        if sign == "{":
            open_objects.append(_Object(key))
            if len(open_objects) > _DEEPEST:
                break
        elif sign:
            key = current.key
            found += _closed(open_objects)
        elif piece["colon"]:
            key = piece["s"]
        else:
            current.add(key, piece)
    # A text that was cut, or a block of a file
    for _ in range(len(open_objects)):
        found += _closed(open_objects)
    return found


def _closed(open_objects: list[_Object]) -> Iterator[tuple[int, int]]:
    """Yields the secrets of the innermost object, and hands what it holds to the one around it."""
    inner = open_objects.pop()
    if not open_objects:
        open_objects.append(_Object(""))
    elif not inner.secret_keys:
        open_objects[-1].strings += [
            ((inner.key, *keys), value, span) for keys, value, span in inner.strings if len(keys) < _HANDED_ON
        ]
    yield from inner.secrets()


def _is_secret(value: str, secret_keys: frozenset[str]) -> bool:
    if len(value) < _LEAST or is_placeholder(value):
        return False
    return secret_keys is _DATA or not (is_word(value) or is_ordinary(value) or is_prose(value))
