"""User and password side by side in the arguments of a call, and what keywords log of a text that they type.

Each entry: name, sign, what a text must hold besides, pattern; see ``command_lines.py``. The secret is group ``v``.
"""

_QUOTE = r"\\{0,3}[\"']"
_TEXT = rf"{_QUOTE}[^\"'\r\n\\]{{0,256}}{_QUOTE}"
_USER = rf"(?:{_TEXT}|[\w.]{{1,64}})"
# Not a path or an address: auth("login", "/v2/login")
_PASSWORD = rf",\s{{0,9}}(?:Some\()?{_QUOTE}(?![/.]|https?:)(?P<v>[^\"'\r\n\\]{{1,256}}){_QUOTE}"
_ALONE = rf"{_QUOTE}(?P<v>[^\"'\r\n\\]{{1,256}}){_QUOTE}"
_OF_CLOUD = (
    r"(?:(?<=AWS)|(?<=Basic)|(?<=Client)|(?<=Key)|(?<=Session)|(?<=Static))Credentials?(?:Provider)?(?:\.create)?"
)

# What takes a user and a password only
_LOGINS = (
    ("basicauth", "asicAuth("),
    ("basic_auth", "asic_auth("),
    ("digestauth", "igestAuth("),
    ("ntlmauth", "tlmAuth("),
    ("networkcredential", "NetworkCredential("),
    ("passwordauthentication", "PasswordAuthentication("),
    ("usernamepasswordcredentials", "UsernamePasswordCredentials("),
    ("usernamepasswordauthenticationtoken", "UsernamePasswordAuthenticationToken("),
)
# What takes other texts, too, unless the user is written out
_METHODS = (("auth", ".auth("), ("basic", ".basic("), ("digest", ".digest("), ("login", ".login("))

CALLS: tuple[tuple[str, str, str, str], ...] = (
    *((f"call of {sign}", sign, needs, rf"(?i:{sign})\(\s{{0,9}}{_USER}{_PASSWORD}") for sign, needs in _LOGINS),
    *((f"method {sign}", sign, needs, rf"(?<=\.){sign}\(\s{{0,9}}{_TEXT}{_PASSWORD}") for sign, needs in _METHODS),
    # Java's DriverManager
    (
        "connection of Java",
        "getconnection",
        "getConnection(",
        rf"getConnection\(\s{{0,9}}{_USER},\s{{0,9}}{_USER}{_PASSWORD}",
    ),
    # Keys of clouds: tenant, id and secret of Entra; AWS, Azure
    (
        "secret of Entra",
        "credential",
        "SecretCredential(",
        rf"(?<=Secret)Credential\(\s{{0,9}}{_USER},\s{{0,9}}{_USER}{_PASSWORD}",
    ),
    ("key of a cloud", "credential", "redential", rf"{_OF_CLOUD}\(\s{{0,9}}{_USER}{_PASSWORD}"),
    ("key of Azure", "credential", "AzureKeyCredential(", rf"(?<=AzureKey)Credential\(\s{{0,9}}{_ALONE}"),
    # SSH of Paramiko: host, port, user
    (
        "connection of SSH",
        "connect",
        ".connect(",
        rf"(?<=\.)connect\(\s{{0,9}}{_USER},\s{{0,9}}\d{{1,5}},\s{{0,9}}{_TEXT}{_PASSWORD}",
    ),
)
"""Masked unless it is an ordinary word."""
TYPED: tuple[tuple[str, str, str, str], ...] = tuple(
    # Browser says no more of the field.
    (f"{verb} text", verb, "in the given field", rf"(?i:{verb}) the text '(?P<v>[^'\r\n]{{1,256}})' in the given field")
    for verb in ("fills", "types")
)
"""Masked only if it is random."""
