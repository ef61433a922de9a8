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
# ${token}, @{tokens}, &{logins}[qa], %{TOKEN}, the {{token}} of templates and the shell's $TOKEN. The end may be cut
# off. A default, as in %{TOKEN=hunter2}, may be a secret, and so may a word in lower case behind a dollar: neither is
# let through.
_ITEM = r"(?:\[(?:\$\{[\w .-]{1,100}\}|[\w .-]{1,100})\]?)?"
_TEMPLATED = r"\{\{ ?[A-Za-z_][\w .-]{0,100}\}\}"
_REFERENCES = rf"(?:{_TEMPLATED}|[$@&%]\{{[A-Za-z_][\w .-]{{0,100}}(?:\}}{_ITEM}|\Z)|\$[A-Z_][A-Z0-9_]{{0,100}}(?!\w))+"
# A file in a folder that a variable names.
_PATH = r"(?:[/\\][\w./\\-]{1,200}\.[a-z]{2,5})?"


@cache
def _references() -> re.Pattern[str]:
    return re.compile(_REFERENCES + _PATH)


def is_placeholder(value: str) -> bool:
    """Returns whether ``value`` is a placeholder and not a secret, whatever its name."""
    plain = value.strip().rstrip("\\")
    if plain.lower() in _PLACEHOLDERS or not plain.strip("*.\u2026") or is_reference(plain):
        return True
    # What documentation has in a secret's place: YOUR_API_KEY
    return (
        plain[:4].lower() == "your" and plain[4:5] in {"_", "-"} and plain.replace("_", "").replace("-", "").isalpha()
    )


def is_reference(value: str) -> bool:
    """Tells whether ``value`` only names variables: of Robot Framework, the environment, a shell or a template."""
    return value[:1] in {"$", "@", "&", "%", "{"} and _references().fullmatch(value) is not None


def is_existing_path(value: str) -> bool:
    """Returns whether ``value`` is the path of an existing file, as in ``TOKEN=/run/secrets/token``."""
    try:
        return value.startswith(("/", "~", "C:\\")) and Path(value).exists()
    except (OSError, ValueError):
        # Too long for a path, or with a character that paths can't have: a Base64 token may begin with a slash.
        return False
