"""What became slower or flakier since an earlier run."""

from typing import NamedTuple

from SteadyAPI.engine.units import duration
from SteadyAPI.report.run_report.summary import Endpoint, RunSummary

_SLOWER = 1.5
_LEAST_SLOWER = 0.02
_FLAKIER = 0.05
_LEAST_FLAKIER = 2


class Change(NamedTuple):
    """An endpoint that got worse, and by how much, in words."""

    endpoint: Endpoint
    what: str
    how: str


def worsened(now: RunSummary, before: RunSummary) -> list[Change]:
    """Names the endpoints that are worse than in an earlier run.

    Slower: the median (of at least 5 calls in both runs) grew by half and by 20 ms. Flakier: the share of calls that
    were retried or ended unexpectedly grew by 5 percentage points, and by 2 calls.
    """
    changes = []
    for key, endpoint in now.endpoints.items():
        earlier = before.endpoints.get(key)
        if earlier is None:
            continue
        changes += [change for change in (_slower(endpoint, earlier), _flakier(endpoint, earlier)) if change]
    return changes


def _slower(now: Endpoint, before: Endpoint) -> Change | None:
    new, old = now.timings.percentile(50), before.timings.percentile(50)
    if new is None or old is None or new < old * _SLOWER or new - old < _LEAST_SLOWER:
        return None
    return Change(now, "slower", f"median {duration(old)} → {duration(new)}")


def _flakier(now: Endpoint, before: Endpoint) -> Change | None:
    new, old = _flaws(now), _flaws(before)
    new_share, old_share = new / len(now.timings), old / len(before.timings)
    if new_share - old_share < _FLAKIER or new - old_share * len(now.timings) < _LEAST_FLAKIER:
        return None
    return Change(now, "flakier", f"retried or unexpected {old_share:.0%} → {new_share:.0%} of calls")


def _flaws(endpoint: Endpoint) -> int:
    return endpoint.retries + endpoint.unexpected
