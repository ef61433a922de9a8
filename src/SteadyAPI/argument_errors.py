"""Messages about arguments that can't be used: what was expected, what came, and how to write it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, is_typeddict

from SteadyAPI.arguments import PEERS
from SteadyAPI.errors import UsageError
from SteadyAPI.robot_compat import converted

_EXPECTED = {
    timedelta: "a time such as 5s, 500ms or 2 minutes",
    str: "a text",
    bool: "True or False",
    int: "a whole number",
    float: "a number",
    Path: "a path",
    list: "a list",
    datetime: "a point in time such as 2026-01-31 09:30",
    date: "a date such as 2026-01-31",
}
_EXAMPLES = {
    "headers": "VAR    &{headers}    Accept=application/json",
    "cookies": "VAR    &{cookies}    lang=en",
    "proxies": "VAR    &{proxies}    https=http://proxy.example:3128",
    "namespaces": "VAR    &{namespaces}    s=urn:stock",
    "variables": "VAR    &{variables}    id=${7}",
    "fields": "VAR    &{fields}    tenant=acme",
}
"""How to write a dictionary, by the argument."""
_RETRY_EXAMPLE = "VAR    &{retry}    attempts=${5}"
_OFF = {"off", "no", "false", "0", "never", "disabled"}
_LONGEST = 60
_LONGEST_LINE = 120


def unusable(name: str, hint: Any, value: Any) -> UsageError:
    """Makes the error of a value that can't be converted.

    Args:
        name: The argument.
        hint: Its type hint.
        value: What was given.
    """
    kinds = _kinds(hint)
    expected = _listed([words for kind in kinds for words in _expected(kind)])
    line = f"{name}: expected {expected}; got {_shown(value, kinds)}."
    if len(line) > _LONGEST_LINE:
        line = f"{name}: expected one of those below, got {_shown(value, kinds)}.\n  write: {expected}"
    advice = _advice(name, kinds, value)
    return UsageError(f"{line}\n  {advice}" if advice else line)


def unknown_option(
    keyword: str, option: str, own: list[str], options: list[str], owners: Mapping[str, list[str]]
) -> UsageError:
    """Makes the error of an option that the keyword doesn't have.

    Args:
        keyword: The keyword.
        option: The option's name.
        own: Its arguments that may stand without a name.
        options: The options that it has.
        owners: Which keywords have an option, by its name.
    """
    close = get_close_matches(option.lower(), options, 1, cutoff=0.75) or [
        name for name in options if name.startswith(option.lower())
    ]
    peer = PEERS.get(option)
    if peer in own or peer in options:
        advice = f"; write: {peer}="
    elif close:
        advice = f"; did you mean {close[0]}=?"
    elif option in owners:
        advice = f"; give it to {_owner(owners[option])}."
    else:
        advice = "."
    line = f'{keyword}: no option "{option}"{advice}'
    return UsageError(f"{line}\n  its options: {', '.join(options)}" if options else line)


def missing_arguments(keyword: str, missing: list[str], required: list[str]) -> UsageError:
    """Makes the error of arguments that a keyword can't do without."""
    return UsageError(
        f"{keyword}: expected a value for {' and '.join(missing)}, got none.\n"
        f"  write: {'    '.join([keyword, *(f'{name}=...' for name in required)])}"
    )


def option_as_text(keyword: str, option: str) -> UsageError:
    """Makes the error of an option in a list variable, where Robot Framework takes ``name=value`` for a text."""
    return UsageError(
        f"{keyword}: {option}= came in a list, where it is a text and no option.\n"
        "  a keyword that hands options on takes them apart: [Arguments]    @{args}    &{options}"
    )


def surplus_argument(keyword: str, most: int, given: int, first: Any, options: list[str], way: str = "") -> UsageError:
    """Makes the error of values without a name beyond those that the keyword takes.

    Args:
        keyword: The keyword.
        most: How many it takes.
        given: How many came.
        first: The first one that is too many.
        options: The keyword's options.
        way: How that one is written, if it is known.
    """
    taken = f"{most} argument{'' if most == 1 else 's'} without a name" if most else "no argument without a name"
    line = f"{keyword}: expected {taken}, got {given}; {_shown(first, [])} is one too many."
    if "json" in options and isinstance(first, Mapping | list):
        return UsageError(f"{line}\n  a body is written with its name: json=${{value}}")
    if way or not options:
        return UsageError(f"{line}\n  write: {way}" if way else line)
    if keyword.isupper() and isinstance(first, str) and first.startswith(("/", "http://", "https://")):
        return UsageError(f"{line}\n  to name a session, write: {keyword} On Session    shop    /orders")
    return UsageError(
        f"{line}\n  further ones are written with their names: {', '.join(f'{each}=' for each in options)}"
    )


def _owner(owners: list[str]) -> str:
    """Returns the keyword that an option is most likely meant for."""
    return next((owner for owner in ("Create Session", "GET") if owner in owners), owners[0])


def _kinds(hint: Any) -> list[Any]:
    """Returns the types that a hint allows, ``None`` left out."""
    if get_origin(hint) in {Union, UnionType}:
        return [kind for part in get_args(hint) for kind in _kinds(part)]
    return [] if hint is type(None) else [hint]


def _expected(kind: Any) -> list[str]:
    """Returns the values that a type allows, or what they are."""
    if is_typeddict(kind):
        return ["a dictionary of settings"]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [member.name for member in kind]
    if _is_mapping(kind):
        return ["a dictionary"]
    return [_EXPECTED.get(get_origin(kind) or kind, f"a {getattr(kind, '__name__', kind)}")]


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]


def _is_mapping(kind: Any) -> bool:
    """Returns whether a type is a dictionary of anything; one of settings has no secrets."""
    origin = get_origin(kind) or kind
    return isinstance(origin, type) and issubclass(origin, Mapping) and not is_typeddict(kind)


def _shown(value: Any, kinds: list[Any]) -> str:
    """Returns a value for a message; of a text that should be a dictionary its beginning, as a secret may follow."""
    if not isinstance(value, str):
        if isinstance(value, int | float):
            return f"{value!r} ({type(value).__name__})"
        return (
            "None" if value is None else "a dictionary" if isinstance(value, Mapping) else f"a {type(value).__name__}"
        )
    name, mark, _ = value.partition("=")
    if any(_is_mapping(kind) for kind in kinds):
        return f'the text "{name}=..."' if mark and name.isprintable() and len(name) <= _LONGEST else "a text"
    return f'"{value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"}"'


def _advice(name: str, kinds: list[Any], value: Any) -> str:
    settings = next((kind for kind in kinds if is_typeddict(kind)), None)
    if settings is not None:
        return _settings_advice(settings, name, value)
    if any(_is_mapping(kind) for kind in kinds):
        return f"write for example: {_EXAMPLES[name]}" if name in _EXAMPLES else ""
    if value is None:
        return "its variable holds nothing: look where it gets its value"
    names = [each for kind in kinds if isinstance(kind, type) and issubclass(kind, Enum) for each in kind.__members__]
    text = str(value).lower()
    # "=" is as close to ">=" as to "==", and means the one that begins with it.
    close = sorted(get_close_matches(text, names, len(names) or 1, cutoff=0.6), key=lambda name: name.find(text) != 0)
    return f"did you mean {close[0]}?" if close else ""


def _settings_advice(settings: Any, name: str, value: Any) -> str:
    """Says how to write what somebody may have meant by a ``retry`` that is none."""
    if str(value).lower() in _OFF:
        return "for no retries write: retry=none"
    if not isinstance(value, Mapping) and not str(value).startswith("{"):
        return f"for another number of attempts write: {_RETRY_EXAMPLE}"
    reason = ""
    try:
        converted(settings, value, name)
    except ValueError as error:
        said = str(error).partition(f"{settings.__name__}: ")[2].partition(". Available")[0]
        reason = f"{said.rstrip('.')}\n  "
    return f"{reason}its settings: {', '.join(settings.__annotations__)}"
