"""What stands in a secret's place and is none: nothing, stars, a placeholder, the name of a variable."""

import re
from functools import cache
from pathlib import Path

from SteadyAPI.redaction.masking import MASK

_PLACEHOLDERS = {
    "",
    "none",
    "null",
    "true",
    "false",
    "nil",
    "undefined",
    "required",
    "optional",
    "string",
    "<secret>",
    MASK,
}
# ${token}, @{tokens}, &{logins}[qa], %{TOKEN} and the shell's $TOKEN. The end may be cut off. A default, as in
# %{TOKEN=hunter2}, may be a secret, and so may a word in lower case behind a dollar: neither is let through.
_ITEM = r"(?:\[(?:\$\{[\w .-]{1,100}\}|[\w .-]{1,100})\]?)?"
_REFERENCES = rf"(?:[$@&%]\{{[A-Za-z_][\w .-]{{0,100}}(?:\}}{_ITEM}|\Z)|\$[A-Z_][A-Z0-9_]{{0,100}}(?!\w))+"
# A file in a folder that a variable names.
_PATH = r"(?:[/\\][\w./\\-]{1,200}\.[a-z]{2,5})?"


@cache
def _references() -> re.Pattern[str]:
    return re.compile(_REFERENCES + _PATH)


def is_placeholder(value: str) -> bool:
    """Tells whether ``value`` shows nothing, whatever the name beside it says."""
    plain = value.strip().rstrip("\\")
    return plain.lower() in _PLACEHOLDERS or not plain.strip("*.\u2026") or is_reference(plain)


def is_reference(value: str) -> bool:
    """Tells whether ``value`` only names variables of Robot Framework, of the environment or of a shell."""
    return value[:1] in {"$", "@", "&", "%"} and _references().fullmatch(value) is not None


def is_existing_path(value: str) -> bool:
    """Tells the path of a file from a secret: ``TOKEN=/run/secrets/token`` names a place."""
    try:
        return value.startswith(("/", "~", "C:\\")) and Path(value).exists()
    except (OSError, ValueError):
        # Too long for a path, or with a character that none may have: a token in Base64 may well begin with a slash.
        return False
