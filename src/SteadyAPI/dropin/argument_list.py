"""Keywords made of their list of arguments: robotframework-requests has many that differ in little else."""

import inspect
from collections.abc import Callable, Mapping
from typing import Any

from robot.api.deco import keyword

REQUIRED = inspect.Parameter.empty
_PLACE = inspect.Parameter.POSITIONAL_OR_KEYWORD
_SELF = inspect.Parameter("self", _PLACE)
_FREE = inspect.Parameter("kwargs", inspect.Parameter.VAR_KEYWORD)


def keyword_of(
    arguments: Mapping[str, Any], run: Callable[[Any, dict[str, Any]], Any], *, tag: str, name: str | None, free: bool
) -> Callable[..., Any]:
    """Makes a keyword that takes arguments by place or name, and hands all of them on by name.

    Args:
        arguments: Their names, in order, with their defaults or ``REQUIRED``.
        run: What the keyword does with its group and the arguments; its documentation is the keyword's.
        tag: The keyword's tag.
        name: The keyword's name, when it is not the method's.
        free: Whether options of any name are taken too; they are handed on as ``kwargs``.
    """
    parameters = [_SELF, *(inspect.Parameter(each, _PLACE, default=default) for each, default in arguments.items())]
    signature = inspect.Signature([*parameters, _FREE] if free else parameters)

    def take(self: Any, *args: Any, **kwargs: Any) -> Any:
        bound = signature.bind(self, *args, **kwargs)
        bound.apply_defaults()
        given = dict(bound.arguments)
        return run(given.pop("self"), given)

    take.__doc__ = run.__doc__
    take.__signature__ = signature  # type: ignore[attr-defined]  # what completion and libdoc read
    made: Callable[..., Any] = keyword(name=name, tags=[tag])(take)
    return made


def with_article(method: str) -> str:
    """Returns a method as the documentation speaks of it: ``a GET``, ``an OPTIONS``."""
    return f"{'an' if method[0] in 'AEIOU' else 'a'} {method}"
