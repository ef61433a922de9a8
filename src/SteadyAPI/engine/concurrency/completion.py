"""The end of what a thread does, as the main thread waits for it."""

from threading import Lock


class Completion:
    """Is set once by a thread, and waited for by one other.

    What a signal handler raises, such as the time-out of a test, may end the wait at any step. An ``Event`` isn't made
    for that: its inner lock can stay held, and whoever needs it next waits for ever.
    """

    def __init__(self) -> None:
        self._until_set = Lock()
        self._until_set.acquire()
        self._is_set = False

    def set(self) -> None:
        """Ends the wait."""
        self._is_set = True
        self._until_set.release()

    def wait(self, seconds: float) -> bool:
        """Waits for some seconds at most; returns whether it is set."""
        if not self._is_set:
            self._until_set.acquire(timeout=seconds)
        return self._is_set
