"""Tokens: asked for, kept, and put on requests."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Token:
    """A token as its endpoint gave it; ``lifetime`` in seconds when the endpoint told it."""

    secret: str = field(repr=False)
    scheme: str = "Bearer"
    lifetime: float | None = None

    def value(self) -> str:
        """Returns the token without its type."""
        return self.secret
