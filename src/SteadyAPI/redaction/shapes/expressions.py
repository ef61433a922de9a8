"""Code that stands where a secret may stand: ``env.DB_PASSWORD``, ``get_token(user)``.

It names where the secret comes from and isn't one. Only values without quotes can be code.
"""

import re
from functools import cache

from SteadyAPI.redaction.shapes.ordinary import is_opaque
from SteadyAPI.redaction.shapes.secret_names import names_a_secret

_ROOTS = frozenset(
    "app args argv cfg conf config context ctx env environ inputs kwargs local module options opts os params process "
    "props req request secrets self settings steps this var vars vault".split()
)
_VERBS = frozenset(
    "await base bcrypt build compute create crypt decode decrypt derive encode encrypt env fetch generate get getenv "
    "getpass hash hex input int issue len load lookup make mint new next obtain parse prompt quote random read refresh "
    "renew request require rotate secret sensitive sign str token urlsafe uuid".split()
)
_PATH = r"[A-Za-z_$][\w$]*(?:(?:\?\.|\.|->|::)[A-Za-z_$][\w$]*){0,9}"
# The end may be cut off at a comma or a quote.
_CODE = rf"(?:await\s)?(?P<path>{_PATH})(?P<call>\([^()]{{0,200}}(?:\(\)?)?\)?)?[;,]?"
# One of several of its kind, or a version: db2, token_v2
_NUMBERED = r"(?<=[a-z_])\d{1,2}\Z|(?<=[a-z])_v\d{1,2}\Z"
_RESULTS = frozenset({"bcrypt_hash", "id", "key", "result", "secret_data", "secret_string", "value"})
_RESOURCE_LEAST = 2
_LONGEST = 200


@cache
def _code() -> re.Pattern[str]:
    return re.compile(_CODE, re.ASCII)


def is_expression(value: str) -> bool:
    """Returns whether a value without quotes is code: a call with a telling verb, or an attribute of an object."""
    if len(value) > _LONGEST or not ("." in value or "(" in value or "->" in value):
        return False
    match = _code().fullmatch(value)
    if match is None:
        return False
    names = re.split(r"[?.:>-]+", match["path"])
    if any(is_opaque(re.sub(_NUMBERED, "", name)) for name in names):
        return False
    if match["call"]:
        return len(names) > 1 or not _VERBS.isdisjoint(_words(names[0]))
    # Of Terraform: random_password.db.result
    is_resource = len(names) > _RESOURCE_LEAST and "_" in match["path"] and names[-1] in _RESULTS
    return names[0].lower() in _ROOTS or names_a_secret(names[-1]) or is_resource


def _words(name: str) -> list[str]:
    return [word.lower() for word in re.findall(r"[A-Z]?[a-z]+", name)]
