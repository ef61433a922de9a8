"""How a library tells Robot Framework its keywords: as robotlibcore does, at a fifth of the cost."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from inspect import CO_VARARGS, CO_VARKEYWORDS, Parameter, Signature, cleandoc, getdoc
from typing import Any, get_type_hints

from robot.libraries.BuiltIn import BuiltIn
from robotlibcore import DynamicCore, KeywordSpecification

from SteadyAPI.robot_compat import shared_type

_STARS = {Parameter.VAR_POSITIONAL: "*", Parameter.VAR_KEYWORD: "**"}


class Told(KeywordSpecification):
    """What Robot Framework is told of a keyword; its documentation is laid out when somebody asks for it.

    A function may carry a class of options, ``robot_options``, and ``robot_words``: see ``keywords/options.py``.
    """

    def __init__(self, function: Callable[..., Any]) -> None:
        self.options = getattr(function, "robot_options", None)
        self._words: Mapping[str, str] = getattr(function, "robot_words", {})
        self._function = function
        types = getattr(function, "robot_types", None) or _hints(function)
        super().__init__(_with_options(_arguments(function), self.options), argument_types=types)

    @property
    def documentation(self) -> str:
        """The whole documentation."""
        text = getdoc(self._function) or ""
        if self.options is not None:
            text = text.replace(f"    **options: {self.options.__name__}.", self.options.DOCS)
        return self._worded(text)

    @documentation.setter
    def documentation(self, _: None) -> None:
        """Takes nothing: the core's own constructor sets it."""

    @property
    def summary(self) -> str:
        """The first paragraph of the documentation."""
        written = self._function.__doc__ or self.documentation
        first = written.lstrip().partition("\n\n")[0]
        return self._worded(cleandoc(first) if "\n" in first else first)

    def _worded(self, text: str) -> str:
        for word, meaning in self._words.items():
            text = text.replace(f"{{{word}}}", meaning)
        return text


class KeywordCore(DynamicCore):
    """A dynamic core that reads every keyword once, and makes out types that keywords share once.

    Each import of the library pays for it, dry runs and editors too.
    """

    def add_library_components(self, library_components: list[Any], *_: Any, **__: Any) -> None:
        """Adds keyword groups; the core adds the library itself as well, which has no keywords of its own."""
        for group in library_components:
            if group is not self:
                self._add(group)
        self.keywords_spec.setdefault("__init__", Told(type(self).__init__))

    def get_keyword_documentation(self, name: str) -> str:
        """Returns a keyword's documentation; while tests run, its first paragraph, which is all that logs show.

        Robot Framework 7.5 searches what it is given whenever the keyword runs.
        """
        if not _tests_run():
            documentation: str = super().get_keyword_documentation(name)  # type: ignore[no-untyped-call]  # the core is untyped
            return documentation
        told = self.keywords_spec.get(name)
        if told is not None:
            summary: str = told.summary
            return summary
        documentation = super().get_keyword_documentation(name)  # type: ignore[no-untyped-call]  # see above
        return documentation.partition("\n\n")[0]

    def get_keyword_types(self, name: str) -> dict[str, Any]:
        """Returns the types of a keyword's arguments."""
        types = super().get_keyword_types(name)  # type: ignore[no-untyped-call]  # see above
        own = {argument: shared_type(hint) for argument, hint in types.items()}
        options = self.keywords_spec[name].options
        return own if options is None else own | _option_types(options)

    def _add(self, group: Any) -> None:
        kind = type(group)
        # What ``object`` has is no keyword: ``dir`` would look through it again for each group.
        for name in sorted({name for each in kind.__mro__[:-1] for name in vars(each)}):
            function = getattr(kind, name)
            if hasattr(function, "robot_name"):
                method = getattr(group, name)
                shown = function.robot_name or name
                self.keywords[shown] = self.attributes[name] = self.attributes[shown] = method
                self.keywords_spec[shown] = Told(function)


def _tests_run() -> bool:
    running: bool = BuiltIn().robot_running
    return running


def _hints(function: Callable[..., Any]) -> dict[str, Any]:
    """Returns the types that a function's annotations name."""
    annotations = function.__annotations__
    if any(isinstance(hint, str) for hint in annotations.values()):
        return get_type_hints(function)
    return {name: type(None) if hint is None else hint for name, hint in annotations.items()}


@cache
def _option_types(options: Any) -> dict[str, Any]:
    return {name: shared_type(hint) for name, hint in options.__annotations__.items()}


@cache
def _option_defaults(options: Any) -> list[Any]:
    return [(name, getattr(options, name)) for name in options.__annotations__]


def _with_options(arguments: list[Any], options: Any) -> list[Any]:
    """Puts options, each by name, in the place of ``**options``."""
    if options is None:
        return arguments
    own = arguments[:-1]
    return [*own, *(() if "*" in own else "*"), *_option_defaults(options)]


def _arguments(function: Any) -> list[Any]:
    """Returns arguments as Robot Framework writes them; a lone star stands before those that are given by name only."""
    signature: Signature | None = getattr(function, "__signature__", None)
    return _in_code(function) if signature is None else list(_in_signature(signature))


def _in_code(function: Any) -> list[Any]:
    """Reads a plain function: ``inspect.signature`` takes ten times as long."""
    code = function.__code__
    by_place, by_name = code.co_argcount, code.co_argcount + code.co_kwonlyargcount
    names, defaults, named = code.co_varnames, function.__defaults__ or (), function.__kwdefaults__ or {}
    required = by_place - len(defaults)
    starred = by_name + bool(code.co_flags & CO_VARARGS)
    star = [f"*{name}" for name in names[by_name:starred]] or (["*"] if by_name > by_place else [])
    free = [f"**{names[starred]}"] if code.co_flags & CO_VARKEYWORDS else []
    return [
        *names[1:required],
        *zip(names[required:by_place], defaults, strict=True),
        *star,
        *((name, named[name]) if name in named else name for name in names[by_place:by_name]),
        *free,
    ]


def _in_signature(signature: Signature) -> Iterator[Any]:
    for parameter in list(signature.parameters.values())[1:]:
        if parameter.kind in _STARS:
            yield f"{_STARS[parameter.kind]}{parameter.name}"
        else:
            yield parameter.name if parameter.default is parameter.empty else (parameter.name, parameter.default)
