"""Secrets in English sentences that say with several words what they are for: ``the password for the shop app is x``.

Each entry: name, sign, what a text must hold besides, pattern; see ``command_lines.py``. The secret is group ``v``,
and only an opaque value with a digit is one.
"""

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
)
