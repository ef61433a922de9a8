"""User and password side by side in the arguments of a call, and what keywords log of a text that they type.

Each entry: name, sign, what a text must hold besides, pattern; see ``command_lines.py``. The secret is group ``v``.
"""

_QUOTE = r"\\{0,3}[\"']"
_TEXT = rf"{_QUOTE}[^\"'\r\n\\]{{0,256}}{_QUOTE}"
_USER = rf"(?:{_TEXT}|[\w.]{{1,64}})"
# Not a path or an address: auth("login", "/v2/login")
_PASSWORD = rf",\s{{0,9}}(?:Some\()?{_QUOTE}(?![/.]|https?:)(?P<v>[^\"'\r\n\\]{{1,256}}){_QUOTE}"
# Of a function that takes other texts, too: login("ann", "admin page 2")
_ONE_WORD = rf",\s{{0,9}}{_QUOTE}(?![/.]|https?:)(?P<v>[^\s\"'\\]{{3,256}}){_QUOTE}"
_OF_SQL = rf"(?:{_TEXT}|[\w.\"`]{{1,64}}|\w{{1,40}}\([^()\r\n]{{0,100}}\))"
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
# What is called with a host or source, a user and a password: the sign, what stands before, what is called
_CONNECTIONS = (
    *(("construct", f"{kind}__", "construct") for kind in ("PDO->", "PDO::", "mysqli->", "mysqli::")),
    *(("pdo", "new ", "PDO"), ("mysqli", "new ", "mysqli")),
    *(
        ("connect", before, "connect")
        for before in ("mysqli_", "mysqli_real_", "mysql_", "pymysql.", "MySQLdb.", "psycopg2.", "cx_Oracle.")
    ),
    *(("ftp", "ftplib.", called) for called in ("FTP", "FTP_TLS")),
)
_HIDING = tuple(
    (sign, needs)
    for sign in ("encrypt", "decrypt")
    for needs in (f"pgp_sym_{sign}(", f"aes_{sign}(", f"aes_{sign}(".upper(), f"pgp_sym_{sign}(".upper())
)

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
    # Host or source, user and password: PHP, which writes its calls into traces, too, and Python
    *(
        (
            f"connection of {before}",
            sign,
            f"{before}{called}(",
            rf"(?<={before}){called}\(\s{{0,9}}{_TEXT},\s{{0,9}}{_TEXT}{_PASSWORD}",
        )
        for sign, before, called in _CONNECTIONS
    ),
    # A function, and a method of PHP
    ("function login", "login", "login(", rf"(?:(?<![\w.>:$-])|(?<=->)|(?<=\w::))login\(\s{{0,9}}{_TEXT}{_ONE_WORD}"),
    # Functions of databases that take the key behind what they hide
    *(
        (f"key of {needs}", sign, needs, rf"(?<=_)(?i:{sign})\(\s{{0,9}}{_OF_SQL}{_PASSWORD}")
        for sign, needs in _HIDING
    ),
    *(
        (f"key of SQLite {needs}", "pragma", needs, rf"(?i:pragma\s{{1,4}}(?:re)?key)\s{{0,3}}=\s{{0,3}}{_ALONE}")
        for needs in ("PRAGMA ", "pragma ")
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
