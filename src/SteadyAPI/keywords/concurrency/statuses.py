"""Counting the statuses of many responses."""

import re
from typing import TYPE_CHECKING, Any

from robot.api.deco import keyword

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.group import KeywordGroup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from SteadyAPI.engine.request.expectation import StatusExpectation

_COUNT = re.compile(r"(\d+)(?:\s*-\s*(\d+))?")
_HOW_TO_WRITE = "  write for example: Statuses Should Be    ${responses}    201=1    409=19"


class StatusKeywords(KeywordGroup):
    """What came of many requests, by status."""

    @keyword(tags=["Response"])
    def statuses_should_be(self, responses: Any, **counts: Any) -> None:
        """Fails unless each status came as often as expected, and no other status at all.

        Args:
            responses: What `Send Concurrently` and its like returned, or a list of responses.
            counts: Statuses and how often each is to come: `201=1`, `409=19`, a class `2xx=20`, a range of numbers
                `200=1-3`.

        Raises:
            ExpectationError: When a status came more or less often; the numbers of these requests are listed.
            UsageError: When a status or a number can't be used, or when the list is empty.

        Examples:
        ```robotframework
        *** Test Cases ***
        Five Products Are Read At Once
            Create Session    shop    ${BASE_URL}
            ${responses} =    Send Concurrently    GET    /products/3    times=5
            Statuses Should Be    ${responses}    200=5
        ```
        """
        if not counts:
            raise UsageError(f"expected statuses and how often each is to come, got none.\n{_HOW_TO_WRITE}")
        wanted = [(status, _expectation(status), _limits(status, count)) for status, count in counts.items()]
        got = self._numbers(responses)
        wrong = {status for status in got if not any(expected.matches(status) for _, expected, _ in wanted)}
        is_met = not wrong
        for _, expected, (least, most) in wanted:
            matching = [status for status in got if expected.matches(status)]
            count = sum(len(got[status]) for status in matching)
            is_met = is_met and least <= count <= most
            wrong |= set(matching) if count > most else set()
        if not is_met:
            from SteadyAPI.report.messages.batch_failures import wrong_counts

            written = [(status, _words(limits)) for status, _, limits in wanted]
            raise wrong_counts(written, got, sorted(wrong), getattr(responses, "title", ""))

    def _numbers(self, responses: Any) -> "Mapping[int, list[int]]":
        """Returns the numbers of the responses, from 1, by status."""
        from requests import Response

        if not isinstance(responses, list | tuple) or not all(isinstance(each, Response) for each in responses):
            raise UsageError(
                f"responses: expected the list that Send Concurrently returned, got {_kind(responses)}.\n"
                "  write for example: ${responses} =    Send Concurrently    POST    /orders    times=20"
            )
        if not responses:
            raise UsageError("responses: expected at least one, got an empty list: nothing would be tested.")
        numbers: dict[int, list[int]] = {}
        for number, response in enumerate(responses, 1):
            numbers.setdefault(response.status_code, []).append(number)
        return numbers


def _kind(responses: Any) -> str:
    from requests import Response

    if isinstance(responses, Response):
        return "a single response"
    if not isinstance(responses, list | tuple):
        return type(responses).__name__
    return f"a list with {next(type(each).__name__ for each in responses if not isinstance(each, Response))}"


def _expectation(status: str) -> "StatusExpectation":
    from SteadyAPI.engine.request.expectation import expect

    try:
        return expect(status)
    except UsageError as error:
        line = f'expected statuses such as 201 or 4xx before the "=", got "{status}".'
        raise UsageError(f"{line}\n{_HOW_TO_WRITE}") from error


def _limits(status: str, count: Any) -> tuple[int, int]:
    """Returns how often a status is to come, at least and at most."""
    found = _COUNT.fullmatch(str(count).strip())
    least = int(found[1]) if found else 0
    most = int(found[2] or found[1]) if found else -1
    if most < least:
        line = f'{status}: expected how often it is to come, a number or a range such as 1-3; got "{count}".'
        raise UsageError(f"{line}\n{_HOW_TO_WRITE}")
    return least, most


def _words(limits: tuple[int, int]) -> str:
    from SteadyAPI.report.messages.batch_failures import times

    least, most = limits
    return times(least) if least == most else f"{least} to {most} times"
