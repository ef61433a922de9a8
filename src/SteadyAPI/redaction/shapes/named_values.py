"""The secrets in a value that has a name: a variable, an argument, what a keyword gave back."""

import re
from collections import deque
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice

from SteadyAPI.redaction.shapes.names import names_a_secret, names_secrets
from SteadyAPI.redaction.shapes.placeholders import is_existing_path, is_placeholder

_LOOKED_AT_MOST = 10_000
_LONGEST = 100_000
_WORD_LONGEST = 11
_BESIDE_SECRETS = r"(?:user|login|e?mail|host|url|uri|realm|domain|scope|type|id|region|audience|issuer|port|name)"


@cache
def _beside_secrets() -> re.Pattern[str]:
    return re.compile(rf".*(?<![a-z]){_BESIDE_SECRETS}\Z", re.DOTALL)


def variable_names_secrets(name: str) -> bool:
    """Tells whether a variable or argument of that name, singular or plural, holds secrets."""
    return names_a_secret(name) or names_secrets(name)


def named_secrets(name: str, value: object) -> Iterator[str]:
    """Yields the texts in ``value`` that its name, or the key of a dictionary in it, tells to be secrets.

    None are references, paths of files that exist, what stands beside secrets, such as a user name, and plain words:
    a test of refused passwords may well try ``invalid``, which stands in many other texts.
    """
    waiting: deque[tuple[bool, object]] = deque([(variable_names_secrets(name), value)])
    for _ in range(_LOOKED_AT_MOST):
        if not waiting:
            return
        is_named, item = waiting.popleft()
        if not isinstance(item, str):
            waiting += islice(_items(item, is_named=is_named), max(0, _LOOKED_AT_MOST - len(waiting)))
        elif is_named and _is_secret(item):
            yield item


def _items(value: object, *, is_named: bool) -> Iterator[tuple[bool, object]]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            text = str(key)
            yield variable_names_secrets(text) or (is_named and not _beside_secrets().match(text.lower())), item
    elif isinstance(value, list | tuple):
        for item in value:
            if is_named or not isinstance(item, str):
                yield is_named, item


def _is_secret(value: str) -> bool:
    return len(value) <= _LONGEST and not (is_placeholder(value) or _is_word(value) or is_existing_path(value))


def _is_word(value: str) -> bool:
    return len(value) <= _WORD_LONGEST and value.isalpha() and (value.islower() or value.isupper() or value.istitle())
