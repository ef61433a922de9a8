"""How much of an exchange stands in the log."""

from enum import Enum


class Detail(Enum):
    """How much of a request stands in the log; what a failing keyword shows is always whole.

    - `full`: One folded entry with attempts, headers, bodies and a curl line.
    - `compact`: The summary line alone, unless the request got no response or an unexpected status.
    - `failures`: Nothing, unless the request got no response or an unexpected status.
    """

    full = "full"
    compact = "compact"
    failures = "failures"
