"""Words that are assigned to a name, up to the end of a line or argument: ``password = x``."""

import re

from SteadyAPI.redaction.shapes.expressions import is_expression
from SteadyAPI.redaction.shapes.notations.cookies import is_setting
from SteadyAPI.redaction.shapes.notations.structures import CLOSE, OF_YAML, SCHEME, is_empty_field
from SteadyAPI.redaction.shapes.ordinary import is_opaque, is_word
from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.plausibility import may_be_secret
from SteadyAPI.redaction.shapes.secret_names import names_a_password

# One word up to the end of the line; JSON numbers
_ASSIGNED = (
    CLOSE
    + r"(?P<m>\s{0,3}[:?+]=|\s{0,3}:(?!:[A-Za-z_]++(?!\w))|[ \t]{4,40}[:=]|\s{1,3}=|=(?=[ \t]))[ \t]{0,40}(?:"
    + OF_YAML
    + ")?"
    + SCHEME
)

# Of a line, of a dictionary, of an argument in a log: 'x.password = x' ]
_WORD_END = r"[ \t]{0,3}(?:[\r\n}\]]|\Z)|[\"'] ?(?:[\]|,)]|\Z)"
_KEY_LONGEST = 200
_QUOTES = ('"', "'")
_WORD = rf"(?P<run>[^\s\"'<>{{}}\[\]]{{0,8192}}+)(?P<end>{_WORD_END})?"


def first_line(value: str) -> str:
    """Returns ``value`` up to an escaped line end: in the ``repr`` of a text, several lines stand in one."""
    if "\\" not in value:
        return value
    return compiled(r"\\{1,9}[nr]").split(value, maxsplit=1)[0] or value


class AssignedWords:
    """The words of a text that may be values: each ends at the end of a line, or at a comma or bracket before it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._need_sign: bool | None = None
        self.header_end = 0
        self._run_end = -1
        self._end = -1
        # Where a line ends in the run: None if the run itself ends like a value, -1 if no line ends in it any more
        self._escape: int | None = None

    def need_sign(self) -> bool:
        """Returns whether no name without a sign is in a tag or an option, or before += or the cookie of a header."""
        if self._need_sign is None:
            self._need_sign = not ("=" in self._text or "<" in self._text or "--" in self._text)
        return self._need_sign

    def span_at(self, start: int) -> tuple[int, int]:
        """Returns start and end of the word at ``start``; both are equal if the word doesn't end like a value."""
        if start >= self._run_end:
            self._look(start)
        if self._escape is None:
            return start, start if self._ends_in_key(start) else max(start, self._end)
        if 0 <= self._escape < start:
            self._escape = self._text.find("\\n", start, self._run_end)
        if self._escape < 0:
            return start, max(start, self._end)
        line = self._text[start : self._escape].rstrip("\\,;")
        # A word of prose may stand before the end of a line, too, and a path have such a folder.
        return start, start + len(line) if is_opaque(line) else max(start, self._end)

    def _ends_in_key(self, start: int) -> bool:
        """Returns whether the word is the key of the next line, behind a value that looks like a line of base64."""
        if self._text[self._end - 1 : self._end] != ":" or self._end - start > _KEY_LONGEST:
            return False
        return not is_opaque(self._text[start : self._end])

    def _look(self, start: int) -> None:
        word = compiled(_WORD).match(self._text, start)
        run = word["run"] if word else ""
        self._run_end = start + len(run)
        if word and word["end"] is not None:
            self._end, self._escape = start + len(run.rstrip(",;")), None
            return
        comma = max(run.rfind(","), run.rfind(";"), 0)
        self._end = start + len(run[:comma].rstrip(",;"))
        escape = run.find("\\n")
        self._escape = start + escape if escape >= 0 else -1


def assigned_spans(text: str, lower: str, name: re.Match[str], words: AssignedWords) -> list[tuple[int, int]]:
    """Returns start and end of the one of ``words`` that is assigned to ``name``; ``lower`` is in lower case."""
    assigned = compiled(_ASSIGNED).match(text, name.end())
    # In quotes, it is no word.
    if assigned is None or text.startswith(_QUOTES, assigned.end()):
        return []
    start, end = words.span_at(assigned.end())
    value = first_line(text[start:end]).rstrip(",;")
    if not value or value.startswith("//") or is_expression(value):
        return []
    # "Secret: patience" is prose, not an assignment; behind the name of a password it counts as one.
    is_line = assigned["m"].endswith(":") and not names_a_password(name.group())
    is_setting_there = name.group() == "cookie" and is_setting(value)
    if is_setting_there or (is_line and is_word(value)) or not may_be_secret(lower, name, value):
        return []
    is_meant = not is_empty_field(assigned["m"], value, text[end : end + 1])
    return [(start, end)] if is_meant and (not text.startswith(_QUOTES, end) or is_opaque(value)) else []
