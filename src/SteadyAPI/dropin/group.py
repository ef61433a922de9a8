"""What the keyword groups of the drop-in have in common."""

from functools import cached_property
from typing import TYPE_CHECKING

from SteadyAPI.context import Context

if TYPE_CHECKING:
    from SteadyAPI.dropin.sending import Sending


class LazySending:
    """The ``Sending`` that the keyword groups of one import share; it is made when a keyword first runs."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @cached_property
    def sending(self) -> "Sending":
        """The sessions, the last response, and what sends requests."""
        from SteadyAPI.dropin.sending import Sending  # noqa: PLC0415  a dry run doesn't pay for it

        return Sending(self._context)


class DropInGroup:
    """Keywords of robotframework-requests; they hold no state of their own."""

    def __init__(self, lazy: LazySending) -> None:
        self._lazy = lazy

    @property
    def sending(self) -> "Sending":
        """The shared ``Sending``."""
        return self._lazy.sending
