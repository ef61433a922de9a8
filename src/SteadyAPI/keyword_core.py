"""How a library tells Robot Framework its keywords: as robotlibcore does, at a third of the cost."""

import inspect
from collections.abc import Callable, Iterator
from typing import Any, get_type_hints

from robot.libraries.BuiltIn import BuiltIn
from robotlibcore import DynamicCore, KeywordBuilder, KeywordSpecification

from SteadyAPI.robot_compat import shared_type

_NAMED = inspect.Parameter.KEYWORD_ONLY
_STARS = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}


class KeywordCore(DynamicCore):
    """A dynamic core that reads every keyword once, and makes out types that keywords share once.

    Each import of the library pays for it, dry runs and editors too.
    """

    def add_library_components(self, library_components: list[Any], *_: Any, **__: Any) -> None:
        """Adds keyword groups; the core adds the library itself as well, which has no keywords of its own."""
        for group in library_components:
            if group is not self:
                self._add(group)
        self.keywords_spec.setdefault("__init__", KeywordBuilder.build(self.__init__))  # type: ignore[misc]  # as the core

    def get_keyword_documentation(self, name: str) -> str:
        """Returns a keyword's documentation; while tests run, its first paragraph, which is all that logs show.

        Robot Framework 7.5 searches what it is given whenever the keyword runs.
        """
        documentation: str = super().get_keyword_documentation(name)  # type: ignore[no-untyped-call]  # the core is untyped
        return documentation.partition("\n\n")[0] if _tests_run() else documentation

    def get_keyword_types(self, name: str) -> dict[str, Any]:
        """Returns the types of a keyword's arguments."""
        types = super().get_keyword_types(name)  # type: ignore[no-untyped-call]  # see above
        return {argument: shared_type(hint) for argument, hint in types.items()}

    def _add(self, group: Any) -> None:
        kind = type(group)
        for name in dir(kind):
            function = getattr(kind, name)
            if hasattr(function, "robot_name"):
                method = getattr(group, name)
                shown = function.robot_name or name
                self.keywords[shown] = self.attributes[name] = self.attributes[shown] = method
                self.keywords_spec[shown] = _specification(function)


def _tests_run() -> bool:
    running: bool = BuiltIn().robot_running
    return running


def _specification(function: Callable[..., Any]) -> KeywordSpecification:
    return KeywordSpecification(
        argument_specification=list(_arguments(function)),
        documentation=inspect.getdoc(function) or "",
        argument_types=getattr(function, "robot_types", None) or get_type_hints(function),
    )


def _arguments(function: Callable[..., Any]) -> Iterator[Any]:
    """Yields arguments as Robot Framework writes them; a lone star stands before those that are given by name only."""
    starred = False
    for parameter in list(inspect.signature(function).parameters.values())[1:]:
        if parameter.kind is _NAMED and not starred:
            yield "*"
        starred = starred or parameter.kind in {_NAMED, inspect.Parameter.VAR_POSITIONAL}
        if parameter.kind in _STARS:
            yield f"{_STARS[parameter.kind]}{parameter.name}"
        else:
            yield parameter.name if parameter.default is parameter.empty else (parameter.name, parameter.default)
