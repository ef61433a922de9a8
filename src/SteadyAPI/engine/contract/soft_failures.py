"""Failures that are collected and reported together."""


class SoftFailures:
    """The messages of checks that failed without ending their test."""

    def __init__(self) -> None:
        self._messages: list[str] = []
        self._made = 0

    def passed(self) -> None:
        """Counts a check that passed."""
        self._made += 1

    def add(self, message: str) -> None:
        """Counts a check that failed, and keeps its message."""
        self._made += 1
        self._messages.append(message)

    def take(self) -> str:
        """Returns one message for all that failed since the last time, or an empty text, and forgets them."""
        made, messages = self._made, self._messages
        self._made, self._messages = 0, []
        if not messages:
            return ""
        checks = "check" if made == 1 else "checks"
        indented = [message.replace("\n", "\n     ") for message in messages]
        rows = [f"  {number}. {message}" for number, message in enumerate(indented, 1)]
        return "\n".join([f"{len(messages)} of {made} {checks} failed", *rows])
