"""The secrets of a run, and the one place that masks them."""

from collections.abc import Container, Iterable
from enum import Enum
from threading import Lock
from typing import TYPE_CHECKING

from SteadyAPI.redaction.masking import LEAST, MASK, masked
from SteadyAPI.redaction.quick_check import shows_nothing

if TYPE_CHECKING:
    from SteadyAPI.redaction.finder import SecretFinder
    from SteadyAPI.redaction.matcher import Matcher

_NUMBER_LEAST = 9
# Names, arguments and short messages come again and again: what was clean once is clean until a secret is added.
_CLEAN_LONGEST = 300
_CLEAN_MOST = 20_000
_COMMON = frozenset(
    "access account active admin admin123 administrator anonymous apikey authorization basic bearer bearer_token "
    "changeme client default development digest disabled dummy enabled example expired failed false hidden "
    "localhost master missing network nobody none null number object optional passed password password1 passwords "
    "preview production public redacted request required response secret secrets server session staging status string "
    "success system testing "
    "tester testuser token tokens undefined unknown unused username value values".split()
)


class Registration(Enum):
    """What became of a value that was named as a secret."""

    ACCEPTED = "it is masked from now on"
    KNOWN = "it was masked already"
    EMPTY = "it is empty or blank"
    TOO_SHORT = f"it has fewer than {LEAST} characters, which stand in innocent text as well"
    TOO_COMMON = "it is a common word or number, which stands in innocent text as well"

    @property
    def is_refusal(self) -> bool:
        """Whether the value will not be masked."""
        return self not in {Registration.ACCEPTED, Registration.KNOWN}


class SecretRegistry:
    """Known secrets, thread-safe. Masks them and all that looks like a secret by its shape.

    A secret is never given back: not by ``repr``, not by any method.
    """

    def __init__(self, matcher: "Matcher | None" = None) -> None:
        self._lock = Lock()
        self._matcher = matcher
        # With the secrets that were added, and without any.
        self._finder: SecretFinder | None = None
        self._shape_finder: SecretFinder | None = None
        self._known: set[str] = set()
        self._clean: set[str] = set()
        self._latest = (self._clean, "")

    def __repr__(self) -> str:
        return f"SecretRegistry({len(self._known)} secrets)"

    def register(self, value: str, *, force: bool = False) -> Registration:
        """Masks ``value`` from now on, in every encoding; with ``force`` also if it is short or common.

        A forced value under six characters is masked only where no letter or digit touches it.
        """
        if value in self._known:
            # Every request registers its token once more: this is the way that counts, and it takes no lock.
            return Registration.KNOWN
        refusal = _refusal(value, force=force)
        if refusal is not None:
            return refusal
        with self._lock:
            self._add(value)
            self._known.add(value)
            # Another set, not an emptied one: who is masking right now adds to the one it began with.
            self._clean = set()
        return Registration.ACCEPTED

    def mask(self, text: str) -> str:
        """Returns ``text`` without secrets; the same object if it shows none."""
        clean = self._clean
        # What is logged comes by twice: from the library, and from the listener that sees it logged.
        known_set, latest = self._latest
        if text in clean or (known_set is clean and latest == text):
            return text
        shown = text
        finder = self._finder or self._shape_finder or (None if shows_nothing(text) else self._shapes_only())
        if finder is not None and (spans := finder(text)):
            shown = masked(text, spans, finder)
        if shown is text and len(text) < _CLEAN_LONGEST:
            if len(clean) >= _CLEAN_MOST:
                clean.clear()
            clean.add(text)
        self._latest = (clean, shown)
        return shown

    def mask_known(self, text: str) -> str:
        """Returns ``text`` without the secrets that were registered; what only looks like one stays."""
        matcher = self._matcher
        return text if matcher is None else masked(text, matcher.spans(text), matcher.spans)

    def clean_among(self, texts: Iterable[str]) -> Container[str]:
        """Learns by one look which of many short texts show no secret: ``mask`` is quick with them from then on.

        Returns what holds all texts that are known to show none.
        """
        clean = self._clean
        finder = self._finder or self._shape_finder or self._shapes_only()
        unknown = [text for text in set(texts).difference(clean) if len(text) < _CLEAN_LONGEST]
        if len(clean) + len(unknown) > _CLEAN_MOST:
            clean.clear()
        clean.update(finder.clean_among(unknown))
        return clean

    @property
    def state(self) -> object:
        """What changes with every secret that is added; see ``vouch``."""
        return self._clean

    def mark_masked(self, text: str, state: object) -> None:
        """Notes that ``text`` shows no secret, because it was put together from parts that were masked.

        Whoever sees it next, such as the listener through which it is logged, needn't look again. Nothing is noted when
        a secret was added since ``state`` was read: one of the parts may show it.
        """
        if state is self._clean:
            self._latest = (self._clean, text)

    # A library that only describes itself masks nothing: what finds secrets is imported when it is needed.

    def _add(self, value: str) -> None:
        from SteadyAPI.redaction.finder import SecretFinder  # noqa: PLC0415
        from SteadyAPI.redaction.matcher import Matcher  # noqa: PLC0415

        if self._matcher is None:
            self._matcher = Matcher()
        self._matcher.add(value)
        self._finder = self._finder or SecretFinder(self._matcher)

    def _shapes_only(self) -> "SecretFinder":
        from SteadyAPI.redaction.finder import SecretFinder  # noqa: PLC0415

        self._shape_finder = SecretFinder(None)
        return self._shape_finder


def _refusal(value: str, *, force: bool) -> Registration | None:
    from SteadyAPI.redaction.forms.encodings import core_of  # noqa: PLC0415

    core = core_of(value)
    if not core.strip() or core in MASK:
        return Registration.TOO_COMMON if core.strip() else Registration.EMPTY
    if force:
        return None
    if len(core) < LEAST:
        return Registration.TOO_SHORT
    return Registration.TOO_COMMON if _is_common(core) else None


def _is_common(core: str) -> bool:
    if core.lower() in _COMMON or len(set(core)) == 1:
        return True
    return len(core) < _NUMBER_LEAST and core.replace(".", "").replace("-", "").isdigit()


RUN_SECRETS = SecretRegistry()
