"""Secrets below the command that prints them, and behind what asks for them: ``$ pass show shop``, ``sendline("x")``.

Each entry: name, sign, what a text must hold besides, pattern; see ``command_lines.py``. The secret is group ``v``.
"""

# Not what is no secret of one
_BESIDES = "age|algorithm|count|endpoint|expir|file|host|id\\b|length|name|path|region|ttl|type|ur[il]|user|version"
_NAME = rf"(?i:pass|token|secret|pwd|api_?key|access_?key|credential)(?!\w{{0,30}}?(?i:{_BESIDES}))"
_FIELD = rf"-field[= ][\"']?(?![\w-]{{0,40}}?(?i:{_BESIDES}))"
# The rest of the command, whose output goes to nothing but a tool that decodes or cuts it
_READER = r"(?:\| ?(?:base64|openssl base64|head|tail|tr|jq|cut|cat|sed|awk|xargs)(?![\w-])[^\r\n|>]{0,80})"
_REST = rf"[^\r\n|>]{{0,300}}+{_READER}{{0,3}}(?<![)`\\&(])"
_TIME = r"(?:\d{4}-\d\d-\d\dT[\d:.]{8,20}Z )?"
# Alone on its line, no path, option or command
_OUTPUT = (
    rf"\r?\n{_TIME}[\"']?(?![./~$#+<>(\[{{-]|https?:|\w{{1,20}}:(?!\S{{4}}))(?=\S{{0,60}}[\d#!%&*+=?@^~])"
    r"(?P<v>[^\s\"']{6,2048})[\"']?(?=[ \t]{0,9}(?:[\r\n]|\Z))"
)
_PROMPTED = r"(?:(?<=[$%>+] )|(?<=# )|(?<=Run ))"
# The sign, what is needed, the command up to where its arguments begin
_COMMANDS = (
    (
        "secret",
        "get secret",
        # Not of a key that holds no secret
        (
            r"(?<=get )secrets?[ /](?:(?!get secret)[^\r\n|>]){1,200}?\{\{?[^\r\n}]{0,4}\.data\b"
            r"(?![^\r\n}]{0,60}?(?i:user|name|host|url|port|cert|\bca\b|crt|region|endpoint|bucket|database))"
            r"[^\r\n}]{1,100}\}{1,2}"
        ),
    ),
    ("token", "create token ", r"(?<=create )token "),
    ("vault", "kv get -field", rf"vault kv get {_FIELD}"),
    ("vault", "read -field", rf"vault read {_FIELD}"),
    ("pass", "pass show ", r"(?:(?<![\w-])|(?<=go))pass show "),
    ("lpass", "lpass show ", r"lpass show [^\r\n|>]{0,60}?(?=--password|-p )"),
    # 1Password
    *(
        (name, needs, rf"(?:(?<=/)|(?<=fields )|(?<=fields=)|(?<=label=))(?i:{name})[\w-]{{0,20}}[\"']?(?=[\s?])")
        for name in ("password", "credential", "token", "secret")
        for needs in ("op item get ", "op read ")
    ),
    ("secrets", "/run/secrets/", r"(?:(?<=cat /run/)|(?<=cat /var/run/))secrets/"),
    ("echo", "echo $", rf"{_PROMPTED}echo \$\{{?\w{{0,60}}?{_NAME}"),
    ("echo", 'echo "$', rf"{_PROMPTED}echo \"\$\{{?\w{{0,60}}?{_NAME}"),
    ("printenv", "printenv ", rf"printenv \w{{0,60}}?{_NAME}"),
    ("secrets", "gcloud secrets versions", r"(?<=gcloud )secrets versions access "),
    ("gcloud", "print-", r"gcloud auth (?:application-default )?print-(?:access|identity)-token"),
    ("keyvault", "keyvault secret", r"keyvault secret (?:show|download) (?=[^\r\n|>]{1,300}?(?:-o|--output)[ =]tsv)"),
    ("token", "az account get", r"(?<=account get-access-)token (?=[^\r\n|>]{1,300}?(?:-o|--output)[ =]tsv)"),
    ("token", "gh auth token", r"(?<=gh auth )token(?![\w-])"),
    ("password", "bw get password", r"(?<=bw get )password "),
    ("totp", "bw get totp", r"(?<=bw get )totp "),
    *(
        ("security", f"find-{kind}-password", rf"security find-{kind}-password (?=[^\r\n|>]{{0,200}}?-\w{{0,2}}w\b)")
        for kind in ("generic", "internet")
    ),
    ("secretsmanager", "get-secret-value", r"secretsmanager get-secret-value (?=[^\r\n|>]{0,300}?SecretString)"),
    ("ssm", "--with-decryption", r"ssm get-parameter (?=[^\r\n|>]{0,300}?--output text)"),
    ("password", "get-login-password", r"(?<=get-login-)password\b"),
    ("terraform", "output -raw ", rf"terraform output -raw \w{{0,60}}?{_NAME}"),
    ("heroku", "config:get ", rf"heroku config:get \w{{0,60}}?{_NAME}"),
    ("doppler", "doppler secrets get ", r"doppler secrets get \w{1,60}[^\r\n|>]{0,60}?(?=--plain)"),
    ("keyring", "keyring get ", r"keyring get "),
    ("secret", "secret-tool lookup ", r"secret-tool lookup "),
    ("whoami", "oc whoami -t", r"(?<=oc )whoami -t"),
)
# What asks for a password on a terminal, and the code that answers
_PROMPT = r"\b[^\r\n\"']{0,20}[\"'](?:, ?\w{1,20} ?= ?[\w.]{1,20})?"
_SENT = (
    r"\)?;?\s{0,20}(?:\{\s{0,9})?(?:await )?(?:[\w.]{1,40}\.)?(?i:send(?:_?line)?|write(?:_?line)?)"
    r"(?: (?:-- )?|\()b?[\"'](?![$<{])(?P<v>[^\"'\r\n$\\]{3,256})(?:\\[rn]){0,2}[\"']"
)

PRINTED_SECRETS: tuple[tuple[str, str, str, str], ...] = (
    *((f"{sign} printed by {needs}", sign, needs, command + _REST + _OUTPUT) for sign, needs, command in _COMMANDS),
    *(
        (f"{verb} for {sign}", sign, verb, rf"(?i:{sign}){_PROMPT}{_SENT}")
        for sign in ("assword", "assphrase", "asswort")
        for verb in (".sendline(", 'send "', "send -- ", ".send(", ".SendLine(")
    ),
    (
        "here string for a prompt",
        "password",
        "<<<",
        r"(?i:password):? ?[\"'] \w{1,40} ?<<< ?[\"']?(?P<v>[^\s\"'$]{3,256})",
    ),
)
"""Masked unless it is an ordinary word."""
