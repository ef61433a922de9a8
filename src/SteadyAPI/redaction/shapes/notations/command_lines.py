"""Passwords on the command lines of other tools, whose options have no telling name: ``docker login -p x``.

Each entry: name, sign, what a text must hold besides, pattern. A sign of letters in lower case is what the pattern
begins with. The secret is group ``v``.
"""

# What documentation writes: user:password
NO_EXAMPLE = (
    r"(?!(?:user|username|usr|name|login|USER|USERNAME):(?:password|passwd|pass|pwd|PASS|PASSWORD)(?![^\s\"'@]))"
)
_ARGUMENTS = r"\s[^\r\n;|&]{0,300}?(?<=\s)"
_VALUE = r"[\"']?(?P<v>[^\s\"'-][^\s\"']{0,255})"
# Of an option that may be a port: docker run -p 80:80
_NO_PORT = r"[\"']?(?!\d{1,5}(?::\d{1,5})?(?!\S))(?P<v>[^\s\"'-][^\s\"']{0,255})"
_PAIR = r"[\"']?" + NO_EXAMPLE + r"[^\s:\"'{}]{1,128}:(?P<v>[^\s\"']{1,256})"

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
)

COMMAND_LINES: tuple[tuple[str, str, str, str], ...] = (
    ("curl user", "curl", "", rf"[Cc]url\s[^\r\n]{{0,300}}?(?<=\s)(?:-u|-U|--user|--proxy-user)[ =]?{_PAIR}"),
    ("curl cookie", "curl", "-b", rf"curl{_ARGUMENTS}-b[ =]?[\"']?[\w.-]{{1,128}}=(?P<v>[^\s\"';]{{4,1024}})"),
    # Known by the option, because most messages hold a URL.
    ("httpie", "-a", " -a", rf"https?{_ARGUMENTS}-a[ =]{_PAIR}"),
    ("httpie auth", "--auth", "", rf"https?{_ARGUMENTS}--auth[ =]{_PAIR}"),
    ("sshpass", "sshpass", "", rf"sshpass\s{{1,4}}-p\s{{0,4}}{_VALUE}"),
    ("login", "login", " -p", rf"login{_ARGUMENTS}-p[ =]?{_NO_PORT}"),
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
        r"smbclient\s[^\r\n]{0,300}?(?<=\s)-U[ =]?[\"']?[^\s%\"']{1,128}%(?P<v>[^\s\"']{1,256})",
    ),
    ("lftp", "lftp", " -u", r"lftp\s[^\r\n]{0,200}?(?<=\s)-u[ =]?[\"']?[^\s,\"']{1,128},(?P<v>[^\s\"']{1,256})"),
    ("net use", "user", "net use ", r"(?<=/)user:\S{1,128}\s{1,4}(?P<v>[^\s/]\S{0,255})"),
    ("cmdkey", "cmdkey", "/pass:", r"cmdkey\s[^\r\n]{0,300}?/pass:(?P<v>\S{1,256})"),
    ("schtasks", "schtasks", "/rp", rf"schtasks\s[^\r\n]{{0,300}}?/rp\s{{1,4}}{_VALUE}"),
    ("zip", "zip", " -P", rf"zip{_ARGUMENTS}-P ?{_VALUE}"),
    ("7z", "7z", " -p", r"7z[ar]?\s{1,4}\w{1,2}\s[^\r\n]{0,300}?(?<=\s)-p(?!ause)(?P<v>[^\s\"'-][^\s\"']{0,255})"),
    ("twine", "twine", " -p", rf"twine{_ARGUMENTS}-p[ =]?{_VALUE}"),
    ("snmp", "snmp", " -", rf"snmp\w{{1,12}}{_ARGUMENTS}-[cAX] ?(?!(?:public|private)(?!\S)){_VALUE}"),
    ("openssl key", "openssl", " -k", rf"openssl{_ARGUMENTS}-k\s{{1,4}}{_VALUE}"),
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
    ("etcd", "etcdctl", "--user", rf"etcdctl{_ARGUMENTS}--user[ =]{_PAIR}"),
    ("jenkins", "jenkins", "-auth", rf"jenkins-cli\S{{0,9}}{_ARGUMENTS}-auth\s{{1,4}}{_PAIR}"),
    ("sonar", "sonar", "sonar.login", r"sonar\.login=(?P<v>(?=\w{0,60}\d)\w{16,128})"),
    (
        "pulumi",
        "pulumi",
        "--secret",
        r"pulumi\s{1,4}config\s{1,4}set\s{1,4}--secret\s{1,4}[\w:.-]{1,128}\s{1,4}" + _VALUE,
    ),
    ("gh secret", "secret", "gh secret set", rf"secret\s{{1,4}}set{_ARGUMENTS}(?:--body|-b)[ =]{_VALUE}"),
    ("net user", "user", "net user ", r"(?<=net )user\s{1,4}\S{1,128}\s{1,4}(?P<v>[^\s/*]\S{0,255})\s{1,4}/add"),
    ("db2", "db2", " using ", r"db2\s[^\r\n]{0,100}?\suser\s\S{1,128}\susing\s(?P<v>\S{1,256})"),
    ("prompt", "password", "assword for '", r"[Pp]assword for '[^'\r\n]{1,200}': ?(?P<v>\S{1,256})"),
    *(
        (
            f"echo to {tool}",
            "echo",
            f"| {tool}",
            rf"echo\s{{1,4}}(?:-n\s)?[\"']?(?P<v>[^\s\"'|]{{1,256}})[\"']?\s{{0,4}}\| {tool}",
        )
        for tool in ("sudo -S", "kinit")
    ),
    *((tool, tool, option, rf"{tool}[\w.-]{{0,12}}{_ARGUMENTS}{option}[ =:]{_VALUE}") for tool, option in TOOLS),
    # The settings of Redis
    ("requirepass", "requirepass", "", r"requirepass\s{1,4}[\"']?(?P<v>(?=\S{0,60}\d)[^\s\"']{6,256})"),
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
    ("mysql", "mysql", " -p", r"mysql(?:dump|admin)?\s[^\r\n]{0,300}?(?<=\s)-p" + _VALUE),
    ("mongo", "mongo", " -p", rf"mongo(?:sh|dump|restore|export|import)?{_ARGUMENTS}-p[ =]?{_NO_PORT}"),
    ("sqlcmd", "sqlcmd", " -P", rf"sqlcmd{_ARGUMENTS}-P[ =]?{_VALUE}"),
    ("redis", "redis-cli", " -a", rf"redis-cli{_ARGUMENTS}-a[ =]{_VALUE}"),
    ("ldap", "ldap", " -w", rf"ldap(?:search|modify|add|delete|passwd|whoami){_ARGUMENTS}-w[ =]?{_VALUE}"),
    ("openssl", "pass", "pass:", r"pass(?:in|out|word)?[ =]pass:(?P<v>[^\s\"']{1,256})"),
    ("keytool", "keytool", "pass", rf"keytool{_ARGUMENTS}-(?:store|key|srcstore|deststore)pass[ =]{_VALUE}"),
    # The file .netrc
    (
        "netrc",
        "machine",
        "password",
        r"machine\s{1,9}\S{1,256}\s{1,9}login\s{1,9}\S{1,256}\s{1,9}password\s{1,9}(?P<v>(?=\S{0,255}[^A-Za-z\s])\S{1,256})",
    ),
    ("oracle", "oracle", "@", r"(?<=jdbc:)oracle:\w{1,9}:[^\s/@:\"']{1,128}/(?P<v>[^\s/@\"']{1,256})@"),
    ("sqlplus", "sqlplus", "@", r"sqlplus\s[^\r\n]{0,100}?(?<=\s)[^\s/@\"'-]{1,128}/(?P<v>[^\s/@\"']{1,256})@"),
    (
        "sql user",
        "identified",
        "",
        r"(?i:identified\s{1,4}(?:with\s{1,4}\w{1,40}\s{1,4})?by)\s{1,4}'(?P<v>[^'\r\n]{1,256})'",
    ),
    # Only a statement, because "identified by" is prose, too.
    ("oracle user", "identified", "", r"IDENTIFIED\s{1,4}BY\s{1,4}\"?(?P<v>[^\s\"';:?&$][^\s\"';]{0,255})"),
)
