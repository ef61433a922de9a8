"""Values that can be nothing but secrets, up to the end of their line: ``password=x``, ``token: "x",``, columns.

Long lists hold many, and trying every notation behind each name would take several times as long.
"""

import re

from SteadyAPI.redaction.shapes.notations.structures import CLOSE, GAP
from SteadyAPI.redaction.shapes.ordinary import is_surely_random
from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.plausibility import may_be_random_secret

_SURE = (
    CLOSE + r"(?:" + GAP + r"[=:]\s{0,3}|\t|[ \t](?:is|was):?[ \t])"
    r"\\{0,9}[\"']?(?P<v>[A-Za-z0-9]{12,512}+)\\{0,9}[\"']?[,;]?(?=[\r\n]|\Z)"
)


def sure_spans(text: str, lower: str, name: re.Match[str]) -> list[tuple[int, int]]:
    """Returns start and end of such a value behind ``name``, if there is one; ``lower`` is ``text`` in lower case."""
    match = compiled(_SURE).match(text, name.end())
    # Set-Cookie has the name of the cookie before its value.
    if match is None or name.group() == "cookie" or not is_surely_random(match["v"]):
        return []
    return [match.span("v")] if may_be_random_secret(lower, name, match["v"]) else []
