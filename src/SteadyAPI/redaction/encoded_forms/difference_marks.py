"""Views of a text without the marks of what differs: brackets of JUnit, ``git diff --word-diff``, tags, colours.

They stand inside a value, where another value has something else. Few texts have these, so only known secrets are
searched in these views.
"""

import re
from collections.abc import Iterator
from functools import cache

from SteadyAPI.redaction.encoded_forms.folding import View, replaced

_LONGEST = 1024


def difference_views(text: str) -> Iterator[View | None]:
    """Yields views of ``text`` without such marks: where both sides stand beside each other, one of each side."""
    if "[" in text and ":<" in text:
        yield replaced(text, _marks_of_junit(), _of_junit)
    if "-]" in text and "{+" in text:
        yield replaced(text, _without_old_words(), None)
        yield replaced(text, _without_new_words(), None)
    if "</ins>" in text or "</del>" in text:
        yield replaced(text, _without_deleted(), None)
        yield replaced(text, _without_inserted(), None)
    if "[0m" in text or "[m" in text or "[39m" in text:
        yield replaced(text, _colours(), None)


@cache
def _marks_of_junit() -> re.Pattern[str]:
    """Returns the pattern of a bracket of ``expected:<a[b]c> but was:<a[d]c>``, and of dots for what is left out."""
    return re.compile(r"[\[\]]|\.\.\.(?:(?<=<\.\.\.)|(?=>))")


def _of_junit(mark: re.Match[str]) -> str:
    """Returns dots at an end of a line, where the beginning or end of a secret is looked for beside them."""
    if mark.group() != "...":
        return ""
    return "...\n" if mark.string.startswith(">", mark.end()) else "\n..."


@cache
def _without_old_words() -> re.Pattern[str]:
    return re.compile(rf"\[-(?:(?!\[-|-\]|\n).){{0,{_LONGEST}}}+-\]|\{{\+|\+\}}")


@cache
def _without_new_words() -> re.Pattern[str]:
    return re.compile(rf"\{{\+(?:(?!\{{\+|\+\}}|\n).){{0,{_LONGEST}}}+\+\}}|\[-|-\]")


@cache
def _without_deleted() -> re.Pattern[str]:
    return re.compile(rf"<del(?:\s[^<>]{{0,200}})?>[^<>]{{0,{_LONGEST}}}</del>|</?(?:ins|del)(?:\s[^<>]{{0,200}})?>")


@cache
def _without_inserted() -> re.Pattern[str]:
    return re.compile(rf"<ins(?:\s[^<>]{{0,200}})?>[^<>]{{0,{_LONGEST}}}</ins>|</?(?:ins|del)(?:\s[^<>]{{0,200}})?>")


@cache
def _colours() -> re.Pattern[str]:
    """Returns the pattern of a colour whose escape character was lost or is shown by another one."""
    return re.compile(r"(?:\^\[|\\{1,9}[eE]|[\x1b\u2190\u241b])?\[(?:\d{1,3}(?:;\d{1,3}){0,5})?m")
