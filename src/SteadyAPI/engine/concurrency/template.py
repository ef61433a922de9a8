"""A request with places such as ``{id}`` in it, which are filled in from one item after the other."""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any
from urllib.parse import quote

from SteadyAPI.engine.request.fields import text_of
from SteadyAPI.errors import UsageError

_PLACE = re.compile(r"\{\{([\w-]+)\}\}|\{([^\W\d][\w-]*)\}")
"""A place; in double braces, text that only looks like one."""
_DOUBLED = re.compile(r"\{\{([\w-]+)\}\}")
_HOST = re.compile(r"[a-z][a-z0-9+.-]*://[^/?#]*", re.IGNORECASE)
"""Scheme and host of a URL."""
_LIKE = re.compile(r"\{[^{}\"':,]+\}")
"""What a user may take for a place; no JSON."""
_WHOLE = "item"
"""The place of a whole item."""
_HOW_TO_WRITE = "  write for example: Send Each Concurrently    GET    /products/{id}    ${ids}"


def place_in(text: str) -> str:
    """Returns the first place of a text, such as ``{id}``; an empty text where there is none."""
    return next((found[0] for found in _PLACE.finditer(text) if found[2]), "")


class Template:
    """What the suite wrote for all requests: the URL, and options by their names; ``varied`` are those with places."""

    def __init__(self, url: str, options: Mapping[str, Any]) -> None:
        """Reads a template.

        Args:
            url: The URL; what is filled in there is escaped, unless it is the whole URL.
            options: Texts, lists and dictionaries; a text that is one place takes the value with its type.

        Raises:
            UsageError: When there is no place in it, or JSON text isn't JSON.
        """
        self._url = url
        self._options = {name: _parsed(name, value) for name, value in options.items()}
        self._places = {name: option for option, value in self._parts() for name in _names_in(value)}
        self.varied = frozenset(option for option, value in self._parts() if any(_names_in(value)))
        if not self._places:
            raise self._no_place()

    def filled(self, number: int, item: Any) -> tuple[str, dict[str, Any]]:
        """Returns URL and options for an item.

        Args:
            number: Its number, from 1, for messages.
            item: A dictionary with a value for each place, or the value of the only one.

        Raises:
            UsageError: When it lacks a value, or one has no text.
        """
        values = self._values(number, item)
        whole = _PLACE.fullmatch(self._url)
        fill = _Filler(values, number)
        url = fill.text(self._url, "url", escape=not whole)
        return url, {name: fill.option(value, name) for name, value in self._options.items()}

    def _no_place(self) -> UsageError:
        texts = [text for _, value in self._parts() for text in _texts(value)]
        doubled = next((found for text in texts if (found := _DOUBLED.search(text))), None)
        like = next((found[0] for text in texts if (found := _LIKE.search(text))), "")
        if doubled is not None:
            advice = f"{doubled[0]} is the text {{{doubled[1]}}}: a place has single braces"
        elif like:
            advice = f"{like} is none: a place has letters, digits, _ and - in its braces, and begins with a letter"
        else:
            advice = "for equal ones write: Send Concurrently    GET    /products    times=20"
        return UsageError(
            "expected a place such as {id} or {item} in the URL or an option, found none: all requests "
            f"would be equal.\n{_HOW_TO_WRITE}\n  {advice}"
        )

    def _parts(self) -> Iterator[tuple[str, Any]]:
        yield "url", self._url
        yield from self._options.items()

    def _values(self, number: int, item: Any) -> dict[str, Any]:
        """Returns the value of each place."""
        if isinstance(item, Mapping):
            known = {_WHOLE: item, **{str(name): value for name, value in item.items()}}
            missing = [name for name in self._places if name not in known]
            if missing:
                has = ", ".join(str(name) for name in item) or "nothing"
                option = self._places[missing[0]]
                raise UsageError(
                    f'item {number} has no "{missing[0]}", which the template asks for in {option}; it has: {has}.'
                )
            return known
        others = [name for name in self._places if name != _WHOLE]
        if len(others) > 1:
            listed = ", ".join(f"{{{name}}}" for name in others)
            raise UsageError(
                f"item {number}: expected a dictionary with values for {listed}, got {type(item).__name__}.\n"
                "  a single value can only fill a single place"
            )
        return {_WHOLE: item, **dict.fromkeys(others, item)}


class _Filler:
    """Fills the values of one item in."""

    def __init__(self, values: Mapping[str, Any], number: int) -> None:
        self._values = values
        self._number = number

    def option(self, template: Any, name: str) -> Any:
        """Returns an option with its places filled in; of query parameters in one text, each value is escaped.

        An item that is ``None`` is the body ``null``, and no request without a body.
        """
        if name == "params" and isinstance(template, str) and not _PLACE.fullmatch(template):
            return self.text(template, name, escape=True)
        if name == "idempotency_key":
            return self.text(template, name)
        value = self.value(template, name)
        return "null" if name == "json" and value is None else value

    def value(self, template: Any, option: str) -> Any:
        """Returns a list, dictionary or text with its places filled in."""
        if isinstance(template, Mapping):
            return {self._name(name, option): self.value(value, option) for name, value in template.items()}
        if isinstance(template, list | tuple):
            return type(template)(self.value(value, option) for value in template)
        if not isinstance(template, str):
            return template
        whole = _PLACE.fullmatch(template)
        return self._values[whole[2]] if whole and whole[2] else self.text(template, option)

    def _name(self, name: Any, option: str) -> Any:
        return self.text(name, option) if isinstance(name, str) else name

    def text(self, template: str, option: str, *, escape: bool = False) -> str:
        """Returns a text with its places filled in; ``escape`` makes each a part of a URL; a host has its port."""
        host = _HOST.match(template) if escape else None
        end_of_host = host.end() if host else 0

        def written(found: re.Match[str]) -> str:
            if found[1]:
                return f"{{{found[1]}}}"
            value = self._values[found[2]]
            if value is None:
                raise UsageError(f'item {self._number}: "{found[2]}" is None, and {option} needs a value.')
            try:
                text = text_of(value, option, found[2])
            except UsageError as error:
                raise UsageError(f"item {self._number}: {error}") from error
            shown = text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)
            return quote(shown, safe=":[]" if found.start() < end_of_host else "") if escape else shown

        return _PLACE.sub(written, template)


def _names_in(value: Any) -> Iterator[str]:
    return (found[2] for text in _texts(value) for found in _PLACE.finditer(text) if found[2])


def _texts(value: Any) -> Iterator[str]:
    """Yields the texts in a value in which places are filled in."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list | tuple):
        for item in chain(value, value.values()) if isinstance(value, Mapping) else value:
            yield from _texts(item)


def _parsed(option: str, value: Any) -> Any:
    """Returns the values of JSON text, so that what is filled in is written as JSON, quotes and all."""
    if option != "json" or not isinstance(value, str) or _PLACE.fullmatch(value):
        return value
    try:
        return json.loads(value)
    except ValueError as error:
        raise UsageError(
            f"json: expected a dictionary, a list or JSON text; got text that isn't JSON: {error}.\n"
            '  places stand in quotes, and take the value with its type: json={"id": "{id}"}'
        ) from error
