"""One-time codes in the messages of other languages than English: ``Kod weryfikacyjny: 482913``.

Each entry: name, sign, what a text must hold besides, pattern; see ``command_lines.py``. The secret is group ``v``.
"""

# A number with one of these behind it is a size, unless that is the next field: 482913 items: 3
UNIT = (
    r"[ \xa0]?(?:%|(?i:bytes?|[kmgt]i?b|[mun]s|m?secs?|(?:milli)?seconds?|min(?:ute)?s?|hours?|days?|digits?|"
    r"char(?:acter)?s?|rows?|lines?|items?|entries|requests?|times|px|sekunden|minuten|stunden|tage|zeichen|"
    r"zeilen|octets?|lignes?|regels|caracteres|caratteri)\b(?![ \xa0]?[:=]))"
)
"""What is counted, behind a number."""
CODE = rf"(?P<v>\d{{4,8}}|\d{{3}}[ -]\d{{3}})(?![\d-]|[.,:/]\d|{UNIT})"
"""The digits of such a code, of four to eight, or of two groups."""

# What is counted, and a year with a month: those of a report have six digits, too.
_COUNTED = (
    r"(?i:bytes?|[kmg]i?b|rows?|lines?|items?|times|entries|requests?|users?|calls?|hits"
    r"|zeilen|st\xfcck|teile|mal|euro?|fois|mots|veces|volte|keer|razy)"
)
_MONTH = r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?!\d)"
SIX = rf"(?!{_MONTH})(?=\d{{6}}(?![\d%])(?! {_COUNTED}\b)|\d{{3}}[ -]\d{{3}}(?!\d))"
"""Six digits ahead, which are a code where neither a verb nor a person says so: four may be a year or a status."""

# In a line of its own
_ALONE = r"[ \t]{0,9}(?:\r?\n[ \t]{0,40}){1,3}(?=[\d -]{4,8}[ \t]{0,9}(?:[\r\n]|\Z))"


# Each letter that isn't Latin-1 is one character of another kind here, so a dot stands for it.
def _behind(verb: str = "", least: str = SIX) -> str:
    """Returns the pattern of what is behind the name of a code: one of ``verb``, or a code like ``least``."""
    said = rf" (?:{verb})[ \xa0]?:?[ \xa0]{{1,2}}|" if verb else ""
    return rf"(?:{said}[ \xa0]?:(?:[ \xa0]{{1,2}}|{_ALONE}){least}|[ \xa0]{{1,2}}{SIX}){CODE}"


# What the German and Dutch words for a code begin with that opens something; an error code and the code of a booking
# don't: Fehlercode, Buchungscode.
_GERMAN = (
    "tigungs",
    "rifizierungs",
    "ntifizierungs",
    "torisierungs",
    "ktivierungs",
    "erheits",
    "inmal",
    "nmelde",
    "reischalt",
)
_OPENING = "|".join((*_GERMAN, "ugangs"))
_DUTCH = ("catie", "nlog", "iligings", "stigings", "malige ", "egangs")
# For a verification, a login and so on, of one word each, as far as it must be known; not of a product or the post
_POLISH = ("weryfik", "jednoraz", "autoryz", "uwierz", "logow", "bezpiecz", "dost.pu", "potwierdz", "aktywa", "SMS")
_TURKISH = ("rulama", "nay", "venlik", "iri.", "tivasyon", "etkinle.tirme", "ullan.ml.k", "SMS")
_TURKISH_BEFORE = "|".join(f"(?<={kind} )" for kind in _TURKISH)
_SCANDINAVIAN = ("ngangs", "ng\xe5ngs", "rifierings", "rifiserings", "ftelses", "erhets", "erheds", "loggnings")
_SCANDINAVIAN_BEFORE = "|".join(f"(?<={kind})" for kind in _SCANDINAVIAN)
_ITALIAN = "(?:verifica|accesso|sicurezza|conferma|attivazione|autenticazione)"
_SPANISH = "(?:verifica|seguran|segurid|acce|acesso|confirma|activa|ativa)"
_IS = "er|\xe4r"
# Of a bank, by how it comes; and what it is for: mTAN f\xfcr \xdcberweisung 120,00 EUR: 482913
_TANS = ("mtan", "smstan", "sms-tan", "chiptan", "pushtan", "phototan")
_OF_BANK = r"(?:[ -](?:Nummer|Nr\.?|Code))?(?: (?:f\xfcr|fuer|zu|zum|zur|vom|for) [^:\r\n]{1,60}+)?"
_SAYS = r"(?:(?: (?:lautet|ist|is))?:[ \xa0]{1,2}| (?:lautet|ist|is) |=)"
# Before the word for it
_FIRST = r"(?P<v>(?<!\d)\d{6})"

FOREIGN_CODES: tuple[tuple[str, str, str, str], ...] = (
    ("german code", "lautet", "lautet", rf"(?:(?<=wort )|(?<=TAN )|(?<=PIN ))lautet:? {CODE}"),
    *(
        # Of a login, not of an error: Sicherheitscode, Zugangscode, Anmeldecode
        (
            f"code {verb}",
            "code",
            f"ode {verb}",
            rf"(?:(?<=hr )|(?<=ein )|(?<=gs)|(?<=ts)|(?<=de)|(?<=al))(?i:code) {verb}:? {CODE}",
        )
        for verb in ("lautet", "ist")
    ),
    *((f"german {kind}code", "code", f"{kind}code", rf"(?<={kind})code{_behind()}") for kind in _GERMAN),
    ("your german code", "code", "hr Code: ", rf"(?<=hr )Code: {CODE}"),
    *((f"dutch {kind}code", "code", f"{kind}code", rf"(?<={kind})code{_behind('is')}") for kind in _DUTCH),
    (
        "french code",
        "code",
        "ode d",
        r"(?i:code) d(?:e |['\u2019?])(?:v.rif|connex|confirm|s.cur|acc.s|valid|activ)[^ :\xa0]{0,8}"
        + _behind("est|est le"),
    ),
    ("french one-time code", "unique", "usage unique", rf"(?<=ode \xe0 usage )unique{_behind('est|est le')}"),
    (
        "spanish code",
        "digo",
        "digo de ",
        rf"digo de {_SPANISH}[^ :]{{0,5}}(?: (?:es|.):? |:? {SIX}){CODE}",
    ),
    (
        "one-time code of Spanish",
        "uso",
        "ico uso",
        rf"(?<=nico )uso(?: (?:es|.):? |:? {SIX}){CODE}",
    ),
    ("spanish one-time code", "uso", "un solo uso", rf"(?<=un solo )uso(?: es:? |:? {SIX}){CODE}"),
    (
        "italian code",
        "codice",
        "odice ",
        rf"(?i:codice) (?:di {_ITALIAN}|temporaneo|monouso|OTP)(?: .:? |:? {SIX}){CODE}",
    ),
    *(
        (
            f"polish code {kind}",
            "kod",
            f"od {kind}".partition(".")[0],
            rf"(?i:kod) (?:do )?{kind}\S{{0,14}}{_behind('to|jest|brzmi')}",
        )
        for kind in _POLISH
    ),
    ("turkish code", "kodu", " kodu", rf"(?:{_TURKISH_BEFORE})kodu(?:nuz)?{_behind()}"),
    ("turkish one-time password", "ifre", "ifre", rf"(?<=ullan.ml.k .)ifre(?:niz|si)?{_behind()}"),
    *(
        (
            f"scandinavian {word}",
            word,
            f"s{word}",
            rf"(?:{_SCANDINAVIAN_BEFORE}){word}(?:n|en)?(?: din)?{_behind(_IS)}",
        )
        for word in ("kod", "kode")
    ),
    ("finnish code", "koodi", "koodi", rf"(?:(?<=vistus)|(?<=ertak.ytt.))koodi(?:si)?{_behind('on')}"),
    ("czech code", "ovac", " k\xf3d", rf"ovac. k\xf3d{_behind('je')}"),
    ("hungarian code", "ellen", " k\xf3d", rf"(?i:ellen).rz. k\xf3d(?:ja)?{_behind()}"),
    *(
        (f"your code, {whose}", sign, f"{whose}{sign}", rf"(?<={whose}){sign}{_behind(verb, '')}(?![ \xa0][A-Z])")
        for whose, sign, verb in (
            *(("otre ", "code", "est|est le"), ("u c\xf3", "digo", "es"), ("l tuo ", "codice", ".")),
            *((f"{whose} ", "code", "is") for whose in ("uw", "Uw", "je", "Je")),
            *(("w\xf3j ", "kod", "to"), ("eu c\xf3", "digo", ".")),
        )
    ),
    # Of somebody, so that it may have four digits without a verb
    *(
        (f"{whose} kind of code", whose, needs, rf"(?i:{whose}) {kind}[ \xa0]?: {CODE}")
        for whose, needs, kind in (
            *((whose, "code: ", rf"\S{{0,20}}?(?:{_OPENING})code") for whose in ("ihr", "dein")),
            *((whose, "code: ", rf"\S{{0,12}}?(?:{'|'.join(_DUTCH)})code") for whose in ("uw", "je")),
            ("votre", "ode d", r"code d(?:e |['\u2019?])\S{4,14}"),
            *((whose, "digo de ", rf"c\xf3digo de {_SPANISH}\S{{0,5}}?") for whose in ("tu", "su", "seu")),
            ("tuo", "odice di ", rf"codice di {_ITALIAN}"),
        )
    ),
    # Before what it is
    ("code, ist", "ihr", " ist Ihr ", rf"(?<={_FIRST} ist )Ihr (?:\S{{0,30}}(?:{_OPENING})c|C)ode\b"),
    *(
        (f"code, {between}", sign, f"{between}{sign}", rf"(?<={_FIRST}{between}){sign}\b")
        for between, sign in (
            *((" est votre ", "code"), (" es tu c\xf3", "digo"), (" \xe8 il tuo ", "codice")),
            *((" is je ", "verificatiecode"), (" to Tw\xf3j ", "kod")),
        )
    ),
    *(
        (f"romanian code, {kind}", kind, f" de {kind}", rf"(?<= de ){kind}{_behind('este')}")
        for kind in ("verificare", "confirmare", "securitate", "activare")
    ),
    *((f"{kind} of a bank", kind, "TAN", rf"(?i:{kind}){_OF_BANK}(?:{_SAYS}| {SIX}){CODE}") for kind in _TANS),
    ("TAN", "tan", "TAN", rf"(?<![A-Za-z])TAN{_OF_BANK}{_SAYS}{SIX}{CODE}"),
    # Of a card for a phone, which unlocks it behind a wrong PIN
    ("PUK", "puk", "PUK", rf"(?<![A-Z])PUK[12]?(?:[ -]?(?i:code))?(?:{_SAYS}| |[ \t]{{2,40}})(?P<v>\d{{8}})(?!\w)"),
    ("PIN with PUK", "pin", "PUK", r"(?i:pin)[12]?(?:[ -]?(?i:code))?[:=]? {0,2}(?P<v>\d{4,8})(?=[\s,;/|]{1,9}PUK)"),
    ("your turkish code", "kodunuz", "odunuz: ", rf"(?<![^\r\n])(?i:kodunuz): {CODE}"),
)
"""German, Dutch, French, Spanish and Portuguese, Italian, Polish, Turkish, Scandinavian, Finnish, Czech, Hungarian,
and Romanian.
"""
