"""What is said of many requests at once, in failure messages and in the log."""

from collections.abc import Mapping, Sequence
from typing import Any

from SteadyAPI.engine.concurrency.batch import Batch
from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.errors import ContractError, ExpectationError, NoResponseError, StatusError
from SteadyAPI.report.messages.request_failures import reason, server_said

_MOST_NUMBERS, _MOST_OUTCOMES, _MOST_REASONS = 10, 8, 2
_MICRO = 6
Numbered = tuple[int, Exchange]
"""An exchange and its number, from 1."""


def by_outcome(sent: Sequence[Numbered]) -> list[tuple[str, list[Numbered]]]:
    """Groups exchanges by their status or failure: the unexpected ones first, then by their number."""
    groups: dict[tuple[bool, str], list[Numbered]] = {}
    for number, exchange in sent:
        groups.setdefault((exchange.as_expected, _outcome(exchange)), []).append((number, exchange))
    ordered = sorted(groups.items(), key=lambda item: (item[0][0], -len(item[1])))
    return [(outcome, same) for (_, outcome), same in ordered]


def facts_of(batch: Batch, title: str) -> dict[str, Any]:
    """Returns what the record of a batch holds, as ``api-requests.schema.json`` says."""
    facts: dict[str, Any] = {
        "request": title,
        "asked": batch.asked,
        "sent": len(batch.sent),
        "at_once": batch.at_once,
        "took": round(batch.took, _MICRO),
        "outcomes": {outcome: len(same) for outcome, same in by_outcome(batch.sent)},
    }
    if batch.together > 1:
        facts |= {"together": batch.together, "spread": round(batch.spread, _MICRO)}
    return facts


def numbers_of(same: Sequence[Numbered]) -> str:
    """Returns ``#1, #4, #9``, cut after ten."""
    return listed_numbers([number for number, _ in same])


def listed_numbers(numbers: Sequence[int]) -> str:
    """Returns ``#1, #4, #9``, cut after ten."""
    shown = ", ".join(f"#{number}" for number in numbers[:_MOST_NUMBERS])
    more = len(numbers) - _MOST_NUMBERS
    return f"{shown} and {more} more" if more > 0 else shown


def times(count: int) -> str:
    """Returns ``once``, ``twice`` or ``19 times``."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def timing_words(batch: Batch) -> str:
    """Says how many requests were sent together, and how close: ``20 at once within 1.8 ms``."""
    if batch.together > 1:
        return f"{batch.together} at once within {batch.spread * 1000:.1f} ms"
    return f"{batch.at_once} at once"


def unsent_words(batch: Batch) -> str:
    """Says how many were not sent any more, if any."""
    left = batch.asked - len(batch.sent)
    return f"{left} of {batch.asked} not sent" if left else ""


def unexpected_in_batch(batch: Batch, title: str, message: str | None) -> StatusError | NoResponseError:
    """Makes the error for a batch in which something was unexpected.

    Args:
        batch: What came of the requests.
        title: Method and URL, as the suite wrote them.
        message: The suite's own first line.
    """
    wrong = batch.unexpected
    first = wrong[0][1]
    each_its_own = len({exchange.expected.text for _, exchange in batch.sent}) > 1
    expected = "a response" if first.expected.text == "any" else first.expected.text
    expected = "the status of its item" if each_its_own else expected
    good = len(batch.sent) - len(wrong)
    all_of_them = f"all {batch.asked}" if batch.asked > 1 else "1 request"
    line = f"Expected {expected} from {all_of_them}, got it from {good or 'none'}: {title} ({timing_words(batch)})"
    lines = [*([message, f"  {line}"] if message else [line]), *_outcomes(wrong, title, each_its_own=each_its_own)]
    lines += _first_words(wrong)
    if unsent := unsent_words(batch):
        lines.append(f"  stopped after the first of these: {unsent}")
    error = NoResponseError if all(exchange.response is None for _, exchange in wrong) else StatusError
    return error("\n".join(lines), first)


def broken_contracts(batch: Batch, title: str, broken: Mapping[int, ContractError]) -> ContractError:
    """Makes the error for a batch in which responses break a contract; ``broken`` are the errors by their numbers."""
    number, first = next(iter(broken.items()))
    line = f"{len(broken)} of {len(batch.sent)} responses break their contract: {title}"
    lines = [line, f"  {listed_numbers(list(broken))}", f"  #{number}: " + str(first).replace("\n", "\n  ")]
    return ContractError("\n".join(lines), first.exchange, first.violations)


def wrong_counts(
    expected: Sequence[tuple[str, str]], got: Mapping[int, Sequence[int]], wrong: Sequence[int], title: str
) -> ExpectationError:
    """Makes the error for statuses that came more or less often than expected.

    Args:
        expected: Each status as the suite wrote it, and how often it was to come.
        got: The numbers of the responses with each status.
        wrong: The statuses that came too often.
        title: What the requests were, if it is known.
    """
    wanted = _joined([f"{status} {count}" for status, count in expected])
    came = _joined([f"{status} {times(len(numbers))}" for status, numbers in sorted(got.items())])
    first = f"Expected {wanted}, got {came}{f': {title}' if title else ''}"
    lines = [f"  {status}: {listed_numbers(got[status])}" for status in sorted(wrong)[:_MOST_OUTCOMES]]
    return ExpectationError("\n".join([first, *lines]))


def _outcomes(wrong: Sequence[Numbered], title: str, *, each_its_own: bool) -> list[str]:
    groups = by_outcome(wrong)
    lines = [f"  {outcome} {times(len(same))}: {numbers_of(same)}" for outcome, same in groups[:_MOST_OUTCOMES]]
    first = wrong[0][1]
    named = f"{first.method} {first.target}"
    lines += [f"  and {len(groups) - _MOST_OUTCOMES} other outcomes"] if len(groups) > _MOST_OUTCOMES else []
    if each_its_own:
        named += f", expected {first.expected.text}"
    return lines if named == title else [*lines, f"  #{wrong[0][0]}: {named}"]


def _first_words(wrong: Sequence[Numbered]) -> list[str]:
    """Returns what the server said first, and why the first ones of two kinds got no response."""
    number, first = wrong[0]
    said = server_said(first.response) if first.response is not None else ""
    lost = [same[0] for _, same in by_outcome(wrong) if same[0][1].failure is not None]
    whys = [(number, reason(exchange)) for number, exchange in lost[:_MOST_REASONS]]
    return [
        *([f"  server said (#{number}): {said}"] if said else []),
        *(f"  reason (#{number}): {why}" for number, why in whys if why),
    ]


def _outcome(exchange: Exchange) -> str:
    if exchange.response is not None:
        return str(exchange.response.status)
    return exchange.failure.kind.value if exchange.failure is not None else "no response"


def _joined(parts: Sequence[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
