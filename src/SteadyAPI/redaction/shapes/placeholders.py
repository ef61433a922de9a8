"""Values in the place of a secret that are not secrets: nothing, stars, a placeholder, the name of a variable."""

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
# %{TOKEN=hunter2}, may be a secret, and so may a word in lower case behind a dollar: these are masked.
_ITEM = r"(?:\[(?:\$\{[\w .-]{1,100}\}|[\w .-]{1,100})\]?)?"
_REFERENCES = rf"(?:[$@&%]\{{[A-Za-z_][\w .-]{{0,100}}(?:\}}{_ITEM}|\Z)|\$[A-Z_][A-Z0-9_]{{0,100}}(?!\w))+"
# A file in a folder that a variable names.
_PATH = r"(?:[/\\][\w./\\-]{1,200}\.[a-z]{2,5})?"


@cache
def _references() -> re.Pattern[str]:
    return re.compile(_REFERENCES + _PATH)


def is_placeholder(value: str) -> bool:
    """Returns whether ``value`` is a placeholder and not a secret, whatever its name."""
    plain = value.strip().rstrip("\\")
    return plain.lower() in _PLACEHOLDERS or not plain.strip("*.\u2026") or is_reference(plain)


def is_reference(value: str) -> bool:
    """Returns whether ``value`` only names variables of Robot Framework, of the environment or of a shell."""
    return value[:1] in {"$", "@", "&", "%"} and _references().fullmatch(value) is not None


def is_existing_path(value: str) -> bool:
    """Returns whether ``value`` is the path of an existing file, as in ``TOKEN=/run/secrets/token``."""
    try:
        return value.startswith(("/", "~", "C:\\")) and Path(value).exists()
    except (OSError, ValueError):
        # Too long for a path, or with a character that paths can't have: a Base64 token may begin with a slash.
        return False
