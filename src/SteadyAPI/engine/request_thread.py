"""The threads in which concurrent requests are made."""

from collections.abc import Callable
from threading import Thread


class RequestThread(Thread):
    """A thread that sends requests; it doesn't keep the process from ending."""

    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__(target=work, daemon=True)
