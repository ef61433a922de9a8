"""Keywords that read their arguments themselves, for suites and for callers in Python alike."""

from collections.abc import Callable
from functools import cache
from typing import Any, cast

from robot.libraries.BuiltIn import BuiltIn

from SteadyAPI.argument_binding import ArgumentBinding, Owners, takes_values
from SteadyAPI.arguments import PEERS
from SteadyAPI.keyword_core import KeywordCore, KeywordSpec


class TypedKeywordCore(KeywordCore):
    """A library whose keywords convert their arguments, and say what to write when one can't be used.

    While tests run, Robot Framework converts nothing, and hands on what a keyword doesn't take. In a dry run, in libdoc
    and in editors it knows arguments and types as they are. In Python, keywords are attributes, such as
    ``library.get("/orders", timeout=5)``.
    """

    def __init__(self, groups: list[Any]) -> None:
        super().__init__(groups)
        self._binding = cache(self._make_binding)
        self._owners = cache(self._find_owners)

    def callable_keyword(self, name: str) -> Any:
        """Returns a function that runs a keyword with arguments as Python code has them."""

        def call(*args: Any, **named: Any) -> Any:
            return self.run_keyword(name, list(args), named)

        return call

    def run_keyword(self, name: str, args: list[Any], kwargs: dict[str, Any] | None = None) -> Any:
        """Runs a keyword with arguments as they were written."""
        values, options = self._binding(name).bind(args, kwargs or {})
        return self.keywords[name](*values, **options)

    def get_keyword_arguments(self, name: str) -> list[Any]:
        """Returns a keyword's arguments; while tests run, also those that it is to refuse by itself."""
        arguments = super().get_keyword_arguments(name)
        if not _converts() or takes_values(arguments):
            return arguments
        return self._with_refused(arguments, closed=getattr(self._specs[name].options, "CLOSED", False))

    def get_keyword_types(self, name: str) -> dict[str, Any]:
        """Returns the types of a keyword's arguments, or while tests run ``None``: Robot Framework converts nothing."""
        types: dict[str, Any] = super().get_keyword_types(name)
        return types if not _converts() else cast("dict[str, Any]", None)

    def _with_refused(self, arguments: list[Any], *, closed: bool) -> list[Any]:
        """Adds values without a name, habits, and where they can be nothing else, the options of other keywords.

        No argument is required: what is missing is told here as well.
        """
        required = {each for each in arguments if isinstance(each, str)}
        written = [(each, None) if isinstance(each, str) and not each.startswith("*") else each for each in arguments]
        star = next((number for number, each in enumerate(arguments) if str(each).startswith("*")), len(arguments))
        own = {each if isinstance(each, str) else each[0] for each in arguments}
        habits = {peer for peer, ours in PEERS.items() if ours in (own if closed else required)}
        foreign = sorted((habits | self._owners().keys() if closed else habits) - own)
        by_name = [each for each in written[star:] if not isinstance(each, str)]
        any_name = [each for each in arguments[star:] if str(each).startswith("**")]
        return [*written[:star], "*surplus", *by_name, *((option, None) for option in foreign), *any_name]

    def _make_binding(self, name: str) -> ArgumentBinding:
        spec = self._specs[name]
        types = spec.types if spec.options is None else {**spec.types, **spec.options.__annotations__}
        return ArgumentBinding(_readable(name), spec.arguments, types, self._owners)

    def _find_owners(self) -> Owners:
        owners: dict[str, list[str]] = {}
        for name in self.keywords:
            for argument in self._specs[name].arguments:
                if isinstance(argument, tuple):
                    owners.setdefault(argument[0], []).append(_readable(name))
        return owners


def converted_options(function: Callable[..., Any], library: str, **given: Any) -> dict[str, Any]:
    """Converts what a library is imported with: a suite's values are converted already, those of Python code aren't.

    Raises:
        UsageError: When a value is none that the option takes.
    """
    spec = KeywordSpec(function)
    return ArgumentBinding(library, spec.arguments, spec.types, dict).bind((), given)[1]


def _converts() -> bool:
    """Returns whether keywords are run, so that their arguments are read here."""
    built_in = BuiltIn()
    running: bool = built_in.robot_running and not built_in.dry_run_active
    return running


def _readable(name: str) -> str:
    """Returns a keyword's name as Robot Framework shows it."""
    return name.replace("_", " ").title() if name.islower() else name
