"""Secrets in English sentences that say with several words what they are for: ``the password for the shop app is x``.

Each entry: name, sign, what a text must hold besides, pattern; see ``command_lines.py``. The secret is group ``v``,
and only an opaque value with a digit is one.
"""

from collections.abc import Sequence

from SteadyAPI.redaction.shapes.notations.languages.prose import SAID

# No number, comma or end of a sentence between the name and its verb, and no verb of another sentence
_WORD = r"(?!(?:is|was|are|were|has|had|must|should|that|which)\b)[A-Za-z][\w'/-]{0,39}"
# How a token is signed: RS256-signed
_NO_SIGNING = r"(?![EHPR]S(?:256|384|512)\b)"
_BEHIND = rf"(?:for|of|on|to|in|between|from|at)(?: {_WORD}){{1,6}} (?:is|was)(?: now)?:? {{1,3}}{_NO_SIGNING}{SAID}"
_NAMES = (
    *(("password", "assword "), ("passphrase", "assphrase "), ("secret", "ecret "), ("token", "oken ")),
    *(("passcode", "asscode "), ("passwd", "asswd ")),
)
# A key opens something only if a word before it says so.
_KEYS = ("api", "access", "secret", "private", "account", "encryption", "shared", "license", "wi-fi", "wifi")
_KINDS = "|".join(f"(?i:(?<={kind} ))" for kind in _KEYS)
# What is refused, and shown in brackets behind it: Invalid token (x)
_JUDGED = ("invalid", "wrong", "incorrect", "bad", "expired", "unknown", "rejected", "revoked", "malformed")
_OPENS = ("access ", "api ", "auth ", "bearer ", "client ", "refresh ", "session ")
# Not the place where a parser stopped, an error's number, a name with its version at the end, or i18n.json
_NO_PLACE = (
    r"(?=\S{0,60}?[!#$%^&*]|(?=\S{0,60}?[A-Z])\S{0,60}?[A-Za-z]\d{1,9}[A-Za-z](?![.,;:!?)\]>]{0,3}(?:\s|\Z))"
    r"|\d{0,9}(?:[a-z-]{1,20}\d{1,9}){3})"
)
_IN_BRACKETS = rf":? [(\[<]{_NO_PLACE}{SAID}[\"'`]?[)\]>]"


def _refused(name: str, kinds: Sequence[str]) -> str:
    """Returns the pattern of ``name`` behind a judgement, and of the value in brackets behind it."""
    judged = "|".join(rf"(?<={word} {kind})" for word in _JUDGED for kind in kinds)
    return rf"(?i:(?:{judged}){name}){_IN_BRACKETS}"


ENGLISH_PROSE: tuple[tuple[str, str, str, str], ...] = (
    *(
        (f"{name} {link} something", name, f"{end}{link} ", rf"(?i:{name}) (?={link} ){_BEHIND}")
        for name, end in _NAMES
        for link in ("for", "of", "on", "to", "in", "between", "from", "at")
    ),
    *(
        (f"key {link} something", "key", f"ey {link} ", rf"(?:{_KINDS})(?i:key) (?={link} ){_BEHIND}")
        for link in ("for", "of", "on", "to", "in", "between", "from", "at")
    ),
    *(
        (f"{name}{mark} in brackets", name, f"{end}{mark}", _refused(name, kinds))
        for name, end, kinds in (
            ("token", "oken", ("", *_OPENS)),
            ("password", "assword", ("",)),
            ("secret", "ecret", ("", "client ")),
            ("key", "ey", ("api ", "access ")),
        )
        for mark in (" (", " [", " <", ": [", ": <")
    ),
)
