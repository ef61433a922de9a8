"""Values that stand apart from their name, in another attribute, element or member: ``<password value="x"/>``.

JMeter writes them so, UI Automator, and changes as JSON Patch (RFC 6902). Each entry: name, sign, what a text must hold
besides, pattern; see ``command_lines.py``. The secret is group ``v``, masked unless it is an ordinary word.
"""

_NAME = r"(?i:password|passwd|passphrase|pwd|secret|token|api[_-]?key|private[_-]?key)"
_QUOTE = r"\\{0,9}[\"']"
_VALUE = r"(?P<v>[^\s\"'<>$\\{][^\"'<>\r\n\\]{3,1024})"
# Of a password only; a limit of tokens is a number.
_NO_NUMBER = r"(?!\d{1,9}[\"'])"
_ATTRIBUTES = rf"(?:\s{{1,9}}(?![vV]alue=)[\w:.-]{{1,40}}={_QUOTE}[^\"'<>]{{0,200}}[\"']){{0,4}}"
_ATTRIBUTE = rf"\s{{1,9}}[vV]alue={_QUOTE}"
_BEFORE_KEY = "|".join(
    f"(?<={kind}{dash})" for kind in ("api", "Api", "API", "private", "Private") for dash in ("", "_", "-")
)

# Members of JSON, whose quotes have backslashes before them in JSON within JSON
_COLON = rf"{_QUOTE}\s{{0,3}}:\s{{0,3}}{_QUOTE}"
_POINTER = rf"/(?:[^\"'\s\\]{{1,100}}[/_-])?[A-Za-z]{{0,30}}?{_NAME}{_QUOTE}"
# Nothing else, or a path in a log of requests would do: {"path": "/token", "method": "POST", "value": "x"}
_BETWEEN = rf",\s{{0,9}}(?:{_QUOTE}op{_COLON}\w{{1,9}}{_QUOTE},\s{{0,9}})?{_QUOTE}"

ELEMENTS: tuple[tuple[str, str, str, str], ...] = (
    *(
        (f"element {name}", name, "alue=", rf"(?i:{name}){_ATTRIBUTES}{_ATTRIBUTE}{_VALUE}")
        for name in ("password", "passwd", "passphrase", "pwd")
    ),
    *(
        (f"element {name}", name, "alue=", rf"{before}(?i:{name}){_ATTRIBUTE}{_NO_NUMBER}{_VALUE}")
        for name, before in (("secret", ""), ("token", ""), ("key", f"(?:{_BEFORE_KEY})"))
    ),
    (
        "argument of JMeter",
        "elementprop",
        "Argument.value",
        (
            rf"elementProp name={_QUOTE}[\w.\[\]-]{{0,60}}?{_NAME}\]?{_QUOTE}(?:(?!elementProp)[\s\S]){{0,600}}?"
            rf"Argument\.value{_QUOTE}>{_VALUE}<"
        ),
    ),
    (
        "field of UI Automator",
        "node",
        'password="true"',
        r"(?<=<)node (?=[^<>]{0,3000} password=\"true\")(?:[^<>]{0,3000} )?text=\"" + _VALUE + '"',
    ),
    # What Appium reads of an app for iOS
    (
        "field of XCUITest",
        "securetextfield",
        "SecureTextField",
        rf"(?i:securetextfield)\b(?:(?!SecureTextField )[^<>]){{0,600}}?{_ATTRIBUTE}{_VALUE}[\"']",
    ),
    # JSON Patch: the name at the end of a path, and the value before or behind it. Escapes are read first, so a quote
    # stands right beside the word.
    *(
        (
            f"value of {path}",
            "path",
            path,
            rf"path{_COLON}{_POINTER}{_BETWEEN}value{_COLON}{_VALUE}{_QUOTE}",
        )
        for path in ('"path"', "'path'")
    ),
    *(
        (
            f"value before {path}",
            "value",
            path,
            rf"value{_COLON}{_VALUE}{_QUOTE}{_BETWEEN}path{_COLON}{_POINTER}",
        )
        for path in ('"path"', "'path'")
    ),
)
