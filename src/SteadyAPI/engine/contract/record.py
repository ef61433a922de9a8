"""The record of the run's checks: what was checked against what, and which mismatches came of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from SteadyAPI.engine.contract.violation import Violation


@dataclass(frozen=True, slots=True)
class Check:
    """One check of one response or value.

    ``kind`` is ``schema``, ``openapi`` or ``baseline``. ``operation`` is the method and path template, such as
    ``GET /orders/{id}``; empty for a value that no request brought. ``status`` is 0 for such a value.
    """

    kind: str
    schema: str
    operation: str
    status: int
    test: str
    violations: tuple[Violation, ...] = field(default=(), repr=False)
    not_json: bool = False


class CheckRecord:
    """All checks of the run, in order; ``test`` is the test that runs now."""

    def __init__(self) -> None:
        self.test = ""
        self._checks: list[Check] = []
        self._described: dict[str, dict[str, tuple[str, ...]]] = {}

    def add(
        self,
        kind: str,
        schema: str,
        operation: str,
        status: int,
        violations: tuple[Violation, ...],
        *,
        not_json: bool = False,
    ) -> None:
        """Enters a check of the test that runs now."""
        self._checks.append(Check(kind, schema, operation, status, self.test, violations, not_json))

    def describe(self, document: str, operations: dict[str, tuple[str, ...]]) -> None:
        """Enters what an OpenAPI document describes: the statuses of every operation."""
        self._described[document] = operations

    @property
    def checks(self) -> Sequence[Check]:
        """Every check so far."""
        return tuple(self._checks)

    @property
    def described(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """The documents in use: the statuses that each describes, by operation."""
        return dict(self._described)


RUN_CHECKS = CheckRecord()
"""The checks of this process: every library import writes to it."""
