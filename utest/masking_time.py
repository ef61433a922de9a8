"""How long masking takes, for tests that compare lengths."""

import time
from collections.abc import Callable

from SteadyAPI.redaction.registry import SecretRegistry

_ATTEMPTS = 3


def grows_with_the_length_only(unit: str, secret: str = "", action: Callable[[str], object] | None = None) -> bool:
    """Returns whether eight times as much of a unit takes no more than twenty times the time: squares take 64 times.

    What takes the time is masking the text, where ``secret`` is known, unless there is another ``action``.
    """
    registry = SecretRegistry()
    if secret:
        registry.register(secret)
    done = action or registry.mask

    def seconds(length: int) -> float:
        times = []
        for number in range(_ATTEMPTS):
            text = f"{number}" + unit * (length // len(unit))
            start = time.process_time()
            done(text)
            times.append(time.process_time() - start)
        return min(times)

    return seconds(1 << 16) < 20 * seconds(1 << 13) + 0.05


def is_searched_once(text: str) -> bool:
    """Returns whether many copies of a text take time by their length only, and many of what stands before its secret.

    A zero stands for the secret.
    """
    units = (text.partition("\0")[0], f"{text}\n".replace("\0", "Kran7hof-blau9"))
    return all(grows_with_the_length_only(unit) for unit in units if unit)
