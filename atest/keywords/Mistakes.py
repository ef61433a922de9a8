"""The table of mistakes: what a user typed, and below it, indented, the whole message."""

from pathlib import Path

from robot.libraries.BuiltIn import BuiltIn

_CELL = "    "


class Mistakes:
    """Runs each mistake of a table, and compares what it says."""

    ROBOT_LIBRARY_SCOPE = "GLOBAL"

    def every_mistake_should_say_what_to_write(self, table: Path, before_each: str) -> int:
        """Runs a keyword and then each mistake; returns how many there are.

        Raises:
            AssertionError: When a message differs, or a mistake passes; it lists all of these.
        """
        mistakes = _read(table.read_text(encoding="utf-8"))
        wrong = []
        for line, expected in mistakes:
            BuiltIn().run_keyword(before_each)
            name, *arguments = line.split(_CELL)
            status, message = BuiltIn().run_keyword_and_ignore_error(name, *arguments)
            if status != "FAIL" or not _is_said(message, expected):
                wrong.append(f"{line}\n{message}\n-- instead of:\n{expected}")
        if wrong:
            raise AssertionError("\n\n".join(wrong))
        return len(mistakes)


def _is_said(message: str, expected: str) -> bool:
    """Compares a message; where the expected one ends in ``...``, its beginning."""
    return message.startswith(expected.removesuffix("...")) if expected.endswith("...") else message == expected


def _read(text: str) -> list[tuple[str, str]]:
    """Returns the mistakes with their messages; a line that begins with ``#`` is a heading."""
    mistakes: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith(_CELL):
            mistakes[-1][1].append(line.removeprefix(_CELL))
        elif line and not line.startswith("#"):
            mistakes.append((line, []))
    return [(line, "\n".join(message)) for line, message in mistakes]
