"""The secrets of a run. All masking of known secrets goes through this registry."""

from collections import Counter
from collections.abc import Callable, Container, Iterable
from threading import Lock
from typing import TYPE_CHECKING

from SteadyAPI.redaction.masking import masked
from SteadyAPI.redaction.quick_check import shows_nothing
from SteadyAPI.redaction.registration import Registration, plain_name, refusal_of

if TYPE_CHECKING:
    from SteadyAPI.redaction.finder import SecretFinder
    from SteadyAPI.redaction.identifiers import MaskedNames
    from SteadyAPI.redaction.matcher import Matcher

# Shorter texts without secrets are remembered until a secret is added, because they are often repeated.
_CLEAN_LONGEST = 300
_CLEAN_MOST = 20_000


class SecretRegistry:
    """Known secrets, thread-safe. Masks them and all that looks like a secret by its shape.

    A secret is either registered by the user, or learnt because of the name it has. No public method and no ``repr``
    returns a secret.
    """

    def __init__(self, matcher: "Matcher | None" = None) -> None:
        self._lock = Lock()
        self._matcher = matcher
        # With the known secrets, and without any.
        self._finder: SecretFinder | None = None
        self._shape_finder: SecretFinder | None = None
        # By value: the name that it was learnt by, "" if it was registered.
        self._known: dict[str, str] = {}
        # By value: the name that it was registered for, "" if there are several or none.
        self._origins: dict[str, str] = {}
        self._allowed: frozenset[str] = frozenset()
        self._allowed_names: frozenset[str] = frozenset()
        self._unregistered: frozenset[str] = frozenset()
        self._names: MaskedNames | None = None
        self._seen_names: dict[str, None] = {}
        self._settled: object = None
        self._clean: set[str] = set()
        # The masked texts of the last ``clean_among``.
        self._masked: dict[str, str] = {}
        self._latest = (self._clean, "")
        self.on_refusal: Callable[[str, Registration], None] | None = None

    def __repr__(self) -> str:
        return f"SecretRegistry({self.size} secrets)"

    @property
    def size(self) -> int:
        """The number of values that are known."""
        return len(self._known)

    def register(self, value: str, *, force: bool = False, name: str = "") -> Registration:
        """Masks ``value`` from now on, in every encoding; with ``force`` also if it is short or common.

        A forced value under six characters is masked only where no letter or digit touches it. With the ``name`` of an
        environment variable, nothing is masked if that name is allowed.
        """
        if self._known.get(value) == "":
            self._origins[value] = name if self._origins.get(value) == name else ""
            return Registration.KNOWN
        if value.strip().casefold() in self._allowed or plain_name(name) in self._allowed_names:
            return Registration.ALLOWED
        self._unregistered -= {value}
        refusal = refusal_of(value, force=force)
        if refusal is not None:
            return refusal
        with self._lock:
            is_new = value not in self._known
            self._origins[value] = name
            self._add(value, "")
        return Registration.ACCEPTED if is_new else Registration.KNOWN

    def learn(self, name: str, value: str, *, received: bool = False, warn: bool = True) -> Registration:
        """Masks ``value`` from now on if it can be a secret, because of the ``name`` it has in a request or a test.

        A value ``received`` from a service must be opaque, unless its name is used for credentials only: readable
        values under other names are messages, states or hints.
        A value that is sent and not masked, because it is short or common, goes to ``on_refusal`` if ``warn`` is set.
        """
        if value in self._known:
            # The common case, because every request repeats its token; so it is fast and takes no lock.
            return Registration.KNOWN
        outcome = self._judged(name, value, received=received)
        if outcome is Registration.ACCEPTED:
            with self._lock:
                self._add(value, name)
        elif warn and outcome.is_worth_a_warning and not received and self.on_refusal is not None:
            self.on_refusal(name, outcome)
        return outcome

    def _judged(self, name: str, value: str, *, received: bool) -> Registration:
        from SteadyAPI.redaction.shapes.expressions import is_expression  # noqa: PLC0415 - see _add
        from SteadyAPI.redaction.shapes.labels import is_label  # noqa: PLC0415 - see _add
        from SteadyAPI.redaction.shapes.ordinary import is_opaque, is_ordinary, is_prose, is_rule, is_word  # noqa: PLC0415 - see _add
        from SteadyAPI.redaction.shapes.placeholders import is_placeholder  # noqa: PLC0415 - see _add
        from SteadyAPI.redaction.shapes.plausibility import fits_name  # noqa: PLC0415 - see _add
        from SteadyAPI.redaction.shapes.secret_names import (  # noqa: PLC0415 - see _add
            holds_only_credentials,
            may_hold_a_passphrase,
        )

        if not self._may_be_known(value) or plain_name(name) in self._allowed_names:
            return Registration.ALLOWED
        is_sentence = is_rule(value) if may_hold_a_passphrase(name) else is_prose(value)
        # A file of settings or translations that is sent shows the same in its first line.
        first = value.strip().partition("\n")[0].strip("'\"")
        if is_placeholder(first) or is_label(first) or is_expression(first.partition(",")[0]):
            return Registration.ORDINARY
        if is_ordinary(value) or is_sentence or not fits_name(name, value):
            return Registration.ORDINARY
        if received and not is_opaque(value):
            is_credential = holds_only_credentials(name) and not is_word(value) and " " not in value
            if not is_credential:
                return Registration.ORDINARY
        return refusal_of(value, force=False) or Registration.ACCEPTED

    def unregister(self, value: str) -> bool:
        """Shows ``value`` until it is registered again; returns whether it was known.

        What looks like a secret stays masked.
        """
        self._unregistered |= {value}
        return self._forget(lambda known, _: known == value) > 0

    def allow(self, entries: str | Iterable[str]) -> None:
        """Never masks these texts, nor values under these names; case is ignored.

        A string is split at its commas. Values that were learnt by such a name, or equal such a text, are shown from
        now on.
        """
        listed = entries.split(",") if isinstance(entries, str) else entries
        added = frozenset(entry.strip().casefold() for entry in listed if entry.strip())
        if not added:
            return
        # In texts, a name stands without the decoration of a variable.
        self._allowed |= (added | {entry.strip("$@&%{}") for entry in added}) - {""}
        self._allowed_names |= {plain_name(entry) for entry in added} - {""}
        self._forget(
            lambda value, name: (
                value.strip().casefold() in added
                or plain_name(name or self._origins.get(value, "")) in self._allowed_names
            )
        )
        self._shape_finder = None

    @property
    def learnt(self) -> dict[str, int]:
        """How many values were learnt by each name, the most first."""
        return dict(Counter(name for name in tuple(self._known.values()) if name).most_common())

    def mask(self, text: str) -> str:
        """Returns ``text`` without secrets; the same object if it shows none."""
        clean = self._clean
        # A logged text is masked twice: by the library, and by the listener that sees the log message.
        known_set, latest = self._latest
        if text in clean or (known_set is clean and latest == text):
            return text
        if self._masked and text in self._masked:
            return self._masked.get(text, text)
        shown = text
        finder = self._finder or self._shape_finder or (None if shows_nothing(text) else self._shapes_only())
        if finder is not None and (spans := finder(text)):
            shown = masked(text, spans, finder) if self._names is None else self._names.masked(text, finder)
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

    def mask_name(self, name: str) -> str:
        """Returns the name of a test, suite, keyword or file, or a tag, as files and the console are to show it.

        Only registered secrets and tokens in well-known formats are masked. Different names stay different:
        ``[redacted-1]``, ``[redacted-2]``. From now on, ``mask`` writes the name in the same way.
        """
        self._seen_names[name] = None
        if self._names is not None and (shown := self._names.get(name)) is not None:
            return shown
        if self.mask(name) is name:
            return name
        from SteadyAPI.redaction.identifiers import MaskedNames  # noqa: PLC0415 - see _add

        with self._lock:
            self._names = self._names or MaskedNames()
            shown = self._names.add(name, self._registered())
            self._forget_texts()
        return shown

    def settle_names(self) -> None:
        """Masks all names given to ``mask_name`` again, because they may contain secrets learnt since."""
        if self._settled is not self._clean:
            clean = self.clean_among(self._seen_names)
            for name in tuple(self._seen_names):
                if name not in clean:
                    self.mask_name(name)
            self._settled = self._clean

    def clean_among(self, texts: Iterable[str]) -> Container[str]:
        """Searches many short texts at once, so that ``mask`` is fast for them until the next call.

        Returns a container of all texts that are known to show no secret.
        """
        clean, masked_texts = self._clean, self._masked
        finder = self._finder or self._shape_finder or self._shapes_only()
        unknown = [text for text in set(texts).difference(clean) if len(text) < _CLEAN_LONGEST]
        if len(clean) + len(unknown) > _CLEAN_MOST:
            clean.clear()
        shown = finder.masked_among(unknown)
        clean.update([text for text in unknown if shown.get(text) is text])
        masked_texts.clear()
        if self._names is None:
            masked_texts.update({text: other for text, other in shown.items() if other is not text})
        return clean

    @property
    def state(self) -> object:
        """An object that is replaced whenever a secret is added; see ``mark_masked``."""
        return self._clean

    def mark_masked(self, text: str, state: object) -> None:
        """Notes that ``text`` shows no secret, because it was put together from parts that were masked.

        The next call of ``mask`` with it, such as the listener's, doesn't search it. Nothing is noted if a secret was
        added since ``state`` was read, because one of the parts may show it.
        """
        if state is self._clean:
            self._latest = (self._clean, text)

    # Imported when needed, because importing the library (for Libdoc, say) masks nothing.

    def _add(self, value: str, name: str) -> None:
        from SteadyAPI.redaction.finder import SecretFinder  # noqa: PLC0415
        from SteadyAPI.redaction.matcher import Matcher  # noqa: PLC0415
        from SteadyAPI.redaction.parts import parts_of  # noqa: PLC0415

        if self._matcher is None:
            self._matcher = Matcher()
        if value not in self._known:
            self._matcher.add(value)
            # The password in a header or an address may be shown without it.
            for part in parts_of(value, ""):
                if self._may_be_known(part) and refusal_of(part, force=False) is None:
                    self._matcher.add(part)
                    self._known[part] = name
                    self._origins.setdefault(part, self._origins.get(value, ""))
        # A new one, because it remembers words in which nothing was found.
        self._finder = SecretFinder(self._matcher, self._allowed)
        self._known[value] = name
        if self._names is not None and not name:
            self._names.refresh(self._registered())
        self._forget_texts()

    def _may_be_known(self, value: str) -> bool:
        return value not in self._unregistered and value.strip().casefold() not in self._allowed

    def _forget_texts(self) -> None:
        # New objects: another thread that is masking now still adds to the old ones.
        self._masked = {}
        self._clean = set()

    def _registered(self) -> list[str]:
        return [value for value, name in self._known.items() if not name]

    def _forget(self, is_meant: Callable[[str, str], bool]) -> int:
        """Forgets the values for which ``is_meant`` holds, given value and name; returns how many."""
        with self._lock:
            left = {value: name for value, name in self._known.items() if not is_meant(value, name)}
            count = len(self._known) - len(left)
            self._matcher = self._finder = self._names = None
            self._known = {}
            for value, name in left.items():
                self._add(value, name)
            self._forget_texts()
        return count

    def _shapes_only(self) -> "SecretFinder":
        from SteadyAPI.redaction.finder import SecretFinder  # noqa: PLC0415

        self._shape_finder = SecretFinder(None, self._allowed)
        return self._shape_finder


RUN_SECRETS = SecretRegistry()
