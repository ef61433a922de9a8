"""One line below the running test on a terminal, drawn and wiped without changing what Robot Framework wrote."""

import shutil
import sys
from collections.abc import Callable

_CLEAR = "\x1b[2K"
_UP = "\x1b[1A"


class StatusLine:
    """Draws with a newline and relative movements: saved positions break when the screen scrolls."""

    def __init__(self, column: int, mask: Callable[[str], str]) -> None:
        """Takes the cursor's column in the line above, to which it returns after each change."""
        self._back = f"{_UP}\r\x1b[{column}C" if column else f"{_UP}\r"
        self._mask = mask

    def draw(self, text: str) -> None:
        """Shows a text, cut to the width of the terminal."""
        width = shutil.get_terminal_size().columns
        self._write(f"\n{_CLEAR}{_plain(self._mask(text))[: width - 1]}{self._back}")

    def wipe(self) -> None:
        """Removes the line."""
        self._write(f"\n{_CLEAR}{self._back}")

    def _write(self, text: str) -> None:
        stream = sys.__stderr__
        if stream is not None:
            stream.write(text)
            stream.flush()


def _plain(text: str) -> str:
    """Replaces all that would move the cursor or change its colour: the text comes from a server."""
    return "".join(character if character.isprintable() else " " for character in text)
