"""A token as its endpoint gave it."""

from dataclasses import dataclass, field

_LONGEST_SKEW = 10.0
_SHORTEST_SKEW = 1.0
_SKEW_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Token:
    """A token as its endpoint gave it.

    ``lifetime`` is in seconds, as the endpoint states it; ``expires`` is its end on the clock's monotonic
    time. Both are ``None`` when the endpoint states neither. ``refresh_secret`` gets the next token without
    credentials (RFC 6749, section 6).
    """

    secret: str = field(repr=False)
    scheme: str = "Bearer"
    lifetime: float | None = None
    expires: float | None = None
    scope: str | None = None
    refresh_secret: str | None = field(default=None, repr=False)

    def value(self) -> str:
        """Returns the token without its type."""
        return self.secret

    def renew(self, refused: str) -> str | None:  # noqa: ARG002  a fixed token has no other
        """Returns ``None``: a token that was handed over as it is can't be renewed."""
        return None

    def is_fresh(self, now: float) -> bool:
        """Returns whether the token will still be valid when a request that starts now arrives.

        It counts as spent 10 seconds before its end, or a tenth of its life before if that is less; at least a second
        before, as providers that count whole seconds end a token up to a second early.
        """
        if self.expires is None or self.lifetime is None:
            return True
        least = min(_SHORTEST_SKEW, self.lifetime / 2)
        return now < self.expires - min(_LONGEST_SKEW, max(least, self.lifetime * _SKEW_SHARE))
