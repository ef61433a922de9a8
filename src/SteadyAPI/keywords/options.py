"""Keywords that share a declared list of options: each option is told once, and shown wherever it is taken."""

import inspect
from collections.abc import Callable
from types import CodeType
from typing import Any

from robot.api.deco import keyword


class Options:
    """A list of options, each a field with its type and default; ``DOCS`` has a line for each.

    No dataclass: creating one with so many fields would take a tenth of what importing the library costs.
    """

    DOCS = ""

    def __init__(self, **given: Any) -> None:
        """Takes options by name; the others keep their defaults.

        Raises:
            TypeError: When there is no option of that name.
        """
        unknown = given.keys() - type(self).__annotations__.keys()
        if unknown:
            raise TypeError(f"no such options: {', '.join(sorted(unknown))}")
        vars(self).update(given)

    @property
    def untouched(self) -> bool:
        """Tells whether every option has its default."""
        return all(value == getattr(type(self), name) for name, value in vars(self).items())


def taking(
    options: type[Options], *, tag: str, name: str | None = None, **words: str
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Makes a keyword of a function with ``**options``: in their place it shows every option of the list, by name.

    So Robot Framework converts, completes and documents them like written ones. In the function's documentation, the
    list's own stands for the line ``**options: RequestOptions.``, with the name of the list's class.

    Args:
        options: The list.
        tag: The keyword's tag.
        name: The keyword's name, when it is not the function's.
        words: What stands for ``{word}`` in the documentation.
    """

    def made(function: Callable[..., Any]) -> Callable[..., Any]:
        signature, types, documentation = _known.get(function.__code__) or _read(function, options)
        for word, text in words.items():
            documentation = documentation.replace(f"{{{word}}}", text)
        function.__doc__, function.__signature__ = documentation, signature  # type: ignore[attr-defined]
        taken: Callable[..., Any] = keyword(name=name, tags=[tag], types=types)(function)
        return taken

    return made


_Shape = tuple[inspect.Signature, dict[str, Any], str]
_known: dict[CodeType, _Shape] = {}


def _read(function: Callable[..., Any], options: type[Options]) -> _Shape:
    """Returns signature, types and documentation of a function with its options.

    They are kept for the next function that the same ``def`` makes: looking is nearly all that a keyword costs.
    """
    *own, _ = inspect.signature(function).parameters.values()
    hints = options.__annotations__
    shared = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=getattr(options, name), annotation=hint)
        for name, hint in hints.items()
    ]
    types = {name: hint for name, hint in function.__annotations__.items() if name not in {"self", "options"}}
    documentation = inspect.cleandoc(function.__doc__ or "").replace(
        f"    **options: {options.__name__}.", options.DOCS
    )
    _known[function.__code__] = inspect.Signature([*own, *shared]), {**types, **hints}, documentation
    return _known[function.__code__]
