"""Passwords behind the options of tools that people name in prose, too, or that documentation shows: ``bcp -P x``.

Each entry: name, sign, what a text must hold besides, pattern; see ``command_lines.py``. The secret is group ``v``,
masked unless it is an ordinary word: ``-P password``.
"""

_COMMAND = r"[^\r\n;|&]"
# Of Set-ItemProperty and New-ItemProperty
_UP_TO = rf"(?:(?!(?i:itemproperty)){_COMMAND})"
_VALUE = r"[\"']?(?!fileb?://)(?P<v>[^\s\"'$<{\[-][^\s\"']{2,255})"
_WORD = r"[^\s\"']{1,128}"
# Behind an option that sentences name, too: no word, file, path, address or name with a number
_TELLING = (
    r"[\"']?(?![./~]|https?:|(?:env|file|pass|prompt|stdin):|\S{1,200}\.(?:crt|jks|json|key|p12|pem|properties|txt|ya?ml)\b"
    r"|(?:[a-z]{1,20}(?:-[a-z]{1,20}){0,4}-?\d{0,3}|[A-Z_]{1,40}\d?|v?\d{1,4}(?:[.:-]\d{1,4}){1,4}%?)(?=[,;.!?]{0,2}(?:[\s\"']|\Z)))"
    r"(?=\S{0,60}(?:\d|[!#%&*+=?^~][^\s\"']))(?P<v>[^\s\"'$<{\[(-][^\s\"']{5,255})(?![^\s\"'])"
)
_NAME = r"(?i:password|passwd|pwd|passphrase|secret|token|api_?key)"

OPTIONS: tuple[tuple[str, str], ...] = (
    *((tool, "-P") for tool in ("bcp", "isql", "osql", "tsql")),
    *((tool, "-p") for tool in ("certutil", "beeline", "rabbitmqadmin", "hdbsql")),
    ("signtool", "/p"),
)
"""Tools, and their option."""


def _up_to_option(command: str, option: str) -> str:
    """Returns the pattern of ``command`` and what follows up to ``option``, which doesn't go over the next command.

    So many commands in a row take the time of one each.
    """
    return rf"{command}(?:\.exe)?\"?\s(?:(?!{command}(?:\.exe)?\"?\s){_COMMAND}){{0,300}}?(?<=\s){option}"


COMMAND_OPTIONS: tuple[tuple[str, str, str, str], ...] = (
    *((tool, tool, f" {option}", _up_to_option(tool, option) + rf"[ =]?{_VALUE}") for tool, option in OPTIONS),
    ("cypher-shell", "shell", "cypher-shell ", _up_to_option("shell", "-p") + f"[ =]?{_VALUE}"),
    ("conan", "conan", "conan ", _up_to_option("conan (?:user|remote login|remote auth)", "-p") + f" {_VALUE}"),
    # Stores of keys: jarsigner and others, which have several of them in a line
    *(
        (f"-{which}pass", f"{which}pass", f"{which}pass ", rf"(?:(?<=-)|(?<=-src)|(?<=-dest)){which}pass {_VALUE}")
        for which in ("store", "key")
    ),
    (
        "parameter of AWS",
        "ssm",
        "SecureString",
        (
            rf"ssm put-parameter(?=(?:(?!ssm ){_COMMAND}){{0,300}}SecureString)"
            rf"(?:(?!ssm ){_COMMAND}){{0,300}}?\s--value[ =]{_VALUE}"
        ),
    ),
    # Options with one dash, as tools in Java and Go have them
    *(
        (f"-{option}", option, f" -{option} ", rf"(?<= -){option} {_TELLING}")
        for option in ("secret", "token", "apikey", "password", "pass", "pwd", "passphrase")
    ),
    # HTTPie and xh
    (
        "bearer behind its token",
        "-a",
        " -A bearer",
        _up_to_option("(?:https?|xhs?)", "(?:-a|--auth)") + rf"[ =]{_VALUE}(?={_COMMAND}{{0,200}}? -A bearer)",
    ),
    (
        "xh",
        "bearer",
        " bearer ",
        rf"(?:(?<=-A )|(?<=auth-type )|(?<=auth-type=))bearer\s(?:{_COMMAND}{{0,200}}?\s)?(?:-a|--auth)[ =]{_VALUE}",
    ),
    (
        "bearer of HTTPie",
        "bearer",
        "--auth-type=bearer ",
        rf"(?<=auth-type=)bearer\s(?:{_COMMAND}{{0,200}}?\s)?(?:-a|--auth)[ =]{_VALUE}",
    ),
    *(
        (f"key of openssl {option}", "openssl", f" {option} ", _up_to_option("openssl", option) + f" {value}")
        for option, value in (
            ("-K", r"[\"']?(?P<v>[0-9a-fA-F]{8,512})(?![\w-])"),
            ("-psk", r"[\"']?(?P<v>[0-9a-fA-F]{8,512})(?![\w-])"),
            ("-hmac", _VALUE),
            ("-macopt", r"[\"']?(?:hex)?key:(?P<v>[^\s\"'$<{]{3,512})"),
        )
    ),
    # Keychains of macOS
    *(
        (
            f"keychain {command}",
            "security",
            f"security {command} ",
            _up_to_option(f"security {command}", option) + " " + _VALUE,
        )
        for command, option in (
            ("unlock-keychain", "-p"),
            ("create-keychain", "-p"),
            ("import", "-P"),
            ("add-generic-password", "-w"),
            ("add-internet-password", "-w"),
            ("set-key-partition-list", "-k"),
        )
    ),
    # A certificate and its password, not a file on a drive: C:\\x.pem
    *(
        (
            f"certificate {option}",
            "curl",
            f" {option}",
            _up_to_option("curl", option) + r"[ =][\"']?[^\s:\"'<\[]{1,256}:(?![\\/])(?P<v>[^\s:\"']{3,256})",
        )
        for option in ("--cert", "-E")
    ),
    (
        "composer",
        "composer",
        "http-basic.",
        rf"composer config (?:--?[a-z-]{{1,20}} ){{0,4}}http-basic\.{_WORD} {_WORD} {_VALUE}",
    ),
    ("rar", "rar", " -hp", r"rar \w{1,2} (?:(?!rar )[^\r\n;|&]){0,200}?(?<=\s)-hp(?P<v>[^\s\"'-][^\s\"']{2,255})"),
    ("choco apikey", "choco", "apikey", _up_to_option("choco (?:apikey|setapikey)", "-k") + f"[ =]{_VALUE}"),
    *(
        (
            f"{verb} source of NuGet",
            "nuget",
            f"{verb} source",
            _up_to_option(f"nuget {verb} source", "-p") + f" {_VALUE}",
        )
        for verb in ("add", "update")
    ),
    ("influx", "influx", "influx config ", _up_to_option("influx config (?:create|set)", "-t") + f" {_VALUE}"),
    # What sends the coverage of tests to a service, also as a script: curl -s https://codecov.io/bash | bash -s -- -t x
    *(
        (f"upload by {tool}", sign, tool, _up_to_option(rf"{tool}[\w.-]{{0,20}}", option) + f"[ =]{_VALUE}")
        for sign, tool, option in (
            ("codecov", "codecov", "-t"),
            ("codacy", "codacy-coverage-reporter", "(?:-t|-a|--api-token)"),
        )
    ),
    (
        "script of Codecov",
        "codecov",
        "codecov.io/bash",
        r"codecov\.io/bash\)?[\"']?(?:\s{1,3}\|\s{1,3}bash\s)?(?:(?!codecov)[^\r\n;|&]){0,300}?(?<=\s)-t[ =]" + _VALUE,
    ),
    *(
        (
            f"reporter of Code Climate {option}",
            "reporter",
            "test-reporter ",
            _up_to_option("reporter", option) + f"[ =]{_VALUE}",
        )
        for option in ("-r", "--id")
    ),
    ("lpass", "lpass", "lpass login ", rf"lpass login (?:(?!lpass )[^\r\n;|&<]){{0,200}}<<< ?{_VALUE}"),
    # Windows: what is kept in its registry
    (
        "reg add",
        "reg",
        "/d ",
        (
            rf"(?i:reg(?:\.exe)? add)\s(?:(?!(?i:reg(?:\.exe)? add))[^\r\n]){{0,300}}?/v \"?[\w .-]{{0,40}}?{_NAME}\"? "
            rf"(?:(?!(?i:reg(?:\.exe)? add))[^\r\n]){{0,60}}?/d {_VALUE}"
        ),
    ),
    *(
        (f"{name} in the registry", name, "REG_SZ", rf"(?i:{name})\s{{1,40}}REG_SZ\s{{1,40}}(?P<v>[^\s<$%]\S{{2,255}})")
        for name in ("password", "passwd", "pwd", "secret", "token")
    ),
    (
        "property of an item",
        "itemproperty",
        "-Value ",
        (
            rf"(?i:itemproperty)\s{_UP_TO}{{0,300}}?-Name [\"']?[\w.-]{{0,40}}?{_NAME}[\"']? "
            rf"{_UP_TO}{{0,60}}?-Value {_VALUE}"
        ),
    ),
    (
        "share with a password",
        "use",
        "/user:",
        r"(?<=net )use (?:\S{1,3} )?\\{2,8}\S{1,256} (?P<v>[^\s/*]\S{2,255}) /user:",
    ),
)
