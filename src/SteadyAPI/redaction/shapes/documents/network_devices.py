"""Keys and passwords in the settings of network devices: Cisco, Juniper, Fortinet, Huawei, Aruba.

Each entry: name, sign, what a text must hold besides, pattern; see ``command_lines.py``. The secret is group ``v``.
"""

# How a value is written: hidden in a way with a number, or plain
_WAY = r"(?: {1,4}(?:\d{1,2}|ENC|ascii(?:-text)?|cipher|encrypted|hex(?:adecimal)?|plain(?:text)?|simple))?"
# Not a path, a placeholder, or the algorithm that a way of hiding uses: password cipher aes256-gcm
_NO_VALUE = r"(?![/<({\[]|[$%][A-Za-z_{(]|(?i:aes|3?des|rc4|sha|md5|chacha|blowfish|camellia|tls|hmac|pbkdf)[\d_-])"
_VALUE = rf" {{1,4}}\"?{_NO_VALUE}(?P<v>[^\s\"';]{{6,256}})(?![^\s\"';])"
_KEY = _WAY + _VALUE
_HASH = r"(?:md5|sha(?:-?\d{1,3})?|hmac-[\w-]{3,12}|cmac-aes-128|keyed-[\w-]{3,12})"
_LINE_BEFORE = r"(?:\A|(?<=\A )|(?<=[\r\n])|(?<=[\r\n] )|(?<=[\r\n]  )|(?<=[\r\n]    ))"
_LINE_BEHIND = r"(?= {0,9}(?:[\r\n]|\Z))"

_SERVERS = tuple(
    (
        f"key of {kind}",
        kind,
        f"{kind}-server",
        rf"{kind}-server(?: {{1,4}}(?!{kind})[^\s\"]{{1,64}}){{0,9}}? {{1,4}}(?:shared-)?(?:key|secret){_KEY}",
    )
    for kind in ("radius", "tacacs", "tacplus")
)
_USERS_OF_SNMP = tuple(
    (
        f"{what} of SNMP",
        "snmp",
        "snmp-server user ",
        rf"snmp-server user (?:(?!snmp)[^\s\"]{{1,64}} ){{1,9}}?{what} (?:{algorithm}) ?{_VALUE}",
    )
    for what, algorithm in (("auth", _HASH), ("priv", r"(?:3?des|aes)(?: ?\d{3})?"))
)

NETWORK_DEVICES: tuple[tuple[str, str, str, str], ...] = (
    *_SERVERS,
    *_USERS_OF_SNMP,
    ("key of a controller", "radius", "radius a", rf"radius (?:auth|acct) add \d{{1,3}} \S{{1,64}} \d{{1,5}}{_KEY}"),
    (
        "key of a server",
        "private",
        "server-private ",
        rf"(?<=server-)private \S{{1,64}} (?:[\w-]{{1,32}} \d{{1,5}} ){{0,4}}key{_KEY}",
    ),
    # In a block of its own: aaa-server X host 10.0.0.1, radius server X
    (
        "key below a server",
        "server",
        "\n key ",
        r"server (?:(?!server)[^\r\n]){1,200}(?:\r?\n (?!key )[^\r\n]{1,100}){0,5}\r?\n key" + _KEY + _LINE_BEHIND,
    ),
    *(("key on a line", "key", f"key {way} ", rf"{_LINE_BEFORE}key {way}{_VALUE}{_LINE_BEHIND}") for way in "0678"),
    ("key of isakmp", "isakmp", "isakmp key ", rf"isakmp key{_KEY} {{1,4}}(?:address|hostname) "),
    ("shared key", "shared", "shared-key ", rf"shared-key(?: (?:local|remote|address \S{{1,64}} key))?{_KEY}"),
    (
        "key of authentication",
        "authentication",
        "authentication-key ",
        rf"authentication-key(?: \d{{1,10}})?(?: (?:type )?{_HASH})?(?: value)?{_KEY}",
    ),
    *(
        (f"authentication of {kind}", kind, " authentication ", rf"{kind} \d{{1,4}} authentication(?: text)?{_KEY}")
        for kind in ("glbp", "standby", "vrrp")
    ),
    ("key of digests", "digest", "digest-key ", rf"digest-key \d{{1,3}} {_HASH}{_KEY}"),
    ("key string", "string", "key-string ", rf"(?<=key-)string{_KEY}"),
    ("key of Wi-Fi", "psk", "psk ", rf"psk (?:set-key )?(?:ascii|hex){_KEY}"),
    ("secret of Fortinet", "psksecret", "psksecret ", rf"psksecret{_KEY}"),
    ("password of Fortinet", "passwd", "set passwd ", rf"(?<=set )passwd{_KEY}"),
    ("secret of Juniper", "secret", 'secret "', r"secret \"(?P<v>[^\s\"]{6,256})\";"),
    (
        "secret on a line",
        "secret",
        'secret "',
        rf"{_LINE_BEFORE}secret \"(?P<v>[^\s\"]{{6,256}})\"{_LINE_BEHIND}",
    ),
    *(
        (f"user with a {kind}", "username", f" {kind} ", rf"username \S{{1,64}}(?: privilege \d{{1,2}})? {kind}{_KEY}")
        for kind in ("password", "secret")
    ),
    *(
        (f"enable {kind}", "enable", f"enable {kind} ", rf"enable {kind}(?: level \d{{1,2}})?{_KEY}")
        for kind in ("password", "secret")
    ),
    ("hidden password", "password", "password ", rf"password (?:[04-9]|ENC|cipher|irreversible-cipher|simple){_VALUE}"),
    (
        "password of a device",
        "password",
        "password ",
        r"(?:(?<=(?:chap|isis) )|(?<=ftp )|(?<=set )|(?<=vpn-)|(?<=encrypted-))password" + _VALUE,
    ),
    ("password of a neighbour", "neighbor", " password ", rf"neighbor \S{{1,64}} password{_KEY}"),
    ("password on a line", "password", "password ", rf"{_LINE_BEFORE}password{_VALUE}{_LINE_BEHIND}"),
    ("password of Juniper", "password", "password-value ", rf"password-value{_VALUE}"),
    (
        "receiver of traps",
        "snmp",
        "snmp-server host ",
        rf"snmp-server host \S{{1,64}}(?: (?:informs|traps))? version (?:1|2c)(?! (?:public|private)(?!\S)){_VALUE}",
    ),
)
