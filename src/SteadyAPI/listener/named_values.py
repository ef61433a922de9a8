"""What tests give telling names to.

Learned from the data where it is typed there, before anything is written about it; else from the variables.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from SteadyAPI.redaction.shapes.named_values import named_secrets, variable_names_secrets

Register = Callable[[str], Any]

_SETTERS = frozenset(
    {
        "Set Test Variable",
        "Set Task Variable",
        "Set Suite Variable",
        "Set Global Variable",
        "Set Local Variable",
        "Set Environment Variable",
    }
)
_GIVES_ITS_ARGUMENTS = frozenset({"Set Variable", "Create List", "Create Dictionary"})
_IMPORTS = frozenset({"Import Resource", "Import Variables"})
_KEYWORDS = frozenset({"KEYWORD", "SETUP", "TEARDOWN"})
_OPTIONS = ("children=", "separator=")
# The name of a cookie, not the cookie: `Get Cookie    cookie`.
_NAMES_OF_COOKIES = ("cookie", "cookies")


_NAME = r"\\?[$@&]?\{?(?P<base>[^{}\[\]:=$@&%]+)"
_ITEM = r"\[(?P<item>[^\[\]{}]+)\][\s=]*\Z"
_REFERENCE = r"(?<!\\)[$@&%]\{"
_ONE_REFERENCE = r"(?P<sign>[$%])\{[\w ]{1,100}\}"


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


class NamedValues:
    """Registers the values that telling names give away; says nothing about those that are refused."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def in_variables(self, variables: Mapping[str, Any]) -> None:
        """Learns from all variables there are, without decoration."""
        for name, value in variables.items():
            label = name.replace(" ", "_")
            if isinstance(value, str | list | tuple | Mapping):
                self._register_named(label, value)
            elif not isinstance(value, int | float | None) and variable_names_secrets(label):
                # Variables of a resource file that was just imported are made out when they are asked for.
                self._register_variable(f"${{{name}}}")

    def in_data(self, result: Any) -> None:
        """Learns what is typed in a keyword or control structure that begins."""
        kind = result.type
        if kind in _KEYWORDS:
            self._in_call(result)
        elif kind == "VAR":
            self._register_typed(result.name, result.value)
            if len(result.value) > 1 and result.name.startswith("$"):
                self._register_typed(result.name, [(result.separator or " ").join(result.value)])
        elif kind == "FOR":
            for name in result.assign:
                self._register_typed(name, result.values)

    def in_results(self, result: Any) -> None:
        """Learns what a keyword or control structure that ends has given to variables."""
        kind = result.type
        if kind in _KEYWORDS:
            for name in result.assign:
                self._register_variable(name)
            if result.name in _SETTERS and result.args:
                self._register_variable(str(result.args[0]))
            elif result.name in _IMPORTS:
                self.in_variables(suite_variables())
        elif kind == "VAR":
            self._register_variable(result.name)

    def in_arguments(self, result: Any, implementation: Any) -> None:
        """Learns the arguments of a keyword whose own names for them are telling."""
        spec = implementation.args
        names = (*spec.positional_only, *spec.positional_or_named)
        positions = _secret_positions(names)
        if positions:
            for name, value in _called(result.args, names, positions):
                self._register_named(name, _known(value))

    def _in_call(self, result: Any) -> None:
        if result.name in _SETTERS and result.args:
            self._register_typed(str(result.args[0]), result.args[1:])
        elif result.name in _GIVES_ITS_ARGUMENTS:
            for name in result.assign:
                self._register_typed(name, result.args)

    def _register_typed(self, name: str, values: Iterable[Any]) -> None:
        label, _ = _variable(name)
        if not variable_names_secrets(label):
            return
        for value in values:
            if isinstance(value, str) and not value.startswith(_OPTIONS) and not _pattern(_REFERENCE).search(value):
                key, _, item = value.partition("=")
                self._register_named(label, {key: item} if name.lstrip("\\").startswith("&") else value)

    def _register_variable(self, name: str) -> None:
        label, expression = _variable(name)
        if variable_names_secrets(label):
            self._register_named(label, variable_value(expression))

    def _register_named(self, name: str, value: object) -> None:
        for secret in named_secrets(name, value):
            self._register(secret)


def suite_variables() -> dict[str, Any]:
    """Returns the variables of the suite that is running, without decoration."""
    from robot.libraries.BuiltIn import BuiltIn  # noqa: PLC0415 - costs import time; Robot Framework has loaded it by now

    return dict(BuiltIn().get_variables(no_decoration=True))


def variable_value(expression: str) -> Any:
    """Returns the value of a variable, ``None`` if there is none."""
    from robot.errors import RobotError  # type: ignore[import-untyped]  # noqa: PLC0415 - see above
    from robot.libraries.BuiltIn import BuiltIn  # noqa: PLC0415 - see above

    try:
        return BuiltIn().get_variable_value(expression)
    except RobotError:
        return None


@lru_cache(maxsize=1024)
def _variable(name: str) -> tuple[str, str]:
    """Returns the word of a variable's name that tells what is in it, and the expression that reads the variable."""
    found = _pattern(_NAME).match(name)
    if not found:
        return "", ""
    base = found["base"].strip()
    item = _pattern(_ITEM).search(name)
    if item:
        return item["item"] if variable_names_secrets(item["item"]) else base, f"${{{base}}}[{item['item']}]"
    return base, f"${{{base}}}"


@lru_cache(maxsize=1024)
def _secret_positions(names: tuple[str, ...]) -> frozenset[int]:
    return frozenset(
        index for index, name in enumerate(names) if name not in _NAMES_OF_COOKIES and variable_names_secrets(name)
    )


def _called(arguments: Iterable[Any], names: tuple[str, ...], positions: frozenset[int]) -> Iterator[tuple[str, Any]]:
    for index, value in enumerate(arguments):
        name, equals, rest = value.partition("=") if isinstance(value, str) else ("", "", "")
        if equals and name in names:
            if names.index(name) in positions:
                yield name, rest
        elif index in positions:
            yield names[index], value


def _known(value: Any) -> Any:
    """Returns what an argument stands for, if it is typed or names one variable; nothing has to be computed for it."""
    if not isinstance(value, str) or not _pattern(_REFERENCE).search(value):
        return value
    reference = _pattern(_ONE_REFERENCE).fullmatch(value)
    if not reference:
        return None
    return variable_value(value) if reference["sign"] == "$" else os.environ.get(value[2:-1])
