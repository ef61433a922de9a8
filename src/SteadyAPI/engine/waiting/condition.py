"""What a wait looks for in a response: a status, a JSON value, or a shape."""

import json
from collections.abc import Callable
from typing import Any

from SteadyAPI.engine.contract.body import json_text
from SteadyAPI.engine.contract.violation import Verdict
from SteadyAPI.engine.exchange import Exchange, Response
from SteadyAPI.engine.request.expectation import StatusExpectation
from SteadyAPI.engine.value.assertion import same, type_hint
from SteadyAPI.engine.value.json_path import find
from SteadyAPI.engine.value.json_value import ABSENT, shown
from SteadyAPI.engine.waiting.polling import Observation

Condition = Callable[[Exchange], Observation]

_MOST_MISMATCHES = 8
_FIRST_ERROR, _SERVER_ERROR = 400, 500
_MAY_CHANGE = frozenset({404, 408, 409, 410, 421, 423, 425, 429})
"""Client errors that time may mend; another one, such as 401, ends a wait for a body at once."""


def status_condition(expected: StatusExpectation, fail_when: StatusExpectation | None) -> Condition:
    """Looks for a status."""

    def condition(exchange: Exchange) -> Observation:
        response = exchange.response
        if response is None:
            return _no_response(exchange)
        said = f"{response.status} {response.reason}".strip()
        good = expected.matches(response.status)
        bad = not good and fail_when is not None and fail_when.matches(response.status)
        return Observation(said, good=good, bad=bad, value=response.requests_response)

    return condition


def value_condition(path: str, expected: Any, fail_when: Any) -> Condition:
    """Looks for the value that a JSONPath leads to; lists of values are alternatives.

    A value that is written like one of them but has another type ends the wait: it would never become the right one.
    """
    alternatives, terminal = _alternatives(expected), [] if fail_when is None else _alternatives(fail_when)

    def condition(response: Response) -> Observation:
        try:
            body = json.loads(response.content)
        except (ValueError, RecursionError):
            return Observation(f"{response.status} without JSON", of_response=True)
        found = find(body, path)
        value = ABSENT if found.reason else found.value
        if any(same(value, one) for one in alternatives):
            return Observation(shown(value), good=True, value=value)
        hint = next(filter(None, (type_hint(value, one) for one in (*alternatives, *terminal))), "")
        bad = bool(hint) or any(same(value, one) for one in terminal)
        return Observation(shown(value), bad=bad, value=value, why=f"  {hint}" if hint else "")

    return body_condition(condition)


def schema_condition(check: Callable[[bytes], Verdict], fail_when: Callable[[bytes], Verdict] | None) -> Condition:
    """Looks for a body that matches a schema; the observation holds the verdict."""

    def condition(response: Response) -> Observation:
        text = json_text(response.content)
        verdict = check(text)
        if verdict.holds:
            return Observation("a match", good=True, value=verdict)
        if verdict.not_json:
            return Observation(f"{response.status} without JSON", value=verdict, of_response=True)
        if fail_when is not None and (terminal := fail_when(text)).holds:
            return Observation(f"{terminal.schema}", bad=True, value=verdict)
        count = len(verdict.violations)
        lines = [f"  {violation.line}" for violation in verdict.violations[:_MOST_MISMATCHES]]
        if count > _MOST_MISMATCHES:
            lines.append(f"  … {count - _MOST_MISMATCHES} more in log.html")
        return Observation(f"{count} mismatch{'' if count == 1 else 'es'}", value=verdict, why="\n".join(lines))

    return body_condition(condition)


def body_condition(condition: Callable[[Response], Observation]) -> Condition:
    """Checks bodies; an error that may pass has none to check, any other error ends the wait."""

    def observe(exchange: Exchange) -> Observation:
        response = exchange.response
        if response is None:
            return _no_response(exchange)
        if response.status < _FIRST_ERROR:
            return condition(response)
        hopeless = response.status < _SERVER_ERROR and response.status not in _MAY_CHANGE
        return Observation(f"{response.status} {response.reason}".strip(), bad=hopeless, of_response=True)

    return observe


def _no_response(exchange: Exchange) -> Observation:
    return Observation(exchange.failure.kind.value if exchange.failure else "no answer", of_response=True)


def _alternatives(wanted: Any) -> list[Any]:
    """Returns the values that will do: the one given, and each of its items when it is a list."""
    return [wanted, *(wanted if isinstance(wanted, list | tuple) else ())]
