"""Finds out quickly that a text can't show a secret, without importing the modules that find secrets.

Most dry runs, and most runs without secrets, write only such texts.
"""

from SteadyAPI.redaction.shapes.documents.network_devices import NETWORK_DEVICES
from SteadyAPI.redaction.shapes.formats import HASHES, KEY_FORMATS, VENDOR_FORMATS
from SteadyAPI.redaction.shapes.notations.languages.english import ENGLISH_PROSE
from SteadyAPI.redaction.shapes.notations.languages.prose import FOREIGN_PROSE
from SteadyAPI.redaction.shapes.notations.logins import LOGINS
from SteadyAPI.redaction.shapes.notations.messages import CODES, LINKS
from SteadyAPI.redaction.shapes.secret_names import (
    CODE_KINDS,
    KEY_KINDS,
    LITERALS,
    SPOKEN_CODE_KINDS,
    SPOKEN_KEY_KINDS,
    WHOSE_PASS,
    WORDS,
)
from SteadyAPI.redaction.shapes.tools.calls import TYPED
from SteadyAPI.redaction.shapes.tools.command_lines import READERS, TOOLS
from SteadyAPI.redaction.shapes.tools.http_headers import HTTP_HEADERS
from SteadyAPI.redaction.shapes.tools.keywords import TYPED_SECRETS
from SteadyAPI.redaction.shapes.tools.spots import SPOTS, TOOLS_WITH_OPTIONS
from SteadyAPI.redaction.shapes.tools.steps import STEPS
from SteadyAPI.redaction.shapes.tools.tool_outputs import TOOL_OUTPUTS, TOOL_SECRETS

# A text may change when folded only if it contains one of these (escapes and invisible characters), or if it goes on
# after a line of base64.
_ESCAPES = (*"\\%&+", "\0", "\x1b", "=\n", "=\r", "wbr", "WBR", "</")
_LINE_LEAST = 16
_OF_BASE64 = "+/-_"
_LINE_ENDS = "\r\n"
# One of these is between a name and its value; what only blanks separate has a digit or stands in quotes.
_MARKS = ("=", ":", ",", ">", "<", "[", "--", "\n", "(")
_BLANKS = " \t"
# What longer words begin with that hold a secret; shorter ones are in most logs: "path".
_LONG_SIGN, _LONG_SIGN_LEAST = "pat", 80
_MARKS_AFTER_BLANKS = "'\"0123456789"
# "pass" and "key" are in most logs (verdicts, "keyword"), so longer parts of such names are looked for instead. The
# literal "secret" covers all keys of that kind.
_NAMES_AT_FIRST = (
    *("sig", "otp", "totp", "hotp", "pin", "sid", "jwt", "psk", "hmac", "psw", "cvc", "pw"),
    # "pass" and "path" are in most logs, too.
    *(f"pass{mark}" for mark in ("=", " =", "  ", "\t", " \t", "\\", "':", "' :", '":', '" :')),
    *(f"pat{mark}" for mark in "='\"\\:, >\t\n\r"),
)
_NAMES = (
    *(
        literal
        for literal in LITERALS
        if literal not in {"pass", "pat", "key", "code", "assertion", "answer", "verifier", *_NAMES_AT_FIRST}
    ),
    *WORDS["pass"],
    *(f"{before}pass" for before in ("_", "-", *WHOSE_PASS)),
    *(
        "pwd",
        "bindpw",
        "depasse",
        "de_passe",
        "de-passe",
        "de passe",
        *(f"palavra{dash}passe" for dash in "-_ "),
        "sk_key",
        "userpin",
        "cardpin",
        "loginpin",
    ),
    *(f"{kind}{dash}key" for kind in KEY_KINDS for dash in ("", "-", "_", ".")),
    *(f"{kind} key" for kind in SPOKEN_KEY_KINDS),
    *(f"{kind}{dash}code" for kind in CODE_KINDS for dash in ("", "-", "_")),
    *(f"{kind} code" for kind in SPOKEN_CODE_KINDS),
    *(f"{kind}{dash}assertion" for kind in ("client", "saml") for dash in ("", "-", "_")),
    *(f"security{dash}answer" for dash in ("", "-", "_")),
    *(f"code{dash}verifier" for dash in ("", "-", "_")),
)
SIGNS = (
    *(
        "@",
        "eyJ",
        "AKI",
        "ASI",
        "AIz",
        "ATATT",
        "EAA",
        "KEY-",
        "OCK-",
        "Q~",
        ".atlasv1.",
        'LOGIN "',
        "USER ",
        "> PASS ",
    ),
    "input_value",
    *("ST-", "PT-", "GT-", "OU-"),
    *("WIFI:", ":AA", "MT", "SK", "-us", "1//0", "@tcp", "@unix"),
    # "login" and "code" are in most logs, so what stands besides is looked for.
    *dict.fromkeys(
        needs
        for _, _, needs, _ in (
            *(
                *TOOL_OUTPUTS,
                *TOOL_SECRETS,
                *NETWORK_DEVICES,
                *SPOTS,
                *TYPED,
                *TYPED_SECRETS,
                *CODES,
                *LINKS,
                *LOGINS,
                *STEPS,
            ),
            *(*FOREIGN_PROSE, *ENGLISH_PROSE),
        )
        if needs
    ),
    *(start for start, _, _ in VENDOR_FORMATS),
    *(start for start, _ in HASHES),
)
"""What a rule finds something by, as it is written."""
LOWER_SIGNS = (
    *("bearer", "basic", "code", "auth", "hook", "telegram", "putty", "kty", "ssha", "ass:", "password/"),
    *(sign for sign, _, _ in KEY_FORMATS),
    # Of the command lines; "login" and "http" alone are in too many texts.
    *("curl", "sshpass", "mysql", "mongo", "sqlcmd", "redis-cli", "ldap", "pass:", "keytool", "machine", "oracle"),
    *("sqlplus", "identified", "vault", "add-mask", " -p", " -a", "--auth", "htpasswd", "smbclient", "lftp"),
    *("user-secrets", "poetry", "creds", "rabbitmqctl", "sentinel", "etcdctl", "jenkins", "sonar", "pulumi"),
    *("sensitive", "masked", "secret", "random_password"),
    *dict.fromkeys(sign for _, sign, needs, _ in FOREIGN_PROSE if not needs),
    *dict.fromkeys(sign for _, sign, _, _ in HTTP_HEADERS),
    *("gh secret set", "bw unlock ", "bw login ", "net user ", "db2", "password for '", "assword for '"),
    *(f"| {reader.lower()}" for reader in READERS),
    *(
        "ls0tls1crudjti",
        "alias set",
        "authtoken",
        "ssh-keygen",
        "keyvault",
        "wpa_passphrase",
        "rocommunity",
        "rwcommunity",
        "setuser",
    ),
    *(tool for tool, _ in TOOLS),
    *TOOLS_WITH_OPTIONS,
    *("net use ", "cmdkey", "schtasks", "snmp", "openssl", "securestring", "requirepass"),
)
"""The same, whatever the case."""


def shows_nothing(text: str) -> bool:
    """Returns whether ``text`` surely has nothing that looks like a secret. False means that it must be searched."""
    shown = text.rstrip(_LINE_ENDS)
    if not shown.isascii() or _has_one(shown, _ESCAPES):
        return False
    lower = shown.lower()
    if _has_sign(shown, lower) or (_has_mark(lower) and _may_name(lower)):
        return False
    if not _may_be_wrapped(shown):
        return True
    # A path at the end of a line looks like base64 that goes on in the next one. Then a name or a sign may go over it.
    joined = "".join([line.rstrip("\r").lstrip(_BLANKS) for line in shown.split("\n")])
    lower = joined.lower()
    return not (_has_sign(joined, lower) or _may_name(lower))


def _has_sign(text: str, lower: str) -> bool:
    return _has_one(text, SIGNS) or _has_one(lower, LOWER_SIGNS) or _has_long_sign(lower)


def _has_long_sign(lower: str) -> bool:
    return _LONG_SIGN in lower and any(len(word) >= _LONG_SIGN_LEAST for word in lower.split() if _LONG_SIGN in word)


def _has_mark(lower: str) -> bool:
    return _has_one(lower, _MARKS) or (_has_one(lower, _BLANKS) and _has_one(lower, _MARKS_AFTER_BLANKS))


def _may_name(lower: str) -> bool:
    return _has_one(lower, _NAMES) or any(_begins_with(part, lower) for part in _NAMES_AT_FIRST if part in lower)


def _begins_with(part: str, lower: str) -> bool:
    """Returns whether ``part`` occurs in ``lower`` without a letter before it."""
    before = lower.split(part)[:-1]
    return not all(text[-1:].isalpha() for text in before)


def _may_be_wrapped(text: str) -> bool:
    return "\n" in text and any(len(line) >= _LINE_LEAST and _is_base64(line) for line in text.split("\n"))


def _is_base64(line: str) -> bool:
    end = line.rstrip("\r")[-_LINE_LEAST:]
    return all(character.isalnum() or character in _OF_BASE64 for character in end)


def _has_one(text: str, parts: str | tuple[str, ...]) -> bool:
    # A loop, because a generator expression is slower.
    for part in parts:  # noqa: SIM110
        if part in text:
            return True
    return False
