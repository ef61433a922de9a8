"""Secrets that rows of Robot Framework give to keywords by their place alone: ``Login    root    x``.

Each entry: name, sign, what a text must hold besides, pattern; see ``command_lines.py``. The secret is group ``v``.
"""

_INDENTS = ("", r"\t", *(f"[ ]{{{size}}}" for size in (2, 3, 4, 6, 8, 10, 12, 16)))
# A row, behind the name of a library or the mark of a table
_BEGINS = (
    *(f"{before}{indent}" for before in (r"\A", r"\n") for indent in _INDENTS),
    *(r"\w\.", r"\w \. ", r"\A\| ", r"\n\| ", r"\n\|   ", r"\|  \| "),
)
_ROW = f"(?:{'|'.join(f'(?<={begin})' for begin in _BEGINS)})"
_TYPED_GAP = r"(?:[ \t]{1,60}\|[ ]{1,40}|[ \t]{2,60}|\t)"
_GAP = rf"(?:{_TYPED_GAP}|,[ ])"
_CELL_END = r"(?=[ \t]{0,9}(?:[\r\n]|\Z)|,?(?:\t|[ \t]{2,9}|[ ](?=\w{1,20}=))|,[ ]|[ ]{1,40}\|)"
_USER = r"(?:(?![^\s,|]{0,60}=)[A-Za-z][\w.@+\\-]{0,63}|[$%]\{[\w ]{1,40}\})"
_CELL = r"[^\s|,]{1,256}"
_ARGUMENT = rf"(?P<v>[^\s|,][^\s|]{{5,255}}?){_CELL_END}"
# No argument with a name, no variable, path, address, version or id
_VALUE = r"(?!\w{1,20}=|[$@&%]\{|[./\\]|https?:|v?\d{1,3}\.\d|[0-9a-fA-F-]{4,40}(?![^\s|,]))" + _ARGUMENT
_HOW = (
    r"(?: (?:As|And|By|Into|On|Through|To|User|Using|Via|With)"
    r"(?: (?!(?:Fail|Fails|Must|Page|Public|Should)\b)[A-Z]\w{0,20}){0,4})?"
)
# A user and a password, and what is before them: the sign, what is needed, the name of the keyword, the other cells
_LOGINS = (
    *(("login", f"Login{end}", _ROW + f"Login{_HOW}", "") for end in ("  ", "\t", " |")),
    *(("login", f"Login {how} ", _ROW + f"Login{_HOW}", "") for how in ("As", "To", "With", "Via", "Using", "User")),
    *(("log", f"Log In{end}", _ROW + f"Log In{_HOW}", "") for end in ("  ", " As ", " To ", " With ", " User ")),
    ("connect", "onnection And Log In", "(?<=Open )Connection And Log In", rf"{_GAP}{_CELL}"),
    ("connect", "Ftp Connect  ", "(?<=Ftp )Connect", rf"{_GAP}{_CELL}"),
    ("connect", "Connect To Database  ", "Connect To Database", rf"{_GAP}{_CELL}{_GAP}{_CELL}"),
    *(("password", f"{verb} Password  ", f"(?<={verb} )Password", "") for verb in ("Set", "Reset", "Update")),
)

# Keywords that type a secret, and the element: Input Password    id=pw    x
_VERBS = ("nput ", "NPUT ", "ype ", "ill ", "nter ")
_TYPING = (
    *((verb, word) for verb in _VERBS for word in ("Password", "Secret")),
    *(("nput ", "password"), ("NPUT ", "PASSWORD")),
)
_STRATEGIES = (
    "accessibility_id|android|aria|chain|class|css|data|dom|element|id|identifier|ios|jquery|label|link|name|placeholder|"
    "predicate|role|tag|text|xpath"
)
_LOCATOR = rf"(?:(?:{_STRATEGIES})[:=]|[(]?//|[#.]\w|\$\{{)[^\s|]{{0,200}}(?:[ ][^\s|]{{1,100}}){{0,12}}"
_NO_ARGUMENT = r"(?!(?:clear|delay|force|loglevel|message|password|secret|text|timeout|txt)=|[@&%]\{|\$[\w{])"
_WORDS = (
    r"(?=[^\s|]{1,60} )(?=[^\r\n|]{0,60}\d)(?!(?i:an?|any|at|its?|my|no|of|please|the|your) )"
    r"(?P<v>[^\s|]{1,60}(?:[ ][^\s|]{1,60}){1,7})(?=[ \t]{0,9}(?:[\r\n]|\Z)|[ \t]{2}|[ ]{1,40}\|)"
)


def _typing(locator: str, value: str, kind: str) -> tuple[tuple[str, str, str, str], ...]:
    return tuple(
        (
            f"{kind} of {verb}{word}",
            word.lower(),
            f"{verb}{word}",
            rf"(?<={verb}){word}{_TYPED_GAP}{locator}(?:{_TYPED_GAP}|, ){_NO_ARGUMENT}{value}",
        )
        for verb, word in _TYPING
    )


_ONE_WORD = _ARGUMENT.replace("{5,255}", "{2,255}")

KEYWORDS: tuple[tuple[str, str, str, str], ...] = (
    *(
        (f"keyword {needs}", sign, needs, f"{name}{before}{_GAP}{_USER}{_GAP}{_VALUE}")
        for sign, needs, name, before in _LOGINS
    ),
    # The phrase of a key
    (
        "key of a keyword",
        "login",
        "Login With Public Key  ",
        f"Login With Public Key{_GAP}{_USER}{_GAP}{_CELL}{_GAP}{_VALUE}",
    ),
    # The new one behind the old one, and behind a user
    *(
        (f"new password{which}", "password", "Change Password  ", f"(?<=Change )Password{cells}{_GAP}{_VALUE}")
        for which, cells in (("", f"{_GAP}{_CELL}"), (" of a user", f"{_GAP}{_CELL}{_GAP}{_CELL}"))
    ),
    # Cells that one blank separates, as in what was copied
    *(
        (
            f"{verb}{word} with blanks",
            word.lower(),
            f"{verb}{word} ",
            (
                rf"(?<={verb}){word} (?:\| )?(?:(?:{_STRATEGIES})[:=]|//)[^\s|]{{1,200}} (?:\| )?{_NO_ARGUMENT}"
                r"(?P<v>[^\s|]{6,256})"
            ),
        )
        for verb, word in _TYPING
    ),
    # The name of a field, without the kind of its locator
    *_typing(r"[A-Za-z][\w.:/-]{0,60}", _ONE_WORD, "argument"),
    # Lists of a user and a password
    *(
        (
            f"list {written}",
            name,
            f"{written}}}",
            rf"(?i:{name})\}}(?: ?=)?(?:\t|[ ]{{2,60}})(?:Create List(?:\t|[ ]{{2,60}}))?{_USER}{_GAP}{_VALUE}",
        )
        for name in ("auth", "credentials", "creds")
        for written in (name, name.upper())
    ),
)
"""Masked if opaque and with a digit."""
TYPED_SECRETS: tuple[tuple[str, str, str, str], ...] = (
    *_typing(_LOCATOR, _ONE_WORD, "text"),
    *_typing(_LOCATOR, _WORDS, "words"),
)
"""Masked unless it is of words that tests judge a secret by: ``invalid``, ``wrong password``."""
