"""Keyword documentation in Robot Framework's own format, which libdoc and editors of every version show.

It is written as plain Markdown with sections as in Google's style guide for Python.
"""

import re
from collections.abc import Iterator
from itertools import chain

_FENCE = "```"
_HEADING = re.compile(r"##+ (.+)")
_BOLD = re.compile(r"\*\*(\S.*?)\*\*")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_CODE = re.compile(r"(`[^`]*`)")
_TABLE = re.compile(r"\*{3}( .+? )\*{3}")
# Robot Framework's format takes *** for a bold asterisk, and this for three bold ones.
_BOLD_STARS = r"*****\1*****"
_SECTION = re.compile(r"(Args|Returns|Raises|Examples):")
_TITLES = {"Args": "Arguments", "Raises": "Fails"}
_ITEM = re.compile(r"    (\*{0,2}\w+): (.*)")


def robot_format(text: str, *, sections: bool) -> str:
    """Returns documentation in Robot Framework's format.

    Args:
        text: The documentation, its indentation removed.
        sections: Whether the sections of arguments, return values and errors are written as lists, too. Libdoc of Robot
            Framework 7.5 reads them by itself, and shows them beside the arguments.
    """
    return "\n".join(chain.from_iterable(_blocks(text.splitlines(), sections=sections)))


def _blocks(lines: list[str], *, sections: bool) -> Iterator[list[str]]:
    code = False
    for line in lines:
        if line.startswith(_FENCE):
            code = not code
        elif code:
            yield [f"| {_TABLE.sub(_BOLD_STARS, line)}".rstrip()]
        elif heading := _HEADING.fullmatch(line):
            yield [f"= {heading[1]} ="]
        elif (section := _SECTION.fullmatch(line)) and (sections or section[1] == "Examples"):
            yield [f"*{_TITLES.get(section[1], section[1])}:*", ""]
        elif sections and (item := _ITEM.fullmatch(line)):
            yield [f"- ``{item[1]}``: {_inline(item[2])}"]
        else:
            # A line that continues an item of a list, or stands in a section, keeps no more than Robot Framework's two
            # spaces; the sections that libdoc reads itself keep theirs.
            yield [_inline(f"  {line.lstrip()}" if sections and line.startswith("    ") else line)]


def _inline(text: str) -> str:
    """Converts bold text and links; what stands in backticks is code."""
    parts = _CODE.split(text)
    parts[::2] = [_LINK.sub(r"[\2|\1]", _BOLD.sub(r"*\1*", part)) for part in parts[::2]]
    return "".join(parts)
