"""Values behind the word for a password in writing that isn't Latin-1: ``Пароль: x``.

Names are searched in a form of the text that keeps Latin-1 only, so these words are looked for on their own.
"""

from collections.abc import Iterator

from SteadyAPI.redaction.shapes.notations.made_up import is_made_up
from SteadyAPI.redaction.shapes.ordinary import is_opaque
from SteadyAPI.redaction.shapes.patterns import compiled

# Russian, Ukrainian, Polish, Turkish, Chinese, Japanese, Korean, Greek, Hebrew, Arabic. Without the first letter of
# those that have capitals, because it may be one.
_WORDS = (
    *("\u0430\u0440\u043e\u043b\u044c", "as\u0142o", "ifre", "\u5bc6\u7801", "\u5bc6\u78bc"),
    *(
        "\u30d1\u30b9\u30ef\u30fc\u30c9",
        "\ube44\ubc00\ubc88\ud638",
        "kh\u1ea9u",
        "\u03c9\u03b4\u03b9\u03ba\u03cc\u03c2",
    ),
    # Greek without its second word, Turkish and Russian in other forms, Lithuanian, Thai, Hindi
    *(
        "\u03c9\u03b4\u03b9\u03ba\u03cc\u03c2 \u03c0\u03c1\u03cc\u03c3\u03b2\u03b1\u03c3\u03b7\u03c2",
        *("ifreniz", "ifresi", "arolan\u0131z", "arolas\u0131"),
        "lapta\u017eodis",
        # Romanian with its marks, Bulgarian, Serbian and Macedonian
        *("arol\u0103", "\u0430\u0440\u043e\u043b\u0430", "\u043e\u0437\u0438\u043d\u043a\u0430"),
        # Keys of an API in French and Czech
        *("l\xe9 API", "l\xe9 d'API", "l\xe9 d\u2019API", "API kl\xed\u010d"),
    ),
    *("\u0e23\u0e2b\u0e31\u0e2a\u0e1c\u0e48\u0e32\u0e19", "\u092a\u093e\u0938\u0935\u0930\u094d\u0921"),
    *("\u05e1\u05d9\u05e1\u05de\u05d4", "\u0643\u0644\u0645\u0629 \u0627\u0644\u0645\u0631\u0648\u0631"),
    *("\u0643\u0644\u0645\u0629 \u0627\u0644\u0633\u0631",),
)
# What the owner stands behind: Polish, Russian and Ukrainian, Vietnamese, Greek, Bulgarian and Serbian, Romanian
_OF = (
    "dla|do|u\u017cytkownika|konta|\u0434\u043b\u044f|\u043e\u0442|\u043a"
    "|\u043f\u043e\u043b\u044c\u0437\u043e\u0432\u0430\u0442\u0435\u043b\u044f"
    "|\u043a\u043e\u0440\u0438\u0441\u0442\u0443\u0432\u0430\u0447\u0430|c\u1ee7a|cho"
    "|\u03c4\u03bf\u03c5|\u03c4\u03b7\u03c2|\u03b3\u03b9\u03b1|\u0432\u0456\u0434|\u0437\u0430|\u043d\u0430|pentru|lui|a"
)
_VERB = (
    "(?:to|jest|est|je|l\u00e0|\u044d\u0442\u043e|\u662f|\u4e3a|\u70ba|\u306f|\ub294|\uc740"
    "|\u03b5\u03af\u03bd\u03b1\u03b9|este|\u0435|\u0458\u0435|\u05d4\u05d9\u05d0|\u0647\u064a)"
)
# New, your in Vietnamese; temporary, of one use in Polish; your, new in Hebrew and Arabic, your in Romanian
_KINDS = (
    "(?: (?:tymczasowe|jednorazowe|m\u1edbi|c\u1ee7a b\u1ea1n"
    "|\u05e9\u05dc\u05da|\u05e9\u05dc\u05db\u05dd|\u05d4\u05d7\u05d3\u05e9\u05d4"
    "|\u0627\u0644\u062e\u0627\u0635\u0629 \u0628\u0643|\u0627\u0644\u062c\u062f\u064a\u062f\u0629"
    "|dumneavoastr\u0103)){0,2}"
)
_OPENED = "[\u300c\u300e\u201c\u201e\u00ab]"
_BEHIND = (
    rf"{_KINDS}(?: (?:{_OF})(?: [^\s:;,]{{0,79}}[^\s:;,.!?]){{1,3}}?)?"
    rf"[\"'*_]{{0,2}}(?:\s{{0,3}}[:\uff1a=\u2013\u2014]| - |\s{{0,3}}{_VERB}[:\uff1a]?"
    rf"|(?=\s{{0,3}}{_OPENED}))[*_]{{0,2}}"
    rf"\s{{0,3}}(?:[\"'`]|{_OPENED}\s?)?(?P<v>[!-~]{{6,128}})"
)
# The code of a message to a phone: Russian, Chinese, Japanese, Korean
_CODE_WORDS = (
    *(
        "\u043e\u0434 \u043f\u043e\u0434\u0442\u0432\u0435\u0440\u0436\u0434\u0435\u043d\u0438\u044f",
        "\u043e\u0434 \u0434\u043e\u0441\u0442\u0443\u043f\u0430",
        *("\u043e\u0434 \u0434\u043b\u044f \u0432\u0445\u043e\u0434\u0430", "\u0430\u0448 \u043a\u043e\u0434"),
    ),
    *(
        "\u9a8c\u8bc1\u7801",
        "\u9a57\u8b49\u78bc",
        "\u8a8d\u8a3c\u30b3\u30fc\u30c9",
        "\u78ba\u8a8d\u30b3\u30fc\u30c9",
        "\uc778\uc99d\ubc88\ud638",
    ),
)
_CODE_BEHIND = (
    r"\s{0,3}[:\uff1a\u2013\u2014\u662f\u4e3a\u70ba\u306f]?\s{0,3}[\"'\u300c]?(?P<v>\d{4,8})(?![\d-]|[.,:/]\d)"
)
_END = "\"'`.,;:!?)}]"
_QUOTES = "\"'`)}]"
_LEAST = 6


def labelled_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yields start and end of every opaque value behind such a word, and of every code behind the word for it."""
    for word in _WORDS:
        place = text.find(word)
        while place >= 0:
            match = compiled(_BEHIND).match(text, place + len(word))
            value = match["v"].rstrip(_END) if match else ""
            if match and (_is_opaque(value) or is_made_up(match["v"].rstrip(_QUOTES)) or is_made_up(value)):
                yield match.start("v"), match.start("v") + len(value)
            place = text.find(word, place + 1)
    for word in _CODE_WORDS:
        for code in compiled(word + _CODE_BEHIND).finditer(text):
            yield code.span("v")


def _is_opaque(value: str) -> bool:
    return is_opaque(value, _LEAST) and any(map(str.isdigit, value))
