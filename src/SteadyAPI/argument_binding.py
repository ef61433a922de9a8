"""Reads the arguments of a keyword: converts them, and says what to write when one can't be used.

Robot Framework would convert them as well. But its message for a union such as ``RetryPreset | RetrySettings | None``
names types and not what they allow, its message for an option that doesn't exist is "expected 1 non-named argument, got
2", and it converts nothing for a caller in Python.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin

from SteadyAPI.robot_compat import converted

Owners = Mapping[str, list[str]]
"""Which keywords have an option, by the names of all options."""
_WRITTEN_AS_NONE = (str, Path)
"""The types to which Robot Framework converts ``None`` by its name: a request would go to ``/None``."""


class ArgumentBinding:
    """The arguments of one keyword, ready to take values.

    Args:
        keyword: The keyword's name.
        arguments: Its arguments as Robot Framework writes them.
        types: Their type hints; what isn't there, or is ``Any``, is taken as it is.
        owners: The options of all keywords, to say where one belongs.
    """

    def __init__(
        self, keyword: str, arguments: list[Any], types: Mapping[str, Any], owners: Callable[[], Owners]
    ) -> None:
        names = [argument if isinstance(argument, str) else argument[0] for argument in arguments]
        star = next((number for number, name in enumerate(names) if name.startswith("*")), len(names))
        self._keyword = keyword
        self._owners = owners
        self._positional = names[:star]
        self._names = [name for name in names if not name.startswith("*")]
        self._takes_values = takes_values(arguments)
        self._takes_names = any(name.startswith("**") for name in names)
        self._types = {name: hint for name, hint in types.items() if hint is not Any}
        self._exact = {name: _exact_types(hint) for name, hint in self._types.items()}
        self._no_default = [name for name in arguments if isinstance(name, str) and not name.startswith("*")]

    def bind(self, args: Any, named: Mapping[str, Any]) -> tuple[list[Any], dict[str, Any]]:
        """Returns the values of arguments without and with names, converted.

        Raises:
            UsageError: When the keyword has no such argument, or a value is none that it takes.
        """
        if not self._takes_values:
            self._check(args, named)
            self._check_missing(args, named)
        values = [self._converted(name, value) for name, value in zip(self._positional, args, strict=False)]
        return [*values, *args[len(values) :]], {name: self._converted(name, value) for name, value in named.items()}

    def _converted(self, name: str, value: Any) -> Any:
        hint = self._types.get(name)
        if hint is None or type(value) in self._exact[name] or (value is None and name not in self._no_default):
            return value
        try:
            result = converted(hint, value, name)
            # Robot Framework also hands on what is neither a word for yes nor one for no, and that would be true.
            is_no_word = isinstance(result, str) and bool in self._exact[name] and str not in self._exact[name]
            if is_no_word or (value is None and hint in _WRITTEN_AS_NONE):
                raise ValueError(result)  # noqa: TRY301  told as what can't be converted is
        except ValueError as error:
            from SteadyAPI.argument_errors import unusable  # noqa: PLC0415  only a failure needs it

            raise unusable(name, hint, value) from error
        return result

    def _check(self, args: Any, named: Mapping[str, Any]) -> None:
        unknown = [] if self._takes_names else [name for name in named if name not in self._names]
        surplus = args[len(self._positional) :]
        if not unknown and not surplus:
            return
        from SteadyAPI.argument_errors import option_as_text, surplus_argument, unknown_option  # noqa: PLC0415  see above

        option = unknown[0] if unknown else "" if self._takes_names else _option_in(surplus[0])
        options = self._names[len(self._positional) :]
        if option in options:
            raise option_as_text(self._keyword, option)
        if option:
            raise unknown_option(self._keyword, option, self._positional, options, self._owners())
        missing = next((name for name in self._no_default if name in options and name not in named), "")
        name = surplus[0] if isinstance(surplus[0], str) and surplus[0].isalnum() else "name"
        way = f"{missing}=..." if missing else f"{name}=..." if self._takes_names else ""
        raise surplus_argument(self._keyword, len(self._positional), len(args), surplus[0], options, way)

    def _check_missing(self, args: Any, named: Mapping[str, Any]) -> None:
        given = self._positional[: len(args)]
        missing = [name for name in self._no_default if name not in given and name not in named]
        if missing:
            from SteadyAPI.argument_errors import missing_arguments  # noqa: PLC0415  see above

            raise missing_arguments(self._keyword, missing, self._no_default)


def takes_values(arguments: list[Any]) -> bool:
    """Returns whether a keyword takes any number of values without a name, such as ``*arguments``."""
    return any(isinstance(each, str) and each[:1] == "*" and each[1:].isidentifier() for each in arguments)


def _exact_types(hint: Any) -> frozenset[type]:
    """Returns the types whose values a hint takes as they are."""
    parts = get_args(hint) if get_origin(hint) in {Union, UnionType} else (hint,)
    return frozenset(part for part in parts if isinstance(part, type) and not issubclass(part, Mapping))


def _option_in(text: Any) -> str:
    """Returns the name in a text such as ``verify=True``, which Robot Framework takes for a value of no such option."""
    name, mark, _ = text.partition("=") if isinstance(text, str) else ("", "", "")
    return name if mark and name.isidentifier() else ""
