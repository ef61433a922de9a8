"""Mismatches of a union: those of the member that the value was most likely meant for."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from SteadyAPI.engine.contract.normalized_path import Steps


@dataclass(frozen=True, slots=True)
class Finding:
    """A mismatch on its way to a message: where, the names skipped on the way, and what to say of it.

    ``skipped`` are (number of steps before it, name): union members, tags and validators. ``rank`` is how much
    more a mismatch speaks against the member as a whole: another discriminating value says that another one was meant.
    """

    steps: Steps
    skipped: tuple[tuple[int, str | int], ...]
    expected: str
    got: str
    hint: str = ""
    rank: int = 0


def likeliest(findings: Sequence[Finding], level: int = 0) -> list[Finding]:
    """Keeps, for every union, the findings of one member; members that fail as a whole are named together.

    Args:
        findings: In the order of the schema: all findings of one union stand together.
        level: How many of the skipped names are decided already.
    """
    kept: list[Finding] = []
    for union, group in groupby(findings, lambda finding: _next_union(finding, level)):
        at_place = list(group)
        if union is None:
            kept += at_place
        else:
            kept += _of_union(at_place, level)
    return kept


def _next_union(finding: Finding, level: int) -> Any:
    """Returns where the next union on the way stands, or ``None`` when there is none."""
    if len(finding.skipped) <= level:
        return None
    depth, _ = finding.skipped[level]
    return finding.steps[:depth], finding.skipped[:level]


def _of_union(findings: list[Finding], level: int) -> list[Finding]:
    members: dict[str | int, list[Finding]] = {}
    for finding in findings:
        members.setdefault(finding.skipped[level][1], []).append(finding)
    decided = [likeliest(group, level + 1) for group in members.values()]
    if len(decided) == 1:
        return decided[0]
    depth = findings[0].skipped[level][0]
    inside = [group for group in decided if any(len(finding.steps) > depth for finding in group)]
    if inside:
        return min(inside, key=lambda group: sum(1 + finding.rank for finding in group))
    return [_together([group[0] for group in decided])]


def _together(findings: list[Finding]) -> Finding:
    first = findings[0]
    wanted = list(dict.fromkeys(finding.expected for finding in findings))
    hints = {finding.hint for finding in findings}
    return Finding(
        first.steps, first.skipped, " or ".join(wanted), first.got, hints.pop() if len(hints) == 1 else "", first.rank
    )
