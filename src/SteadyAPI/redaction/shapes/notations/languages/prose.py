"""Passwords in sentences of other languages than English that say whose they are: ``das Passwort von ann ist x``.

Each entry: name, sign, what a text must hold besides, pattern; see ``command_lines.py``. The secret is group ``v``,
and only an opaque value with a digit is one. Writing that isn't Latin-1 is looked at in ``other_scripts.py``; here, a
dot stands for each letter that isn't.
"""

from SteadyAPI.redaction.shapes.notations.languages.quotations import QUOTATIONS

# A word about whom it belongs to, which ends no sentence
_WORD = r"[^\s:;,]{0,79}[^\s:;,.!?]"
# Right behind what its owner stands behind, a label, which its value follows: Passwort für Umgebung: QA2
_NO_LABEL = (
    r"(?! (?:l')?(?:Umgebung|Rolle|Stufe|Mandant|Region|Standort|Version|(?i:stage|environnement|r\xf4le|entorno|rol|"
    r"ambiente|ruolo|papel|omgeving|milj\xf6|milj\xf8|roll|rolle|srodowiska))[ \xa0]?:)"
)
# Not a word with the number of a note: Pflichtfeld2
_NO_NOTE = (
    r"(?!(?i:pflicht|standard|optional|erforderlich|kapitel|abschnitt|obligat|requ[ei]|verplicht)[a-z]{0,20}\d\b)"
)
# Not zone-B12, AUTH-401b
_NO_ZONE = r"(?=\S{0,60}?(?:\d\W?[A-Za-z]{2}|[!#$%^&*_]))"
SAID = (
    r"(?:\\{0,3}[\"']|\xab[ \xa0\u202f]?|[`\u201e\u201c?]|\*\*)?(?=\S{0,60}\d)"
    r"(?P<v>[^\s\"'`\xab\xbb<>(){}\[\]=|/\\][^\s\"'`\xab\xbb<>]{5,254}[^\s\"'`\xab\xbb\u201c\u201d<>.,;:!?)\]\\*])"
)
"""A value of prose, behind what opens a quotation; no path, and without what ends a sentence."""

# Name, sign, the word from the sign on, what its owner stands behind, what the value stands behind, and what it does
# if it is that of nobody
_LANGUAGES: tuple[tuple[str, str, str, str, str, str], ...] = (
    *(
        (
            *(word, word, word, r"f(?:\xfc|ue|\\{1,2}u00fc)r|von|vom|des|der|zu|zum|zur|beim"),
            *(
                "ist|lautet|war|wurde (?:auf|zu)",
                "|".join(
                    (
                        rf"(?:ist|lautet|gilt) (?:ab|seit|bis|nun|jetzt)(?: {_WORD}){{0,3}}?:",
                        "(?:lautet|ist) (?:wie folgt|folgendes):",
                        r"wurde (?:auf|zu)|(?:wurde )?(?:ge\xe4ndert|(?:zur\xfcck)?gesetzt)(?: auf|:)",
                    )
                ),
            ),
        )
        for word in ("passwort", "kennwort")
    ),
    (
        *("mot de passe", "passe", "(?<=ot de )passe", r"pour|de|du|des|d'\S{1,40}"),
        *(
            r"est|\xe9tait|a \xe9t\xe9 (?:chang\xe9|d\xe9fini|r\xe9initialis\xe9) (?:en|\xe0|sur)",
            r"a \xe9t\xe9 chang\xe9 en|(?:\S{5,12} )?est (?:le suivant|d\xe9sormais|maintenant)[ \xa0]?:",
        ),
    ),
    *(
        (
            *(word, sign, pattern, "para|de|do|da|d[oa] usu\xe1rio"),
            *(
                r"\xe9|era|foi (?:alterad|definid|redefinid)a para",
                r"foi alterada para|(?:\S{5,12} )?\xe9 a seguinte:",
            ),
        )
        for word, sign, pattern in (("senha", "senha", "senha"), ("palavra-passe", "passe", "(?<=alavra-)passe"))
    ),
    (
        *("contrase\xf1a", "contrase", r"contrase(?:\xf1|n)a", "para|de|del"),
        *(
            r"es|era|se cambi\xf3 (?:a|por)|(?:fue|ha sido) cambiada (?:a|por)",
            r"se cambi\xf3 a|(?:\S{5,12} )?es la siguiente:",
        ),
    ),
    (
        *("wachtwoord", "wachtwoord", "wachtwoord", "voor|van"),
        *(
            "is|was|is (?:gewijzigd|veranderd) (?:in|naar)",
            "is gewijzigd in|(?:is|luidt) (?:als volgt|vanaf \\S{2,20}):",
        ),
    ),
    (
        *("l\xf6senord", "senord", "senord(?:et)?", r"f\xf6r|till|p\xe5"),
        *(r"\xe4r|var|har \xe4ndrats till", r"har \xe4ndrats till"),
    ),
    *(
        (
            *(word, word, f"{word}(?:en|et|n)?", r"for|til|p\xe5|din|ditt?|deres"),
            *("er|var|(?:er|ble|blev) (?:endret|\xe6ndret) til", "(?:er|ble|blev) (?:endret|\xe6ndret) til"),
        )
        for word in ("adgangskode", "kodeord", "passord")
    ),
    ("salasana", "salasana", "salasana", r"k\xe4ytt\xe4j\xe4lle|tilille|palveluun|palvelulle", "on", "on nyt"),
    # Polish is written without its marks, too.
    ("haslo", "haslo", "haslo", "dla|do|uzytkownika|konta", "to|jest|brzmi", "zmieniono na"),
    ("heslo", "heslo", "heslo", r"pro|k|do|u.ivatele|\xfa.tu", "je|bylo", "je nyn\xed"),
    (
        *("parola", "parola", "parola", r"pentru|lui|de|a|contului|utilizatorului|ta|dumneavoastr.|dvs\."),
        *("este|e|era", "(?:nou.|temporar.) este:?|este acum"),
    ),
    # Their verbs are those of no other language, so it may be the password of nobody: Catalan, Estonian, Latvian
    ("contrasenya", "contraseny", "contrasenya", "de|del|per a", r"\xe9s|era", r"\xe9s:?"),
    ("parool", "parool", "parool", "kasutajale|kontole", "on", "on:?"),
    ("parole", "parole", "parole", r"lietot\S{1,8}|kontam", "ir", "ir:?"),
    ("lykilor\xf0", "lykilor", r"lykilor\xf0(?:i\xf0)?", r"\xfeitt|fyrir", "er", "er:?"),
)
# Italian has the English word, so what follows it must tell.
_ITALIAN = (
    r"per|di|del|della|dell'\S{1,40}",
    r"\xe8|e'|era|\xe8 stata (?:cambiata|impostata|modificata|reimpostata) (?:in|a)",
    r"\xe8 stata (?:cambiata|modificata) in",
)

# "passe" begins a word that is in most logs.
_NEEDED = {"mot de passe": "ot de passe", "palavra-passe": "alavra-passe"}


def _said(word: str, owner: str, verb: str, change: str) -> str:
    """Returns the pattern of ``word``, whose it is, and what it is."""
    return (
        rf"(?i:{word}) (?:(?:{owner}){_NO_LABEL}(?: {_WORD}){{0,4}}?"
        rf"(?: (?:{verb})[ \xa0]?:?|[ \xa0]?:| -)|(?:{change}))"
        rf"(?:[ \xa0]{{1,3}}|[ \t]{{0,9}}(?:\r?\n[ \t]{{0,40}}){{1,2}}){_NO_NOTE}{SAID}"
    )


# Keys of an API, whose words mean something else by themselves
_KEYS: tuple[tuple[str, str, str, str], ...] = (
    ("clave", "lave ", "clave (?:de )?(?:API|acceso)", "es"),
    ("chiave", "hiave ", "chiave (?:d[ei] )?API", r"\xe8"),
    ("chave", "have ", "chave (?:de )?(?:API|acesso)", r"\xe9"),
    ("klucz", "lucz ", "klucz(?: do)? API", "to"),
    ("API-Schl", "API-Schl", r"API-Schl\xfcssel", "ist|lautet"),
    ("API-sleutel", "API-sleutel", "API-sleutel", "is"),
    ("API-nyckel", "API-nyckel", "API-nyckeln?", r"\xe4r"),
    ("API-n", "API-n\xf8", r"API-n\xf8(?:gle|kkel)(?:n|en)?", "er"),
)
_OWNERS = r"f\xfcr|fuer|von|de|del|di|do|da|per|para|pour|van|voor|f\xf6r|for"
_VERBS = r"ist|lautet|es|est|\xe9|\xe8|is|\xe4r|er"

_ACCESS_CODE = (
    r"(?i:code) d(?:e |['\u2019?])(?:acc.s|connexion|s.curit.|v.rification)(?: (?:provisoire|temporaire))?"
    rf"(?: (?:au|\xe0|de|du|pour)(?: {_WORD}){{1,3}}?)?(?: est[ \xa0]?:?|[ \xa0]?:)[ \xa0]{{1,3}}{_NO_ZONE}{SAID}"
)

FOREIGN_PROSE: tuple[tuple[str, str, str, str], ...] = (
    *((f"{name} of somebody", sign, _NEEDED.get(name, ""), _said(*said)) for name, sign, *said in _LANGUAGES),
    *(
        (f"italian password {before}", "password", f"assword {before}", _said("password", *_ITALIAN))
        for before in ("per ", "di ", "del", "\xe8 stata ")
    ),
    (
        *("italian password, next", "password", "la seguente:"),
        rf"(?i:password)(?: \S{{5,12}})? \xe8 la seguente: {SAID}",
    ),
    *(
        (
            *(f"key, {sign}", sign, needs),
            rf"(?i:{word})(?: (?:{_OWNERS})(?: {_WORD}){{1,2}}?)?(?: (?:{verb})[ \xa0]?:?|[ \xa0]?:) {{1,3}}{SAID}",
        )
        for sign, needs, word, verb in _KEYS
    ),
    ("french access code", "code", "ode d", _ACCESS_CODE),
    # English says "the token for ann is" with names of its own, so what follows must tell.
    *(
        (
            *(f"token {before}", "token", f"oken {before} "),
            rf"(?i:token) {before}(?: {_WORD}){{1,3}}? (?:{_VERBS})[ \xa0]?:?[ \xa0]{{1,3}}{SAID}",
        )
        for before in ("f\xfcr", "von", "de", "del", "di", "per", "para", "pour", "van", "voor")
    ),
    *QUOTATIONS,
)
"""German, French, Portuguese, Spanish, Dutch, Swedish, Danish, Norwegian, Finnish, Czech, Romanian, Italian,
Catalan, Estonian, Latvian, Icelandic.
"""
