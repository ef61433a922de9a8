"""How a name ends and its value begins, and how languages show values in a structure: ``{User:ann Password:x}``."""

import re
from collections.abc import Mapping
from string import ascii_letters

from SteadyAPI.redaction.masking import MASK
from SteadyAPI.redaction.shapes.notations.spoken import is_said_token
from SteadyAPI.redaction.shapes.patterns import compiled

# What may follow the name: its closing quotes or brackets. Up to nine backslashes before a quote: JSON in JSON.
CLOSE = r"\\{0,9}[\"'}\]]{0,2}"
# Blanks before the sign: columns of signs are aligned.
GAP = r"(?:[ \t]{4,40}|\s{0,3})"
# Base64, which only ``directory_spans`` reads: no other notation has two colons and a blank, but for what reads whole
# headers
_OF_LDIF = r"::(?<!(?i:cookie)::)(?<!(?i:authorization)::)[ \t]{1,9}[\w+/\[]"
# A value needs one of these marks behind its name; most names in prose, and in code such as token::parse, have none.
_SIGN = r"(?!::[A-Za-z_]++(?!\w)|" + _OF_LDIF + ")" + CLOSE + GAP + r"(?:[=:,>]|[?!]:)"
MARK = _SIGN + r"|`\s?[:=]"
UNSPOKEN = frozenset({":", "=", '":', "':", '",', "',"})
"""Behind these marks there is no spoken value, unless one of ``SPOKEN`` follows."""
# The end of a line, a tag, a sign of Markdown, a word of a sentence
SPOKEN = r"\s{0,99}+<|[ \t]{0,3}+\r?\n|\*\*|__|[ \t]with[ \t:]"
# An option of Windows, a variable on the command line of Robot Framework: /password:x, --variable API_TOKEN:x
SWITCH = r":(?P<v>[^\s\"'<>]{1,1024})"
# What a shell runs, with blanks
RUN_BY_SHELL = CLOSE + r"=[\"']?(?P<v>(?:\$\(|`)[^()`\s]{1,60}\s[^()`\r\n]{1,300}[)`]?)"
# Not the first word of a label: Token de acceso
SCHEME = (
    r"(?:(?:[Bb]earer|BEARER|[Bb]asic|BASIC|[Tt]oken|[Dd]igest|[Nn]egotiate|NTLM|[Aa]pi[Kk]ey|DPoP|AWS4-HMAC-SHA256)"
    r"[ \t]{1,4}(?!d[aeo]l? ))?"
)
# An anchor, a type or another tag before the value
OF_YAML = r"(?:&[\w-]{1,40}|!!?(?:str|string|binary))[ \t]{1,4}"
# In Markdown
TICKED = r"`" + GAP + r"[:=]\s{0,3}`(?=[^`]{0,255}\d)(?P<v>[^\s`()]{8,512}+)`"
QUOTED = r"(?P<q>\\{0,9}(?:\"\"\"|'''|[\"']))(?!(?P=q))" + SCHEME + r"(?P<v>.{1,8192}?)(?<!\\)(?P=q)"
# A block of YAML: up to the first line that is not as deep
BLOCK = (
    CLOSE
    + r":[ \t]?[|>][+-]?[ \t]{0,3}\r?\n"
    + r"(?P<v>(?P<i>[ \t]{1,40})[^\r\n]{0,1000}(?:\r?\n|\Z)(?:(?P=i)[^\r\n]{0,1000}(?:\r?\n|\Z)){0,49}+)"
)
# A variable or argument with its type
TYPED = r"[?!]?:\s{0,3}[\w.<>\[\]|& ]{1,40}?\??\s{0,3}=\s{0,3}" + QUOTED
# How Python marks the strings in quotes; one that is filled in is no value, nor is a regular expression.
PREFIX = (
    r"(?:[bBuU]|[rR](?![\"'](?:\^|[^\"'\r\n]{0,200}(?:\\[dDsSwWb]|[\])}.][*+?{])))"
    r"|[rR][bB]|[bB][rR]|[fF](?![\"'][^\"'\r\n{]{0,200}\{)|[N@$])"
)
# What may follow the text that asks for a secret
_AFTER_PROMPT = frozenset("),;]}+:\\ \t\r\n")
_PROMPT_CHARACTERS = f"{ascii_letters}-_ "
_PROMPT_LONGEST = 48
_QUOTES = "\\\"'"
# A pair of Python, and of PHP's define
TUPLED = r"[\"'],\s{0,20}b?(?>" + QUOTED + r")\s?\)"
# The name of another field beside that of a secret: ("password", "email")
OTHER_FIELD = (
    r"(?:[a-z]{1,20}_){0,3}(?:address|city|country|e?-?mail|id|login|name|otp|phone|role|status|title|token|url|user|"
    r"username|created_at|updated_at|remember_me)|(?:confirm|current|new|old|repeat)_password|password(?:_confirm(?:ation)?|_hash|2)"
)
# A pair of Erlang: {password,"x"}
TUPLE = r",\s?\"(?P<v>[^\"\r\n]{1,1024})\"\}"
# A pair as .NET shows it: [password, x]
BRACKETED = r", (?P<v>[^\s\[\]\"',]{6,1024})\]"
# A pair of Erlang, and of a list of parameters: {password,<<"x">>}, ParameterKey=DBPassword,ParameterValue=x
_BINARY = r",\s?<<\"(?P<v>[^\"\r\n]{1,1024})\">>"
_VALUE_FIELD = r",\s?(?:Parameter)?[Vv]alue=(?P<v>[^\s,\]\"']{1,1024})"
# XML elements: their text, a section of unparsed text, the first child
OF_ELEMENTS = (
    (r">(?P<v>[^<>]{1,8192})</", ""),
    (r">\s{0,9}<!\[CDATA\[(?P<v>.{1,8192}?)\]\]>", "<"),
    (r">\s{0,99}<[\w:.-]{1,60}>(?P<v>[^<>]{1,8192})</", "<"),
)
BY_COMMA = (BRACKETED, _BINARY, TUPLE, _VALUE_FIELD)
# Some("x") of Rust, SecretStr("x") of Python, Optional("x") of Swift and how it dumps it
WRAPPED = (
    CLOSE
    + r"\s?[:=]\s?(?:(?:Some|Optional|Just|Sec(?:retStr(?:ing)?|ureString))(?:\(\s{0,40}| (?=\"))"
    + r"|Optional<String>\s{1,40}- some: )"
    + QUOTED
)
# Of a connection string, where braces may hold its separator: PWD={a;b}. Two closing ones mean one.
BRACED = CLOSE + r"=\{(?P<v>(?:[^{}\s]|\}\}){1,256}+)\}(?=\s{0,3}[;\"'\\\r\n]|\Z)"
# Brackets around the value of a form: token=[x], password=({x})
BRACKETS = r"(?:[\[({]{1,2}(?=(?:\[redacted\]|[^\s&;,\"'<>|)\]}\\]{1,8191}+)[)\]}]))?"
_QUERY = r"[^\s&;,\"'<>|)\]}\\]{0,8191}(?![:.](?:\s|\Z))[^\s&;,\"'<>|)\]}\\]"
_REFERENCE = r"(?:[$@&%]\{[^{}\r\n\"'<>&;|]{1,100}\})"
# forms and queries; a colon or a full stop before white space belongs to the sentence around them, as brackets do
FORM = CLOSE + r"=(?![A-Za-z]{1,2}[\"'])" + BRACKETS + SCHEME + rf"(?P<v>{_REFERENCE}{{1,9}}(?:{_QUERY})?|{_QUERY})"
# PHP
DUMPED = CLOSE + r"=>\s{1,20}string\(\d{1,5}\) " + QUOTED
# A structure of Go and its next field: {User:ann Password:x Host:db}
STRUCT = r":(?!0x|<)(?P<v>[^\s{}\[\]\"'<>&:]{6,1024}) (?=[A-Za-z]\w{0,60}:\S)"
# A header of Go, Dart and .NET: X-Api-Key:[x], "X-Api-Key":[]string{"x"}, {x-api-key: [x]}, X-Api-Key: { x }
LIST_OF_ONE = (
    CLOSE + r":(?:(?P<b>\[)" + SCHEME + r"| \[| \{ | ?\[\]string\{)\\{0,3}[\"']?"
    r"(?P<v>(?(b)(?!\{)[^\s\[\]\"]|[^\s\[\]{}\"',;=\\]){6,1024}(?<![\\'\"]))\\{0,3}[\"']? ?[\]}]"
)
# A protected member of PHP
MEMBER = (
    r"[\"']?:(?:protected|(?:\"?[A-Za-z_][\w\\]{0,128}+\"?:)?private)\] ?=>\s{1,20}(?:string\(\d{1,5}\) \")?"
    r"(?P<v>[^\s\"]{1,1024})"
)
_CLASS_END = ":private]"
# Another field of Go, the class of a member of PHP
_OTHERS = {"}": r"[A-Z]\w{0,60}:\S*", "]": r"[\w\\]{1,128}:private"}
# The twelve to twenty-four words that stand for a key
PHRASE = CLOSE + r"\s{0,3}[:=][ \t]{0,3}(?P<v>[a-z]{3,8}(?: [a-z]{3,8}){11,23})"
# auth=("ann", "x") of requests, auth=${{("ann", "x")}} and auth=["ann", "x"] of its library for Robot Framework
LOGIN = CLOSE + r"\s?[:=]\s?(?:\$\{\{\s?)?[(\[]\s?[\"'][^\"'\r\n]{0,128}[\"'],\s?" + QUOTED + r"\s?[)\]]"
_BEFORE = CLOSE + r"(?:" + GAP + r"(?:::?=?|=>?)\s{0,3}|[ \t]{1,40})"
# What was masked before, up to where its notation ends
_MASKED = (
    rf"(?:{_BEFORE}|[ \t](?:is|was):?[ \t])"
    r"(?:(?P<q>\\{0,9}[\"'])\[redacted\](?P=q)|\[redacted\](?=[\r\n&,]|\Z))"
    r"|>\[redacted\]</"
)
_MASK_LONGEST = 64
# What was masked is searched again, and nothing else is behind the name; finding that out by every notation takes long.
_NO_MASK_IN_LINE = (
    r"(?!\\{0,9}+[\"'}\]]{0,2}+\s{0,3}+(?:::?+=?+|=>?+)\s{0,3}+"
    # From one mask to another; what a mask is changed to may be a value.
    r"(?:\[redacted\]|'\[redacted\]'|\"\[redacted\]\"(?: [-=]> \"\[redacted\]\")?+),?+(?:[\r\n]|\Z))"
)
NO_MASK = _NO_MASK_IN_LINE + r"(?![ \t]{1,40}\[redacted\](?!\S))"
_BEFORE_KNOWN = _BEFORE + r"\\{0,9}[\"']?"
_BEHIND_KNOWN = r"\\{0,9}[\"']?[,;]?(?:[\r\n]|\Z)"


def is_no_value(match: re.Match[str]) -> bool:
    """Returns whether the quote before a value closes the text that holds its name: ``getpass("Password: ")``.

    Or the value is the class of a member of PHP: ``["password":"User":private]``.
    """
    text, place = match.string, match.start()
    # What is compared, or goes to a tag of YAML, is often a word or the name of a secret.
    sign = text[place : match.start("q")]
    if ("==" in sign or "!" in sign) and not is_said_token(match["v"]):
        return True
    if text.startswith(_CLASS_END, match.end()):
        return True
    if text[match.end("q")] not in _AFTER_PROMPT or text[place] in _QUOTES:
        return False
    return text[max(0, place - _PROMPT_LONGEST) : place].rstrip(_PROMPT_CHARACTERS).endswith(match["q"])


def is_masked(text: str, end: int) -> bool:
    """Returns whether a mask is the value behind a name that ends at ``end``, and there is nothing else."""
    return text.find(MASK, end, end + _MASK_LONGEST) >= 0 and compiled(_MASKED).match(text, end) is not None


def is_known(text: str, end: int, known: Mapping[int, int]) -> bool:
    """Returns whether a known secret is the value behind a name that ends at ``end``, up to the end of its line.

    ``known`` are the ends of all known secrets in ``text`` by their starts.
    """
    before = compiled(_BEFORE_KNOWN).match(text, end)
    last = known.get(before.end(), -1) if before else -1
    return last >= 0 and compiled(_BEHIND_KNOWN).match(text, last) is not None


def is_empty_field(mark: str, value: str, behind: str) -> bool:
    """Tells the next field of a structure, or the beginning of a wrapped value, from the value of this one."""
    if behind in _OTHERS and mark == ":":
        return compiled(_OTHERS[behind]).fullmatch(value) is not None
    return compiled(r"(?:Some|Optional|Just)\((?:[a-z_]{1,11}\))?").fullmatch(value) is not None
