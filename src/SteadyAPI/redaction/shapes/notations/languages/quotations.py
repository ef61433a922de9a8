"""Passwords in the quotation marks of other languages than English: ``le mot de passe « x » est incorrect``.

Each entry: name, sign, what a text must hold besides, pattern; see ``command_lines.py``. The secret is group ``v``,
and only an opaque value with a digit is one.
"""

_BLANK = r"[ \xa0\u202f]"
# Temporary, and what it is
_BEFORE = (
    rf"(?: [^\W\d_]{{3,12}})?(?: (?:est|ist|lautet|is|es|er|on|este|je|\xe9|\xe8|\xe4r))?(?:{_BLANK}?:)?{_BLANK}{{1,2}}"
)
_GUILLEMETS = rf"[\xab\xbb]{_BLANK}?(?P<v>[^\s\"\xab\xbb]{{6,128}}?){_BLANK}?[\xab\xbb]"
_MARKS = r"\u2018\u2019\u201a\u201c\u201d\u201e"
_OTHER_MARKS = rf"[{_MARKS}](?P<v>[^\s\"{_MARKS}]{{6,128}})[{_MARKS}](?!\w)"
# In marks without blanks, these are found by their names alone.
_NAMES = (
    *(("passe", "(?<=ot de )passe"), ("passe", "(?<=avra-)passe"), ("passwort", "passwort"), ("kennwort", "kennwort")),
    *(("password", "password"), ("senha", "senha"), ("passord", "passord(?:et)?")),
)
_OTHERS = (
    *(("contrase", r"contrase(?:\xf1|n)a"), ("wachtwoord", "wachtwoord"), ("senord", "senord(?:et)?")),
    *(("heslo", "heslo"), ("parola", "parola"), ("haslo", "haslo"), ("salasana", "salasana")),
    *(("adgangskode", "adgangskoden?"), ("kodeord", "kodeord(?:et)?")),
)

QUOTATIONS: tuple[tuple[str, str, str, str], ...] = (
    *(
        (f"{word} in guillemets", sign, "\xbb", rf"(?i:{word}){_BEFORE}{_GUILLEMETS}")
        for sign, word in (*_NAMES, *_OTHERS)
    ),
    *((f"{word} in quotation marks", sign, "", rf"(?i:{word}){_BEFORE}{_OTHER_MARKS}") for sign, word in _OTHERS),
)
