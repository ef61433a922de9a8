"""Tells what a form or a translation calls a secret: ``Bestätigungscode``, ``Jednorazowy kod``, ``Klucz API``.

Unlike a label (see ``labels.py``), a caption doesn't say the name that it stands under. It is words of letters only,
the first one with a capital, and in one of them is what languages make such words of.
"""

from functools import lru_cache
from unicodedata import combining, normalize

from SteadyAPI.redaction.shapes.patterns import compiled_for_unicode

# Stems, without accents. Short ones must be a whole word, or the end of one: Einmalcode.
_STEMS = (
    "schlussel|berechtig|autoris|autoriz|autoryz|authent|anmeld|sitzung|sesion|sesj|sessao|sessio|zugang|zugriff|bestatig|geheim|"
    "nyckel|sleutel|klucz|upowaznien|uprawnien|tajny|sekret|toegang|machtig|verificat|verifica|verifi|clave|chiave|"
    "chave|jeton|kennung|numero|identifiant|godkend|behorighet|opravnen|klic|anahtar|oturum|"
    "\u043a\u043b\u044e\u0447|\u043a\u043e\u0434|\u0441\u0435\u0441\u0441\u0438|\u0430\u0432\u0442\u043e\u0440\u0438\u0437"
)
_ENDS = r"code|codigo|codice|kod|kode|kodu|koodi|nummer|numer|numero|cle|\u043d\u043e\u043c\u0435\u0440"
_WORDS = rf"(?:{_STEMS})|(?:{_ENDS})(?![^\W\d_])"
# A capital, and small letters behind it; any further word may be an abbreviation
_CAPTION = r"(?:[^\W\d_a-z][^\W\d_A-Z]{2,30}|ID)(?: (?:[^\W\d_]?[^\W\d_A-Z]{1,30}|[A-Z]{2,5})){0,5}"
_LONGEST = 80


@lru_cache(maxsize=256)
def is_caption(value: str) -> bool:
    """Returns whether ``value`` is what people read beside the field of a secret, in some language."""
    if len(value) > _LONGEST or not value[:1].isupper():
        return False
    # Only accents, whose letters are compared without them; what stands alone in Unicode is listed as it is.
    plain = "".join(sign for sign in normalize("NFD", value) if not combining(sign)).replace("\u0142", "l")
    if compiled_for_unicode(_CAPTION).fullmatch(plain) is None:
        return False
    return compiled_for_unicode(_WORDS).search(plain.lower()) is not None
