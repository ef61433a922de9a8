"""Secrets that settings and logs of single tools show where no telling name is right before them.

Each entry: name, sign, what a text must hold besides, pattern; see ``command_lines.py``. The secret is group ``v``,
masked unless it is an ordinary word.
"""

_LINE = r"\r?\n[ \t]{1,20}"
_USER = r"[\w.@-]{1,64}:"
_NAME = r"(?i:password|passwd|pwd|passphrase|passwort|kennwort)"
# How pytest shows a comparison: the line of code, the values, their difference, where the first is from
_CODE = rf"assert (?:not )?[\w.\[\]\"']{{0,80}}?{_NAME}[\"'\]]{{0,2}} [!=]= "
_LEFT, _RIGHT = (rf"[\"']{value}[\"']" for value in (r"(?P<v>[^\"'\r\n]{3,256})", r"[^\"'\r\n]{0,256}"))
_BELOW = rf"{_CODE}[^\r\n]{{1,300}}\r?\nE? {{1,9}}(?:AssertionError: )?assert "
_CHANGE = r"(?:\r?\nE?[ \t]{0,12}(?:\? [^\r\n]{0,300}|- [^\r\n]{0,300})?){0,4}\r?\nE?[ \t]{0,12}"
_UP_TO_WHERE = (
    rf"{_RIGHT} [!=]= {_RIGHT}(?:(?:\r?\n(?=[E \t])[^\r\n]{{0,300}}+){{0,5}}?\r?\n[E \t]{{0,12}}+\+)? {{1,3}}where "
)
_OF = rf" = [^\r\n]{{0,300}}?\.{_NAME}\b"
_FROM_ONE = rf"(?={_UP_TO_WHERE}(?:{_NAME}\b|{_RIGHT}{_OF}))"
_BASE58 = "[1-9A-HJ-NP-Za-km-z]"

# Up to the end of the line or of a quotation, and no variable
_TOLD = r"[ ]?(?!\$[({]?\w|\*{3}|%\w{1,60}%)(?P<v>[^\s\"'][^\r\n]{2,1023}?)(?=\\?[\"']?[ \t)]{0,3}(?:[\r\n]|\Z))"
_VARIABLE = r"(?i:variable=[\w.-]{0,60}?(?:password|passwd|pwd|phrase|secret|token|(?:api|access)[_.-]?key))[;\]]"
# One word, or a few with a digit; not how the tool goes on
_ANSWER = (
    r"(?!(?:Agent|Bad|Connection|Could|Enter|Error|Host|Identity|Incorrect|Invalid|Load|Permission|Try|Verifying|Warning|"
    r"Wrong|debug\d)\b)(?P<v>(?:(?=[^\r\n]{0,60}\d)\S{1,60}(?: \S{1,60}){1,4}|\S{4,256})(?=[ \t]{0,3}(?:[\r\n]|\Z)))"
)

SHOWN_SECRETS: tuple[tuple[str, str, str, str], ...] = (
    # cloud-init: users and passwords, one pair a line of a block; R means one at random
    *(
        (
            f"user {number} of cloud-init",
            "chpasswd",
            "chpasswd:",
            (
                rf"chpasswd:\s{{0,9}}(?:\n[ \t]{{1,20}}expire: ?\w{{1,9}}\r?)?{_LINE}list: ?\|[+-]?"
                rf"(?:{_LINE}{_USER}\S{{1,256}}){{{number}}}{_LINE}{_USER}(?!R(?:ANDOM)?\b)(?P<v>[^\s\"']{{3,256}})"
            ),
        )
        for number in range(6)
    ),
    # The log of vsftpd
    ("command of FTP", "pass", '"PASS ', r"(?<=\", \")PASS (?P<v>[^\s\"<*]{3,256})\""),
    # The key of a call (RFC 4568)
    ("key of SDP", "inline", "inline:", r"inline:(?P<v>[A-Za-z0-9+/]{38,90}={0,2})(?![\w+/=])"),
    ("secret of VyOS", "secret", "-secret '", r"(?<=shared-)secret '(?P<v>[^'\r\n]{3,256})'"),
    # Matrix: 48 digits of base 58, the first of which are the same in all; or what is left of them
    (
        "recovery key of Matrix",
        "key",
        "ey: Es",
        rf"(?i:key): (?P<v>Es{_BASE58}{{2}}(?=[A-Za-z\d ]{{0,60}}\d)(?: ?{_BASE58}{{4}}){{8,11}})(?!\w)",
    ),
    # How Appium unlocks a phone
    (
        "key of a phone",
        "unlockkey",
        "nlockKey",
        r"unlock[Kk]ey\\{0,9}[\"']?\s{0,3}[:=]\s{0,3}\\{0,9}[\"']?(?P<v>[^\s\"'\\,;{}\[\]$<>|]{4,64})",
    ),
    # What Azure DevOps is told to hide
    ("hidden by Azure", "setsecret", "task.setsecret", rf"(?<=task\.)setsecret\]{_TOLD}"),
    (
        "secret variable of Azure",
        "setvariable",
        "task.setvariable",
        (
            rf"(?<=task\.)setvariable (?=[^\]\r\n]{{0,200}}?(?:(?i:issecret=true)|{_VARIABLE}))"
            rf"[^\]\r\n]{{1,300}}\]{_TOLD}"
        ),
    ),
    # The console of Postman and its runner
    *(
        (
            f"{name} behind {before}",
            name,
            before,
            (
                rf"{which}(?i:{name})(?:[ _-]?\d{{1,2}})? ?[:=]?(?: is)? ?"
                r"', '(?P<v>[^\s']{6,2048})'(?=,|[ \t]{0,9}(?:[\r\n]|\Z))"
            ),
        )
        for name, which in (
            *((name, "") for name in ("token", "password", "secret")),
            ("key", r"(?i:(?<=api)|(?<=api[ _-])|(?<=access[ _-])|(?<=secret[ _-])|(?<=private[ _-]))"),
        )
        for before in ("\u2502 '", "console.log '")
    ),
    # What OpenSSH and OpenSSL ask, and the answer
    (
        "phrase of a key",
        "passphrase",
        "nter passphrase for key",
        rf"(?<=nter )passphrase for key [^\r\n:]{{1,200}}: {{1,3}}{_ANSWER}",
    ),
    *(
        (
            f"phrase for {whose}",
            "phrase",
            f"{whose}pass phrase",
            rf"(?<={whose}pass )phrase(?: for [^\r\n:]{{1,200}})?: {{1,3}}{_ANSWER}",
        )
        for whose in ("PEM ", "nter ")
    ),
    # pytest
    ("compared in code", "assert", "assert ", _CODE + _LEFT),
    *(
        (f"{side} {place} of an assertion", "assert", "assert '", f"{before}{compared}")
        for place, before in (("below the code", _BELOW), ("from a password", f"assert {_FROM_ONE}"))
        for side, compared in (
            ("left", f"{_LEFT} [!=]= "),
            ("right", f"{_RIGHT} [!=]= {_LEFT}"),
            ("expected", rf"{_RIGHT} [!=]= {_RIGHT}(?:\r?\nE?[ \t]{{0,12}}){{1,3}}- (?P<v>[^\s]{{3,256}})"),
            ("found", rf"{_RIGHT} [!=]= {_RIGHT}{_CHANGE}\+ (?P<v>[^\s]{{3,256}})"),
        )
    ),
    ("origin in an assertion", "assert", "assert '", rf"assert {_UP_TO_WHERE}{_LEFT}{_OF}"),
)
