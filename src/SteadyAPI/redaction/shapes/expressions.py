"""Code that stands where a secret may stand: ``env.DB_PASSWORD``, ``get_token(user)``.

It names where the secret comes from and isn't one. Only values without quotes can be code.
"""

import re
from functools import cache, lru_cache

from SteadyAPI.redaction.shapes.ordinary import is_opaque
from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.placeholders import is_placeholder
from SteadyAPI.redaction.shapes.secret_names import names_a_secret, secret_names_in

_ROOTS = frozenset(
    "app args argv cfg conf config context ctx env environ inputs kwargs local module options opts os params process "
    "props req request response secrets self session settings steps this var vars vault".split()
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
# What Zod, Joi and Yup check: z.string().min(8)
_OF_CHECKS = frozenset("zjJyYv")
_CHECK = r"(?:z|[Jj]oi|[Yy]up|vine|v)(?:\.[a-z][A-Za-z]{1,20}(?:\([a-z\d_,.]{0,12}\)?)?){1,9}[,;]?"
# And React
_OF_PAGES = r"PropTypes(?:\.[a-z][A-Za-z]{1,20}){1,3}[,;]?"
# Calls in calls, maybe cut off at a bracket or comma, without any text in quotes
_NESTED = r"(?:new )?[A-Za-z_$][\w$]*(?:\.|->|::|\()[\w$.()<>:*?, =-]{0,200}[;,]?"
# An item of an object, maybe cut off at its quote: request.form['password'], data[
_ITEM = rf"{_PATH}\[(?:[\"']?(?P<item>[A-Za-z_][\w.-]{{0,60}}|\d{{1,3}})?[\"']?\]?(?:\.[a-z]\w{{0,40}})?[;,]?)?"
# Of a field of a form: form.password.value
_PROPERTIES = frozenset("current data text val value".split())
_NAMES = r"[A-Za-z_$][\w$]*|\d+"
_NUMBER_LONGEST = 5
# What makes a secret, what stands for one in a test, what declares one in a database
_MAKERS = frozenset(
    "any base64 b64encode bin2hex column crypto digest faker field guid hash hex hexdigest hmac hashlib magicmock "
    " md5 mapped_column mock newguid nanoid patch rand random randombytes random_bytes randomuuid "
    "randomalphanumeric sha1 sha256 sha512 securerandom string token_hex token_urlsafe text uniqid urandom uuid uuid1 "
    "uuid4 uuid7 uuidv4 varchar".split()
)
# A type in a page: Option&lt;String&gt;
_GENERIC = r"[A-Z][A-Za-z]{1,40}&lt;[A-Za-z ,.|]{1,80}&gt;?"
_RESULTS = frozenset({"bcrypt_hash", "id", "key", "result", "secret_data", "secret_string", "value"})
_RESOURCE_LEAST = 2
_LONGEST = 200
# Cut off at a blank, too, where a value without quotes ends. Of one word in backticks, it is a value in Markdown.
_COMMAND = r"(?:\$\(|`(?![^`\s]{0,100}`))\s?(?P<command>[a-z~./][\w~./-]{0,60}(?:\s[^()`]{0,300})?)[)`]?"
_WRITES = r"\b(?:echo|printf)\b"
_VARIABLE = r"\$(?:\w{1,100}|\{\w{1,100}\})"
_WRITES_VARIABLES = (
    rf"(?:echo|printf)(?:\s(?:-\w{{1,3}}|[\"']?(?:%s(?:\\n)?|{_VARIABLE})[\"']?)){{0,9}}(?:\s?\|[^<>]{{1,200}})?"
)
_HASHING = r"\b(?:sha\d{1,3}|md5|base(?:32|64))(?:sum)?\b"
_OPAQUE_LEAST = 6
# Of characters in a regular expression: [A-Za-z0-9]+
_CLASS = r"\^?(?:A-Z|a-z|0-9|A-F|a-f|\\{1,2}[dsw]|[_.&/+=:-]){1,12}"


@cache
def _code() -> re.Pattern[str]:
    return re.compile(_CODE, re.ASCII)


def is_expression(value: str) -> bool:
    """Returns whether a value without quotes is code: a call with a telling verb, or an attribute of an object."""
    is_short = len(value) <= _LONGEST and ("." in value or "(" in value or "->" in value)
    if ("&lt;" in value and compiled(_GENERIC).fullmatch(value)) or (is_short and _makes_secret(value)):
        return True
    if "[" in value and len(value) <= _LONGEST and _is_item(value):
        return True
    match = _code().fullmatch(value.replace("().", ".")) if is_short else None
    if match is None:
        return is_short and value[0] in _OF_CHECKS and compiled(_CHECK).fullmatch(value) is not None
    names = re.split(r"[?.:>-]+", match["path"])
    if any(is_opaque(re.sub(_NUMBERED, "", name)) for name in names):
        return False
    if match["call"]:
        return len(names) > 1 or not _VERBS.isdisjoint(_words(names[0]))
    # Of Terraform: random_password.db.result
    is_resource = len(names) > _RESOURCE_LEAST and "_" in match["path"] and names[-1] in _RESULTS
    is_property = names[-1] in _PROPERTIES and any(secret_names_in(name.lower()) for name in names[:-1])
    return names[0].lower() in _ROOTS or names_a_secret(names[-1]) or is_resource or is_property


def _is_item(value: str) -> bool:
    match = compiled(_ITEM).fullmatch(value)
    if match is None or not value[0].islower():
        return False
    return not any(is_opaque(re.sub(_NUMBERED, "", name)) for name in re.split(r"[^\w$]+", value) if name)


@lru_cache(maxsize=64)
def _makes_secret(value: str) -> bool:
    """Returns whether ``value`` is calls of what makes secrets, with known words and short numbers in them only."""
    if value.startswith("PropTypes."):
        return compiled(_OF_PAGES).fullmatch(value) is not None
    if "(" not in value or compiled(_NESTED).fullmatch(value) is None:
        return False
    names = compiled(_NAMES).findall(value)
    others = [name for name in names if name.lower() not in _MAKERS]
    if len(others) == len(names):
        return False
    return not any(len(name) > _NUMBER_LONGEST if name.isdigit() else is_opaque(name, _OPAQUE_LEAST) for name in others)


@lru_cache(maxsize=256)
def is_command(value: str) -> bool:
    """Returns whether ``value`` is what a shell runs to get a secret: ``$(curl -s https://x | jq -r .token)``.

    The end may be cut off. A command that holds the secret itself is none: ``$(echo x)``.
    """
    match = compiled(_COMMAND).fullmatch(value) if value[:1] in {"$", "`"} else None
    if match is None or "<<<" in value:
        return False
    if compiled(_WRITES).search(value):
        return compiled(_WRITES_VARIABLES).fullmatch(match["command"]) is not None
    words = compiled(_HASHING).sub("", value).split()
    return not any(is_opaque(word.strip("\"'`$()"), _OPAQUE_LEAST) for word in words)


def _words(name: str) -> list[str]:
    return [word.lower() for word in re.findall(r"[A-Z]?[a-z]+", name)]


def is_filled_in(match: re.Match[str]) -> bool:
    """Returns whether the value ``v`` of ``match`` is replaced in a template, ``{token}``, or was: ``[filtered]``."""
    start, end = match.span("v")
    before, value, behind = match.string[start - 1 : start], match["v"], match.string[end : end + 1]
    if before == "{" and behind == "}":
        return not is_opaque(value.partition("!")[0] if value[-2:-1] == "!" else value)
    if before == "[" and behind == "]" and compiled(_CLASS).fullmatch(value):
        return True
    return before in {"[", "("} and behind in {"]", ")"} and is_placeholder(f"{before}{value}{behind}")
