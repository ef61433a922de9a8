"""Keywords that share a declared list of options: each is written once, and shown by every keyword that takes it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ClassVar, cast

from robot.api.deco import keyword


class Options:
    """A list of options, each a field with its type and default; ``DOCS`` has a line for each.

    ``POSITIONAL`` are the options that may also follow a keyword's own arguments without their names, in this order.
    ``CLOSED`` says that no own argument of the keywords is a free text: what looks like an option of another keyword
    is one.
    No dataclass: creating one with so many fields would take a tenth of what importing the library costs.
    """

    DOCS = ""
    POSITIONAL: ClassVar[tuple[str, ...]] = ()
    CLOSED: ClassVar[bool] = False

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
        """Returns whether every option has its default."""
        return all(value == getattr(type(self), name) for name, value in vars(self).items())


def with_options(
    options: type[Options], *, tag: str, name: str | None = None, **words: str
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Makes a keyword of a function with ``**options``: instead of these it shows every option of the list.

    Robot Framework converts, completes and documents them like written ones. In the function's documentation, the
    list's own replaces the line ``**options: RequestOptions.``, with the name of the list's class. ``KeywordCore`` puts
    arguments, types and documentation together when Robot Framework asks for them.

    Args:
        options: The list.
        tag: The keyword's tag.
        name: The keyword's name, when it is not the function's.
        words: What replaces ``{word}`` in the documentation.
    """

    def made(function: Callable[..., Any]) -> Callable[..., Any]:
        hints = function.__annotations__.items()
        types = {name: hint for name, hint in hints if name not in {"self", "options"}}
        taken: Any = _named_options(function, options.POSITIONAL) if options.POSITIONAL else function
        taken.robot_options, taken.robot_words = options, words
        return cast("Callable[..., Any]", keyword(name=name, tags=[tag], types=types)(taken))

    return made


def _named_options(function: Callable[..., Any], names: tuple[str, ...]) -> Callable[..., Any]:
    """Gives options that came by position their names: the function takes all of them as ``**options``."""
    own = function.__code__.co_argcount

    @wraps(function)
    def take(*args: Any, **given: Any) -> Any:
        # An argument too many is left to Python, whose message says how many there may be.
        named = dict(zip(names, args[own:], strict=False))
        return function(*args[:own], *args[own + len(names) :], **named, **given)

    return take
