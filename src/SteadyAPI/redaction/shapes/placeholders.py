"""Values in the place of a secret that are not secrets: nothing, stars, a placeholder, a variable, a page."""

import re
from functools import cache, lru_cache
from pathlib import Path

from SteadyAPI.redaction.masking import MASK
from SteadyAPI.redaction.shapes.ordinary import is_opaque
from SteadyAPI.redaction.shapes.patterns import compiled_for_unicode
from SteadyAPI.redaction.shapes.secret_names import names_a_secret

_PLACEHOLDERS = {
    "",
    "none",
    "null",
    "true",
    "false",
    "nil",
    "undefined",
    "required",
    "optional",
    "string",
    "&str",
    "number",
    "n/a",
    # WordPress
    "put your unique phrase here",
    "~",
    MASK,
}
# What stands for something hidden: "******", "xxxx-xxxx", bullets, "...".
_FILLS = ("*.\u2026\u2022\u25cf#-=", "xX-")
_FILL_LEAST = 3
# Dots and bullets in a text that was read as bytes of UTF-8
_FILLS_AS_BYTES = r"\xe2(?:\x80[\xa2\xa6]|\x97\x8f)"
# ${token}, @{tokens}, &{logins}[qa], %{TOKEN}, the {{token}} of templates, $TOKEN and %TOKEN% of shells. The end may be
# cut off. A default, as in %{TOKEN=hunter2}, may be a secret, and so may a word in lower case behind a dollar: neither
# is let through.
# What a shell says if the variable isn't set: ${TOKEN:?set it first}
_COMPLAINT = r"(?::?\?[^{}]{0,200})?"
_ITEM = r"(?:\[(?:\$\{[\w .-]{1,100}\}|[\w .-]{1,100})\]?)?"
# A default of a template may be a secret: {{ x | default('hunter2') }}
_FILTERS = r"(?:\|-? ?[a-z_0-9]{1,30}(?:\((?:'(?:sha(?:256|512)|md5|bcrypt)')?\))? ?){0,5}"
_TEMPLATED = rf"\$?\{{\{{-? ?(?:[A-Za-z_.][\w .-]{{0,100}}|lookup\('env', ?'[A-Z0-9_]{{1,100}}'\) ?){_FILTERS}\}}\}}"
_BRACED = rf"[$@&%]\{{[A-Za-z_][\w .-]{{0,100}}(?:(?:{_COMPLAINT}|:-?)\}}{_ITEM}|\Z)"
_REFERENCES = rf"(?:{_TEMPLATED}|{_BRACED}|\$[A-Z_][A-Z0-9_]{{0,100}}(?!\w)|%[A-Z_][A-Z0-9_]{{2,100}}%)+"
# A file in a folder that a variable names.
_PATH = r"(?:[/\\][\w./\\-]{1,200}\.[a-z]{2,5})?"


# <token>, <one-time (the rest is cut off), [FILTERED], (unchanged)
# Models number theirs: <|reserved_special_token_0|>, <extra_id_0>
_BRACKETED = (
    r"<\|[a-z_]{1,40}\d{0,4}\|>|</?[A-Za-z][A-Za-z _-]{0,40}(?:(?:(?<=_)|(?<=unused))\d{1,3}>|>)?|"
    r"\[/?[A-Za-z][A-Za-z _-]{0,40}\]|\([a-z][a-z _-]{0,40}\)|"
    # Cut off at its bracket
    r"\[(?i:censored|confidential|filtered|hidden|masked|obfuscated|omitted|private|protected|redacted|removed|scrubbed|"
    r"secret|sensitive|stripped|suppressed|\*{3,40}|\.{3})|"
    # What the tests of Python take for any value
    r"(?:[a-z]{1,12}\.)?ANY"
)
# Of a page, when it is words only: /account/forgot
_PAGE = r"(?:/[a-z][a-z_-]{0,30}){1,8}/?"
# Of a value elsewhere in a document of YAML
_ALIAS = r"[*&][a-z][a-z_-]{1,30}\d?"
# Into a document (RFC 6901): #/components/schemas/Token
_POINTER = r"#(?:/[\w$][\w.-]{0,60}){1,9}"
# Of a package that is called like a secret: ^9.0.2, numpy==1.26.4
_RANGE = r"(?:[a-z][a-z\d._-]{0,60}(?===))?[~^<>=]{1,2} ?v?\d{1,4}(?:\.[\dx*]{1,4}){1,3}(?:-[a-z]{1,10}[.\d]{0,6})?"
# Of a form, as validators are told them: required|min:8
_CHECKS = (
    r"(?:bail|confirmed|filled|nullable|present|required|sometimes|string)"
    r"(?:\|[a-z_]{2,30}(?::[\w,.:/-]{1,60})?){1,9}|(?:between|digits|max|min|size):\d{1,4}(?:,\d{1,4})?"
)
# What Ansible has in its place: VALUE_SPECIFIED_IN_NO_LOG_PARAMETER
_CONSTANT = r"[A-Z]{2,20}(?:_[A-Z]{2,20}){4,9}"
# What gh, Stripe and banks show: gho_****, sk_test_****1234, 1234****5678
_STARRED = r"(?:(?:[a-z]{2,12}[_-]){1,3}|\w{0,4})\*{4,200}\w{0,4}"
# Whom Windows means: an account or a group (MS-DTYP, section 2.4.2)
_ACCOUNT = r"S-1-\d{1,2}(?:-\d{1,10}){1,15}"
# A connection of Windows with the user's own account
_OF_CONNECTION = r"(?!password|pwd)[\w ]{1,40}=[^=;\"']{0,200}"
_TRUSTED = (
    rf"(?i:(?:{_OF_CONNECTION};){{0,9}}?(?:trusted_connection|integrated security)=\w{{1,9}}"
    rf"(?:;{_OF_CONNECTION}){{0,9}};?)"
)
# What documentation shows of a key: sk-..., sk-xxxx, sk-your-key-here, a block of dots
_SHORTENED = (
    r"x{3,8}\.y{3,8}\.z{3,8}|(?:AIza|AKIA|eyJ(?:hbGciOi)?|(?:sk|pk)[-_](?:(?:live|test|proj|ant)[-_])?|gh[a-z]_|glpat-|xox[a-z]-)(?:\.{3}|\u2026)"
    r"\w{0,4}|(?:[a-z]{2,6}[-_]){1,3}[xX]{4,100}|"
    r"(?i:(?:[a-z]{1,10}[-_]){0,5}your[-_](?:[a-z]{1,12}[-_]){0,3}(?:key|password|secret|token|value)(?:[-_]here)?)|"
    r"-----BEGIN [A-Z ]{1,40}-----(?:\\{0,2}n|\s){0,4}(?:\.{3}|\u2026)"
    r"(?:(?:\\{0,2}n|\s){0,4}-----END [A-Z ]{1,40}-----)?"
)
# Where a value is in an answer, what Django and Postman put in its place
_FOUND_LATER = (
    r"\$(?:\.[A-Za-z_]{2,40}(?:\[(?:\d{1,4}|\*)\])?){1,9}|\{% ?[a-z_]{1,40} ?%\}|\{\{ ?\$[A-Za-z.]{2,40} ?\}\}"
)
# What the type of its value is: varchar(64), string(uuid)
_TYPE = (
    r"(?i:(?:n?(?:var)?char2?|character varying|(?:var)?binary|string)\(\d{1,5}\)|uuid(?:v?[1-7])?|"
    r"string ?\((?:base(?:32|64)|hex|uuid)\))"
)
# In a pattern that its value must match: ^[a-z0-9]{8,30}$
_OF_PATTERN = r"\[[^\]\r\n]{1,60}\]|\\[dwsS]|\(\?"
_PATTERN_LONGEST = 200
_ALGORITHM = (
    r"(?i:(?:rs|hs|es|ps)(?:256|384|512)|eddsa|ed25519|rsa-oaep|(?:hmac-?)?(?:sha-?(?:1|256|384|512)|md5)|"
    r"argon2(?:id|i|d)?|bcrypt|scrypt|pbkdf2(?:[_-](?:hmac[_-])?(?:sha-?)?(?:1|256|512))?|scram-sha-(?:1|256|512)|"
    r"(?:rsa|ecdsa|dsa|hmac)[_-](?:with[_-])?(?:sha-?|p-?)(?:1|224|256|384|512|521)|"
    r"sha(?:1|256|384|512)with(?:rsa|ecdsa)(?:encryption)?)"
)
_SCHEME = r"(?:basic|bearer|digest|ntlm|kerberos|negotiate|oauth2?|oidc|jwt|saml2?|mtls|api[- _]?key|none)"
_SCHEMES = rf"(?i:{_SCHEME}(?: ?/ ?{_SCHEME}){{1,5}})"
# Where a store of secrets keeps it: op://Private/db/password, vault:secret/data/shop#api_key, secret: kv/data/prod
_STORES = (
    r"(?:ref\+)?(?:op|vault|bws?|doppler|keyring|sops|akv|azure-?(?:kv|keyvault)|gcp-?(?:sm|secrets)|aws-?(?:sm|ssm|secrets)|"
    r"secretsmanager|s?sm|keyvault)://[\w./#-]{1,300}|"
    r"(?:ssm|vault|secretsmanager):/?[\w.-]{1,60}(?:/[\w.-]{1,60}){1,9}(?:#[\w.-]{1,60})?|"
    r"(?:kv|secret)(?:/[a-z][a-z_.-]{0,40}){1,9}(?:#[a-z_.-]{1,60})?|"
    r"projects/[\w-]{1,60}/secrets/[\w-]{1,100}(?:/versions/(?:\d{1,6}|latest))?|"
    r"\{\{resolve:(?:secretsmanager|ssm|ssm-secure):[\w/+=.@:-]{1,300}\}\}|!(?:vault|Ref|Sub|GetAtt|ImportValue)|"
    r"arn:aws[a-z-]{0,10}:(?:secretsmanager|ssm|kms|iam):[a-z\d-]{0,20}:\d{0,12}:[\w/+=.@:-]{1,300}"
)
# A command that reads it there. One that writes a default, as echo does, may hold the secret itself.
_READ = (
    r"(?:\$\(|`)(?:vault (?:kv get|read)|aws (?:secretsmanager|ssm)|gcloud secrets|az keyvault|op (?:read|item)|"
    r"kubectl get|pass show|gopass show|bw get|security find-|sops (?:-d|--decrypt)|doppler secrets|terraform output|"
    r"openssl rand|cat [/~$]|gh auth token|heroku config)(?![^()`]{0,300}\b(?:echo|printf)\b)[^()<`]{0,300}[)`]?|"
    # Cut off at a blank
    r"(?:\$\(|`)(?:aws|az|bw|cat|gcloud|gopass|kubectl|op|pass|sops|vault)"
)
# Of printf, Python, Objective-C: %s, %-20s, %1$s, %(token)s; the last may be cut off at its bracket
_OF_PRINTF = (
    r"(?:%(?:\d\$)?[-+#0]{0,2}\d{0,3}(?:\.\d{1,2})?(?:hh?|ll?|[jqtz])?[a-zA-Z@](?:[:/@,.;-]|\Z)){1,4}|"
    r"%\([A-Za-z_]\w{0,60}(?:\)[-#0 +.\d]{0,6}[a-z]?)?|%\{[A-Za-z_][\w.-]{0,60}"
)
# Of str.format, .NET and Rust: {}, {0}, {user.token!r:>20}; maybe cut off at its end
_OF_FORMAT = r"\{(?:\d{1,2}|[A-Za-z_][\w.]{0,60}(?:\[\w{1,40}\])?)?(?:![rsa])?(?::[^{}]{0,12})?\}?"
# An argument of a command or a rewrite, a variable of PowerShell
_OF_ARGUMENTS = r"\$\d{1,2}|\$\{\d{1,2}\}|\$\{?(?:env|script|global|using):[A-Za-z_]\w{0,60}\}?"
# What Karate asks of a value, and what Ruby, CoffeeScript and Scala put into a text, maybe cut off
_OF_KARATE = (
    r"##?(?:array|boolean|ignore|notnull|notpresent|null|number|object|present|string|uuid|regex .{1,200}|\? .{1,200}|"
    r"\([\w.]{1,80}\)|\[\w{0,20}\].{0,60})|#\{@{0,2}[A-Za-z_][\w.@]{0,80}(?:\[(?:[:'\"]{0,2}\w{1,40}['\"]?\])?)?\}?"
)
# A parameter of a statement, what a matcher of PHP takes: @Password, @string@, :password
_OF_STATEMENTS = r"[:@](?P<name>[A-Za-z_]{2,40})"
_OF_MATCHERS = (
    r"@(?:array|boolean|date|datetime|double|email|integer|null|number|object|string|uuid|wildcard)@"
    r"(?:\.[a-z]\w{1,30}\([^()]{0,40}\)?){0,5}"
)
_OF_TEMPLATES = (
    r"<%[=-]{0,2} ?[@A-Za-z_][\w.@]{0,80}(?:\[[:'\"]{0,2}\w{1,40}['\"]?\])? ?-?%?>?|<<[A-Za-z_][\w.-]{0,60}>>"
)
# Of a regular expression or of sed: .*, [^&]+, (\S+), \1 and all up to the next name
_OF_EXPRESSION = (
    r"\(?(?:\?[:=!]|\?P?<\w{1,30}>)?(?:\.|\\{1,4}[dDsSwW]|\[\^?(?!redacted\])(?:[^\]\r\n]{1,60})\])"
    r"(?:[*+][?+]?|\\{1,2}[+?]|\\{0,2}\{\d{1,3}(?:,\d{0,3})?\\{0,2}\})\)?(?:[/#|,@$&;)\"'\\].{0,200})?"
)
# A file beside a document: ./secrets/db.txt, @token.json, file:///run/secrets/token
_FILE = (
    r"(?:@?\.{1,2}/|@?~/|@/|(?:file|classpath):(?://)?[.~]?/{0,2})(?P<path>[\w.-]{1,80}(?:/[\w.-]{1,80}){0,12})|"
    r"@(?P<file>[\w.-]{1,80}\.(?:cfg|conf|crt|env|ini|json|jwt|key|p12|pass|pem|pfx|properties|pw|secret|toml|txt|xml|ya?ml))"
)
# By the first character, so that most values cost nothing
_STAND_INS = {
    "%": _OF_PRINTF,
    "{": _OF_FORMAT,
    "$": _OF_ARGUMENTS,
    "#": _OF_KARATE,
    ":": _OF_STATEMENTS,
    "@": f"{_OF_STATEMENTS}|{_OF_MATCHERS}|{_FILE}",
    "<": _OF_TEMPLATES,
    ".": f"{_OF_EXPRESSION}|{_FILE}",
    "f": _FILE,
    "c": _FILE,
    "~": _FILE,
    # Some are cut off at a blank, a bracket or what is taken for a blank.
    "(": rf"{_OF_EXPRESSION}|\(\?P?",
    "[": rf"{_OF_EXPRESSION}|\[\^",
    "\\": rf"{_OF_EXPRESSION}|\\{{1,4}}[dDsSwW]",
    "?": r"\?(?:\d{0,2}|P)",
    # Of Jest
    "e": r"expect\.[a-z][A-Za-z]{1,20}\([^()]{0,60}\)",
    "/": r"/[gimI]{0,3}",
    # What sed writes instead
    "x": r"x{3,20}/[gimI]{0,3}",
    "X": r"X{3,20}/[gimI]{0,3}",
    "*": r"\*{3,20}/[gimI]{0,3}",
}
_WORDS = r"[A-Za-z0-9]+"
_OPAQUE_LEAST = 6


@cache
def _shown_in_place() -> re.Pattern[str]:
    return re.compile(
        f"{_BRACKETED}|{_PAGE}|{_POINTER}|{_RANGE}|{_CHECKS}|{_ALGORITHM}|{_SCHEMES}|{_CONSTANT}|{_STARRED}|{_ALIAS}|{_ACCOUNT}|{_TRUSTED}|"
        f"{_STORES}|{_READ}|{_SHORTENED}|{_FOUND_LATER}|{_TYPE}"
    )


@cache
def _references() -> re.Pattern[str]:
    return re.compile(_REFERENCES + _PATH)


@lru_cache(maxsize=512)
def is_placeholder(value: str) -> bool:
    """Returns whether ``value`` is a placeholder and not a secret, whatever its name."""
    plain = value.strip().rstrip("\\")
    if not plain.isascii():
        plain = compiled_for_unicode(_FILLS_AS_BYTES).sub(_FILLS[0][2], plain)
    if plain.lower() in _PLACEHOLDERS or not plain.strip(_FILLS[0]) or is_reference(plain):
        return True
    if plain[:1] == "^" and _is_pattern(plain):
        return True
    if (len(plain) >= _FILL_LEAST and not plain.strip(_FILLS[1])) or _shown_in_place().fullmatch(plain):
        return True
    if plain[0] in _STAND_INS and _stands_in(plain):
        return True
    # What documentation has in a secret's place: YOUR_API_KEY
    return (
        plain[:4].lower() == "your" and plain[4:5] in {"_", "-"} and plain.replace("_", "").replace("-", "").isalpha()
    )


def _is_pattern(value: str) -> bool:
    if len(value) > _PATTERN_LONGEST or not value.endswith(("}$", "+$", "*$", ")$")):
        return False
    return compiled_for_unicode(_OF_PATTERN).search(value) is not None


def _stands_in(value: str) -> bool:
    """Returns whether ``value`` is filled in or looked up later, by what its first character may begin."""
    pattern = _STAND_INS[value[0]]
    match = compiled_for_unicode(pattern).fullmatch(value)
    if match is None:
        return False
    named = match.groupdict()
    if name := named.get("name"):
        return names_a_secret(name)
    if path := named.get("path") or named.get("file"):
        return not any(is_opaque(part, _OPAQUE_LEAST) for part in path.split("/"))
    # A pattern is never opaque; a name in braces may be a secret in braces.
    return value[0] not in "{#%<" or not any(
        is_opaque(word, _OPAQUE_LEAST) for word in compiled_for_unicode(_WORDS).findall(value)
    )


def is_reference(value: str) -> bool:
    """Returns whether ``value`` only names variables: of Robot Framework, the environment, a shell or a template."""
    return value[:1] in {"$", "@", "&", "%", "{"} and _references().fullmatch(value) is not None


def is_existing_path(value: str) -> bool:
    """Returns whether ``value`` is the path of an existing file, as in ``TOKEN=/run/secrets/token``.

    A file that is missing from an existing folder, except the topmost, counts too: its message must name it.
    """
    if not value.startswith(("/", "~", "C:\\")):
        return False
    path = Path(value)
    try:
        return path.exists() or (path.parent.name != "" and path.parent.is_dir())
    except (OSError, ValueError):
        # Too long for a path, or with a character that paths can't have: a Base64 token may begin with a slash.
        return False
