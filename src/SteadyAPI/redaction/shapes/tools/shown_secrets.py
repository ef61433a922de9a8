"""Secrets that settings and logs of single tools show where no telling name is right before them.

Each entry: name, sign, what a text must hold besides, pattern; see ``command_lines.py``. The secret is group ``v``,
masked unless it is an ordinary word.
"""

_LINE = r"\r?\n[ \t]{1,20}"
_USER = r"[\w.@-]{1,64}:"

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
    # Matrix: 48 digits of base 58, the first of which are the same in all
    ("recovery key of Matrix", "key", "ey: Es", r"(?i:key): (?P<v>Es[A-Za-z0-9]{2}(?: [A-Za-z0-9]{4}){11})(?!\w)"),
)
