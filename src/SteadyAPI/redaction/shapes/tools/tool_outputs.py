"""What tools print, log and keep with a secret in it, where no telling name and mark are right before the value.

Each entry: name, sign, what a text must hold besides, pattern; see ``command_lines.py``. The secret is group ``v``.
"""

_UUID = r"[a-fA-F0-9]{8}(?:-[a-fA-F0-9]{4}){3}-[a-fA-F0-9]{12}"
_SHORT = r"(?P<v>[^\s/,;]{6,128})"
_TYPED_IN = r"(?i:pass|pwd|secret|token|kennwort|otp|\bpin|api.?key)"
_FIELD = r"(?:the |my |a )?(?:field )?\"?[\w -]{0,20}?"
_CODE_KIND = "(?:MFA|2FA|verification|security|login|sign-in|confirmation|one-time|access)"

_BETWEEN_CODES = r"[\s,;*-]{1,12}(?:\d{1,2}[.)]\s)?"
_RECOVERY_CODE = r"(?=[\w-]{0,40}\d)[A-Za-z0-9]{4,12}(?:-[A-Za-z0-9]{3,12}){0,4}(?![^\s,;])"

_RECOVERY_CODES = (
    rf"(?: \([^()\r\n]{{1,60}}\))?:?{_BETWEEN_CODES}"
    rf"(?P<v>{_RECOVERY_CODE}(?:{_BETWEEN_CODES}{_RECOVERY_CODE}){{1,19}})"
)
# What a server of mail asks, and how a log goes on
_ASKED = r"UGFzc3dvcmQ6(?:\\r\\n)?[\"']?\r?\n(?:reply[^\r\n]{0,100}\r?\n)?(?:[\w ]{1,20}[:>] ?)?[\"']?"

_AGREED = (
    r"(?: (?:negotiated|derived|established|generated|exchanged|agreed|computed|created|now)){0,2}(?: (?:is|was|to))?"
    r"(?: ?[:=] {0,4}| )[\"'`]?(?:\d{1,2}:|0x)?"
    r"(?=[\d-]{0,60}[A-Za-z])(?P<v>[0-9a-fA-F]{16,512}|[A-Za-z0-9+/]{22,512}+={0,2})(?![\w./+-])"
)
# What is said of it before its value: Changing password for ann, Secret updated; not its policy or lifetime
_WHOSE = r"(?: (?:for|of|by) (?:(?![.:!] )[^\r\n]){1,60}?)?"
_UPDATED = (
    rf"{_WHOSE}(?:(?: (?:was|has been|is))?(?: successfully)? "
    rf"(?:updated|changed|rotated|reset|regenerated|replaced)(?: successfully)?{_WHOSE})?[.:!]{{0,3}}"
)
_LINE_OR_BLANK = r"(?:\r?\n[ \t]{0,20}| )"
_SHOWN_VALUE = r"value: {1,4}[\"'`]?(?P<v>[^\s\"'`<>$,;]{6,256})"

# A value of another kind is told apart: it is not opaque, or has no digit.
TOOL_OUTPUTS: tuple[tuple[str, str, str, str], ...] = (
    # How people hand on an account: ann / x
    (
        "login pair",
        "login",
        " / ",
        rf"[Ll]ogin(?: with| as| data)?:? [\w.@+-]{{2,64}} / (?=\S{{8}})(?=\S{{0,99}}[A-Z])(?=\S{{0,99}}[a-z]){_SHORT}",
    ),
    # A short one that ends in a mark; for longer ones, see logins.py
    *(
        (
            f"{head} with a mark",
            head.rstrip(":").split()[0],
            head[1:],
            rf"(?i:{head}) [\w.@+-]{{2,64}} / (?P<v>[^\s!/]{{5,64}}!{{1,3}})(?!\S)",
        )
        for head in ("login:", "log in:", "credentials:", "zugang:")
    ),
    ("creds pair", "creds", "creds", rf"creds:? [\w.@+-]{{2,64}} ?[/:] ?{_SHORT}"),
    ("credentials pair", "credentials", " / ", rf"credentials:? [\w.@+-]{{2,64}} / {_SHORT}"),
    ("zugangsdaten", "zugangsdaten", " / ", rf"[Zz]ugangsdaten(?: \w{{1,20}})?:? [\w.@+-]{{2,64}} / {_SHORT}"),
    (
        "login line",
        "login",
        "login ",
        r"[Ll]ogin (?!id:|session:|user:|url:|at:)[A-Za-z][\w.+-]{1,63}:(?P<v>(?=[^\s]{0,40}[A-Z])[^\s/:,;]{10,128})",
    ),
    # PagerDuty; RabbitMQ calls words of its own so
    (
        "routing key",
        "routing",
        "outing",
        r"[Rr]outing[-_]?[Kk]ey\\{0,9}[\"']? ?[:=] ?\\{0,9}[\"']?(?P<v>[A-Za-z0-9]{20,64})(?!\w)",
    ),
    # What two sides agree on, and gpg --show-session-key
    *(
        (f"{kind} {key}", kind, f"{kind[1:]} {key}", rf"(?i:{kind}) {key}{_AGREED}")
        for kind in ("session", "encryption", "decryption", "negotiated", "derived", "ephemeral")
        for key in ("key", "Key")
    ),
    *(
        (
            f"{which} value of {name}",
            name,
            f"{which} value: ",
            rf"{before}(?i:{name}){_UPDATED}{_LINE_OR_BLANK}{between}{which} {_SHOWN_VALUE}",
        )
        for name, before in (
            *((name, "") for name in ("password", "passphrase", "secret", "token")),
            ("key", r"(?i:(?<=api[ _-])|(?<=access[ _-])|(?<=secret[ _-]))"),
        )
        for which, between in (
            ("New", rf"(?:(?:Old|Previous) value: [^\r\n]{{0,256}}{_LINE_OR_BLANK})?"),
            ("Old", ""),
        )
    ),
    # kubectl; Helm, properties of Java: --set secrets.db=x
    (
        "literal",
        "literal",
        "--from-literal",
        r"(?<=--from-)literal[= ][\"']?[\w.-]{1,100}=(?P<v>[^\s\"'&;|]{6,1024})",
    ),
    *(
        (
            f"key of {names}",
            names,
            f"{names}.",
            (
                rf"{names}\.(?![\w.-]{{0,60}}(?:version|revision|checksum|id|name|url|path|file|type)=)"
                r"[\w.-]{1,60}=[\"']?(?P<v>[\w+/~.-]{8,1024}={0,2})(?![\w(])"
            ),
        )
        for names in ("secrets", "tokens", "passwords", "credentials")
    ),
    # The key on a line of its own: dbt, Salt
    ("pass key", "pass", "pass: ", r"pass: {1,3}[\"']?(?P<v>[^\s,;\"'{}]{8,256})(?=[\"']?[ ,}]{0,3}(?:[\r\n]|\Z))"),
    # The prompt of a tool with the value that is kept: Password [x]:
    ("default", "password", "assword [", r"[Pp]assword \[(?P<v>[^\s\[\]]{6,256})\]:"),
    (
        "elastic",
        "elastic",
        "assword for the ",
        (
            r"(?:(?<=assword for the )|(?<=assword for the \[))"
            r"elastic\]? user[^\r\n:]{0,200}(?:\r?\nNew value)?:\s{1,9}(?P<v>\S{8,256})"
        ),
    ),
    ("elastic setup", "elastic", "PASSWORD ", r"(?<=PASSWORD )elastic = (?P<v>\S{8,256})"),
    (
        "cookie of wordpress",
        "wordpress",
        "wordpress_",
        r"wordpress_(?:logged_in|sec)_\w{1,64}=(?P<v>[^\s;,\"']{8,1024})",
    ),
    ("oracle connect", "connect", "@", r"(?i:connect) [\w$]{1,64}/(?P<v>[^\s/@]{6,128})@"),
    ("masterauth", "masterauth", "masterauth", r"masterauth\"?\s{1,4}(?:2\) )?[\"']?(?P<v>[^\s\"']{6,256})"),
    ("yarn", "npmauthident", "npmAuthIdent", r"npmAuthIdent: ?[\"']?[\w.-]{1,64}:(?P<v>[^\s\"']{6,256})"),
    ("conda", "conda", "/t/", r"conda(?:(?!conda)\S){0,100}?/t/(?P<v>[\w-]{12,128})/"),
    ("cargo", "cargo", "cargo login ", r"cargo login (?P<v>[^\s\"']{8,256})"),
    ("bundler", "bundle", "BUNDLE_", r"BUNDLE_\w{1,128}(?:: |=)[\"']?[\w.-]{1,64}:(?P<v>[^\s\"']{6,256})"),
    ("psk", "psk", 'PSK "', r"PSK \"(?P<v>[^\"\r\n]{8,256})\""),
    ("windows wifi", "content", "Key Content", r"(?<=Key )Content {1,30}: (?P<v>\S{8,63})"),
    ("wifi profile", "keymaterial", "keyMaterial>", r"keyMaterial>(?P<v>[^<>\r\n]{8,64})</"),
    # Cisco, and how others write it
    (
        "community of SNMP",
        "community",
        "ommunity",
        r"(?:(?<=snmp-server )|(?<=snmp )|(?<=SNMP ))[Cc]ommunity(?: [Ss]tring)?(?: ?[:=] ?| )[\"']?"
        + _SHORT.replace("/,;", "\"',;"),
    ),
    *(
        ("irc", "nickserv", needs, r"(?i:nickserv) :?(?i:identify) (?:\S{1,32} )?(?P<v>\S{6,256})")
        for needs in ("ickServ", "ickserv")
    ),
    (
        "redis",
        "auth",
        "AUTH",
        r"AUTH\b[\"']?\s{1,2}(?:[\"']?[\w@.-]{1,64}[\"']?\s{1,2})?[\"']?(?P<v>[^\s\"']{8,2048})",
    ),
    # The file .pgpass
    ("pgpass", "5432", ":5432:", r":5432:(?:\*|[\w-]{1,64}):(?:\*|[\w.-]{1,64}):(?P<v>[^\s:\"']{6,256})(?!\S)"),
    # A step of Gherkin
    *(
        (
            f"step {link}",
            "enter",
            f'" {link} ',
            rf"[Ee]nter(?:s|ed)? \"(?P<v>[^\"\s]{{6,256}})\" {link} {_FIELD}{_TYPED_IN}",
        )
        for link in ("as", "for", "in", "into")
    ),
    # SeleniumLibrary
    (
        "typing",
        "typing",
        "into text field",
        rf"[Tt]yping text '(?P<v>[^'\r\n]{{1,256}})' into text field '[^'\r\n]{{0,100}}?{_TYPED_IN}",
    ),
    # The tools of Impacket
    (
        "impacket",
        "py",
        ".py ",
        r"py (?:(?!py )[^\r\n]){0,200}?(?<=\s)[\w.-]{1,64}/[\w.$-]{1,64}:(?P<v>[^\s@/:]{6,128})@[\w.-]",
    ),
)

# What only a secret matches, whatever it looks like
TOOL_SECRETS: tuple[tuple[str, str, str, str], ...] = (
    # Vault and Consul
    ("here string", "stdin", "stdin <<<", r"stdin <<< ?[\"']?(?P<v>[^\s\"']{1,256})"),
    ("login of SQL Server", "addlogin", "sp_addlogin", r"addlogin '[^'\r\n]{1,128}', ?N?'(?P<v>[^'\r\n]{1,256})'"),
    (
        "password of MySQL",
        "password",
        "PASSWORD FOR ",
        r"PASSWORD FOR \S{1,128} ?= ?(?:PASSWORD\()?'(?P<v>[^'\r\n]{1,256})'",
    ),
    # A message to a phone
    *(
        (
            "code before its name",
            "your",
            " is your ",
            rf"(?<=(?P<v>{digits}) is )your (?:\w{{1,20}} ){{0,2}}?{_CODE_KIND} (?:pass)?code",
        )
        for digits in (r"\d{6}", r"\d{3}[ -]\d{3}")
    ),
    ("code as one", "your", " as your ", rf"(?<=(?P<v>\d{{6}}) as )your (?:{_CODE_KIND} (?:pass)?code|one-time pass)"),
    ("unseal key", "unseal", "nseal ", r"[Uu]nseal [Kk]ey(?: \d{1,2})?: {1,9}(?P<v>[\w+/=]{16,128})"),
    ("recovery key", "recovery", "Recovery Key ", r"Recovery Key \d{1,2}: {1,9}(?P<v>[\w+/=]{16,128})"),
    *(
        (f"{sign} {needs}", sign, needs, rf"(?i:{needs})[\"']?(?: ?[:=] {{0,20}}| {{2,40}})[\"']?(?P<v>{_UUID})(?!\w)")
        for sign, needs in (("secret", "secret_id"), ("secret", "SecretID"))
    ),
    (
        "community of Cisco",
        "community",
        "snmp-server",
        r"(?<=snmp-server )community (?!(?:public|private) )(?P<v>\S{1,256}) (?:RO|RW)\b",
    ),
    # What a server of mail is told when it has asked for "Password:"
    (
        "login of mail",
        "ugfzc3dvcmq6",
        "UGFzc3dvcmQ6",
        _ASKED + r"(?P<v>[A-Za-z0-9+/]{4,512}={0,2})(?:\\r\\n)?[\"']?(?!\S)",
    ),
    *(("weather", "appid", f"{name}=", rf"(?<=[?&]){name}=(?P<v>[0-9a-f]{{32}})(?!\w)") for name in ("appid", "APPID")),
    ("erlang", "setcookie", "-setcookie ", r"setcookie [\"']?(?P<v>[^\s\"'$]{4,256})"),
    # Tomcat
    (
        "session of Tomcat",
        "session",
        "ession ",
        r"[Ss]ession (?:[Ii][Dd] )?(?P<v>(?=[0-9]*[A-F])[0-9A-F]{32}(?:\.\w{1,20})?)(?!\w)",
    ),
    # What lets in who has lost the phone
    *(
        (
            f"{kind} {codes}",
            "codes",
            f"{kind} {codes}",
            rf"(?<={kind} ){codes}{_RECOVERY_CODES}",
        )
        for kind in ("ecovery", "ackup", "cratch", "mergency")
        for codes in ("codes", "Codes")
    ),
    # The key that pages of ASP.NET are signed with
    ("machine key", "validationkey", "validationKey", r"validationKey=[\"'](?P<v>[0-9A-Fa-f]{40,256})[\"']"),
    ("crumb", "crumb", "rumb", r"[Cc]rumb\\{0,9}[\"']? ?[:=] ?\\{0,9}[\"']?(?P<v>[0-9a-f]{32,64})(?!\w)"),
    # The keys of connections, as browsers and OpenSSL write them: SSLKEYLOGFILE
    *(
        (f"key log {needs}", sign, needs, rf"(?i:{sign})(?:_SECRET)?(?:_0)? [0-9a-f]{{64}} (?P<v>[0-9a-f]{{64,128}})")
        for sign, needs in (("random", "CLIENT_RANDOM"), ("traffic", "TRAFFIC_SECRET"))
    ),
    # The directory of an LDAP client
    *(
        # Kickstart has options there: rootpw --plaintext x
        (
            f"{sign} of LDAP",
            sign,
            sign,
            rf"{sign}[\"']?(?:\s--[a-z-]{{1,20}}){{0,3}}[\s:=]{{1,4}}[\"']?(?P<v>(?!--)[^\s\"']{{4,256}})",
        )
        for sign in ("bindpw", "rootpw")
    ),
    # The code of a login in the request for tokens (RFC 6749, section 4.1.3)
    (
        "code for token",
        "code",
        "authorization_code",
        r"(?<![\w-])code(?:\\{0,9}[\"']\s{0,3}:\s{0,3}\\{0,9}[\"']|=)(?![A-Z0-9_]{1,64}\b)(?P<v>(?=[\w.~%/+*-]{0,64}\d)[\w.~%/+*-]{10,2048}+)",
    ),
    # The key of a client in the settings of kubectl: the base64 of a PEM file
    (
        "kubectl key",
        "ls0tls1crudjti",
        "",
        r"(?P<v>LS0tLS1CRUdJTi(?:BSU0EgUFJJ|BQUklWQVRF|BFQyBQUklW|BPUEVOU1NI)[\w+/]{16,}+={0,2})",
    ),
)
