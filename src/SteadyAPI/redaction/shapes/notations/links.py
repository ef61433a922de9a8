"""The words between a name and its value where a text tells of a change or of a check, and those before another value.

``password changed from x to y``, ``'password' should be 'x' but was 'y'``, ``Setting variable '${TOKEN}' to 'x'``.
"""

_CHANGED = r"(?:chang|updat|rotat|reset|replac|renew|refresh|rename|switch|modifi)(?:ed?|es|ing)?"
_WORDS = (
    r"(?:[ \t](?:a|actual|actually|an|attribute|be|been|but|contain|contained|did|different|differs|do|does|equal|"
    r"equals|expected|found|got|had|has|have|however|"
    r"instead|is|it|its|match|must|not|of|received|set|should|string|text|to|value|values|was|were|with)){1,7}"
)
CHANGED = (
    rf"(?P<changed>[ \t](?:(?:(?:is|was|has[ \t]been)[ \t])?{_CHANGED}(?:[ \t]from|[ \t]?:)?|from))[ \t]{{1,4}}"
    r"(?=[\"'`]?\S{6})(?=\S{0,40}\d)"
)
"""Between a name and the value that is replaced."""
CHECKED = (
    rf"(?:\}}[\"'`]?|\\{{0,9}}[\"'`]\]?){_WORDS}:?[ \t]{{1,4}}(?=[\"'`]?\S{{6}})(?=\S{{0,40}}\d)"
    rf"|:?{_WORDS}:?[ \t]{{1,4}}(?=[\"'`]\S{{6}})(?=\S{{0,40}}\d)"
    rf"|[ \t](?:mismatch(?:ed)?|differs?|do(?:es)?[ \t]not[ \t]match):(?:{_WORDS}:?)?[ \t]{{1,4}}"
    r"(?=[\"'`]?\S{6})(?=\S{0,40}\d)"
    # expected=x actual=y
    r"|(?::|[ \t]mismatch:?)?[ \t](?:expected=|(?:expected|actual):[ \t])"
    r"(?=[\"'`]?\S{6})(?=\S{0,40}\d)"
)
"""Between a name and the value it must have or has; a name without a quotation mark may be a word of prose."""
OTHER_SIDE = (
    r"\\{0,9}[\"'`]?(?:[ \t]\([\w.]{1,40}\))?[,;.]?"
    r"(?:[ \t]{1,4}(?:actual|got|received|found)=|(?:[ \t]{1,4}(?P<sign>->|=>|[!=]=|<>|\u2192|\u2260|vs\.?)"
    rf"|(?P<to>[ \t]to)|[ \t]replaced[ \t](?:by|with)|(?:[ \t][-\u2013])?{_WORDS}:?)[ \t]{{1,4}})"
)
"""Between a value and the one it is compared with or changed to."""
CHANGE_BEFORE = rf"(?i:\b{_CHANGED}|\bset(?:ting)?)(?:[ \t][\w'-]{{1,30}}){{0,4}}[ \t][\w.'\"-]{{0,30}}\Z"
"""What a text about a change has before the name."""
