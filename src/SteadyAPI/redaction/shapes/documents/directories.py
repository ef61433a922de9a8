"""Attributes of a directory that LDIF writes in base64, behind two colons: ``userPassword:: OHRMcFd6UTA3``."""

from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterable, Iterator

from SteadyAPI.redaction.shapes.ordinary import is_opaque
from SteadyAPI.redaction.shapes.patterns import compiled
from SteadyAPI.redaction.shapes.plausibility import whole_name
from SteadyAPI.redaction.shapes.secret_names import LITERALS, names_no_secret, secret_names_in

# A line that goes on begins with one blank. An option may stand behind the name: userPassword;binary::
_BEHIND = r"(?:;[\w-]{1,40})?::[ \t]{0,9}(?:\r?\n )?(?=[\w+/=])"
_VALUE = (
    r"[^:]{0,50}?::[ \t]{0,9}(?:\r?\n )?(?P<v>[\w+/]{4,8192}+={0,2}(?:\r?\n [\w+/]{1,8192}+={0,2}){0,400}+)"
    r"(?=[\\\"']|\s{0,9}(?:[\r\n]|\Z))"
)


def directory_spans(
    text: str, lower: str, literals: Iterable[str] = LITERALS, allowed: frozenset[str] = frozenset()
) -> Iterator[tuple[int, int]]:
    """Yields start and end of every encoded value of a secret's attribute; takes what ``collection_spans`` takes."""
    for name in secret_names_in(lower, literals, _BEHIND):
        whole = whole_name(lower, name)
        value = None if whole in allowed or names_no_secret(whole) else compiled(_VALUE).match(text, name.end())
        if value and _is_encoded("".join(value["v"].split())):
            yield value.span("v")


def _is_encoded(value: str) -> bool:
    """Tells base64 from a word, which AsciiDoc explains behind such a sign: ``password:: required``."""
    try:
        plain = b64decode(value, validate=True)
    except Base64Error:
        return False
    # Active Directory encodes passwords in UTF-16.
    return is_opaque(value) or (plain.isascii() and plain.replace(b"\0", b"").decode().isprintable())
