"""Distinguishes ordinary text, such as words of tests and messages, from values that can be secrets.

Tests send ``invalid_token`` and ``wrong password`` on purpose, and services send ``approved`` or "must be at least 8
characters" in fields named like secrets. Masking these words everywhere would make the log unreadable.
"""

from functools import cache, lru_cache

from SteadyAPI.redaction.shapes.patterns import compiled_for_unicode

# Words that judge a value. Portuguese, Spanish, German and French words are listed without their accents.
_VERDICTS = frozenset(
    "always days hours minutes private protected seconds "
    "auto automatic manual readonly hashed encrypted erforderlich obligatorisch obligatorio obligatoire requerido "
    "obrigatoria obrigatorio verplicht "
    "authorised authorized captured charged cleared completed confirmed finished processed processing queued refunded "
    "released reversed reviewed scheduled settled submitted succeeded voided "
    "absent too same set yes ok on off accept accepted active allowed altered anonymous approved asc bad banned "
    "blacklisted blank blocked boolean broken cancelled changed changeme closed conflicting corrupt corrupted correct "
    "declined denied deleted deprecated desc different disabled dummy duplicate duplicated empty enabled error errors "
    "exhausted existing expected expired fail failed failing failure fake false forbidden forged foreign granted "
    "hidden identifier illegal inactive include inclusive incomplete incorrect inexistent insufficient integer "
    "invalid invalidated junk leaked legacy locked malformed masked mismatch mismatched mismatching missing mock "
    "modified negative never nil no nobody nonexistent nonexisting none nonsense not null obsolete omit optional "
    "outdated passed pending redacted refused rejected removed replaced required revoked stale stolen str string "
    "suspended tampered unacceptable unauthenticated unauthorised unauthorized unavailable unchanged unconfirmed "
    "undefined unexpected unknown unregistered unset unsigned unsupported untrusted unused unverified used valid "
    "verified weak without wrong abgelaufen abgelaufenes falsch falsche falscher falsches fehlend leer richtig "
    "unbekannt ungueltig ungueltige ungueltiges ungultig ungultige ungultiges ausente errada errado expirada expirado "
    "incorreta incorreto inexistente invalida invalido vazia vazio caducado desconocido equivocada incorrecta "
    "incorrecto vacio requis requise expire inconnu incorrecte invalide manquant mauvais".split()
)
# The things that are judged, and the words between.
_SUBJECTS = frozenset(
    "create partially review "
    "access account admin algorithm api apikey application array audience auth authenticate authentication "
    "authorisation authorization basic bearer body byte certificate character characters claim claims client clients "
    "code context cookie cookies credential credentials csrf customer data date default digest digit digits email "
    "entry example expiration expiry field fields format good grant group guest header headers hash hmac host id ids "
    "input issuer issued jwt key keys kid large length letter letters limited login logon logout long mail message "
    "method name names new number object old open origin other owner page param parameter pass passphrase passwd "
    "password passwords payload pin plain policy positive private product public pwd query random real refresh "
    "request reset response right role sample scheme scope secret secrets server service session sessions short sid "
    "sign signature signed signin size small state status strong subject symbol system temporary tenant test tester "
    "testing text ticket time token tokens true type types unsafe url user username users validation value values "
    "xsrf kennwort passwort senha contrasena chave clave jeton usuario a already an and any are as at be been but by "
    "can cannot could did do does exist exists for from got had has have he her his i if in is it its least less "
    "longer match matches may might more most must my of one only or our please s shall she should such t than that "
    "the their then there these they this those to use using very was we were which will with would you your".split()
)
_WORDS = _VERDICTS | _SUBJECTS
_ACCENTS = str.maketrans(
    "\u00e1\u00e0\u00e2\u00e3\u00e4\u00e9\u00e8\u00ea\u00ed\u00f3\u00f4\u00f6\u00fa\u00fc\u00e7\u00f1",
    "aaaaaeeeiooouucn",
)
_JOINED_LEAST = 3
_LONGEST = 200
_NUMBER_LONGEST = 4
# Words that are common in sentences about a value and don't occur in passphrases of random words.
_SENTENCE_WORDS = frozenset(
    "a an are be been can cannot could expected failed from has have if invalid is it least match may missing more "
    "must no not of optional please required shall should than that the this to too valid was were which will with "
    "without you your "
    "aus bitte darf das den die das ein eine enthalten hat ist lang mindestens muss nicht oder sein und zeichen "
    "au avec c'est n'est caracteres contenir de doit du est et le les moins mot ne par pas plus sans "
    "al caracteres con contener debe el la los menos no por sin tener "
    "ao com conter deve mais o pelo ser ter "
    "almeno caratteri contenere con e il un bevatten het minimaal moet tekens".split()
)
_OF_SENTENCE = r"[('\u2018\xa1\xbf]?(?:[^\W\d_]+(?:['\u2019-][a-z]+)?|[\d.]{1,6})['\u2019]?[.,;:!?)]*"
_SENTENCE_LEAST = 2
_RULE_WORDS = frozenset(
    "cannot characters expected failed field invalid least match missing must optional please required should too "
    "valid mindestens zeichen erforderlich caracteres caratteri tekens obligatoire obligatoria obrigatoria".split()
)
# What stands for a value where a tool lists its options: --password TEXT
_METAVARIABLES = frozenset({"ENV", "FILE", "INTEGER", "NAME", "PATH", "STRING", "TEXT", "VALUE", "VARIABLE"})
# What stands behind the name of an option in a sentence and is nobody's password: "--password is required"
_BEHIND_OPTION = frozenset(
    "accepts after allows also always are as at because been before belongs but by can cannot contains could defaults "
    "deprecated does during each entirely expects fails for from had has have if ignored in instead into is it "
    "its lets makes matches may means might must needed needs never not of on only onto overrides plus reads replaces "
    "required requires returns set sets should since so takes than that the then this through to too "
    "exposes leaks they we you "
    "unless until using via was wasn were when where whether which while will with without won works would "
    "aber als auf aus bei darf durch ersetzt fehlt fuer f\u00fcr gibt hat ist kann mit muss nach nicht nur ohne soll "
    "sollte statt ueber \u00fcber veraltet vor war weil wenn wird wurde zum zur avec dans doit en est par pas pour "
    "requis sans sera sur ya con del debe es est\u00e1 falta necesita para por requiere sin sobre deve n\u00e3o "
    "sem come della dello per richiede moet niet voor wordt".split()
)
_BETWEEN_OPTIONS = frozenset("and or nor und oder et ou y e o en of oraz lub to with instead".split())
_OPTION_NOUNS = frozenset("argument arguments flag flags option options parameter parameters".split())
_WORD_LONGEST = 11
_OPAQUE_LEAST = 8
_ONE_KIND_LEAST = 20
# A measure has six runs at most: 1h30m15s.
_SURE_LEAST, _SURE_RUNS = 12, 7
_DIGITS_LEAST = 16
_TICKET_PARTS, _TICKET_LEAST = ((0, 20), (0, 12), (8, 20)), 10
# Joined words and short numbers, such as key-id-17, are not opaque.
_JOINED = r"[A-Za-z]?[a-z]*|[A-Z]+|\d{1,4}"
_RARE = frozenset("#$%^&*=+~|<>@{}[]\\`")


def is_ordinary(value: str) -> bool:
    """Returns whether ``value`` is made of ordinary words, joined in any way: ``invalid_token``, ``Wrong password 2``.

    A value with a number must also have a verdict word: ``Test1234`` is a weak password, so it is not ordinary.
    """
    verdicts = _verdicts(value)
    return verdicts > 0 or (verdicts == 0 and not any(map(str.isdigit, value)))


def is_verdict(value: str) -> bool:
    """Returns whether ``value`` is ordinary and judges a secret: ``expired``, ``required, absent``.

    Such a value is not a secret under any name; ``secret`` or ``test`` may be a weak password.
    """
    return _verdicts(value) > 0


@lru_cache(maxsize=2048)
def _verdicts(value: str) -> int:
    """Returns how many of the words of ``value`` are verdicts; -1 if not all of them are known."""
    numbers = compiled_for_unicode(r"\d+").findall(value)
    if len(value) > _LONGEST or any(len(number) > _NUMBER_LONGEST for number in numbers):
        return -1
    words = compiled_for_unicode(r"[^\W\d_]+").findall(value.replace("'", "").lower().translate(_ACCENTS))
    if not words or not _RARE.isdisjoint(value):
        return -1
    counts = [int(word in _VERDICTS) if word in _WORDS else _joined_verdicts(word) for word in words]
    return -1 if min(counts) < 0 else sum(counts)


def _joined_verdicts(text: str) -> int:
    """Splits ``text`` into known words and returns how many are verdicts; -1 if that is not possible."""
    # Number of verdicts, by the end position of the text split so far.
    counts: dict[int, int] = {0: 0}
    if text.startswith("no"):
        counts[2] = 1
    for start in range(len(text)):
        if start not in counts:
            continue
        for end in range(start + _JOINED_LEAST, min(len(text), start + _longest_word()) + 1):
            if (word := text[start:end]) in _WORDS:
                counts[end] = max(counts.get(end, 0), counts[start] + (word in _VERDICTS))
    return counts.get(len(text), -1)


@cache
def _longest_word() -> int:
    return max(map(len, _WORDS))


def is_word(value: str) -> bool:
    """Returns whether ``value`` is one plain word of up to 11 letters, in lower or upper case or with a capital."""
    return len(value) <= _WORD_LONGEST and value.isalpha() and (value.islower() or value.isupper() or value.istitle())


def is_prose(value: str) -> bool:
    """Returns whether ``value`` is a sentence, not a passphrase: separate words, two of them sentence words."""
    words = compiled_for_unicode(r"[^\s\"]+").findall(value)
    if not words or not all(map(compiled_for_unicode(_OF_SENTENCE).fullmatch, words)):
        return False
    # "isn't strong enough"
    if len(words) >= _SENTENCE_LEAST and (any(map(_is_negated, words)) or words[0][0] in "\xa1\xbf"):
        return True
    if len(words) <= _SENTENCE_LEAST:
        return False
    return sum(_plain(word) in _SENTENCE_WORDS for word in words) >= _SENTENCE_LEAST


def _is_negated(word: str) -> bool:
    return _plain(word).endswith("n't")


def _plain(word: str) -> str:
    return word.strip(".,;:!?()").lower().replace("\u2019", "'").translate(_ACCENTS)


def is_rule(value: str) -> bool:
    """Returns whether ``value`` is a sentence about what a value must be; "to be or not to be" may be a passphrase."""
    words = set(map(_plain, value.split()))
    return is_prose(value) and not _RULE_WORDS.isdisjoint(words)


def is_prose_behind_option(value: str, behind: str) -> bool:
    """Returns whether ``value`` goes on with the sentence or list that names an option; ``behind`` is what follows.

    Any other word may be a weak password: ``--password secret shop``.
    """
    word = value.strip("(.,;:!?)")
    if word in _OPTION_NOUNS or value in _METAVARIABLES:
        return True
    if word in _BETWEEN_OPTIONS:
        return compiled_for_unicode(r"[ \t]{1,4}(?:--?)?[A-Za-z]").match(behind) is not None
    is_remark = value == "(env:" or word in _BEHIND_OPTION
    return is_remark and compiled_for_unicode(r"[ \t]{1,4}[`(]?[^\W\d_]").match(behind) is not None


@lru_cache(maxsize=512)
def is_opaque(value: str, least: int = _OPAQUE_LEAST) -> bool:
    """Returns whether ``value`` looks like a secret whatever its name: of mixed characters, ``least`` at least."""
    if least <= len(value) and is_surely_random(value):
        return True
    if len(value) < least or any(map(str.isspace, value)) or compiled_for_unicode(_PLAIN).fullmatch(value):
        return False
    letters = sum(map(str.isalpha, value))
    digits = sum(map(str.isdigit, value))
    if not letters:
        return digits >= _DIGITS_LEAST
    if not digits:
        return _is_mixed(value) or not (_RARE | {"!"}).isdisjoint(value[:-1])
    words = compiled_for_unicode(r"[-_./: ,]").split(value)
    return not all(map(compiled_for_unicode(_JOINED).fullmatch, words))


# Well known formats: dates and times, addresses, versions, numbers with units, media types, browsers and systems.
_PLAIN = (
    r"\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?|[a-z][a-z0-9+.-]*://[^\s?#@]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|"
    r"v?\d+(?:\.\d+){1,3}|[a-z]+/[a-z0-9.+-]+(?:;.*)?|\d{1,9}(?:ms|[kKMGT]i?B|bytes|sec(?:ond)?s|%)|"
    r"(?i:(?:headless)?(?:android|build|chrome|chromium|debian|edge|edg|electron|fedora|firefox|galaxy|ios|ipad|iphone|"
    r"java|linux|mac-?os|node|opera|pixel|playwright|python|release|safari|ubuntu|webkit|windows)[-/_]v?"
    r"\d{1,4}(?:\.\d{1,5}){0,3}[-.]?(?:alpha|beta|dev|esr|lts|nightly|rc|[a-z])?\d{0,3})"
)


_MEASURE = (
    r"\d{1,7}/\d{1,7}|\d{1,9}(?:ms|%| ?[kKMGT]i?B| ?bytes)|v?\d{1,3}(?:\.\d{1,3}){1,3}|"
    r"(?:\d{1,5}(?:\.\d)? ?(?:m?s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?)){1,3}"
)


_NUMBERED_WORD = r"[a-z]{1,30}\d{0,3}"
_TOP_LEVEL = "(?:[a-z]{2}|app|com|dev|edu|example|gov|info|internal|invalid|local|localhost|net|org|test)"
_PLACE_OR_TIME = (
    r"(?:\d{1,3}(?:\.\d{1,3}){3}|localhost|\[?(?=\S{0,37}::)[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}\]?|"
    rf"\.?(?:{_NUMBERED_WORD}(?:-{_NUMBERED_WORD}){{0,4}}\.){{1,6}}{_TOP_LEVEL})(?::\d{{1,5}})?|"
    rf"~?(?:/\.?{_NUMBERED_WORD}(?:[._-]{_NUMBERED_WORD}){{0,4}}){{1,8}}/?|"
    r"\d{4}-\d{2}-\d{2}(?:[T ][\d:.]{5,15}(?:Z|[+-]\d{2}:?\d{2})?)?|\d{1,2}[./]\d{1,2}[./]\d{4}|"
    r"[A-Z][a-z]{2,8}, \d{1,2}[ -][A-Z][a-z]{2}[ -]\d{2,4} \d\d:\d\d:\d\d(?: [A-Z]{1,3}| [+-]\d{4})?"
)


def _is_mixed(value: str) -> bool:
    """Returns whether ``value`` is random letters and not words in camel case."""
    if value.islower() or value.isupper():
        return len(value) >= _ONE_KIND_LEAST and value.isalpha()
    pieces = compiled_for_unicode(r"[A-Z]*[a-z]*").findall(value)
    return len(value) >= _OPAQUE_LEAST and len([piece for piece in pieces if piece]) * 3 > len(value)


def is_measure(value: str) -> bool:
    """Returns whether ``value`` is a duration, a share or a version: ``15m``, ``1h30m``, ``12/100``, ``1.4``."""
    return compiled_for_unicode(_MEASURE).fullmatch(value) is not None


def is_place_or_time(value: str) -> bool:
    """Returns whether ``value`` is a host, a domain, a path of words or a date, which name nobody's secret."""
    return compiled_for_unicode(_PLACE_OR_TIME).fullmatch(value) is not None


def is_contract(value: str) -> bool:
    """Returns whether ``value`` is the public address of a contract on a chain; keys have 64 digits."""
    return compiled_for_unicode(r"0x[0-9a-fA-F]{40}|ibc/[0-9A-F]{64}|0\.0\.\d{3,9}").fullmatch(value) is not None


def is_random(value: str, least: int) -> bool:
    """Returns whether ``value`` is digits and letters in both cases, mixed at random: no word, hash or class name."""
    if len(value) < least or value.islower() or value.isupper() or not any(map(str.isdigit, value)):
        return False
    pieces = compiled_for_unicode(r"[A-Z]*[a-z]*|\d+").findall(value)
    return len([piece for piece in pieces if piece]) * 3 > len(value)


def is_ticket(value: str) -> bool:
    """Tells a ticket of CAS, with a random part behind its number, from the name of a branch: ``ST-24-add-login``."""
    part = value.split("-", 2)[2].replace("-", "").replace("_", "")
    parts = [part[start:end] for start, end in _TICKET_PARTS]
    return _is_mixed(parts[0]) or any(is_random(each, _TICKET_LEAST) for each in parts)


@lru_cache(maxsize=512)
def is_surely_random(value: str) -> bool:
    """Returns whether ``value`` is so many short runs of letters and digits that it can be nothing but a secret.

    No word, label, sentence, measure, date or placeholder is. Long texts hold many such values, and asking this takes a
    tenth of asking for each of those.
    """
    if len(value) < _SURE_LEAST or not (value.isalnum() and value.isascii()) or value.startswith("0x"):
        return False
    runs = compiled_for_unicode(r"[A-Z]*[a-z]+|[A-Z]+|\d+").findall(value)
    return len(runs) >= _SURE_RUNS and len(runs) * 3 > len(value) and not (value.isalpha() or value.isdigit())
