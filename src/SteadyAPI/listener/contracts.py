"""Contract checks during a run: records the test's name, fails tests at their end, and writes what was learnt."""

from typing import Any

from SteadyAPI.context import Context


class ContractsListener:
    """A listener (version 3) of the library's own; a run without contracts costs it nothing."""

    ROBOT_LISTENER_API_VERSION = 3

    def __init__(self, context: Context) -> None:
        self._context = context

    def start_test(self, data: Any, result: Any) -> None:  # noqa: ARG002  Robot Framework's signature
        """Remembers the test's name and where the run writes to."""
        self._context.ledger.test = data.longname

    def end_test(self, data: Any, result: Any) -> None:  # noqa: ARG002  Robot Framework's signature
        """Fails the test when a check in it failed and nobody asked."""
        self._context.ledger.test = ""
        message = self._context.failures.take() if "failures" in vars(self._context) else ""
        if message:
            message = self._context.secrets.mask(message)
            result.message = f"{result.message}\n\nAlso: {message}" if result.message else message
            if result.passed:
                result.status = "FAIL"

    def end_suite(self, data: Any, result: Any) -> None:  # noqa: ARG002  Robot Framework's signature
        """Writes what was learnt."""
        for baseline in vars(self._context).get("baselines", {}).values():
            baseline.save(self._context.secrets.mask)

    def close(self) -> None:
        """Writes the contract report of the run, if something was checked."""
        if self._context.report and self._context.has_checks:
            from SteadyAPI.report.contract.contract_file import write_report  # noqa: PLC0415  a run without contracts has none
            from SteadyAPI.report.run_folder import run_files  # noqa: PLC0415  as above

            files = run_files()
            if files is None:
                return
            write_report(files, self._context.checks, self._context.ledger, self._context.secrets.mask)
