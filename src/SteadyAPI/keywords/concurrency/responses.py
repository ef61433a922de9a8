"""What keywords that send many requests return."""

from collections.abc import Iterable
from typing import Any


class Responses(list[Any]):
    """Responses in the order of their requests; ``title`` says what these were, for failure messages."""

    def __init__(self, responses: Iterable[Any], title: str) -> None:
        super().__init__(responses)
        self.title = title
