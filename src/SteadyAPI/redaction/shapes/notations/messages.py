"""Codes that mails and phones receive, and links that let who opens them in.

Each entry: name, sign, what a text must hold besides, pattern; see ``command_lines.py``. The secret is group ``v``.
"""

from SteadyAPI.redaction.shapes.notations.languages.codes import CODE, FOREIGN_CODES, SIX

# Behind a colon: in the same line, or alone in a line or an element of its own
_CODE_BEHIND = (
    r"(?: {1,2}|(?P<own>[ \t]{0,9}(?:\r?\n[ \t]{0,40}){1,3}|\s{0,9}(?:</?[a-zA-Z][^<>]{0,300}>\s{0,9}){1,6}))"
    + CODE
    + r"(?(own)(?=\s{0,9}(?:[\r\n<]|\Z)))"
)
# Not a secret: what is bought with, where somebody lives, what went wrong
_NO_LOGIN = (
    "(?!(?i:promo|discount|coupon|voucher|gift|referral|invite|post|zip|error|exit|status|country|area|product|booking|"
    "order|dial|class|source|bar|sort))"
)
# Without a verb and a person
_SIX_BEHIND = rf"(?:(?: [a-z])?: {{1,2}}| ){SIX}"
_LOG_IN = r"(?:(?:sign|log)[- ]?(?:in|on)\b|(?:verify|confirm) (?:your|it|that)\b)"
_KIND = r"(?:passcode|code|PIN|one-time pass(?:word|code)|TAN)"
# UUIDs are the ids of what a link is about as often.
_OPAQUE = r"(?![\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}(?![\w-]))(?P<v>[\w.~%=+-]{20,512})"
# Digits between letters, twice
_KEY = (
    r"(?=(?:[\w-]{0,60}?[A-Za-z]\d{1,5}[A-Za-z]){2})(?=[^A-Z&]{0,60}[A-Z])(?=[^a-z&]{0,60}[a-z])[\w-]{30,128}"
    r"|[0-9a-f]{31}"
)

CODES: tuple[tuple[str, str, str, str], ...] = (
    (
        "your code",
        "your",
        "our ",
        rf"[Yy]our (?:{_NO_LOGIN}[\w-]{{1,20}} ){{0,3}}?{_KIND}(?: is:?|:){_CODE_BEHIND}",
    ),
    (
        "one-time code",
        "one-time",
        "ne-time ",
        rf"(?i:one-time )(?:passcode|code|password|PIN)(?: (?:to|for) [^:<>\r\n]{{1,40}})?(?: is:?|:){_CODE_BEHIND}",
    ),
    ("code to log in", "code", "ode to ", rf"(?i:code) to {_LOG_IN}[^:<>\r\n]{{0,40}}:{_CODE_BEHIND}"),
    *(
        (f"code to {verb}", verb, f" to {verb} ", rf"(?<=(?P<v>(?<!\d)\d{{6}}) to ){verb} (?:your|in|you|that|it)\b")
        for verb in ("verify", "confirm", "sign")
    ),
    *(
        (f"code of {kind}", "code", needs, rf"(?i:(?<={kind} )code)(?: is:? {{1,2}}|:? {{1,2}}{SIX}){CODE}")
        for kind, needs in (("mfa", "MFA "), ("2fa", "2FA "), ("totp", "TOTP "), ("authenticator", "uthenticator "))
    ),
    ("TOTP", "totp", "TOTP: ", rf"(?i:totp): {{1,2}}{CODE}"),
    ("passcode", "passcode", "asscode ", rf"(?i:passcode)(?:(?: is:?|:| [a-z]:) {{1,2}}| {SIX}){CODE}"),
    *(
        (f"code to {kind}", "code", f"{kind} ", rf"(?<={kind} )(?i:code)(?: is:? {{1,2}}|{_SIX_BEHIND}){CODE}")
        for kind in (
            "ogin",
            "og-in",
            "ign-in",
            "ign in",
            "ign-on",
            "ccess",
            "ne-time",
            "erification",
            "ecurity",
            "SMS",
            "mail",
        )
    ),
    ("OTP", "otp", "OTP ", rf"(?<![A-Za-z])(?i:otp) {SIX}{CODE}"),
    *FOREIGN_CODES,
)
LINKS: tuple[tuple[str, str, str, str], ...] = (
    *(
        (f"link to {word}", word, f"/{word}", rf"(?<=/){word}(?:[-_][a-z]{{1,20}})?/(?:[\w=-]{{1,12}}/)?{_OPAQUE}")
        for word in ("reset", "verify", "activate", "confirm", "invite", "invitation", "magic")
    ),
    ("magic link", "magic", "magic", r"magic(?:[-_]link)?\?(?:t|key|k)=(?P<v>[\w.~%+-]{16,512})"),
    # Of an API, not the id, the hash or the words that something else is kept by
    *(
        (f"{mark}key of an API", "key", f"{mark}key=", rf"(?<=[?&;])key=(?P<v>{_KEY})(?![\w.%~+-])")
        for mark in ("?", "&", "&amp;")
    ),
    ("code of Firebase", "oobcode", "oobCode=", r"oobCode=(?P<v>[\w-]{16,512})"),
    ("ticket of CAS", "ticket", "icket=", r"ticket=(?P<v>(?:ST|PT|PGT|TGT)-\d{1,20}-[\w.-]{8,256})"),
)
