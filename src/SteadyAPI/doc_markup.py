"""Keyword documentation in Robot Framework's own markup: libdoc before 7.5 knows no Markdown."""

import re

_HEADING = re.compile(r"(#+) (.*)")
_SECTIONS = {"Args:": "*Arguments:*", "Raises:": "*Fails:*", "Returns:": "*Returns:*", "Examples:": "*Example:*"}
_ENTRY = re.compile(r"    (\S[^:]*): (.*)")
_FENCE = "```"


def robot_markup(text: str) -> str:
    """Returns documentation written in Markdown, with Google's sections, in Robot Framework's markup.

    Headings get their equals signs, blocks of code their bars, sections bold names, and their entries become lists.
    Text in backticks stays: Robot Framework links it when it is a keyword.
    """
    made: list[str] = []
    section, in_code = "", False
    for line in text.splitlines():
        stripped = line.strip()
        if stripped.startswith(_FENCE):
            in_code = not in_code
        elif in_code:
            made.append(f"| {line}".rstrip())
        elif stripped in _SECTIONS:
            section = stripped
            made += [_SECTIONS[stripped], ""]
        elif heading := _HEADING.fullmatch(line):
            signs = "=" * len(heading[1])
            made.append(f"{signs} {heading[2]} {signs}")
        else:
            made.append(_in_section(line) if section else line)
    return "\n".join(made)


def _in_section(line: str) -> str:
    """Returns a line of a section: an entry as an item of a list, and what continues it behind it."""
    entry = _ENTRY.fullmatch(line)
    if entry:
        return f"- ``{entry[1]}``: {entry[2]}"
    return f"  {line.strip()}" if line.startswith(" ") else line
