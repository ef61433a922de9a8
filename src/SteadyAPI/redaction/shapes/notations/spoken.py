"""Values behind a name without the marks of a format: ``the password is x``, ``PASSWORD 'x'``, ``setToken("x")``.

Such a text may as well be prose, so only an opaque value with a digit counts, or one in quotes that is no plain word.
"""

import re
from functools import lru_cache

from SteadyAPI.redaction.shapes.notations.languages.codes import UNIT
from SteadyAPI.redaction.shapes.notations.links import CHANGED, CHECKED
from SteadyAPI.redaction.shapes.notations.made_up import is_made_up
from SteadyAPI.redaction.shapes.ordinary import is_opaque, is_ordinary, is_random, is_surely_random, is_word
from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.plausibility import may_be_secret, whole_name
from SteadyAPI.redaction.shapes.secret_names import names_a_password

# Not over the end of a line that is written as \n
WORD = r"[^\s\"'`<>(){}\[\]=|/\\](?:[^\s\"'`<>(){}\[\]=|\\]|\\(?![nrt])){6,255}={0,2}(?![^\s\"'`<)\]}])"
"""A bare value in a sentence."""
_VERB = "(?:is|was|ist|lautet|est|es|\u00e9|\u00e8|\u00e4r|je|er|este|adalah|(?<=alasana )on|(?<=alasanasi )on)"
# temporary, new; your
_KINDS = r"[ \t](?:(?:tempor|provis|provvis|proviz|priv[rx])[^\s\"':]{2,8}|sementara|baru|nueva|nova|anda|Anda|kamu)"
_GIVEN = r"[ \t](?:provided|supplied|given|received):[ \t]{1,2}"
# Playwright, Cypress, Selenium
_TYPE = "(?:fill|type|send_?[kK]eys|set_?[vV]alue|press_?[sS]equentially|enter_?[tT]ext|insert_?[tT]ext)"
_TAGS = r"\s{0,99}(?:<(?:[\w-]{1,20}:)?\w{1,10}[^<>]{0,60}>){1,3}(?:&#x27;|&#39;|&quot;)?"
# Whose password it is, or a note on it: Password for ann: x, Password (temporary): x, the token was set to x
_OWNER = (
    r"(?:(?:(?:is|was)[ \t](?:generated|created|issued)[ \t])?for[ \t](?:the[ \t])?(?:user[ \t]|account[ \t])?"
    r"|of[ \t](?:the[ \t])?(?:(?:user|account)[ \t])?)[^ \t\r\n:]{1,80}+(?:[ \t](?:user|account))?"
)
_SET = r"(?:(?:(?:is|was|has[ \t]been)[ \t])?(?:set|reset|changed|updated)[ \t])?"
_FORMER = r"from[ \t](?P<former>[^\s\"'`]{6,256})[ \t]"
_VALUE_AHEAD = r"[ \t]{1,4}[\"'`]?(?=\S{7})(?=\S{0,40}\d)"
_LINES = r":[ \t]{0,3}(?:\r?\n[ \t]{0,40}){1,2}"
_ALONE = r"(?=\S{7,256}[ \t]{0,9}(?:[\r\n]|\Z))"
_PURPOSE = r"[a-z][a-z \t]{0,60}"
# What is between a name and its value; a value on a line of its own may have what it is for before it.
_CLAUSE = (
    rf"[ \t](?=[(c-iostuw]|reset)(?:(?:{_OWNER}|\([^()\r\n\"']{{1,60}}\)|created|generated|issued)"
    rf"(?=:|[ \t][cfhirstuw])(?:(?::|[ \t](?:is|was|{_SET}(?:{_FORMER})?to):?){_VALUE_AHEAD}|{_LINES}{_ALONE})"
    rf"|{_SET}to(?::?{_VALUE_AHEAD}|[ \t]{_PURPOSE}{_LINES}{_ALONE}))"
)
_SPOKEN = (
    rf"{_CLAUSE}(?P<clause>[^\s\"'`<>(){{}}\[\]=|/\\][^\s\"'`<>]{{6,255}})"
    rf"|(?:(?:{_KINDS}){{0,2}}[\"'`]?[ \t]{{1,4}}{_VERB}(?:[ \t]now)?[ \t]{{0,2}}:?|{_KINDS}[ \t]?:)[ \t]{{1,4}}[\"'`]?"
    rf"(?:(?P<number>\d{{4,8}})(?!{UNIT})(?=[.,;!?]?(?:[\s\"'`<)]|\Z))|(?P<said>{WORD}))"
    rf"|[\]\"']{{0,2}}[ \t]{{1,2}}(?:->|=>)[ \t]{{1,4}}(?P<arrow>{WORD})|[ \t][-\u2013][ \t](?P<dash>{WORD})"
    r"|[ \t]?\([ \t]?(?P<q>[\"'])(?P<called>[^\"'\r\n]{1,256})(?P=q)"
    r"|[ \t](?:[Aa]s[ \t]\w{1,20}|string)[ \t]{1,4}=[ \t]{1,4}(?P<t>[\"'])(?P<typed>[^\"'\r\n]{1,256})(?P=t)"
    r"|[ \t]{1,4}N?'(?P<quoted>(?:[^'\r\n]|''){1,256}+)'"
    rf"|{_GIVEN}[\"'`]?(?P<given>{WORD})"
    rf"|\\{{0,9}}\"?[;|]s:\d{{1,5}}:\\{{0,9}}\"(?P<serial>[^\"\r\n\\]{{1,1024}})\\{{0,9}}\""
    rf"|\\{{0,9}}[\"']?\]\\{{0,9}}[\"'],[ \t]?\\{{0,9}}[\"'](?P<placed>[^\"'\r\n\\]{{1,256}})\\{{0,9}}[\"']"
    rf"|(?:\\{{0,9}}[\"']?\])?\\{{0,9}}[\"']\)\.{_TYPE}\(\\{{0,9}}[\"'](?!\{{)(?P<entered>[^\"'\r\n]{{1,256}})[\"']"
    rf"|[\"']?\][ \t]{{2,40}}(?P<aside>{WORD})"
    rf"|(?:[ \t]{_VERB})?{_LINES}(?P<below>{WORD})(?=[ \t]{{0,9}}(?:[\r\n]|\Z))"
    rf"|[ \t]{{1,40}}[\"`]?(?P<plain>{WORD})"
    r"|[\"'](?:,[ \t]with:|[ \t]with)[ \t][\"'](?P<filled>[^\"'\r\n]{1,256})[\"']"
    r"|\r?\n\[1\] \"(?P<printed>[^\"\r\n]{1,256})\""
    r"|[ \t]?<- ?[\"'](?P<arrowed>[^\"'\r\n]{1,256})[\"']"
    rf"|`?[ \t]{{1,40}}[|\u2502\u2503][ \t]{{1,4}}`?(?P<piped>{WORD})(?=`?[ \t|\u2502\u2503]{{0,200}}(?:[\r\n]|\Z))"
    rf"|\}}(?: ?=)?[ \t]{{2,20}}(?:Set Variable[ \t]{{2,20}})?(?P<row>{WORD})"
    rf"|:?</(?:[\w-]{{1,20}}:)?\w{{1,10}}>{_TAGS}(?P<cell>[^<>\s]{{1,256}})</"
    rf"|:{_TAGS}(?P<marked>[^<>\s]{{1,256}})</"
    r"|(?::(?:\*\*|__|</\w{1,10}>)|(?:\*\*|__):)[ \t]{0,3}[`*]{0,3}(?P<strong>[^<>\s`*]{1,256})"
)
MARK = (
    r"[ \t]?\([ \t]?[\"']|[\"'`]?[ \t]{1,4}" + _VERB + r"[ \t:]|[\]\"']{0,2}[ \t]{1,2}(?:->|=>)|[ \t]{1,4}N?'"
    r"|[ \t][-?\u2013][ \t]"
    r"|`?[ \t]{1,40}(?:[\"`]?(?=[^\s/]\S{6})(?=\S{0,20}\d)|[|?][ \t]|<-"
    r"|[Aa]s[ \t]|string[ \t]|temp|prov|sementara|baru|nueva|nova|anda|kamu|supplied:|given:|received:)"
    rf"|[\"'](?:,[ \t]with:|[ \t]with)[ \t]|\}}(?: ?=)?[ \t]{{2}}|(?:\*\*|__):|\r?\n\[1\] \"|{_CLAUSE}"
    r"|\\{0,9}[\"']?\]?\\{0,9}[\"']\)\."
    r"|\\{0,9}\"?[;|]s:\d|\\{0,9}[\"']?\]\\{0,9}[\"'],|[\"']?\][ \t]{2}"
    rf"|{CHANGED}|{CHECKED}"
)
"""What must follow the name; the beginnings of all notations but the last, whose colon is a mark of other formats."""
# What documentation calls by a name with digits: hashes, formats, versions
_TERMS = (
    r"(?i:(?:.*[\W_])?(?:pbkdf2|bcrypt|scrypt|argon2|sha-?\d|md5|hmac|aes|rsa|base64|utf-?8|oauth2?|http|ipv[46]|x\.?509|p12|pkcs|"
    r"iso|rfc|win32|python|java|api|v\d+\.)).*"
)
_IN_QUOTES = frozenset("arrowed called entered filled placed printed quoted serial typed".split())
_ALONE_KINDS = frozenset({"quoted", "entered", "plain"})
_SAID_NUMBERS = frozenset({"code", "otp", "pin"})
_RANDOM_LEAST, _NAME_LONGEST, _RECORD_LONGEST = 10, 20, 2000
_END = ".,;:!?"


def spoken_spans(text: str, lower: str, name: re.Match[str]) -> list[tuple[int, int]]:
    """Returns start and end of the value behind ``name`` in ``text``, if any; ``lower`` is its lower case."""
    match = compiled(_SPOKEN).match(text, name.end())
    if match is None:
        return []
    kind = match.lastgroup or ""
    start, end = match.span(kind)
    is_quoted = kind in _IN_QUOTES or text[start - 1] == text[end : end + 1] in {"'", '"', "`"}
    value = text[start:end] if is_quoted else text[start:end].rstrip(_END)
    is_password = names_a_password(name.group()) or name.group() == "pw"
    if not is_password and kind in _ALONE_KINDS and not _is_alone(text, lower, name, kind, value):
        return []
    # print_r of PHP, but not the name of a class: [password] => hunter2
    is_printed = kind == "arrow" and text.startswith("] => ", name.end()) and "\\" not in value
    if (is_printed and text[end : end + 1] in {"", "\r", "\n"}) or (is_password and kind in _IN_QUOTES):
        is_meant = not is_word(value) and not is_ordinary(value)
    elif kind == "number":
        # "Your verification code is 482915"
        is_meant = name.group() in _SAID_NUMBERS
    elif (kind == "piped" and not _is_of_record(lower, name)) or (kind == "dash" and not is_password):
        is_meant = is_random(value, _RANDOM_LEAST)
    else:
        # The symbol at the end may be that of the value: gherkin_44!
        is_meant = is_said_token(value) or is_made_up(text[start:end])
    if not is_meant or not may_be_secret(lower, name, value):
        return []
    found = [(start, start + len(value))]
    # Changed password of ann from x to y
    if kind == "clause" and match["former"] and is_said_token(match["former"]):
        found.append(match.span("former"))
    return found


def _is_alone(text: str, lower: str, name: re.Match[str], kind: str, value: str) -> bool:
    """Returns whether a value of such a ``kind`` is one though its name may be a word of prose: ``token x``."""
    # Invalid token 'x'; what parsers quote is no token of anybody.
    if kind == "quoted":
        return _is_no_name(value)
    # Between the columns of a file of cookies; a name with an underscore is that of a variable or setting, no word of
    # prose; X-Api-Key is a header.
    whole = whole_name(lower, name)
    is_written = text.startswith("\t", name.end()) or "_" in whole or whole.startswith("x-")
    return kind == "plain" and (is_written or is_random(value, _RANDOM_LEAST))


def _is_of_record(lower: str, name: re.Match[str]) -> bool:
    """Returns whether ``name`` begins a line of a row that psql shows with a column in each line."""
    return lower.rfind("-[ record ", max(0, name.start() - _RECORD_LONGEST), name.start()) >= 0


def _is_no_name(value: str) -> bool:
    """Returns whether ``value`` is so mixed that it is no name in camel case either, such as MyDbSecretV2."""
    if is_surely_random(value) or is_random(value, _NAME_LONGEST):
        return True
    runs = compiled(r"[A-Z]*[a-z]+|[A-Z]+|\d+").findall(value)
    return is_random(value, _RANDOM_LEAST) and len(runs) * 2 >= len(value)


@lru_cache(maxsize=512)
def is_said_token(value: str) -> bool:
    """Returns whether ``value``, which a sentence says that a secret is, is an opaque one with a digit and no term."""
    if is_surely_random(value):
        return True
    # The digits of an escaped letter aren't those of a token: Passwort zur\u00fccksetzen
    plain = compiled(r"\\{1,9}u[0-9a-fA-F]{4}").sub("", value)
    is_meant = (is_opaque(plain) and any(map(str.isdigit, plain))) or is_made_up(plain)
    return is_meant and not compiled(_TERMS).fullmatch(value)
