"""Labels of forms and translations: ``Forgot password?``, ``Passwort zurücksetzen``, ``Token de acceso``.

They stand under the name of a secret and say its name themselves. Passphrases have several words, too, so under the
name of a password all words must be those of labels.
"""

from contextlib import suppress
from functools import lru_cache
from unicodedata import normalize

from SteadyAPI.redaction.shapes.notations.languages.codes import UNIT
from SteadyAPI.redaction.shapes.patterns import compiled_for_unicode

# How a label calls what is typed beside it, in other languages than the name's. Letters are compared without their
# accents.
_WORDS = frozenset(
    "passwort kennwort contrasena senha wachtwoord salasana haslo losenord passord heslo parola sifre adgangskode "
    "sifreniz zugriffstoken zugangstoken sitzungstoken aktualisierungstoken api-schlussel client-geheimnis "
    "\u043f\u0430\u0440\u043e\u043b\u044c \u5bc6\u7801 \u5bc6\u78bc \u4ee4\u724c \u30c8\u30fc\u30af\u30f3 "
    "\u30d1\u30b9\u30ef\u30fc\u30c9 \ube44\ubc00\ubc88\ud638".split()
)
_OF_PASSWORDS = _WORDS | {"password", "passwords", "passphrase", "passworter", "passe", "secret", "contrasenas"}
_OF_OTHERS = _OF_PASSWORDS | frozenset(
    "token tokens jeton jetons key keys schlussel cle clave chave chiave geheimnis secret secrets code codes cookie "
    "session sitzung credentials".split()
)
# What is said about passwords. Whose it is, as in "my secret password", belongs to passphrases.
_ABOUT_PASSWORDS = frozenset(
    "a access account again and api at changed change choose client confirm confirmation create current do don't email "
    "e-mail enter expired expires for forgot forgotten generate has have hide is key least log lost match new not of "
    "old or please provide re-enter reenter remember repeat required reset retype save set show sign strong temporary "
    "the this to too type update user username verify was weak with wrong you your "
    "aktuelles altes andern anzeigen bestatigen bestatige bitte das dein deine dem der die ein eingeben erneut falsch "
    "geandert geben gib ihr ihre ist neue neuen neues nicht nochmals sie stimmen uberein und verbergen vergessen "
    "wahlen wiederholen wurde zurucksetzen "
    "actuel afficher ancien changer confirmer confirmez de du entrez est incorrect la le les masquer modifier mot "
    "nouveau obligatoire oublie oubliee reinitialiser repetez requis saisir saisissez ton veuillez votre "
    "actual anterior cambiar confirma confirmar confirme es escriba ha incorrecta ingrese introduzca mostrar nueva "
    "obligatoria ocultar olvidado olvidaste olvide repetir repita restablecer su tu "
    "alterar atual digite esqueceu esqueci nova redefinir sua "
    "attuale cambia conferma dimenticata inserisci mostra nascondi nuova reimposta ripeti tua "
    "bevestig herhaal huidig in je nieuw uw vergeten voer wijzig "
    "aktualne nie nowe pamietam potwierdz powtorz stare wpisz zapomniales zostalo zmienione "
    "nove potvrdte soucasne zadejte zapomenute zmenit "
    "ange bekrafta ditt glomt nytt valj "
    "\u0432\u0430\u0448 \u0432\u0432\u0435\u0434\u0438\u0442\u0435 \u0437\u0430\u0431\u044b\u043b\u0438 "
    "\u043d\u043e\u0432\u044b\u0438 \u043f\u043e\u0432\u0442\u043e\u0440\u0438\u0442\u0435".split()
)
_COUNT = r"\d{1,3}(?:[-\u2013]\d{1,3})?\+?"
_COUNTED = frozenset("min max minimum maximum characters chars zeichen caracteres caratteri tekens".split())
_ASKED = r"(?:.*[^a-z])?(?:change|enter|forgot|forgotten|hide|invalid|lost|missing|reset|show|wrong)[_.-]?[a-z_.-]+"
# Chinese, Japanese and Korean put no blanks between words.
_UNSPACED = r"[\u3001-\u30ff\u3400-\u9fff\uac00-\ud7af\uff01-\uff1f ]{2,40}"
_PUNCTUATION = "\u00bf?\u00a1!.:;,\u2026()*\"'\u2019"
_LONGEST = 100


@lru_cache(maxsize=256)
def is_label(value: str, name: str = "", *, is_password: bool = True) -> bool:
    """Returns whether ``value`` is the label of a field for a secret, in some language.

    ``name`` is the whole name it stands under, in lower case; ``is_password`` if it may be that of a passphrase.
    """
    if len(value) > _LONGEST:
        return False
    text = _read(value)
    words = [word for part in text.split() if (word := part.strip(_PUNCTUATION))]
    if len(words) == 1 and words[0] in _WORDS:
        return True
    if compiled_for_unicode(_UNSPACED).fullmatch(text):
        return any(word in text for word in _WORDS)
    # Password (min. 8 characters)
    counts = [word for word in words if compiled_for_unicode(_COUNT).fullmatch(word)]
    is_counted = bool(counts) and not _COUNTED.isdisjoint(words)
    if is_counted:
        words = [word for word in words if word not in _COUNTED and word not in counts]
    if not all(compiled_for_unicode(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*").fullmatch(word) for word in words):
        return False
    if not is_password or compiled_for_unicode(_ASKED).fullmatch(name):
        return not _OF_OTHERS.isdisjoint(words)
    others = set(words) - _OF_PASSWORDS
    return others <= _ABOUT_PASSWORDS and (is_counted or 0 < len(others) < len(set(words)))


def begins_label(text: str, start: int, end: int) -> bool:
    """Returns whether the word from ``start`` to ``end`` begins a label that ends with the line, or a size."""
    if not text.startswith(" ", end):
        return False
    first = text[start:end].casefold().strip(_PUNCTUATION)
    if first.isdigit():
        return compiled_for_unicode(UNIT).match(text, end) is not None
    # Most values end here. One with another letter, or one that is escaped, must be read first.
    if first.isalpha() and first.isascii() and first not in _OF_PASSWORDS and first not in _ABOUT_PASSWORDS:
        return False
    return is_label(text[start : start + _LONGEST].splitlines()[0])


def _read(value: str) -> str:
    """Returns ``value`` in lower case, without accents, as it was before JSON escaped it or Latin-1 misread it."""
    text = compiled_for_unicode(r"\\u([0-9a-fA-F]{4})").sub(lambda match: chr(int(match[1], 16)), value)
    with suppress(UnicodeError):
        text = text.encode("latin-1").decode("utf-8")
    # Accents only: a mark of Japanese makes another syllable.
    plain = compiled_for_unicode(r"[\u0300-\u036f]").sub("", normalize("NFD", text.casefold()))
    return normalize("NFC", plain).replace("\u0142", "l")
