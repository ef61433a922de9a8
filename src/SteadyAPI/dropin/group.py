"""What the keyword groups of the drop-in are."""

from functools import cached_property
from typing import TYPE_CHECKING

from SteadyAPI.context import Context

if TYPE_CHECKING:
    from SteadyAPI.dropin.sending import Sending


class Counter:
    """Where the keyword groups of one import find their desk; it is made when a keyword first runs."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @cached_property
    def sending(self) -> "Sending":
        """The desk, with its sessions and the last response."""
        from SteadyAPI.dropin.sending import Sending  # noqa: PLC0415  a dry run doesn't pay for it

        return Sending(self._context)


class DropInGroup:
    """Keywords of robotframework-requests; they hold no state of their own."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    @property
    def sending(self) -> "Sending":
        """What does the work."""
        return self._counter.sending
