"""What somebody logs in by, the name and the password on both sides of a stroke: ``Login: ann / x``.

Each entry: name, sign, what a text must hold besides, pattern; see ``command_lines.py``. The secret is group ``v``,
and only an opaque value with a digit is one.
"""

from SteadyAPI.redaction.shapes.notations.languages.prose import SAID

# Not a page and a step (Schritt2b), a browser and its version: digits between letters before the end, or a character
# that is rare
_NO_LABEL = r"(?=\S{0,60}?(?:[A-Za-z]\d{1,9}[A-Za-z](?![.,;:!?)]{0,3}(?:\s|\Z))|[!#$%^&*]))"
_PAIR = rf"[ \xa0]?: {{1,2}}(?:[^\s/:@]{{1,64}}+@[^\s/:]{{1,128}}+ / |[^\s/:]{{1,128}}+ / {_NO_LABEL}){SAID}"
# Not the login page
_ENDS = r"(?= (?:for|to|of|on|in)\b|[.,;!]|\s{0,9}\Z)"

LOGINS: tuple[tuple[str, str, str, str], ...] = (
    ("login", "login", "ogin: ", rf"(?i:login){_PAIR}"),
    *((f"{verb} in", verb, f"{verb[1:]} in: ", rf"(?i:{verb}) in{_PAIR}") for verb in ("log", "sign")),
    *(
        (verb, verb, f"{verb[1:]} in as ", rf"(?i:{verb}) in as [^\s/:]{{1,128}}+ (?:/|with|using) {_NO_LABEL}{SAID}")
        for verb in ("logged", "logging", "log", "signed", "signing", "sign")
    ),
    *(
        (f"{word} as", word, f"{word[1:]} as ", rf"(?i:{word}) as [^\s/:]{{1,128}}+ (?:with|using) {_NO_LABEL}{SAID}")
        for word in ("login", "logon")
    ),
    ("credentials are", "credentials", "redentials are", rf"(?i:credentials) are:? [^\s/:]{{1,128}}+(?: / |:){SAID}"),
    *(
        (
            f"use to {verb} in",
            "use",
            f" to {verb} in",
            rf"(?i:use) [^\s/:]{{1,128}}+(?: / |:)(?!\d{{1,4}}\.\d){SAID} to {verb} in\b",
        )
        for verb in ("log", "sign")
    ),
    # Before what they are; a name of any kind would be looked for at every word.
    *(
        (
            *(f"{name}, {sort}", name, f"the {sort}"),
            rf"(?i:{name})[\w.@-]{{0,64}}+(?: / |:){SAID} (?:are|is) the {sort}{_ENDS}",
        )
        for name in ("admin", "root", "user", "test", "guest")
        for sort in ("credentials", "login")
    ),
    ("credentials", "credentials", "redentials: ", rf"(?i:credentials){_PAIR}"),
    # Benutzer/Passwort: ann / x
    *(
        (f"user and {word}", word, f"{word[1:]}: ", rf"(?:(?<=/)|(?<=/ ))(?i:{word}){_PAIR}")
        for word in ("password", "passwort", "kennwort", "pass", "pw", "secret", "senha")
    ),
    ("user and PW", "pw", "W: ", rf"(?:(?<=/)|(?<=/ ))PW{_PAIR}"),
    ("user and mot de passe", "passe", "ot de passe", rf"(?:(?<=/mot de )|(?<=/ mot de ))passe{_PAIR}"),
    ("user and contrase\xf1a", "contrase", "ontrase\xf1a: ", rf"(?:(?<=/)|(?<=/ ))contrase\xf1a{_PAIR}"),
    *(
        (f"{verb} in with", verb, f"{verb[1:]} in with ", rf"(?i:{verb}) in with [^\s/:]{{1,128}}+ / {_NO_LABEL}{SAID}")
        for verb in ("log", "logging", "sign", "signing")
    ),
    # German, French, Italian
    *(
        (word, word, word[1:], rf"(?i:{word}){_PAIR}")
        for word in ("zugangsdaten", "anmeldedaten", "anmeldung", "identifiants", "connexion", "credenziali", "accesso")
    ),
)
