"""Values that can be nothing but secrets, up to the end of their line: ``password=x``, ``token: "x",``, columns.

Long lists hold many, and trying every notation behind each name would take several times as long. Behind the names of
a user and a password, the user stays: ``User/Password: ann/x``.
"""

import re

from SteadyAPI.redaction.masking import MASK
from SteadyAPI.redaction.shapes.notations.spoken import is_said_token
from SteadyAPI.redaction.shapes.notations.structures import CLOSE, GAP
from SteadyAPI.redaction.shapes.ordinary import is_surely_random
from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.plausibility import may_be_random_secret, may_be_secret
from SteadyAPI.redaction.shapes.secret_names import names_a_password

_SURE = (
    CLOSE + r"(?:" + GAP + r"[=:]\s{0,3}|\t|[ \t](?:is|was):?[ \t])"
    r"\\{0,9}[\"']?(?P<v>[A-Za-z0-9]{12,512}+)\\{0,9}[\"']?[,;]?(?=[\r\n]|\Z)"
)
# Not the folders of a path, nor the names in an address
_BESIDE_USER = (
    r"(?<![\w/.:@-])(?:user(?:[ _-]?(?:name|id))?|login|log-in|e-?mail|account|benutzer(?:name)?|uid|nom|usuario|"
    r"utilisateur|utente|gebruiker)[ \t]?[/:+|][ \t]?\Z"
)
# One whose name has digits may be the first part of the password, which is given alone.
_USER = r"(?P<u>[A-Za-z][a-z]{1,40}(?:[._-][a-z]{1,40}){0,3}(?:@[\w-]{1,60}(?:\.[\w-]{1,60}){0,4})?)"
_PAIR = (
    r"[\"')\]]{0,2}(?P<m>[ \t]{0,9}(?::(?:\*\*|</\w{1,10}>)|=>|[=:])[ \t]{0,9}|[ \t]is:?[ \t]|[ \t]{1,9})[\"'`]?"
    + _USER
    + r"`?(?P<s>[ \t]?[/:|][ \t]?|,?[ \t])`?(?P<v>(?![/|])[^\s\"'<>`]{3,512}+)"
    # A quote within would end what is masked.
    + r"(?=[\s<>]|[\"'`](?:[\s,;.)\]}]|\Z)|\Z)(?P<e>[\"'`]?[ \t]{0,9}(?:[\r\n]|\Z))?"
)
_BESIDE = tuple(f"{sign}{gap}" for sign in "/:+|" for gap in ("", " ", "\t"))
_USER_LONGEST = 24
_ALSO_NAMES = frozenset({"contrase\xf1a", "pass", "psw", "pw"})
_END = ".,;:!?)]}"


def sure_spans(text: str, lower: str, name: re.Match[str]) -> list[tuple[int, int]]:
    """Returns start and end of such a value behind ``name``, if there is one; ``lower`` is ``text`` in lower case."""
    if lower.endswith(_BESIDE, 0, name.start()) and (found := _beside_user(text, lower, name)):
        return found
    match = compiled(_SURE).match(text, name.end())
    # Set-Cookie has the name of the cookie before its value.
    if match is None or name.group() == "cookie" or not is_surely_random(match["v"]):
        return []
    return [match.span("v")] if may_be_random_secret(lower, name, match["v"]) else []


def _beside_user(text: str, lower: str, name: re.Match[str]) -> list[tuple[int, int]]:
    """Returns start and end of the password behind its user, if ``name`` stands beside the one of the user."""
    if not _names_a_password(name.group()):
        return []
    before = lower[max(0, name.start() - _USER_LONGEST) : name.start()]
    match = compiled(_PAIR).match(text, name.end()) if compiled(_BESIDE_USER).search(before) else None
    if match is None:
        return []
    start = match.start("v")
    if text.startswith(MASK, start):
        return [(start, start + len(MASK))]
    value = match["v"].rstrip(_END)
    # As in forms, what follows is the next field.
    if match["m"] == "=":
        value = re.split("[&;]", value, maxsplit=1)[0]
    is_sure = match["m"].strip() and match["s"].strip(" \t,")
    is_meant = value and (is_sure or (match["e"] is not None and is_said_token(value)))
    return [(start, start + len(value))] if is_meant and may_be_secret(lower, name, value) else []


def _names_a_password(name: str) -> bool:
    return name in _ALSO_NAMES or names_a_password(name)
