"""Steps of Gherkin and of UI tests that send or type a secret: ``I set the header "X-Api-Key" to "x"``.

Each entry: name, sign, what a text must hold besides, pattern; see ``command_lines.py``. The secret is group ``v``,
and only an opaque value with a digit is one.
"""

from SteadyAPI.redaction.shapes.notations.languages.prose import SAID
from SteadyAPI.redaction.shapes.tools.keywords import KEYWORDS

_QUOTE = r"\\{0,3}[\"']"
_QUOTED = rf"{_QUOTE}(?![<$%{{])(?=\S{{0,60}}\d)(?P<v>[^\s\"'\\]{{7,1024}}){_QUOTE}"
_SET_TO = rf"(?:(?:to(?: be)?|as|is|with|equals|=)(?: (?:the )?value)?|value(?: (?:to|is|as))?) {_QUOTED}"
# Headers that let somebody in; an Idempotency-Key doesn't.
_HEADERS = (
    (
        "key",
        r"(?:(?<=[Aa][Pp][Ii][-_])|(?<=[Aa][Pp][Ii])|(?<=[Aa]uth[-_])|(?<=[Aa]ccess[-_])|(?<=[Ss]ubscription[-_]))",
    ),
    *((name, "") for name in ("token", "authorization", "secret", "password", "cookie", "signature")),
)
_HEADER = "|".join(rf"(?:[\w-]{{0,40}}?{before})(?i:{name})" for name, before in _HEADERS)
_OF_FIELD = (
    r"(?i:password|passphrase|passcode|passwd|pwd|secret|token|kennwort|passwort|otp\b|\bpin\b|api.?key)"
    r"(?![ _-]?(?i:name|id|hint|count|type|policy|length)\b)"
)
_FIELD = (
    rf"(?:in|into|to|for|as) (?:(?:the|my|a) )?(?:(?:text )?field )?(?:\w{{1,40}} )?{_QUOTE}?[\w -]{{0,20}}?{_OF_FIELD}"
)
# XCUITest and Appium call the field of a password so.
_INTO = rf"(?:into (?:the )?SecureTextField|{_FIELD}|{_FIELD.replace(_QUOTE + '?', '')})"

STEPS: tuple[tuple[str, str, str, str], ...] = (
    *KEYWORDS,
    *(
        (f"header {quote}", "header", f"eader {quote}", rf"(?i:header) {_QUOTE}(?:{_HEADER}){_QUOTE} {_SET_TO}")
        for quote in ('"', "'", "\\")
    ),
    *(
        (f"{name} as header", name, " header ", rf"{before}(?i:{name})(?:{_QUOTE})? (?:request )?header {_SET_TO}")
        for name, before in _HEADERS
    ),
    ("input text", "input", "nput text ", rf"(?i:input) text {SAID}(?:{_QUOTE})? {_INTO}"),
    *(
        (f"{verb} {end}{quote}", verb, f"{verb[1:]}{end} {quote}", rf"(?i:{verb}){end} (?:text )?{_QUOTED} {_INTO}")
        for verb, ends in (("type", ("", "s", "d")), ("enter", ("", "s", "ed")))
        for end in ends
        for quote in ('"', "'", "\\", "text ")
    ),
)
