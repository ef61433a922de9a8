"""Texts that a test types into a field whose locator tells that it is one of a password: ``id=txtPassword | x``.

Keywords of Robot Framework log them so, and code does: ``By.id("password")).sendKeys("x")``. Each entry: name, sign,
what a text must hold besides, pattern; see ``command_lines.py``. The secret is group ``v``, masked unless it is an
ordinary word.
"""

_NAMES = ("password", "passwort", "passwd", "pwd")
_NAME = r"(?i:passwor[dt]|passwd|passphrase|pwd|passcode|secret|kennwort)"
# A part that each spelling has
_PARTS_OF_NAMES = (
    "asswor ASSWOR asswd ASSWD assphrase ASSPHRASE pwd Pwd PWD asscode ASSCODE ecret SECRET ennwort ENNWORT".split()
)
_QUOTE = r"\\{0,3}[\"']"
_VALUE = r"(?P<v>[^\s\"'$@&%{|\]][^\"'\r\n\\]{2,255})"

# What is logged of the arguments of a keyword, with quotation marks or without
_ARGUMENT = r"'?(?![$@&%]\{)(?P<v>[^\s|'\]][^|\r\n']{2,255}?)'? (?:\]|\|)"
# Of a keyword that may take something else: a time, a key, another locator, a named argument
_ONE_WORD = (
    r"'?(?![$@&%]\{|\\|[a-z_]{1,20}[=:]|\d{1,5}(?:ms|s|m|min|sec)?'? )(?P<v>[^\s|'\]][^\s|']{2,255})'? (?:\]|\|)"
)
_TELLING = (
    r"'?(?:(?:id|name|css|xpath|identifier|data|data-testid|class|element|text|label|placeholder|accessibility_id)"
    rf"[:=]|[#/])(?:(?! \[ )[^|\r\n]){{0,200}}?{_NAME}(?:(?! \[ )[^|\r\n]){{0,60}} \| "
)
_LOCATOR = r"[^|\r\n]{1,300} \| "

# Behind the locator: )).sendKeys("x"), ).perform(typeText("x"), , "x"
_CALLS = (
    *("sendKeys(", "send_keys(", ".val(", "typeText(", "replaceText(", ".fill(", ".type(", ".setValue(", ".set_value("),
    ".pressSequentially(",
)
_END = r"[\w-]{0,20}(?:/i?)?(?:\\{0,3}[\"'])?\]?(?:\\{0,3}[\"'])?"

# A pattern may stand for a text: /password/i
_FIELD = rf"(?:[\w.]{{1,60}}\()?\s{{0,3}}(?:{_QUOTE}|/)[^\"'\r\n]{{0,100}}?{_NAME}[^,\r\n]{{0,40}}?(?:{_QUOTE}|/i?)"

# What drivers of browsers are told: POST /element/3/value {"text": "x", "id": "passwordField"}
_PART = r"(?:[^{}\"']{1,300}+|\"[^\"\r\n]{0,256}\"|'[^'\r\n]{0,256}')"
_TOLD = rf"[^\r\n{{}}]{{0,60}}\{{{_PART}{{0,120}}?"
_ID = rf"[\"']id[\"']\s{{0,3}}:\s{{0,3}}[\"'][^\"'\r\n]{{0,100}}?{_NAME}"
_ELEMENT = (
    rf"element/(?:[\w.:-]{{0,100}}?{_NAME}[\w.:-]{{0,100}}/value\b{_TOLD}"
    rf"|[\w.:-]{{1,200}}/value\b(?={_TOLD}{_ID}){_TOLD})"
)
_CHARACTER = r"(?:\"[^\"]{1,2}\"|'[^']{1,2}')"
# How XCUITest shows a field: SecureTextField, 0x1, label: 'Password', value: x
_UP_TO_VALUE = r"(?:(?!TextField)[^\r\n]){0,400}?"
_SHOWN_BARE = r"(?:v|AXV)alue: (?P<v>[^\s\"',$<{\[\u2022][^\s,]{2,255})(?=,|\s{0,9}(?:[\r\n]|\Z))"
_SHOWN_QUOTED = r"(?:v|AXV)alue: [\"'](?P<v>[^\s\"'$<{\[\u2022][^\"'\r\n]{2,255})[\"']"
_OF_PASSWORD = rf"(?:identifier|label|placeholderValue|title): [\"']?[^\"'\r\n,]{{0,100}}?{_NAME}"


def _called(call: str) -> str:
    """Returns the pattern of ``call`` with a text, right behind the name of the field in a locator."""
    head = call.lstrip(".").rstrip("(")
    before = r"\.(?:perform\(|check\()?" if not call.startswith(".") else r"\."
    return rf"{_END}\s{{0,3}}\){{1,3}}\s{{0,9}}{before}{head}\(\s{{0,3}}{_QUOTE}{_VALUE}{_QUOTE}"


TYPED_TEXTS: tuple[tuple[str, str, str, str], ...] = (
    # Of which every keyword logs one, so what is needed is the name of the field
    *(
        (f"arguments of a keyword, {part}", "arguments", part, rf"(?i:arguments): \[ {_TELLING}{_ONE_WORD}")
        for part in _PARTS_OF_NAMES
    ),
    *(
        (f"{verb} {word}", verb, f"{word} [ ", rf"(?i:{verb}) (?:{word}) \[ {_LOCATOR}{_ARGUMENT}")
        for verb in ("input", "fill", "type")
        for word in ("Password", "Secret")
    ),
    *(
        (f"{verb} text", verb, "Text [ ", rf"(?i:{verb}) Text \[ {_TELLING}{_ARGUMENT}")
        for verb in ("input", "fill", "type")
    ),
    *((f"{call} to {name}", name, call, rf"(?i:{name}){_called(call)}") for call in _CALLS for name in _NAMES),
    *(
        (f"value of {name}", name, ").value", rf"(?i:{name}){_END}\)\.value ?= ?{_QUOTE}{_VALUE}{_QUOTE}")
        for name in _NAMES
    ),
    # With the field as the first argument, as a text or a call that finds it
    *(
        (f"{call} of a call", call, f".{call}(", rf"(?<=\.){call}\({_FIELD}[)\s]{{0,3}}, ?{_QUOTE}{_VALUE}{_QUOTE}")
        for call in ("type", "fill")
    ),
    (
        "text for an element",
        "element",
        "/value",
        rf"{_ELEMENT}[\"']text[\"']\s{{0,3}}:\s{{0,3}}[\"']{_VALUE}[\"']",
    ),
    (
        "characters for an element",
        "element",
        "/value",
        rf"{_ELEMENT}[\"']value[\"']\s{{0,3}}:\s{{0,3}}\[\s{{0,3}}(?P<v>{_CHARACTER}(?:,\s{{0,3}}{_CHARACTER}){{2,255}})",
    ),
    *(
        (f"{field} {kind}", sign, f"{field}TextField", rf"(?i:{sign}){_UP_TO_VALUE}{named}{shown}")
        for field, sign, named in (
            ("Secure", "securetextfield", ""),
            ("", "textfield", f"{_OF_PASSWORD}{_UP_TO_VALUE}"),
        )
        for kind, shown in (("value", _SHOWN_BARE), ("quoted value", _SHOWN_QUOTED))
    ),
)
