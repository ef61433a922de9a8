"""Names of secrets: the one list for texts, fields, headers and parameters.

Environment variables use the same words (``WORDS``).
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

# The words that environment.py uses too, by the literal that finds them here. In the name of an environment variable
# the word may stand anywhere: TOKEN_FOR_TESTS. In data it must end the name, because data also have fields about
# secrets: token_type.
WORDS = {
    "pass": ("password", "passwd", "passphrase", "passcode", "passwort", "passwrd", "passord"),
    "salasana": ("salasana",),
    "lozink": ("lozinka",),
    "geslo": ("geslo",),
    "adgangskode": ("adgangskode",),
    "kodeord": ("kodeord",),
    "heslo": ("heslo",),
    "jelsz": ("jelszo", "jelsz\u00f3"),
    "parola": ("parola",),
    "secret": ("secret",),
    "token": ("token",),
    "credential": ("credential",),
    "cookie": ("cookie",),
    "kennwort": ("kennwort",),
    "senha": ("senha",),
    "wachtwoord": ("wachtwoord",),
    "contrase": ("contrasena", "contrase\u00f1a"),
    "contraseny": ("contrasenya",),
    "parool": ("parool",),
    "l\u00f6senord": ("losenord", "l\u00f6senord"),
    "mnemonic": ("mnemonic",),
    "phrase": tuple(f"{kind}{dash}phrase" for kind in ("seed", "recovery", "pass", "secret") for dash in "_-"),
    "assertion": ("client_assertion", "clientassertion"),
    "saml": ("samlresponse", "samlrequest", "samlart"),
    "connection": ("connectionstring", "connection_string"),
}
KEY_KINDS = (
    "api access private account encryption signing auth session master service subscription function functions shared "
    "license deploy ssh storage admin app application webhook integration enc service_role decryption sas fastly nonce "
    "logged_in".split()
)
"""What a key is for, when it is one that opens something; a secret key is found by its first word."""
SPOKEN_KEY_KINDS = ("api", "access", "secret", "private")
"""Those that people write as two words: "the API key"."""
CODE_KINDS = (
    "device user pin auth authorization verification security mfa 2fa otp sms recovery backup activation confirmation "
    "login reset onetime one_time zugangs".split()
)
SPOKEN_CODE_KINDS = ("verification", "security", "confirmation", "activation", "otp", "one-time", "recovery", "backup")
# "secret" alone names a secret, but not in "secret.key" and "secret_keys".
_KINDS = ("secret", *KEY_KINDS)


def _behind(kinds: Sequence[str], word: str, between: str) -> str:
    """Returns the pattern of ``word`` right behind one of ``kinds``, whose last character is checked first."""
    ends = "".join(sorted({kind[-1] for kind in kinds}))
    choices = "|".join(rf"(?<={kind}){word}|(?<={kind}[{between}]){word}" for kind in kinds)
    return rf"(?<=[{ends}{between}])(?:{choices})"


WHOSE_PASS = "root user admin login smtp mail ftp ldap proxy redis mysql pg db wifi sudo auth store key".split()
"""Whose password a name without a dash tells: RootPass, smtpPass, keystorePass; not bypass and compass."""

# Names are found by a literal, in a tenth of the time of one pattern for all names; longer literals are faster.
_NAMES = {
    # "pass" alone is the verdict on a test, unless a value is given to it.
    "pass": "|".join(
        (
            *WORDS["pass"],
            r"(?<=motde)passe|(?<=mot[ _-]de[ _-])passe|(?<=palavra[ _-])passe",
            r"(?<=[_-])pass",
            r"passordet",
            r"(?<=ssh)pass(?==)",
            rf"pass(?=\\{{0,9}}[\"']?(?:\]? ?[:=]|>))(?:{'|'.join(f'(?<={whose}pass)' for whose in WHOSE_PASS)})",
            r"(?<![a-z_-])pass(?=\\{0,9}[\"'] ?:|[ \t]{0,20}=(?!=)|: ?[|>][+-]?[ \t]{0,3}\r?\n)",
        )
    ),
    "secret": "secret(?:[-_]?string)?",
    # What OpenID Connect calls a hint when it logs out is a token.
    "token": "(?<=id[_-])token[_-]hint|(?<=id)token(?:hint)?|token",
    # In data, a field with the plural name may hold one value as well.
    "credential": "credentials?",
    "cookie": "cookie",
    "kennwort": "kennwort",
    "senha": "senha",
    "wachtwoord": "wachtwoord",
    # Spanish, Catalan
    "contrase": "contrase(?:n|\u00f1|ny)a",
    # Estonian and Dutch, Latvian, Icelandic
    "parool": "parool",
    "parole": "(?<![a-z])parole",
    "lykilor": "lykilor(?:\u00f0|d)(?:i\u00f0)?",
    "l\u00f6senord": "l\u00f6senord(?:et)?",
    # Finnish, Danish, Croatian and Serbian, Slovenian, Indonesian, Czech, Hungarian, Romanian and Turkish
    "salasana": "salasana(?:si|nne)?",
    "adgangskode": "adgangskoden?",
    "kodeord": "kodeord(?:et)?",
    "lozink": "lozink[aeu]",
    "geslo": "(?<![a-z])geslo",
    "sandi": "(?<=kata[ _-])sandi",
    "heslo": "heslo",
    # Polish and Turkish without their marks, which are too short to be looked for in the middle of other names
    "haslo": "(?<![a-z])haslo",
    "sifre": "(?<![a-z])sifre(?:niz|si)?",
    "jelsz": "jelsz(?:o|\u00f3|ava[dm]?)",
    "parola": "parola",
    "schl\u00fcssel": "(?:(?<=(?:api|wpa)[- ])|(?<=wlan[- ])|(?<=wi-fi[- ]))schl\u00fcssel"
    # Not how it is encrypted
    r"(?![\"' ]{0,3}[:=][\"' ]{0,3}(?:wpa|wep|802|psk|aes|tkip))",
    "mnemonic": "mnemonic",
    "phrase": "(?:(?<=seed)|(?<=recovery)|(?<=(?:pass|seed)[_-])|(?<=seed )|(?<=secret[_-])|(?<=(?:backup|secret) )"
    "|(?<=recovery[ _-]))phrase",
    "salt": r"(?:(?<=auth[_-])|(?<=nonce[_-])|(?<=logged_in[_-]))salt",
    "saml": "saml[-_]?(?:response|request|art(?:ifact)?)",
    # Whole, because the header Connection is in most logs.
    **{f"connection{dash}string": f"connection{dash}string" for dash in ("", "-", "_")},
    # The option auth= of a keyword takes a user name, too, so as a whole name "auth" names no secret.
    "auth": r"authorization|(?:(?<![a-z])|(?<=aspx))auth(?:entication)?(?=\\{0,9}[\"']?\s{0,3}[:=,])",
    "pw": r"pwd|(?<![a-z])pw|(?<=bind)pw",
    "psw": r"(?<![a-z])psw",
    "cvv": r"cvv2?",
    "cvc": r"(?<![a-z])cvc2?",
    "key": _behind(_KINDS, "key", "_.-")
    + r"|(?<=client-)key-data"
    + r"|(?<=sk_)key(?<![a-z]sk_key)"
    + "|(?<= )(?:"
    + "|".join(f"(?<={kind} )key" for kind in SPOKEN_KEY_KINDS)
    + ")",
    "code": _behind(CODE_KINDS, "code", "_-")
    + "|(?<= )(?:"
    + "|".join(f"(?<={kind} )code" for kind in SPOKEN_CODE_KINDS)
    + ")",
    "assertion": _behind(("client", "saml"), "assertion", "_-"),
    "answer": _behind(("security", "secret"), "answer", "_-"),
    "verifier": _behind(("code",), "verifier", "_-"),
    "otp": r"(?:(?<![a-z])|(?<=[th])(?<![a-z][th]))otp",
    "pin": r"(?:(?<![a-z])|(?<=user)|(?<=card)|(?<=login))pin",
    "sid": r"(?<![a-z])sid",
    "jwt": r"(?<![a-z])jwt",
    "psk": r"(?<![a-z])psk",
    "pat": r"(?<![a-z])pat(?![\w-])",
    "hmac": r"(?<![a-z])hmac",
    "srf": r"(?<=[cx])srf",
    "bearer": r"bearer",
    # Created while a test runs, so they never stand in the environment.
    "sess": r"session[-_ ]?id(?:(?<=aspsessionid)[a-z]{8}|(?<=jsessionid)sso)?|sessid|(?<=[_-])session"
    # Moodle, F5, SiteMinder, Ruby, Python, Node.js, Drupal
    r"|(?<=moodle)session(?:test|prod|dev|live)?\d{0,4}|(?:(?<=mrh)|(?<![a-z]sm)(?<=sm))session"
    r"|(?<=rack\.)session|(?<=beaker\.)session\.id|(?<=koa[.:])sess|sess[0-9a-f]{32}",
    "sig": r"(?<![a-z])sig(?:nature)?",
}
_SUFFIX = (
    r"(?:[-_]?(?:values?|hash|confirm(?:ation)?|again|repeat(?:ed)?|plain|text|key|base|[0-9]{1,3}))?_{0,2}(?![a-z0-9])"
)
_NAME_BY_LITERAL = {literal: f"(?:{pattern}){_SUFFIX}" for literal, pattern in _NAMES.items()}
_PLURAL_BY_LITERAL = {literal: f"(?:{pattern})s?{_SUFFIX}" for literal, pattern in _NAMES.items()}
# Only as the name of a field: in text, PASS is the status of a test: ('PASS', 'message').
_ONLY_AS_FIELD = r"(?:.*[^a-z])?pass"
# Not secrets: tokens for pages and cancellation, the names of secrets in Kubernetes, public keys and their tokens,
# country codes.
_ENDS_LIKE_ONE = (
    r".*(?:next|page|continuation|continue|cursor|sync|resume|cancell?ation|public[-_]?key)[-_.]?token"
    r"|.*existing[-_]?secret.*|.*(?<![a-z])public[-_.]?api[-_.]?key|.*country[-_]?code"
)
_ONLY_PASSWORDS = r"pass|pwd|senha|kennwort"
_WEAK = r"code|verifier|pin|sid|jwt|psk|hmac|srf|bearer|session\Z"
_DOUBTFUL = (
    r"pass|l\u00f6senord|schl\u00fcssel|parole|pw|psw|pat|auth(?:entication)?|sig(?:nature)?|credentials?|mnemonic|phrase"
    "|session id"
)
_ONLY_CREDENTIALS = (
    r".*(?:access|refresh|id|session|bearer|auth)[-_.]?token(?:[_-]?hint)?|.*client[-_.]?secret|.*(?:api|private|secret)[-_.]?key"
    r"|.*sess(?:ion)?[-_.]?id|(?:.*[^a-z])?sid"
)
LITERALS = tuple(_NAMES)
_OF_MESSAGES = frozenset({"code", "key", "sess"})


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII | re.DOTALL)


def secret_names_in(lower: str, literals: Iterable[str] = LITERALS, followed_by: str = "") -> list[re.Match[str]]:
    """Returns a match for every name of a secret in a text in lower case; the whole name may begin before the match.

    ``literals`` are those that ``lower`` may contain, if the caller knows them. ``followed_by`` is a pattern that must
    match right behind the name.
    """
    return _places(lower, literals, _followed(followed_by) if followed_by else _NAME_BY_LITERAL)


def plural_names_in(lower: str, literals: Iterable[str], followed_by: str) -> list[re.Match[str]]:
    """Returns what ``secret_names_in`` does, and the names of several secrets: ``api_keys``."""
    return _places(lower, literals, _followed(followed_by, plural=True))


def literals_of_names(lower: str, literals: Sequence[str]) -> Sequence[str]:
    """Returns those of ``literals`` that may be part of a name, singular or plural, in a text in lower case.

    A key, a code and a session are words of many messages; as a name, each has another word or dash beside it.
    """
    if _OF_MESSAGES.isdisjoint(literals):
        return literals
    return [
        literal for literal in literals if literal not in _OF_MESSAGES or _places(lower, (literal,), _PLURAL_BY_LITERAL)
    ]


@cache
def _followed(behind: str, *, plural: bool = False) -> dict[str, str]:
    patterns = _PLURAL_BY_LITERAL if plural else _NAME_BY_LITERAL
    return {literal: f"{pattern}(?={behind})" for literal, pattern in patterns.items()}


@lru_cache(maxsize=1024)
def names_a_secret(name: str) -> bool:
    """Returns whether a field, header or parameter of that name holds a secret."""
    lower = _without_indexes(name.lower()).rstrip("]\"'")
    return _ends_with_one(lower, _NAME_BY_LITERAL) or bool(_compiled(_ONLY_AS_FIELD).fullmatch(lower))


@lru_cache(maxsize=1024)
def names_secrets(name: str) -> bool:
    """Returns whether a list or dictionary of that name, singular or plural, holds secrets."""
    return _ends_with_one(_without_indexes(name.lower()), _PLURAL_BY_LITERAL)


def _without_indexes(name: str) -> str:
    """Returns the ``name`` of a field of a form in lower case without its numbers in brackets: ``password[0]``."""
    if "%5b" in name:
        name = name.replace("%5b", "[").replace("%5d", "]")
    return _compiled(r"(?:\[\d{0,9}\]){1,9}\Z").sub("", name) if name.endswith("]") else name


@lru_cache(maxsize=1024)
def names_a_password(name: str) -> bool:
    """Returns whether a name that ``secret_names_in`` found can only be that of a password."""
    return _compiled(_ONLY_PASSWORDS).match(name) is not None


@lru_cache(maxsize=1024)
def may_hold_a_passphrase(name: str) -> bool:
    """Returns whether several words under a whole name may be a secret, because a password may be a passphrase."""
    return _compiled(rf".*(?:{_ONLY_PASSWORDS}|auth\Z)").match(name.lower()) is not None


@lru_cache(maxsize=1024)
def holds_only_credentials(name: str) -> bool:
    """Returns whether a whole name, such as ``access_token``, always holds a credential, no message or state."""
    return _compiled(_ONLY_CREDENTIALS).fullmatch(name.lower()) is not None


@lru_cache(maxsize=1024)
def is_weak_name(name: str) -> bool:
    """Returns whether a name that ``secret_names_in`` found often stands before something that is not a secret."""
    return _compiled(_WEAK).match(name) is not None


@lru_cache(maxsize=1024)
def is_doubtful_name(name: str) -> bool:
    """Returns whether a name that ``secret_names_in`` found names counts, pages and settings as often as secrets."""
    return _compiled(_DOUBTFUL).fullmatch(name) is not None


@lru_cache(maxsize=1024)
def names_no_secret(name: str) -> bool:
    """Returns whether a whole name in lower case ends like that of a secret but is none: ``next_token``."""
    return _compiled(_ENDS_LIKE_ONE).fullmatch(name) is not None


def _ends_with_one(lower: str, patterns: dict[str, str]) -> bool:
    return not names_no_secret(lower) and any(place.end() == len(lower) for place in _places(lower, LITERALS, patterns))


def _places(lower: str, literals: Iterable[str], patterns: dict[str, str]) -> list[re.Match[str]]:
    # A list, because a generator costs more than the search in most texts, which have no name or one.
    places: list[re.Match[str]] = []
    for literal in literals:
        place = lower.find(literal)
        if place < 0:
            continue
        name_at = _compiled(patterns[literal]).match
        while place >= 0:
            name = name_at(lower, place)
            if name:
                places.append(name)
            place = lower.find(literal, place + 1)
    return places
