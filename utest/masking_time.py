"""How long masking takes, for tests that compare lengths."""

import time

from SteadyAPI.redaction.registry import SecretRegistry


def grows_with_the_length_only(unit: str, secret: str) -> bool:
    """Returns whether eight times as much of a unit takes no more than twenty times the time: squares take 64 times."""
    registry = SecretRegistry()
    registry.register(secret)

    def seconds(length: int) -> float:
        times = []
        for number in range(3):
            text = f"{number}" + unit * (length // len(unit))
            start = time.process_time()
            registry.mask(text)
            times.append(time.process_time() - start)
        return min(times)

    return seconds(1 << 16) < 20 * seconds(1 << 13) + 0.05
