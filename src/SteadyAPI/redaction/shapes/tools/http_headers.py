"""Credentials in headers of HTTP where no pattern for fields reaches them: of any scheme, and of digests.

Each entry: name, sign, what a text must hold besides, pattern; see ``command_lines.py``. The secret is group ``v``.
"""

# Any scheme counts; the secret is judged. A header behind a colon alone is read by fields.py.
_ANY_SCHEME = (
    r"[A-Za-z][\w.-]{1,40}[ \t]{1,4}(?:[A-Za-z]{1,20}[=:])?\\{0,9}[\"']?(?P<v>(?!/)[^\s\"'<>|{}\[\],;&\\]{8,8192}+)"
)
_NAMED = r"(?i:authorization)\\{0,9}[\"']?"
_ASSIGNED = r"\\{0,9}[\"']?\s?[=:]\s?\\{0,9}[\"']?(?P<v>[\w+/=-]{8,512}+)"

HTTP_HEADERS: tuple[tuple[str, str, str, str], ...] = (
    # Robot Framework and Java: { Authorization=Splunk x | a=b }, {Authorization=[Splunk x]}, Authorization => x
    (
        "authorization by an equals sign",
        "authorization",
        "=",
        rf"{_NAMED}\]?\s{{0,3}}=>?\s{{0,3}}\[?\\{{0,9}}[\"']?{_ANY_SCHEME}",
    ),
    # Go: map[Authorization:[Splunk x]], "Authorization":[]string{"Splunk x"}
    ("authorization in a map", "authorization", ":", rf"{_NAMED}:\s?\[(?:\]string\{{)?\s?\\{{0,9}}[\"']?{_ANY_SCHEME}"),
    # A flat list of names and values, as Node.js has it
    (
        "authorization in a list",
        "authorization",
        ",",
        rf"(?i:authorization)\\{{0,9}}[\"'],\s{{0,20}}\\{{0,9}}[\"']{_ANY_SCHEME}",
    ),
    (
        "authorization in a row",
        "authorization",
        "</",
        rf"(?i:authorization):?\s{{0,9}}(?:</\w{{1,10}}>\s{{0,40}}){{1,3}}(?:<\w{{1,10}}(?:\s[^<>]{{0,100}})?>\s{{0,9}}){{1,3}}{_ANY_SCHEME}",
    ),
    (
        "authorization of an element",
        "authorization",
        "</",
        rf"(?i:authorization)[\"'](?:\s[^<>]{{0,100}})?>\s{{0,9}}{_ANY_SCHEME}",
    ),
    # Of Markdown, where a scheme and a version may stand as well
    (
        "authorization in a cell",
        "authorization",
        "|",
        r"(?i:authorization)[ \t]{0,20}\|[ \t]{0,20}(?=[A-Za-z][\w.-]{1,40}[ \t]{1,4}[^\s|]{10})" + _ANY_SCHEME,
    ),
    # The answer of the server to a digest (RFC 7616, section 3.5), with which a password can be guessed as well, and
    # what the next one is made of; OASIS Web Services Security
    *((name, name, "", rf"(?i:{name}){_ASSIGNED}") for name in ("rspauth", "nextnonce", "passworddigest")),
    (
        "nonce of a digest",
        "digest",
        "nonce",
        r"(?i:digest)[ \t]{1,4}(?=[A-Za-z]{2,20}=)[^\r\n]{0,600}?(?<![A-Za-z])nonce" + _ASSIGNED,
    ),
)
