"""Decides whether a value can be registered as a secret."""

from enum import Enum

from SteadyAPI.redaction.masking import LEAST, MASK

_NUMBER_LEAST = 9
_COMMON = frozenset(
    "access account active admin admin123 administrator anonymous apikey authorization basic bearer bearer_token "
    "changeme client default development digest disabled dummy enabled example expired failed false hidden "
    "localhost master missing network nobody none null number object optional passed password password1 passwords "
    "preview production public redacted request required response secret secrets server session staging status string "
    "success system testing "
    "tester testuser token tokens undefined unknown unused username value values".split()
)


VARIABLE = "variable "
"""What stands before the name of a variable that a value was learnt from."""
_UNDECORATED = str.maketrans("", "", "$@&%{}_ ")


class Registration(Enum):
    """What became of a value that was named as a secret."""

    ACCEPTED = "it is masked from now on"
    KNOWN = "it was masked already"
    EMPTY = "it is empty or blank"
    TOO_SHORT = f"it has fewer than {LEAST} characters, which stand in innocent text as well"
    TOO_COMMON = "it is a common word or number, which stands in innocent text as well"
    ORDINARY = "it is ordinary text, which stands elsewhere as well"
    ALLOWED = "allow= lets it be shown"

    @property
    def is_refusal(self) -> bool:
        """Whether the value will not be masked."""
        return self not in {Registration.ACCEPTED, Registration.KNOWN}

    @property
    def is_worth_a_warning(self) -> bool:
        """Whether the user should be warned that a value that may be a secret isn't masked."""
        return self in {Registration.TOO_SHORT, Registration.TOO_COMMON}


def refusal_of(value: str, *, force: bool) -> Registration | None:
    """Returns why ``value`` can't be registered, with or without ``force``; ``None`` if it can."""
    from SteadyAPI.redaction.encoded_forms.encodings import core_of  # noqa: PLC0415 - importing the library masks nothing

    core = core_of(value)
    if not core.strip() or core in MASK:
        return Registration.TOO_COMMON if core.strip() else Registration.EMPTY
    if force:
        return None
    if len(core) < LEAST:
        return Registration.TOO_SHORT
    return Registration.TOO_COMMON if _is_common(core) else None


def plain_name(name: str) -> str:
    """Returns a name as it is compared: without case, blanks, underscores and decoration.

    Robot Framework takes ``${PLAN_TOKEN}`` and ``${plan token}`` for one variable, and an environment variable is
    ``%{PLAN_TOKEN}``. The end of a run calls it ``variable ${PLAN_TOKEN}``.
    """
    plain = name.casefold().strip().removeprefix(VARIABLE)
    return plain.translate(_UNDECORATED)


def _is_common(core: str) -> bool:
    if core.lower() in _COMMON or len(set(core)) == 1:
        return True
    return len(core) < _NUMBER_LEAST and core.replace(".", "").replace("-", "").isdigit()
