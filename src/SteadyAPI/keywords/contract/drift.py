"""Noticing that an API changes, without a contract that somebody wrote."""

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from robot.api.deco import keyword

from SteadyAPI.keywords.contract.schema import MOST_MISMATCHES
from SteadyAPI.keywords.support.group import KeywordGroup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from SteadyAPI.engine.contract.drift.baseline import Baseline
    from SteadyAPI.engine.contract.drift.change import Change
    from SteadyAPI.engine.exchange import Exchange

_OBSERVER = "drift"


class OnChange(Enum):
    """What happens when a response has changed.

    - `warn`: A warning, once for each operation.
    - `fail`: The call fails.
    """

    warn = "a warning, once for each operation"
    fail = "the call fails"


class DriftKeywords(KeywordGroup):
    """Baselines: shapes learnt from responses."""

    @keyword(tags=["Contract"])
    def track_contract(
        self, baseline: str, *, session: str | None = None, on_change: OnChange = OnChange.warn, update: bool = False
    ) -> None:
        """Compares the responses of a session with shapes that earlier runs learnt, from now on.

        Recorded with `update=True`, best over 20 responses or more, the file knows of every operation and status which
        fields are always there, their types, formats of texts and small sets of values. Later, a breaking change is a
        field that is gone, of another type, null for the first time, or without its format. A new field, value or
        status is only noted in the log. Values of fields whose names say that they are secret are never stored.

        Args:
            baseline: Path of the file, beside the suite unless it is absolute.
            session: The session's alias; by default the current session.
            on_change: What a breaking change does: `warn`, or `fail`.
            update: Whether responses are learnt and added to the file, instead of compared with it.

        Raises:
            UsageError: When there is no such file, and it is not to be updated.
            SchemaError: When the file is no baseline.
            SessionError: When there is no such session, or none is open.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Shop Keeps Its Shape
            Create Session    shop    ${BASE_URL}
            Track Contract    shop-baseline.json    session=shop    on_change=fail    update=True
            GET    /products
        ```
        """
        from SteadyAPI.engine.contract.drift.baseline import Baseline
        from SteadyAPI.keywords.support.suite_folder import suite_folders

        used = self._context.sessions.chosen(session)
        path = suite_folders()[0] / Path(baseline)
        known = self._context.baselines.get(path)
        if known is not None and known.update != update:
            known.save(self._context.secrets.mask)
        if known is None or known.update != update:
            known = self._context.baselines[path] = Baseline(path, update=update)

        def observe(exchange: "Exchange") -> None:
            self._take(known, exchange, on_change)

        used.observers[_OBSERVER] = observe

    def _take(self, baseline: "Baseline", exchange: "Exchange", on_change: OnChange) -> None:
        from SteadyAPI.engine.contract.body import json_text, parsed
        from SteadyAPI.engine.contract.check_record import Check
        from SteadyAPI.engine.contract.endpoint import endpoint_of

        if exchange.response is None:
            return
        try:
            body = parsed(json_text(exchange.response.content))
        except ValueError:
            # Pages and files have no shape to learn.
            return
        endpoint = endpoint_of(exchange.request.method, exchange.sent.url)
        found = baseline.take(endpoint, exchange.response.status, body)
        breaking = tuple(change.violation for change in found if change.breaking)
        if not baseline.update:
            check = Check("baseline", baseline.path.name, test=self._context.ledger.test, violations=breaking)
            self._context.checks.add_response(exchange, check)
        self._tell(baseline, exchange, found, on_change)

    def _tell(self, baseline: "Baseline", exchange: "Exchange", found: "Sequence[Change]", on_change: OnChange) -> None:
        from SteadyAPI.engine.contract.violation import Verdict
        from SteadyAPI.report.log_entry.violation_view import violations_html
        from SteadyAPI.report.messages.contract_failures import broken_contract, request_name
        from SteadyAPI.report.sink import Level

        if not found:
            return
        self._context.log.html(violations_html([change.violation for change in found]))
        breaking = tuple(change.violation for change in found if change.breaking)
        if not breaking:
            return
        verdict = Verdict(f"the baseline {baseline.path.name}", violations=breaking)
        error = broken_contract(exchange, verdict, MOST_MISMATCHES)
        if on_change is OnChange.fail:
            raise error
        if baseline.first_warning(request_name(exchange)):
            self._context.log.text(str(error), Level.WARN)
