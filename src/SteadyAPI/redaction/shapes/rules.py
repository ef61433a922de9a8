"""Rules that recognise a secret by its format, whatever its name.

Every rule has literal signs: its pattern is tried only on a text that contains one of them. No pattern backtracks
without bound, so the time is linear in the length of the text.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from SteadyAPI.redaction.index.sign_places import SignPlaces
from SteadyAPI.redaction.shapes.documents.network_devices import NETWORK_DEVICES
from SteadyAPI.redaction.shapes.documents.objects import SIGNS, object_spans
from SteadyAPI.redaction.shapes.documents.validation_errors import CUT_INPUTS
from SteadyAPI.redaction.shapes.formats import HASHES, KEY_FORMATS, VENDOR_FORMATS, is_basic, is_login
from SteadyAPI.redaction.shapes.notations.languages.english import ENGLISH_PROSE
from SteadyAPI.redaction.shapes.notations.languages.prose import FOREIGN_PROSE
from SteadyAPI.redaction.shapes.notations.logins import LOGINS
from SteadyAPI.redaction.shapes.notations.made_up import is_made_up
from SteadyAPI.redaction.shapes.notations.messages import CODES, LINKS
from SteadyAPI.redaction.shapes.notations.spoken import is_said_token
from SteadyAPI.redaction.shapes.ordinary import is_opaque, is_ordinary, is_random, is_ticket, is_verdict, is_word
from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.placeholders import is_placeholder, is_reference
from SteadyAPI.redaction.shapes.tools.calls import TYPED
from SteadyAPI.redaction.shapes.tools.command_lines import COMMAND_LINES, NO_EXAMPLE
from SteadyAPI.redaction.shapes.tools.http_headers import HTTP_HEADERS
from SteadyAPI.redaction.shapes.tools.keywords import TYPED_SECRETS
from SteadyAPI.redaction.shapes.tools.spots import SPOTS
from SteadyAPI.redaction.shapes.tools.steps import STEPS
from SteadyAPI.redaction.shapes.tools.tool_outputs import TOOL_OUTPUTS, TOOL_SECRETS

_LONG = 32
_CODE_LEAST = 16
_SHORT_LEAST = 6
_TYPED_LEAST = 10
_KEY_LONGEST = 4096
# Signed ones have three parts (RFC 7515), encrypted ones five, the second of which may be empty (RFC 7516).
_JOSE = r"(?P<v>eyJ(?<![A-Za-z0-9]eyJ)[\w-]{8,1024}+(?:\.[\w-]*+(?:\.[\w-]{8,}+){3}|\.[\w-]{8,}+(?:\.[\w-]*+)?))"
# CAS Protocol 3.0, section 3.7: behind the kind and a number, letters at random and the host
_TICKET = r"(?P<v>[SPT](?<![\w-][SPT])(?:T|GT(?:IOU)?)-\d{1,19}-[\w.-]{14,256})"


def _is_no_reference(value: str) -> bool:
    return not is_reference(value)


def _is_code(value: str) -> bool:
    return len(value) >= _CODE_LEAST and is_opaque(value)


def _is_short_token(value: str) -> bool:
    return (is_opaque(value, _SHORT_LEAST) and any(map(str.isdigit, value))) or is_made_up(value)


def _is_password(value: str) -> bool:
    """Returns whether ``value``, which stands where a password does, is one and no word of documentation."""
    return not (is_word(value) or is_ordinary(value) or is_placeholder(value))


def _is_no_verdict(value: str) -> bool:
    return not (is_ordinary(value) or is_placeholder(value))


def _is_said(value: str) -> bool:
    return is_said_token(value) and not (is_placeholder(value) or is_reference(value) or is_verdict(value))


def _is_typed(value: str) -> bool:
    return is_random(value, _TYPED_LEAST) and is_opaque(value)


def _is_token(value: str) -> bool:
    """Returns whether ``value`` is a token, not prose ("bearer authentication") or test data (``invalid_token_1``)."""
    return (any(map(str.isdigit, value)) or len(value) >= _LONG) and not is_ordinary(value)


class Rule:
    """A pattern whose group ``v`` is the secret if ``is_secret`` agrees.

    The pattern can match only in a text that contains one of ``signs``, which consist of ``_TELLING`` characters. All
    signs end in the same character, so one fast search finds it; or there is a single sign, in lower case, and its case
    doesn't matter. A text must contain ``needs`` as well.
    """

    __slots__ = ("is_format", "is_secret", "lower_signs", "mark", "name", "needs", "pattern", "signs")

    def __init__(
        self,
        name: str,
        signs: tuple[str, ...],
        pattern: str,
        is_secret: Callable[[str], bool] = _is_no_reference,
        *,
        is_format: bool = True,
        needs: str = "",
    ) -> None:
        self.is_format = is_format
        self.needs = needs
        self.name = name
        self.signs = signs
        self.mark = "" if signs[0].isalnum() and signs[0].islower() else signs[0][-1]
        self.lower_signs = frozenset(sign.lower() for sign in signs)
        self.pattern = pattern
        self.is_secret = is_secret

    def is_signed(self, text: str) -> bool:
        """Returns whether to try the pattern on a text that contains the mark; never wrongly false."""
        return self.signs[0] in text if len(self.signs) == 1 else _signs(self.signs).search(text) is not None

    def spans(self, text: str, places: SignPlaces) -> list[tuple[int, int]]:
        """Returns start and end of every secret in ``text``, which contains ``needs``; ``places`` are of its signs."""
        pattern = compiled(self.pattern)
        found = pattern.finditer(text) if self.mark else _matches_at(places(self.signs[0]), pattern, text)
        return [match.span("v") for match in found if self.is_secret(match["v"])]


class JsonWebKeyRule(Rule):
    """Finds every private member of a JSON Web Key, whatever their order."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(
            "json web key",
            ("kty",),
            r"\\{0,9}\"(?:d|p|q|dp|dq|qi|k)\\{0,9}\"\s{0,3}:\s{0,3}\\{0,9}\"(?P<v>[\w-]{16,2048})",
        )

    def spans(self, text: str, places: SignPlaces) -> list[tuple[int, int]]:
        """Returns start and end of every private member within 4096 characters of the type of a key."""
        found: set[tuple[int, int]] = set()
        end = 0
        for place in places("kty"):
            # What was looked at for one key isn't looked at again for the next.
            start = max(end, text.rfind("{", max(0, place - _KEY_LONGEST), place))
            closed = text.find("}", place, place + _KEY_LONGEST)
            end = closed if closed >= 0 else min(len(text), place + _KEY_LONGEST)
            found.update(match.span("v") for match in compiled(self.pattern).finditer(text, start, end))
        return sorted(found)


class ObjectRule(Rule):
    """Finds the secrets in objects of JSON that tell that they hold one."""

    __slots__ = ()

    def __init__(self, sign: str) -> None:
        super().__init__(f"object {sign}", (sign,), "", is_format=False, needs="{")

    def spans(self, text: str, places: SignPlaces) -> list[tuple[int, int]]:  # noqa: ARG002 - the signature of all rules
        """Returns start and end of every secret in such an object."""
        return [*object_spans(text)]


def _vendor_rule(mark: str) -> Rule:
    """Returns the rule for all vendors' formats whose sign ends in ``mark``."""
    formats = [(start, rest) for start, rest, _ in VENDOR_FORMATS if start.endswith(mark)]
    return Rule(f"vendor token {mark}", tuple(start for start, _ in formats), _beginning_one_of(formats, r"\w-"))


def _beginning_one_of(formats: Sequence[tuple[str, str]], never_before: str) -> str:
    """Returns the pattern of ``formats``, each a literal and the pattern of the rest, behind no ``never_before``.

    It begins with the first characters of the literals, which ``re`` skips to.
    """
    rests: dict[str, list[str]] = {}
    for start, rest in formats:
        rests.setdefault(re.escape(start[0]), []).append(re.escape(start[1:]) + rest)
    choices = "|".join(f"{first}(?<![{never_before}]{first})(?:{'|'.join(some)})" for first, some in rests.items())
    return f"(?P<v>{choices})"


DEFAULT_RULES = (
    Rule("bearer", ("bearer",), r"[Bb](?:earer|EARER)\s{1,4}(?P<v>[\w.~+/-]{8,}+={0,2})", _is_token, is_format=False),
    Rule("basic", ("basic",), r"[Bb](?:asic|ASIC)\s{1,4}(?P<v>[\w+/-]{6,}+)={0,2}", is_basic, is_format=False),
    *(Rule(name, (sign,), pattern, needs=needs) for name, sign, needs, pattern in (*COMMAND_LINES, *TOOL_SECRETS)),
    *(
        Rule(name, (sign,), pattern, _is_short_token, is_format=False, needs=needs)
        for name, sign, needs, pattern in (*TOOL_OUTPUTS, *NETWORK_DEVICES, *CUT_INPUTS, *HTTP_HEADERS)
    ),
    *(
        Rule(name, (sign,), pattern, _is_said, is_format=False, needs=needs)
        for name, sign, needs, pattern in (*FOREIGN_PROSE, *ENGLISH_PROSE, *LOGINS, *STEPS)
    ),
    *(Rule(name, (sign,), pattern, _is_password, is_format=False, needs=needs) for name, sign, needs, pattern in SPOTS),
    *(Rule(name, (sign,), pattern, _is_typed, is_format=False, needs=needs) for name, sign, needs, pattern in TYPED),
    *(
        Rule(name, (sign,), pattern, _is_no_verdict, is_format=False, needs=needs)
        for name, sign, needs, pattern in TYPED_SECRETS
    ),
    *(Rule(name, (sign,), pattern, is_format=False, needs=needs) for name, sign, needs, pattern in CODES),
    *(Rule(name, (sign,), pattern, _is_code, is_format=False, needs=needs) for name, sign, needs, pattern in LINKS),
    # The authorization code of a redirection (RFC 6749, section 4.1.2)
    Rule("code", ("code",), r"(?<=[?&#])code=(?P<v>[\w.~%/+*-]{16,2048}+)", _is_code, is_format=False, needs="code="),
    # What Docker and npm keep in their files of settings
    Rule(
        "login",
        ("auth",),
        r"auth(?:\"\s{0,3}:\s{0,3}\"|\s{0,3}=\s{0,3}\"?)(?P<v>[\w+/]{8,1024}+)",
        is_login,
        is_format=False,
    ),
    # Who knows the address may post: Slack, Discord, Microsoft Teams
    Rule(
        "webhook",
        ("hook",),
        r"(?:hooks\.slack\.com/(?:services|workflows|triggers)/|hooks/\d{5,20}/|hook\.office\.com/webhookb2/)"
        r"(?P<v>[\w@/-]{20,}+)",
    ),
    *(Rule(sign, (sign,), rf"(?<![\w-])(?P<v>{pattern})(?!\w)") for sign, pattern, _ in KEY_FORMATS),
    Rule("password hash", tuple(sign for sign, _ in HASHES), _beginning_one_of(HASHES, r"\w$")),
    Rule("salted hash", ("ssha",), r"(?<=\{)(?:ssha|SSHA)(?:256|384|512)?\}(?P<v>[\w+/]{20,}+={0,2})"),
    Rule("client secret of Entra", ("Q~",), r"(?<![\w~.-])(?P<v>[\w~.-]{3}[78]Q~[\w~.-]{31,34})(?![\w~-])"),
    Rule("terraform", (".atlasv1.",), r"(?<![\w.-])(?P<v>[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,}+)"),
    # The private half of a JSON Web Key (RFC 7517): d, the primes of RSA and what is made of them, a symmetric key
    JsonWebKeyRule(),
    *map(ObjectRule, SIGNS),
    Rule(
        "putty",
        ("putty",),
        r"PuTTY-User-Key-File-\d[\s\S]{0,2000}?Private-Lines: \d{1,3}\r?\n(?P<v>[\w+/=\s]*?)(?:\r?\nPrivate-MAC|\Z)",
    ),
    Rule(
        "login line",
        ("user",),
        r"(?i:user(?:name)?)\s?[:=]\s?\S{1,128}[,;]?[ \t]{1,3}(?i:pass|pw|pwd)\s?[:=]\s?(?P<v>[^\s,;]{6,256})",
        _is_short_token,
        is_format=False,
        needs="ass:",
    ),
    # The address that a forgotten password is set anew by
    Rule(
        "path",
        ("password",),
        # Not a version in a store: /secrets/db-password/0a1b
        r"(?:(?<![\w-])|(?<=_)|(?<=set-|new-|ate-|nge-|got-|ten-|ost-))"
        r"password(?:/(?:reset|new|edit|confirm|set|change))?/(?P<v>[\w.~%-]{16,512})",
        _is_code,
        is_format=False,
        needs="password/",
    ),
    Rule("telegram bot", ("telegram",), r"telegram\.org/(?:file/)?bot(?P<v>\d{6,12}:[\w-]{30,}+)"),
    Rule("telegram token", ("AA",), r"(?<![\w:])(?P<v>\d{8,10}:AA[\w-]{33})(?![\w-])", needs=":AA"),
    # The beginning of most bots' ids in base64
    Rule("discord", ("MT",), r"(?P<v>MT(?<![\w-]MT)[A-Za-z0-9]{22,26}\.[\w-]{6}\.[\w-]{27,40})(?![\w-])"),
    Rule("twilio", ("SK",), r"(?P<v>SK(?<!\wSK)[a-f0-9]{32})(?!\w)"),
    Rule("mailchimp", ("-us",), r"-us(?<=(?P<v>[a-f0-9]{32})-us)\d{1,2}(?!\w)"),
    Rule("google refresh token", ("1//0",), r"(?P<v>1//0(?<![\w/]1//0)[\w-]{40,}+)"),
    Rule("airtable", ("pat",), r"pat(?P<v>(?<![\w-]pat)[A-Za-z0-9]{14}\.[a-f0-9]{64})(?!\w)"),
    *(
        Rule(
            f"data source {sign}",
            (sign,),
            r"(?<![^\s\"'=(,])[\w.+-]{1,64}:(?P<v>[^\s\"'<>]{1,256}?)@(?:tcp|unix)\(",
            needs=sign,
        )
        for sign in ("@tcp", "@unix")
    ),
    Rule("user info", ("@",), r"://" + NO_EXAMPLE + r"[^\s/?#@:\"'<>]{0,256}:(?P<v>[^\s/?\"'<>]{1,256})@(?=[\w.\[-])"),
    Rule("user token", ("@",), r"://(?P<v>[^\s/?#@:\"'<>]{16,256})@", _is_token),
    Rule("jwt", ("eyJ",), _JOSE),
    Rule("ticket of CAS", ("ST-", "PT-", "GT-", "OU-"), _TICKET, is_ticket),
    # With the secret beside it, as in the file of keys that AWS gives out
    Rule(
        "cloud key",
        ("AKI", "ASI"),
        r"(?P<v>A(?<![A-Z0-9]A)[KS]IA[A-Z0-9]{16}(?![A-Z0-9])(?:[\s,:;|]{1,4}[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+]))?)",
    ),
    Rule("atlassian", ("ATATT",), r"(?P<v>ATATT3(?<![\w-]ATATT3)[\w=-]{20,}+)"),
    Rule("vendor key", ("AIz",), r"(?P<v>AIza(?<![\w-]AIza)[\w-]{16,}+)"),
    # Graph API of Meta, Square
    Rule("graph token", ("EAA",), r"(?P<v>EAA(?<![\w/+-]EAA)(?=\w*\d)(?=\w*[a-z])[A-Z][\w-]{28,}+)"),
    *map(_vendor_rule, "_-.$"),
    Rule(
        "private key",
        ("KEY-", "OCK-"),
        r"-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----"
        r"(?P<v>[\w+/=\s\\:,.()@<>-]*?)(?:-----END|\Z|(?=[^\w+/=\s\\:,.()@<>-]))",
    ),
)


@cache
def _signs(signs: tuple[str, ...]) -> re.Pattern[str]:
    # Grouped by the last two characters, so that most positions are rejected after one comparison.
    ends = {sign[-2:]: [re.escape(other) for other in signs if other.endswith(sign[-2:])] for sign in signs}
    befores = "".join(sorted({re.escape(end[0]) for end in ends}))
    choices = "|".join(
        f"(?<={re.escape(end)})(?:{'|'.join(f'(?<={sign})' for sign in some)})" for end, some in ends.items()
    )
    return re.compile(rf"{re.escape(signs[0][-1])}(?<=[{befores}][\s\S])(?:{choices})")


def _matches_at(places: Iterable[int], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    end = 0
    for place in places:
        if place >= end and (match := pattern.match(text, place)):
            yield match
            end = match.end()
