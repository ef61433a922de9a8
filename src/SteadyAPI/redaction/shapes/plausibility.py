"""Judges whether a value behind a name that names a secret can be one."""

import re
from functools import lru_cache
from string import ascii_lowercase, digits

from SteadyAPI.redaction.shapes.documents.artifacts import is_artifact
from SteadyAPI.redaction.shapes.documents.captions import is_caption
from SteadyAPI.redaction.shapes.documents.connections import is_public_connection
from SteadyAPI.redaction.shapes.documents.lexemes import is_lexeme, is_lexeme_there
from SteadyAPI.redaction.shapes.expressions import is_command
from SteadyAPI.redaction.shapes.labels import is_label
from SteadyAPI.redaction.shapes.notations.cookies import is_setting
from SteadyAPI.redaction.shapes.notations.made_up import is_made_up
from SteadyAPI.redaction.shapes.ordinary import (
    is_contract,
    is_measure,
    is_opaque,
    is_ordinary,
    is_place_or_time,
    is_prose,
    is_rule,
    is_surely_random,
    is_verdict,
)
from SteadyAPI.redaction.shapes.patterns import compiled_for_unicode
from SteadyAPI.redaction.shapes.placeholders import is_placeholder
from SteadyAPI.redaction.shapes.secret_names import (
    holds_only_credentials,
    is_doubtful_name,
    is_weak_name,
    may_hold_a_passphrase,
    names_a_password,
    names_a_secret,
    names_no_secret,
    secret_names_in,
)

_LOOK_BACK = 48
# Between the items of a list
_LIST_MARKS = ("',", '",')
_LIST_LONGEST, _ITEMS_LEAST = 240, 3
# Letters outside ASCII may be shown as two characters each, none of which is a letter.
_WORD = r"[A-Za-z]?[a-z\u0080-\U0010ffff]*|[A-Z\u0080-\U0010ffff]*"
_OF_PARSERS = ("unexpected token", "expected token", "illegal token", "unrecognized token", "current token")
_BYTES = r"(?:[0-9a-fA-F]{2}:){2,}(?:[0-9a-fA-F]{2})?"
_NUMBERED = r"(?:[A-Z]?[a-z]{2,20}[-_. ]){1,3}(?:(?:19|20)\d\d|\d{1,2})"
_CONSTANT = r"[A-Z]{2,20}(?:_[A-Z]{2,20}){0,4}"
_OF_AWS = r":secretsmanager:[a-z0-9-]{1,20}:\d{12}:secret\Z"
# Of a payment, besides the words that judge
_STATES = frozenset("created held in_progress on_hold requires_action requires_capture".split())
# Who or what decides, in settings
_WAYS = frozenset(
    "abac acl awsv4 aws_iam aws4 basic iam jwt kerberos ldap mtls none oauth oauth2 oidc opa present rbac saml sigv4 "
    "simple webhook".split()
)
# How Kubernetes is told which secret holds what: my-tls-secret, postgres-credentials
_RESOURCE = (
    r"(?=(?:[a-z]{1,20}-){0,3}(?:certs?|creds|credentials|db|mongodb|mysql|postgres|postgresql|pull|rabbitmq|redis|"
    r"registry|tls)(?![a-z]))[a-z]{1,20}(?:-[a-z]{1,20}){1,4}(?:-v?\d{1,2})?"
)
# Of the checksum that Helm notes of a secret, to start what reads it again: checksum/secret
_DIGEST_LENGTHS = frozenset({32, 40, 64, 128})
_BEFORE_TOLD = frozenset(":/")  # of a prefix of XML, or of the last part of a path or of what AWS calls a secret
_NAME_CHARACTERS = f"{ascii_lowercase}{digits}-_"
_COOKIES = frozenset({"cookie", "cookies"})
# Whose value has the name of the cookie in it
_HEADERS = ("set-cookie", "set_cookie")
# Of a key of OpenPGP; or the file of a public key
_KEY_ID = r"(?i:(?:0x)?(?:[0-9a-f]{8}|[0-9a-f]{16}|[0-9a-f]{40})!?)|[~/][\w./-]{1,200}\.pub"
_VARIABLE = r"(?i:\{?(?:[a-z]{1,20}_?)?token_?\d{1,2})"
# What moves the focus of a page: alt+shift+s
_OF_PAGES = ("accesskey", "access_key", "access-key")
_KEYSTROKE = r"\w{1,2}|(?i:(?:alt|cmd|command|control|ctrl|meta|option|shift)[+-]){1,4}\w{1,3}"
_OF_WORDS = frozenset({"token", "tokens", "secret", "secrets"})
# Of one word each, so several are no secret
_NO_PASSPHRASES = frozenset({"otp", "token", "key", "cookie", "credential", "credentials"})
_NUMBER_LEAST = 4
_PASSWORD_LEAST = 3
# Characters that a value must have under a name that may mean something else
_LEAST = 8
_SHORT_LEAST = {"pass": 6, "l\u00f6senord": 6, "pw": 6, "psw": 6, "credential": 6, "credentials": 6}
_PHRASE_LEAST = 8
# Doubtful names, but of nothing but passwords if they are meant
_OF_PASSWORDS = frozenset({"pass", "l\u00f6senord", "parole", "pw", "psw"})
_PUNCTUATION = "`.,;:?(){}[]|<>+-\u2026 "
# A scheme alone is not a secret: "... sends it as Authorization: Bearer."
_SCHEMES = frozenset({"", "bearer", "basic", "digest", "negotiate", "ntlm", "token", "apikey", "dpop"})
# The number on the back of a card
_CARD_CODES = frozenset({"cvv", "cvv2", "cvc", "cvc2"})
_CARD_CODE_LENGTHS = (3, 4)
# In India, the postal code is called PIN code.
_POSTAL = frozenset({"pincode", "pin_code", "pin-code"})
_POSTAL_LENGTH = 6


def whole_name(lower: str, name: re.Match[str]) -> str:
    """Returns the whole name that ends in ``name``, which was found in ``lower``."""
    start = name.start()
    # Most names stand alone.
    if lower[start - 1 : start] not in _NAME_CHARACTERS:
        return name.group()
    before = lower[max(0, start - _LOOK_BACK) : start]
    return before[len(before.rstrip(_NAME_CHARACTERS)) :] + name.group()


def may_be_secret(lower: str, name: re.Match[str], value: str) -> bool:
    """Returns whether ``value`` can be a secret, behind ``name`` in a text whose lower case is ``lower``."""
    plain = value.strip()
    # In messages such as ``"token" is absent`` there is no value behind the name.
    if lower.endswith(plain.strip(_PUNCTUATION).casefold().removeprefix("$"), 0, name.end()):
        return False
    word, start = name.group(), name.start()
    before = lower[start - 1 : start]
    # Most names stand alone.
    whole = whole_name(lower, name) if before in _NAME_CHARACTERS else word
    if not _may_stand_behind(word, whole, plain, before):
        return False
    return not (
        (
            (whole == "token" or before in _BEFORE_TOLD or len(plain) in _DIGEST_LENGTHS)
            and _is_told(lower, name, plain, whole)
        )
        or (whole == "token" and _is_of_code(lower, name, plain))
        or (whole == "signingkey" and _is_key_of_git(lower, name, plain))
        or (lower.startswith(_LIST_MARKS, name.end()) and _is_among_others(lower, name, plain))
    )


def may_be_random_secret(lower: str, name: re.Match[str], value: str) -> bool:
    """Returns what ``may_be_secret`` does, for a value that ``is_surely_random``."""
    start = name.start()
    whole = whole_name(lower, name) if lower[start - 1 : start] in _NAME_CHARACTERS else name.group()
    return (
        name.group() not in _CARD_CODES
        and not names_no_secret(whole)
        and not _is_told(lower, name, value, whole)
        and not (whole == "signingkey" and _is_key_of_git(lower, name, value))
    )


def _is_among_others(lower: str, name: re.Match[str], value: str) -> bool:
    """Returns whether ``value`` is the last of several names of secrets: ``('password', 'api_key', 'jwt')``."""
    end = name.end()
    # All items must be names, because in a list of arguments or in a row of a table, the last may be the secret.
    before = re.split(r"[(\[{]", lower[max(0, end - _LIST_LONGEST) : end + 1])[-1]
    items = [item.strip() for item in [*before.split(","), f"'{value}'"]]
    return len(items) >= _ITEMS_LEAST and all(map(_is_name_in_quotes, items))


def _is_name_in_quotes(item: str) -> bool:
    is_quoted = item[:1] in {"'", '"'} and item[1:2].isalpha()
    return is_quoted and names_a_secret(item[1:-1]) and not any(map(str.isdigit, item))


def _is_of_code(lower: str, name: re.Match[str], value: str) -> bool:
    """Returns whether ``value`` is a piece of a text, or a variable in a page: ``<Login token={token1}/>``."""
    if lower.startswith("={", name.end()):
        return compiled_for_unicode(_VARIABLE).fullmatch(value) is not None
    return is_lexeme_there(lower, *name.span(), value)


def _is_key_of_git(lower: str, name: re.Match[str], value: str) -> bool:
    """Returns whether ``value`` tells which key it is that somebody signs commits with."""
    if compiled_for_unicode(_KEY_ID).fullmatch(value) is None:
        return False
    start, end = name.start() - len("signing"), name.end()
    if lower.endswith("user.", 0, start):
        return True
    # How Git writes a file of settings
    before = lower[max(0, start - _LOOK_BACK) : start].rpartition("\n")[2]
    return not before.strip(" \t") and lower.startswith(" = ", end)


def _is_told(lower: str, name: re.Match[str], value: str, whole: str) -> bool:
    """Returns whether a parser says which of its tokens it met, or AWS how a secret is called."""
    start, end = name.span()
    before = lower[start - 1 : start]
    if len(value) in _DIGEST_LENGTHS and lower.endswith("checksum/", 0, end - len(whole)):
        return True
    if before == " " and whole == "token":
        is_parser = lower.endswith(_OF_PARSERS, 0, end)
        return is_parser and compiled_for_unicode(_CONSTANT).fullmatch(value) is not None
    if before not in _BEFORE_TOLD:
        return False
    # A prefix of XML: xmlns:token="urn:x", </token:Error>
    if lower.endswith(("xmlns:", "</", "&lt;/"), 0, start):
        return True
    return lower.endswith(":secret", 0, end) and bool(
        compiled_for_unicode(_OF_AWS).search(lower, max(0, start - _LOOK_BACK), end)
    )


@lru_cache(maxsize=512)
def _may_stand_behind(word: str, whole: str, value: str, before: str) -> bool:
    """Remembered, because a long text repeats its fields; ``before`` is the character before ``word``."""
    if is_surely_random(value):
        return word not in _CARD_CODES and not names_no_secret(whole)
    bare = value.strip(_PUNCTUATION).casefold()
    if bare in _SCHEMES or names_no_secret(whole) or _is_label(word, whole, value):
        return False
    is_sentence = is_rule if names_a_password(word) else is_prose
    if is_placeholder(value) or is_placeholder(value.rstrip("])")) or is_verdict(value) or is_sentence(value):
        return False
    if is_command(value) or _is_version_or_caption(word, value):
        return False
    # "API key: F12" may be about a keyboard.
    if word == "key" and before == " ":
        return is_opaque(value)
    return _fits(word, whole, value)


def _is_version_or_caption(word: str, value: str) -> bool:
    is_password = names_a_password(word)
    # The words of a password may be anything.
    is_worded = word == "passcode" or not is_password
    is_share = value.endswith(("ms", "%")) and is_measure(value)
    return is_artifact(value, is_password=is_password) or (is_worded and (is_share or is_caption(value)))


def _is_label(word: str, whole: str, value: str) -> bool:
    return is_label(value, whole, is_password=names_a_password(word) or word not in _NO_PASSPHRASES)


def _is_one_word(value: str) -> bool:
    return compiled_for_unicode(_WORD).fullmatch(value) is not None and not is_opaque(value)


def _is_numbered(value: str) -> bool:
    """Returns whether ``value`` is words and a year or count: ``survey-2026``; ``my-token-1`` may be a weak secret."""
    return compiled_for_unicode(_NUMBERED).fullmatch(value) is not None and not secret_names_in(value.lower())


def _fits(word: str, whole: str, value: str) -> bool:
    """Returns whether a value is one that stands under such a name, and not a count, a word or a setting."""
    is_number = value.isdigit()
    if word in _CARD_CODES:
        return is_number and len(value) in _CARD_CODE_LENGTHS
    if is_doubtful_name(word):
        # In the text of a certificate: Signature: 3a:4b
        if word.startswith("sig") and compiled_for_unicode(_BYTES).fullmatch(value):
            return False
        is_meant = is_opaque(value, _SHORT_LEAST.get(word, _LEAST)) or value.count(" ") >= _PHRASE_LEAST
        return not is_number and (is_meant or (word in _OF_PASSWORDS and is_made_up(value)))
    if is_weak_name(word) or (whole in _COOKIES and "=" not in value):
        is_postal = whole in _POSTAL and len(value) == _POSTAL_LENGTH
        is_code = is_number and len(value) >= _NUMBER_LEAST and not is_postal
        is_meant = is_opaque(value) or (word == "psk" and is_made_up(value))
        return is_meant or (is_code and whole not in _COOKIES)
    if _is_something_else(word, whole, value):
        return False
    return not (is_number and len(value) < (_PASSWORD_LEAST if names_a_password(word) else _NUMBER_LEAST))


def _is_something_else(word: str, whole: str, value: str) -> bool:
    """Returns whether a value shows that its name means something else than a secret, or the name of one."""
    if names_a_password(word):
        # The shell's PWD is a folder; Helm's passwordKey names the key of the secret.
        is_name = whole.endswith("key") and names_a_secret(value) and not any(map(str.isdigit, value))
        return is_name or (word == "pwd" and value.startswith("/"))
    # Words that are counted, traded or given away: {"token": "EUR"}, {"secret": "santa"}
    return (
        is_measure(value)
        or is_place_or_time(value)
        or _is_contract_of(whole, value)
        or (word == "cookie" and not whole.endswith(_HEADERS) and is_setting(f"{whole}={value}"))
        or (whole in _OF_WORDS and (is_ordinary(value) or _is_one_word(value) or _is_numbered(value)))
        or _is_way(word, value)
        or (whole == "token" and is_lexeme(value))
        or (whole.endswith(_OF_PAGES) and compiled_for_unicode(_KEYSTROKE).fullmatch(value) is not None)
        or (word.startswith("connection") and is_public_connection(value))
        or (whole == "secret" and compiled_for_unicode(_RESOURCE).fullmatch(value) is not None)
    )


def _is_way(name: str, value: str) -> bool:
    """Returns whether ``value`` tells how far an authorization is, or who decides: ``authorization: RBAC``."""
    return name == "authorization" and (value in _STATES or value.lower() in _WAYS)


def _is_contract_of(whole: str, value: str) -> bool:
    return whole.rstrip(digits) in _OF_WORDS and is_contract(value)


def fits_name(name: str, value: str) -> bool:
    """Returns whether a value that is given to such a name by itself may be a secret.

    Under names that mean something else as well, readable text is none: ``signature=Kind regards``, ``pin=top-left``.
    """
    lower = name.lower()
    if lower in _COOKIES:
        return "=" in value or is_opaque(value)
    words = [place.group() for place in secret_names_in(lower) if place.end() == len(lower)]
    if _is_contract_of(lower, value) or (lower == "token" and is_lexeme(value)):
        return False
    if not may_hold_a_passphrase(name) and (is_place_or_time(value) or is_caption(value) or _is_way(lower, value)):
        return False
    if not words or holds_only_credentials(lower) or any(map(str.isdigit, value)):
        return True
    return not (is_weak_name(words[-1]) or is_doubtful_name(words[-1])) or _fits(words[-1], lower, value)
