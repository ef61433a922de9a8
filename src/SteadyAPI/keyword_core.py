"""Robot Framework's dynamic library API, as robotlibcore has it, at a fifth of its cost.

robotlibcore itself is imported when an editor asks for the file and line of a keyword; a run never does.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from inspect import CO_VARARGS, CO_VARKEYWORDS, Parameter, Signature, cleandoc, getdoc, unwrap
from typing import Any, get_type_hints

from robot.libraries.BuiltIn import BuiltIn

from SteadyAPI.robot_compat import READS_SECTIONS, shared_type

_STARS = {Parameter.VAR_POSITIONAL: "*", Parameter.VAR_KEYWORD: "**"}


class KeywordSpec:
    """The arguments, types and documentation of one keyword; the documentation is built when it is asked for.

    A function may carry ``robot_options`` and ``robot_words``: see ``keywords/support/options.py``.
    """

    def __init__(self, function: Callable[..., Any]) -> None:
        self.options = getattr(function, "robot_options", None)
        self._words: Mapping[str, str] = getattr(function, "robot_words", {})
        self._function = function
        written = _arguments(unwrap(function))
        self.arguments = written if self.options is None else _with_options(written, self.options)
        self.types: dict[str, Any] = getattr(function, "robot_types", None) or _hints(function)

    @property
    def documentation(self) -> str:
        """The whole documentation."""
        text = getdoc(self._function) or ""
        if self.options is not None:
            text = text.replace(f"    **options: {self.options.__name__}.", self.options.DOCS)
        return self._with_words(text)

    @property
    def summary(self) -> str:
        """The first paragraph of the documentation."""
        written = self._function.__doc__ or self.documentation
        first = written.lstrip().partition("\n\n")[0]
        return self._with_words(cleandoc(first) if "\n" in first else first)

    def _with_words(self, text: str) -> str:
        for word, replacement in self._words.items():
            text = text.replace(f"{{{word}}}", replacement)
        return text


class KeywordCore:
    """Robot Framework's dynamic library API over groups of keywords.

    It reads every keyword once, and converts a type that several keywords share once: each import of the library pays
    for it, dry runs and editors too. ``keywords`` are the bound methods by the names of their keywords; they are
    attributes as well, by these names, as they are and in lower case with underscores, and by the names of the methods.
    """

    def __init__(self, groups: list[Any]) -> None:
        self.keywords: dict[str, Any] = {}
        self._attributes: dict[str, str] = {}
        self._specs = {"__init__": KeywordSpec(type(self).__init__)}
        for group in groups:
            self._add(group)

    def __getattr__(self, name: str) -> Any:
        attributes = vars(self).get("_attributes", {})
        if name in attributes:
            return self.callable_keyword(attributes[name])
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self._attributes})

    def callable_keyword(self, name: str) -> Any:
        """Returns what a caller in Python gets for a keyword."""
        return self.keywords[name]

    def run_keyword(self, name: str, args: list[Any], kwargs: dict[str, Any] | None = None) -> Any:
        """Runs a keyword."""
        return self.keywords[name](*args, **(kwargs or {}))

    def get_keyword_names(self) -> list[str]:
        """Returns the names of all keywords."""
        return sorted(self.keywords)

    def get_keyword_arguments(self, name: str) -> list[Any]:
        """Returns a keyword's arguments, those with a default as pairs."""
        return self._specs[name].arguments

    def get_keyword_types(self, name: str) -> dict[str, Any]:
        """Returns the types of a keyword's arguments."""
        spec = self._specs[name]
        own = {argument: shared_type(hint) for argument, hint in spec.types.items()}
        return own if spec.options is None else own | _option_types(spec.options)

    def get_keyword_tags(self, name: str) -> list[str]:
        """Returns a keyword's tags."""
        tags: list[str] = self.keywords[name].robot_tags
        return tags

    def get_keyword_documentation(self, name: str) -> str:
        """Returns a keyword's documentation; while tests run, its first paragraph, which is all that logs show.

        Robot Framework 7.5 searches what it is given whenever the keyword runs.
        """
        introduction = (getdoc(self) or "") if name == "__intro__" else None
        if tests_run():
            return self._specs[name].summary if introduction is None else introduction.partition("\n\n")[0]
        from SteadyAPI.documentation import robot_format  # noqa: PLC0415  a run never asks for all of it

        whole = self._specs[name].documentation if introduction is None else introduction
        return robot_format(whole, sections=not READS_SECTIONS)

    def get_keyword_source(self, name: str) -> str | None:
        """Returns the file of a keyword's code and the line, behind a colon."""
        source: str | None = self._robotlibcore.get_keyword_source(name)
        return source

    @cached_property
    def _robotlibcore(self) -> Any:
        from robotlibcore import DynamicCore  # noqa: PLC0415  a run never asks for a source

        core: Any = DynamicCore([])
        vars(core).update(keywords=self.keywords, __init__=type(self).__init__)
        return core

    def _add(self, group: Any) -> None:
        group_class = type(group)
        # ``dir`` would also list the attributes of ``object``, for each group again; none of them is a keyword.
        for name in sorted({name for each in group_class.__mro__[:-1] for name in vars(each)}):
            function = getattr(group_class, name)
            if hasattr(function, "robot_name"):
                method = getattr(group, name)
                keyword_name = function.robot_name or name
                self.keywords[keyword_name] = method
                readable = keyword_name.lower().replace(" ", "_")
                self._attributes |= dict.fromkeys((name, keyword_name, readable), keyword_name)
                self._specs[keyword_name] = KeywordSpec(function)


def tests_run() -> bool:
    """Returns whether Robot Framework runs tests, or goes through them in a dry run."""
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
    """Replaces ``**options`` by the options; those that may be given by position stand before the star."""
    own, listed = arguments[:-1], _option_defaults(options)
    positional = len(options.POSITIONAL)
    star = own.index("*") if "*" in own else len(own)
    return [*own[:star], *listed[:positional], "*", *own[star + 1 :], *listed[positional:]]


def _arguments(function: Any) -> list[Any]:
    """Returns arguments as Robot Framework writes them; a lone star precedes those that are given by name only."""
    signature: Signature | None = getattr(function, "__signature__", None)
    return _in_code(function) if signature is None else list(_in_signature(signature))


def _in_code(function: Any) -> list[Any]:
    """Reads a plain function: ``inspect.signature`` takes ten times as long."""
    code = function.__code__
    positional, named_only = code.co_argcount, code.co_argcount + code.co_kwonlyargcount
    names, defaults, named = code.co_varnames, function.__defaults__ or (), function.__kwdefaults__ or {}
    required = positional - len(defaults)
    starred = named_only + bool(code.co_flags & CO_VARARGS)
    star = [f"*{name}" for name in names[named_only:starred]] or (["*"] if named_only > positional else [])
    free = [f"**{names[starred]}"] if code.co_flags & CO_VARKEYWORDS else []
    return [
        *names[1:required],
        *zip(names[required:positional], defaults, strict=True),
        *star,
        *((name, named[name]) if name in named else name for name in names[positional:named_only]),
        *free,
    ]


def _in_signature(signature: Signature) -> Iterator[Any]:
    for parameter in list(signature.parameters.values())[1:]:
        if parameter.kind in _STARS:
            yield f"{_STARS[parameter.kind]}{parameter.name}"
        else:
            yield parameter.name if parameter.default is parameter.empty else (parameter.name, parameter.default)
