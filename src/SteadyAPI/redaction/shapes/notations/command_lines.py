"""Passwords on the command lines of other tools, whose options have no telling name: ``docker login -p x``.

Each entry: name, sign in lower case by which the pattern begins, what a text must hold besides, pattern. The secret is
group ``v``.
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

COMMAND_LINES: tuple[tuple[str, str, str, str], ...] = (
    ("curl user", "curl", "", rf"[Cc]url\s[^\r\n]{{0,300}}?(?<=\s)(?:-u|-U|--user|--proxy-user)[ =]?{_PAIR}"),
    ("curl cookie", "curl", "-b", rf"curl{_ARGUMENTS}-b[ =]?[\"']?[\w.-]{{1,128}}=(?P<v>[^\s\"';]{{4,1024}})"),
    ("httpie", "http", " -a", rf"https?{_ARGUMENTS}-a[ =]{_PAIR}"),
    ("httpie auth", "http", "--auth", rf"https?{_ARGUMENTS}--auth[ =]{_PAIR}"),
    ("sshpass", "sshpass", "", rf"sshpass\s{{1,4}}-p\s{{0,4}}{_VALUE}"),
    ("login", "login", " -p", rf"login{_ARGUMENTS}-p[ =]?{_NO_PORT}"),
    # What workflows of GitHub are told to hide
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
