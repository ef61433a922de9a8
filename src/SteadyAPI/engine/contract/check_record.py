"""The record of the run's checks: what was checked against what, and which mismatches came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, repeat

from SteadyAPI.engine.contract.endpoint import endpoint_of
from SteadyAPI.engine.contract.violation import Verdict, Violation
from SteadyAPI.engine.exchange import Exchange


@dataclass(frozen=True, slots=True)
class Check:
    """One check of one response or value.

    ``kind`` is ``schema``, ``openapi`` or ``baseline``. ``operation`` is the method and the document's path template,
    such as ``GET /orders/{orderId}``; ``endpoint`` is the same with ``{id}`` for what looks like one, as it is known
    without a document. Both are empty, and ``status`` is 0, for a value that no request brought.
    """

    kind: str
    schema: str
    operation: str = ""
    endpoint: str = ""
    status: int = 0
    test: str = ""
    violations: tuple[Violation, ...] = field(default=(), repr=False)
    not_json: bool = False

    @property
    def failed(self) -> bool:
        """Returns whether the contract was broken."""
        return self.not_json or bool(self.violations)


def schema_check(verdict: Verdict, test: str) -> Check:
    """Returns the check of a schema that came to this verdict."""
    violations, no_json = verdict.violations, bool(verdict.not_json)
    return Check("schema", verdict.schema, test=test, violations=violations, not_json=no_json)


class CheckRecord:
    """All checks of the run, and what the documents in use describe.

    Equal checks of one test are kept once, with their number.
    """

    def __init__(self) -> None:
        self._checks: dict[Check, int] = {}
        self._described: dict[str, dict[str, tuple[str, ...]]] = {}
        self._left_out: set[tuple[str, str]] = set()

    def add(self, check: Check) -> None:
        """Adds a check."""
        self._checks[check] = self._checks.get(check, 0) + 1

    def add_response(self, exchange: Exchange, check: Check) -> None:
        """Adds a check of an exchange's response, with the exchange's endpoint and status."""
        endpoint = endpoint_of(exchange.request.method, exchange.sent.url)
        status = exchange.response.status if exchange.response else 0
        self.add(replace(check, operation=check.operation or endpoint, endpoint=endpoint, status=status))

    def describe(self, document: str, operations: Mapping[str, Sequence[str]]) -> None:
        """Adds what an OpenAPI document describes: the statuses of every operation."""
        self._described[document] = {name: tuple(statuses) for name, statuses in operations.items()}

    def leave_out(self, schema: str, parts: Sequence[str]) -> list[str]:
        """Adds parts of a schema that can't be checked, and returns those that weren't known yet."""
        new = [part for part in parts if (schema, part) not in self._left_out]
        self._left_out.update((schema, part) for part in new)
        return new

    @property
    def checks(self) -> Sequence[Check]:
        """Every check so far, equal ones in a row."""
        return tuple(chain.from_iterable(repeat(check, times) for check, times in self._checks.items()))

    @property
    def described(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """The documents in use: the statuses that each describes, by operation."""
        return self._described


RUN_CHECKS = CheckRecord()
"""The checks of this process: every library import writes to it."""
