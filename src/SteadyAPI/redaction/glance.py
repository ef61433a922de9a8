"""Tells at a glance that a text shows nothing, before what finds secrets has been imported.

Most runs that never meet a secret, dry runs above all, write such texts only.
"""

from SteadyAPI.redaction.names import LITERALS

# With one of them a text may fold to another one; a line break counts where something stands behind it.
_ESCAPES = "\\%&+"
# A value behind a telling name is told by one of these, or by a line break.
_MARKS = "=:,><["
_OPTION = "--"
_LINE_ENDS = "\r\n"
# Every telling name with "pass" in it goes on like this, unlike the verdicts on tests.
_NAMES = (*(literal for literal in LITERALS if literal != "pass"), "passw", "passphrase")
SIGNS = (
    *("@", "eyJ", "AKI", "ASI", "AIz", "KEY-"),
    *("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "hub_pat_", "k_live_", "npm_"),
    *("glpat-", "pypi-", "xoxa-", "xoxb-", "xoxp-", "xoxr-", "xoxs-"),
)
"""What a rule finds something by, as it is written."""
LOWER_SIGNS = ("bearer", "basic")
"""The same, whatever the case."""


def shows_nothing(text: str) -> bool:
    """Tells whether ``text`` surely has nothing in it that looks like a secret; wrong only towards no."""
    line = text.rstrip(_LINE_ENDS)
    if not line.isascii() or "\n" in line or _has_one(line, _ESCAPES) or _has_one(line, SIGNS):
        return False
    lower = line.lower()
    may_name = _OPTION in line or _has_one(line, _MARKS)
    return not (_has_one(lower, LOWER_SIGNS) or (may_name and _has_one(lower, _NAMES)))


def _has_one(text: str, parts: str | tuple[str, ...]) -> bool:
    # A loop, because a generator costs more than the search.
    for part in parts:  # noqa: SIM110
        if part in text:
            return True
    return False
