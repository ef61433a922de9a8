"""Passwords on the command lines of other tools, whose options have no telling name: ``docker login -p x``.

Each entry: name, sign, what a text must hold besides, pattern. A sign of letters in lower case is what the pattern
begins with. The secret is group ``v``.
"""

# What documentation writes: user:password
NO_EXAMPLE = (
    r"(?!(?:user|username|usr|name|login|USER|USERNAME):(?:password|passwd|pass|pwd|PASS|PASSWORD)(?![^\s\"'@]))"
)
_LINE = r"[^\r\n]"
_COMMAND = r"[^\r\n;|&]"
_VALUE = r"[\"']?(?P<v>[^\s\"'-][^\s\"']{0,255})"
# Of an option that may be a port: docker run -p 80:80
_NO_PORT = r"[\"']?(?!\d{1,5}(?::\d{1,5})?(?!\S))(?P<v>[^\s\"'-][^\s\"']{0,255})"
_PAIR = r"[\"']?" + NO_EXAMPLE + r"[^\s:\"'{}]{1,128}:(?P<v>[^\s\"']{1,256})"
# Of a command that a sentence may name as well
_OF_A_SENTENCE = r"[\"']?(?![\w-]{1,40}=)(?P<v>(?=\S{0,60}\d)[^\s\"'-][^\s\"']{7,255})"

# Tools whose option takes a password only, and no port
TOOLS = (
    *((tool, "-pw") for tool in ("plink", "pscp", "psftp")),
    *((tool, "-P") for tool in ("mosquitto", "ipmitool")),
    *((tool, "-p") for tool in ("psexec", "rdesktop", "nxc", "crackmapexec")),
    ("freerdp", "/p"),
    ("infacmd", "-pd"),
    ("netlify", "--auth"),
    ("doctl", "-t"),
    ("choco", "--key"),
    ("nuget", "-k"),
    ("useradd", "-p"),
    ("usermod", "-p"),
)  # Tools whose first argument is a user and a password: ann/x@db
TOOLS_OF_ORACLE = ("impdp", "expdp", "sqlldr", "rman")

# Of echo and printf
_FORMAT = r"(?:-n\s{1,4}|[\"']?%s(?:\\n)?[\"']?\s{1,4})?"
# Tools that read a secret from the one before
READERS = (
    *("sudo -S", "kinit", "docker login", "docker secret create", "gh auth login", "gh secret set"),
    *("lpass login", "LPASS_DISABLE_PINENTRY=1 lpass login"),
    *("gpg --batch --passphrase-fd", "cryptsetup"),
    *("wrangler secret put", "helm registry login", "vault login", "chpasswd", "passwd --stdin", "openssl passwd"),
)


def _up_to_option(tool: str, within: str = _COMMAND, most: int = 300) -> str:
    """Returns the pattern of ``tool`` and the arguments before an option, which don't go over the tool's next name.

    From there, the same option is found; so many names in a row take the time of one each.
    """
    return rf"{tool}\s(?:(?!{tool}\s){within}){{0,{most}}}?(?<=\s)"


COMMAND_LINES: tuple[tuple[str, str, str, str], ...] = (
    ("curl user", "curl", "", _up_to_option("[Cc]url", _LINE) + rf"(?:-u|-U|--user|--proxy-user)[ =]?{_PAIR}"),
    ("curl cookie", "curl", "-b", _up_to_option("curl") + r"-b[ =]?[\"']?[\w.-]{1,128}=(?P<v>[^\s\"';]{4,1024})"),
    # Known by the option, because most messages hold a URL.
    ("httpie", "-a", " -a", _up_to_option("https?") + rf"-a[ =]{_PAIR}"),
    ("httpie auth", "--auth", "", _up_to_option("https?") + rf"--auth[ =]{_PAIR}"),
    ("sshpass", "sshpass", "", rf"sshpass\s{{1,4}}-p\s{{0,4}}{_VALUE}"),
    ("login", "login", " -p", _up_to_option("login") + rf"-p[ =]?{_NO_PORT}"),
    # What workflows of GitHub are told to hide
    (
        "htpasswd",
        "htpasswd",
        " -",
        r"htpasswd\s{1,4}-(?=\w{0,6}b)(?:(?=\w{0,6}n)\w{1,7}|\w{1,7}\s{1,4}\S{1,256})\s{1,4}\S{1,128}\s{1,4}" + _VALUE,
    ),
    (
        "smbclient",
        "smbclient",
        "%",
        _up_to_option("smbclient", _LINE) + r"-U[ =]?[\"']?[^\s%\"']{1,128}%(?P<v>[^\s\"']{1,256})",
    ),
    (
        "lftp",
        "lftp",
        " -u",
        _up_to_option("lftp", _LINE, 200) + r"-u[ =]?[\"']?[^\s,\"']{1,128},(?P<v>[^\s\"']{1,256})",
    ),
    ("net use", "user", "net use ", r"(?<=/)user:\S{1,128}\s{1,4}(?P<v>[^\s/]\S{0,255})"),
    ("cmdkey", "cmdkey", "/pass:", r"cmdkey\s[^\r\n]{0,300}?/pass:(?P<v>\S{1,256})"),
    ("schtasks", "schtasks", "/rp", rf"schtasks\s[^\r\n]{{0,300}}?/rp\s{{1,4}}{_VALUE}"),
    ("zip", "zip", " -P", _up_to_option("zip") + rf"-P ?{_VALUE}"),
    ("7z", "7z", " -p", _up_to_option(r"7z[ar]?\s{1,4}\w{1,2}", _LINE) + r"-p(?!ause)(?P<v>[^\s\"'-][^\s\"']{0,255})"),
    ("twine", "twine", " -p", _up_to_option("twine") + rf"-p[ =]?{_VALUE}"),
    # One line has several of them.
    *(
        (
            f"snmp -{option}",
            "snmp",
            f" -{option}",
            _up_to_option(r"snmp\w{1,12}") + rf"-{option} ?(?!(?:public|private)(?!\S)){_VALUE}",
        )
        for option in "cAX"
    ),
    ("openssl key", "openssl", " -k", _up_to_option("openssl") + rf"-k\s{{1,4}}{_VALUE}"),
    (
        "secure string",
        "securestring",
        "",
        r"(?i:securestring)\s{1,4}(?:-String\s{1,4})?[\"'](?P<v>[^\"'\r\n]{1,256})[\"']",
    ),
    (
        "user secrets",
        "user",
        "user-secrets",
        r"user-secrets\s{1,4}set\s{1,4}[\"']?[\w:.-]{1,128}[\"']?\s{1,4}" + _VALUE,
    ),
    (
        "poetry",
        "poetry",
        "config",
        r"poetry\s{1,4}config\s{1,4}(?:pypi-token\.\S{1,64}|http-basic\.\S{1,64}\s\S{1,64})\s" + _VALUE,
    ),
    ("creds", "creds", "creds", rf"creds[ =]{_PAIR}"),
    ("rabbit", "rabbitmqctl", "", r"rabbitmqctl\s{1,4}(?:add_user|change_password)\s{1,4}\S{1,128}\s{1,4}" + _VALUE),
    ("sentinel", "sentinel", "auth-pass", r"sentinel\s{1,4}auth-pass\s{1,4}\S{1,128}\s{1,4}" + _VALUE),
    ("etcd", "etcdctl", "--user", _up_to_option("etcdctl") + rf"--user[ =]{_PAIR}"),
    ("jenkins", "jenkins", "-auth", _up_to_option(r"jenkins-cli\S{0,9}") + rf"-auth\s{{1,4}}{_PAIR}"),
    ("sonar", "sonar", "sonar.login", r"sonar\.login=(?P<v>(?=\w{0,60}\d)\w{16,128})"),
    (
        "pulumi",
        "pulumi",
        "--secret",
        r"pulumi\s{1,4}config\s{1,4}set\s{1,4}--secret\s{1,4}[\w:.-]{1,128}\s{1,4}" + _VALUE,
    ),
    ("gh secret", "secret", "gh secret set", _up_to_option(r"secret\s{1,4}set") + rf"(?:--body|-b)[ =]{_VALUE}"),
    ("net user", "user", "net user ", r"(?<=net )user\s{1,4}\S{1,128}\s{1,4}(?P<v>[^\s/*]\S{0,255})\s{1,4}/add"),
    ("db2", "db2", " using ", r"db2\s[^\r\n]{0,100}?\suser\s\S{1,128}\susing\s(?P<v>\S{1,256})"),
    (
        "prompt",
        "password",
        "assword for '",
        r"[Pp]assword for '[^'\r\n]{1,200}': ?(?P<v>(?!terminal prompts)\S{1,256})",
    ),
    *(
        (
            f"{verb} to {tool}",
            verb,
            f"| {tool}",
            rf"{verb}\s{{1,4}}{_FORMAT}[\"']?(?P<v>[^\s\"'|]{{1,256}})[\"']?\s{{0,4}}\| {tool}",
        )
        for verb in ("echo", "printf")
        for tool in READERS
    ),
    *(
        (tool, tool, option, _up_to_option(tool + r"[\w.-]{0,12}") + rf"{option}[ =:]{_VALUE}")
        for tool, option in TOOLS
    ),
    ("ssh-keygen", "keygen", "ssh-keygen", _up_to_option("keygen") + rf"-[NP] {_VALUE}"),
    ("keyvault", "keyvault", "secret set", _up_to_option("keyvault") + rf"--value[ =]{_VALUE}"),
    ("cqlsh", "cqlsh", " -p", _up_to_option("cqlsh") + rf"-p[ =]?{_VALUE}"),
    ("minio", "alias", "alias set", rf"alias set \S{{1,64}} https?://\S{{1,256}} \S{{1,128}} {_VALUE}"),
    ("ngrok", "ngrok", "authtoken", rf"ngrok\s(?:config\sadd-)?authtoken\s{_VALUE}"),
    (
        "wpa",
        "passphrase",
        "wpa_passphrase",
        r"(?<=wpa_)passphrase [^\s\"']{1,32} [\"']?(?P<v>[^\s\"'<\[-][^\s\"']{7,62})",
    ),
    *(
        (f"{kind} of SNMP", "community", kind, rf"community\s{{1,9}}(?!(?:public|private)(?![\w-])){_VALUE}")
        for kind in ("rocommunity", "rwcommunity")
    ),
    ("user of Redis", "setuser", "SETUSER", r"SETUSER \S{1,128}(?: [^\s>]\S{0,64}){0,9}? [>#](?P<v>\S{1,256})"),
    # The settings of Redis
    ("requirepass", "requirepass", "", r"requirepass\"?\s{1,4}(?:2\) )?[\"']?(?P<v>(?=\S{0,60}\d)[^\s\"']{6,256})"),
    # Mail and files: what a client writes to the server
    ("imap", "login", 'LOGIN "', r"LOGIN \"[^\s\"]{1,128}\" \"(?P<v>[^\"\r\n]{1,256})\""),
    (
        "pass line",
        "user",
        "USER ",
        r"USER \S{1,128}\r?\n(?:[^\r\n]{0,200}\r?\n){0,3}?[^\r\n]{0,12}?\bPASS (?P<v>\S{1,256})",
    ),
    ("pass sent", "pass", "> PASS ", r"(?<=> )PASS (?P<v>\S{1,256})"),
    # The code that is shown to phones
    ("wifi", "wifi", "WIFI:", r"WIFI:(?:[A-Z]{1,3}:[^;\r\n]{0,64}+;){0,6}?P:(?P<v>(?:\\.|[^\s;\\]){1,128}+);"),
    ("add mask", "add-mask", "", r"add-mask::(?P<v>[^\s]{1,1024})"),
    ("vault login", "vault", "login", r"vault\s{1,4}login\s{1,4}(?P<v>(?=\S{0,60}\d)[\w.-]{8,256})(?!\S)"),
    # Bitwarden, whose commands are words of prose, too
    *(
        (f"bitwarden {verb}", verb, f"bw {verb} ", rf"(?<=bw ){verb} {whose}{_OF_A_SENTENCE}")
        for verb, whose in (("unlock", r"(?:--\w{1,20} ){0,3}"), ("login", r"[^\s@]{1,128}@[^\s@]{1,128} "))
    ),
    ("mysql", "mysql", " -p", _up_to_option("mysql(?:dump|admin)?", _LINE) + "-p" + _VALUE),
    ("mariadb", "mariadb", " -p", _up_to_option("mariadb(?:-dump|-admin)?", _LINE) + "-p" + _VALUE),
    ("mongo", "mongo", " -p", _up_to_option("mongo(?:sh|dump|restore|export|import)?") + rf"-p[ =]?{_NO_PORT}"),
    ("sqlcmd", "sqlcmd", " -P", _up_to_option("sqlcmd") + rf"-P[ =]?{_VALUE}"),
    ("redis", "redis-cli", " -a", _up_to_option("redis-cli") + rf"-a[ =]{_VALUE}"),
    ("ldap", "ldap", " -w", _up_to_option("ldap(?:search|modify|add|delete|passwd|whoami)") + rf"-w[ =]?{_VALUE}"),
    ("openssl", "pass", "pass:", r"pass(?:in|out|word)?[ =][\"']?pass:(?P<v>[^\s\"']{1,256})"),
    *(
        (f"keytool {which}", "keytool", f"-{which}pass", _up_to_option("keytool") + rf"-{which}pass[ =]{_VALUE}")
        for which in ("store", "key", "srcstore", "deststore", "srckey", "destkey", "new")
    ),
    # The file .netrc
    (
        "netrc",
        "machine",
        "password",
        r"machine\s{1,9}\S{1,256}\s{1,9}login\s{1,9}\S{1,256}\s{1,9}password\s{1,9}(?P<v>(?=\S{0,255}[^A-Za-z\s])\S{1,256})",
    ),
    ("oracle", "oracle", "@", r"(?<=jdbc:)oracle:\w{1,9}:[^\s/@:\"']{1,128}/(?P<v>[^\s/@\"']{1,256})@"),
    *(
        (
            tool,
            tool,
            "@",
            rf"{tool}\s(?:(?!{tool})[^\r\n]){{0,100}}?(?:(?<=[\s\"'])|(?<=userid=))[^\s/@\"'=-]{{1,128}}/(?!password@|passwd@|pass@)(?P<v>[^\s/@\"']{{1,256}})@",
        )
        for tool in ("sqlplus", *TOOLS_OF_ORACLE)
    ),
    (
        "sql user",
        "identified",
        "",
        r"(?i:identified\s{1,4}(?:with\s{1,4}\w{1,40}\s{1,4})?by)\s{1,4}'(?P<v>(?:[^'\r\n]|''){1,256}+)'",
    ),
    # Only a statement, because "identified by" is prose, too.
    ("oracle user", "identified", "", r"IDENTIFIED\s{1,4}BY\s{1,4}\"?(?P<v>[^\s\"';:?&$][^\s\"';]{0,255})"),
)
