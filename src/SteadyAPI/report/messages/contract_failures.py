"""The failure messages of contracts: what was checked, against what, and every mismatch up to a limit."""

from collections.abc import Iterable

from SteadyAPI.engine.contract.body import not_json
from SteadyAPI.engine.contract.violation import Verdict, Violation
from SteadyAPI.engine.exchange import Exchange, Response
from SteadyAPI.errors import ContractError


def broken_contract(exchange: Exchange, verdict: Verdict, most: int) -> ContractError:
    """Makes the error for a response that breaks its contract.

    Args:
        exchange: The request and its response.
        verdict: What the check came to.
        most: How many mismatches the message lists; the log has all of them.
    """
    where = request_name(exchange)
    if verdict.not_json and exchange.response is not None:
        return ContractError(f"{where} {not_json(exchange.response, verdict.not_json)}", exchange)
    return ContractError(_message(where, verdict, most), exchange, verdict.violations)


def broken_value(verdict: Verdict, most: int) -> ContractError:
    """Makes the error for a value that does not match its schema."""
    if verdict.not_json:
        return ContractError(f"Value is not JSON\n  {verdict.not_json}")
    return ContractError(_message("Value", verdict, most), None, verdict.violations)


def request_name(exchange: Exchange) -> str:
    """Names a request and its response: by the path when a session names the host, else by the whole URL."""
    status = exchange.response.status if isinstance(exchange.response, Response) else "no answer"
    return f"{exchange.method} {exchange.target} → {status}"


def mismatch_count(count: int) -> str:
    """Returns ``1 mismatch`` or ``4 mismatches``."""
    return f"{count} mismatch{'' if count == 1 else 'es'}"


def rows(violations: Iterable[Violation], most: int) -> list[str]:
    """Returns one indented line for each mismatch, and how many more there are."""
    lines = [f"  {violation.line}" for violation in violations]
    return lines if len(lines) <= most else [*lines[:most], f"  … {len(lines) - most} more in log.html"]


def _message(where: str, verdict: Verdict, most: int) -> str:
    first = f"{where} does not match {verdict.schema}: {mismatch_count(len(verdict.violations))}"
    return "\n".join([first, *rows(verdict.violations, most)])
