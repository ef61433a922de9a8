"""Secrets in variables and arguments that are named like secrets.

Learned from the data where it is typed there, before anything is written about it; else from the variables.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from SteadyAPI.redaction.parts import parts_of
from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.named_values import NAME_KEYS, is_record, named_secrets, variable_names_secrets
from SteadyAPI.redaction.shapes.ordinary import is_opaque

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
_TAKES_PAIRS = frozenset({"Set To Dictionary"})
_OF_ENVIRONMENT = "env:"
_IMPORTS = frozenset({"Import Resource", "Import Variables"})
_KEYWORDS = frozenset({"KEYWORD", "SETUP", "TEARDOWN"})
_OPTIONS = ("children=", "separator=")
_BEHAVIOUR_WORDS = 4
# The name of a cookie, not the cookie: `Get Cookie    cookie`.
_NAMES_OF_COOKIES = ("cookie", "cookies")
# What holds user:password, or a list of such pairs
_LOGINS = r"(?i:(?:log_?in|auth|user_?pass)s?)\Z"
_PASSWORD_LEAST = 6
# What the code of whoever made a variable raises; one that misses a setting may want to end the process.
_OF_OTHERS = (Exception, SystemExit)
_NAME = r"\\?[$@&]?\{?(?P<base>[^{}\[\]:=$@&%]+)"
_ITEM = r"\[(?P<item>[^\[\]{}]+)\][\s=]*\Z"
_REFERENCE = r"(?<!\\)[$@&%]\{"
_ONE_REFERENCE = r"(?P<sign>[$%])\{[\w ]{1,100}\}"


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


class NamedValues:
    """Makes secrets of the values that telling names give away; says nothing about those that are refused.

    A variable that can't be looked at, because it makes its values when it is asked for them and fails, is told once.
    """

    def __init__(self, secrets: SecretRegistry, warn: Callable[[str], None]) -> None:
        self._secrets = secrets
        self._warn = warn
        # Arguments of the user keyword that begins, whose values Robot Framework computes.
        self._computed: list[str] = []

    def in_variables(self, variables: Mapping[str, Any]) -> None:
        """Learns from all variables there are, without decoration."""
        for name, value in variables.items():
            try:
                self._in_variable(name, value)
            except _OF_OTHERS as error:
                self._warn_of(name, error)

    def _in_variable(self, name: str, value: Any) -> None:
        label = name.replace(" ", "_")
        if isinstance(value, str | list | tuple | Mapping) or is_record(value):
            self._learn_named(label, value)
            if _pattern(_LOGINS).search(label):
                self._learn_passwords(label, value)
        elif not isinstance(value, int | float | None) and variable_names_secrets(label):
            # Variables of a resource file that was just imported are made out when they are asked for.
            self._learn_variable(f"${{{name}}}")

    def in_data(self, result: Any) -> None:
        """Learns what is typed in a keyword or control structure that begins.

        What is the first in a user keyword finds the arguments of that, which were computed meanwhile.
        """
        while self._computed:
            self._learn_variable(f"${{{self._computed.pop()}}}")
        kind = result.type
        if kind in _KEYWORDS:
            self._in_call(result)
        elif kind == "VAR":
            self._learn_typed(result.name, result.value)
            if len(result.value) > 1 and result.name.startswith("$"):
                self._learn_typed(result.name, [(result.separator or " ").join(result.value)])
        elif kind == "FOR":
            for name in result.assign:
                self._learn_typed(name, result.values)

    def in_results(self, result: Any) -> None:
        """Learns what a keyword or control structure that ends has given to variables."""
        kind = result.type
        if kind in _KEYWORDS:
            for name in result.assign:
                self._learn_variable(name)
            if result.name in _SETTERS and result.args:
                self._learn_variable(str(result.args[0]))
            elif result.name in _IMPORTS:
                self.in_variables(suite_variables())
        elif kind == "VAR":
            self._learn_variable(result.name)

    def in_import(self, arguments: Iterable[Any], names: tuple[str, ...]) -> None:
        """Learns the arguments of a library or variable file, whose own names for them are ``names``."""
        for name, value in _called(arguments, names, _secret_positions(names)):
            self._learn_named(name, _known(value))

    def in_arguments(self, result: Any, implementation: Any) -> None:
        """Learns the arguments of a keyword whose own names for them are telling, those within its name as well.

        To be called after ``in_data`` with the same keyword.
        """
        spec = implementation.args
        names = (*spec.positional_only, *spec.positional_or_named)
        # Few keywords have such arguments, and all are asked.
        if spec.var_positional or _secret_positions(names):
            for name, value in _telling_arguments(result.args, spec, names):
                self._learn_argument(name, value, is_of_user=hasattr(implementation, "body"))
        if spec.var_named or spec.named_only:
            for option, value in map(_named, result.args):
                # Of Run Process: env:API_TOKEN=x
                name = (option or "").removeprefix(_OF_ENVIRONMENT)
                if option not in names and variable_names_secrets(name):
                    self._learn_named(name, _known(value))
        first = 1 if result.name in _TAKES_PAIRS else _place_of_pair(names)
        if first is not None:
            self._in_pairs(result.args[first:])
        embedded = getattr(implementation, "embedded", None)
        if embedded is not None:
            self._in_name(result.name, embedded)

    def _learn_argument(self, name: str, value: Any, *, is_of_user: bool) -> None:
        known = _known(value)
        if known is not None:
            self._learn_named(name, known)
        elif value is not None and is_of_user:
            self._computed.append(name)

    def _in_pairs(self, arguments: Sequence[Any]) -> None:
        for name, value in zip(arguments[::2], arguments[1::2], strict=False):
            if variable_names_secrets(str(name)):
                self._learn_named(name, _known(value))

    def _in_name(self, call: str, embedded: Any) -> None:
        """Learns what stands in a call under telling names; it is registered, because the keyword's name shows it."""
        match = embedded.name.fullmatch(call)
        words = call.split(" ")
        # Behind a word of behaviour-driven development, in whatever language: Given, Étant donné que
        for first in range(1, min(_BEHAVIOUR_WORDS, len(words) - 1) + 1):
            match = match or embedded.name.fullmatch(" ".join(words[first:]))
        for name, text in zip(embedded.args, match.groups() if match else (), strict=False):
            if not variable_names_secrets(name):
                continue
            value = _known(text)
            if isinstance(value, str):
                for _, secret in named_secrets(name, value):
                    self._secrets.register(secret)
            else:
                self._computed.append(name)

    def _in_call(self, result: Any) -> None:
        if result.name in _SETTERS and result.args:
            self._learn_typed(str(result.args[0]), result.args[1:])
        elif result.name in _GIVES_ITS_ARGUMENTS:
            for name in (*result.assign, *("&" * (result.name == "Create Dictionary"))):
                self._learn_typed(name, result.args)

    def _learn_typed(self, name: str, values: Iterable[Any]) -> None:
        label, is_dictionary = _variable(name)[0], name.lstrip("\\").startswith("&")
        # In a dictionary, the keys tell as well.
        label = label if variable_names_secrets(label) else ""
        for value in values if label or is_dictionary else ():
            if isinstance(value, str) and not value.startswith(_OPTIONS) and not _pattern(_REFERENCE).search(value):
                key, _, item = value.partition("=")
                self._learn_named(label, {key: item} if is_dictionary else value)

    def _learn_variable(self, name: str) -> None:
        label, expression = _variable(name)
        if variable_names_secrets(label):
            try:
                value = variable_value(expression)
            except _OF_OTHERS as error:
                self._warn_of(name, error)
                return
            self._learn_named(label, value)

    def _learn_named(self, name: str, value: object) -> None:
        try:
            for key, secret in named_secrets(name, value):
                self._secrets.learn(key, secret, warn=False)
        except _OF_OTHERS as error:
            self._warn_of(name, error)

    def _learn_passwords(self, name: str, value: object) -> None:
        """Learns ``x`` of ``ann:x`` in a variable for logins."""
        for text in [value] if isinstance(value, str) else value if isinstance(value, list) else ():
            for part in parts_of(text, name) if isinstance(text, str) else ():
                if is_opaque(part, _PASSWORD_LEAST):
                    self._secrets.learn(name, part, warn=False)

    def _warn_of(self, name: str, error: BaseException) -> None:
        self._warn(f"The variable {name} can't be looked at ({type(error).__name__}): secrets in it are not known.")


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


@lru_cache(maxsize=1024)
def _place_of_pair(names: tuple[str, ...]) -> int | None:
    """Returns the place of the first argument for a name that is followed by the one for its value, if any."""
    places = (place for place, name in enumerate(names[:-1]) if name in NAME_KEYS and names[place + 1] == "value")
    return next(places, None)


def _called(arguments: Iterable[Any], names: tuple[str, ...], positions: frozenset[int]) -> Iterator[tuple[str, Any]]:
    for index, value in enumerate(arguments):
        name, rest = _named(value)
        if name in names:
            if names.index(name) in positions:
                yield name, rest
        elif index in positions:
            yield names[index], rest if name is None else value


def _telling_arguments(arguments: Sequence[Any], spec: Any, names: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """Yields name and value of the arguments with telling names; those that aren't given have their defaults."""
    if positions := _secret_positions(names):
        given = dict(_called(arguments, names, positions))
        for position in sorted(positions):
            yield names[position], given.get(names[position], spec.defaults.get(names[position]))
    if spec.var_positional and variable_names_secrets(spec.var_positional):
        yield from ((spec.var_positional, value) for value in arguments[len(names) :])


def _named(argument: Any) -> tuple[str | None, Any]:
    """Returns name and value of a named argument: typed, or made by code as an object with both."""
    if isinstance(argument, str):
        name, equals, rest = argument.partition("=")
        return (name, rest) if equals else (None, argument)
    # robot.running.Argument; imported by nobody who doesn't use it.
    if type(argument).__name__ == "Argument":
        return argument.name, argument.value
    return None, argument


def _known(value: Any) -> Any:
    """Returns what an argument stands for, if it is typed or names one variable; nothing has to be computed for it."""
    if not isinstance(value, str) or not _pattern(_REFERENCE).search(value):
        return value
    reference = _pattern(_ONE_REFERENCE).fullmatch(value)
    if not reference:
        return None
    return variable_value(value) if reference["sign"] == "$" else os.environ.get(value[2:-1])
