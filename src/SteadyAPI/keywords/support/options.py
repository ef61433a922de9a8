"""Keywords that share a declared list of options: each option is declared once, and shown wherever it is used."""

from collections.abc import Callable
from typing import Any, cast

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


def with_options(
    options: type[Options], *, tag: str, name: str | None = None, **words: str
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Makes a keyword of a function with ``**options``: in their place it shows every option of the list, by name.

    So Robot Framework converts, completes and documents them like written ones. In the function's documentation, the
    list's own stands for the line ``**options: RequestOptions.``, with the name of the list's class. All of that is put
    together by ``KeywordCore``, what Robot Framework doesn't ask for not at all.

    Args:
        options: The list.
        tag: The keyword's tag.
        name: The keyword's name, when it is not the function's.
        words: What stands for ``{word}`` in the documentation.
    """

    def made(function: Callable[..., Any]) -> Callable[..., Any]:
        hints = function.__annotations__.items()
        types = {name: hint for name, hint in hints if name not in {"self", "options"}}
        taken: Any = keyword(name=name, tags=[tag], types=types)(function)
        taken.robot_options, taken.robot_words = options, words
        return cast("Callable[..., Any]", taken)

    return made
