"""What a wait looks for in an answer: a status, a JSON value, or a shape."""

import json
from collections.abc import Callable
from typing import Any

from SteadyAPI.engine.contract.body import json_text
from SteadyAPI.engine.contract.violation import Verdict
from SteadyAPI.engine.exchange import Exchange, Response
from SteadyAPI.engine.request.expectation import StatusExpectation
from SteadyAPI.engine.value.json_path import find
from SteadyAPI.engine.value.json_value import ABSENT, equals, shown
from SteadyAPI.engine.waiting.polling import Sight

Look = Callable[[Exchange], Sight]

_MOST_MISMATCHES = 8
_FIRST_ERROR, _SERVER_ERROR = 400, 500
_MAY_CHANGE = frozenset({404, 408, 409, 410, 421, 423, 425, 429})
"""Client errors that time may mend; another one, such as 401, ends a wait for a body at once."""


def status_look(expected: StatusExpectation, fail_when: StatusExpectation | None) -> Look:
    """Looks for a status."""

    def look(exchange: Exchange) -> Sight:
        response = exchange.response
        if response is None:
            return _unanswered(exchange)
        said = f"{response.status} {response.reason}".strip()
        good = expected.matches(response.status)
        bad = not good and fail_when is not None and fail_when.matches(response.status)
        return Sight(said, good=good, bad=bad, value=response.native)

    return look


def value_look(path: str, expected: Any, fail_when: Any) -> Look:
    """Looks for the value that a JSONPath leads to; lists of values are alternatives."""

    def look(response: Response) -> Sight:
        try:
            body = json.loads(response.content)
        except (ValueError, RecursionError):
            return Sight(f"{response.status} without JSON", of_answer=True)
        found = find(body, path)
        value = ABSENT if found.reason else found.value
        good = _is_one_of(value, expected)
        return Sight(shown(value), good=good, bad=not good and _is_one_of(value, fail_when), value=value)

    return body_look(look)


def schema_look(check: Callable[[bytes], Verdict], fail_when: Callable[[bytes], Verdict] | None) -> Look:
    """Looks for a body that matches a schema; its sight brings the verdict."""

    def look(response: Response) -> Sight:
        text = json_text(response.content)
        verdict = check(text)
        if verdict.holds:
            return Sight("a match", good=True, value=verdict)
        if verdict.not_json:
            return Sight(f"{response.status} without JSON", value=verdict, of_answer=True)
        if fail_when is not None and (terminal := fail_when(text)).holds:
            return Sight(f"{terminal.schema}", bad=True, value=verdict)
        count = len(verdict.violations)
        lines = [f"  {violation.line}" for violation in verdict.violations[:_MOST_MISMATCHES]]
        if count > _MOST_MISMATCHES:
            lines.append(f"  … {count - _MOST_MISMATCHES} more in log.html")
        return Sight(f"{count} mismatch{'' if count == 1 else 'es'}", value=verdict, why="\n".join(lines))

    return body_look(look)


def body_look(look: Callable[[Response], Sight]) -> Look:
    """Looks at bodies: an error that time may mend has none worth looking at, any other one ends the wait."""

    def look_at(exchange: Exchange) -> Sight:
        response = exchange.response
        if response is None:
            return _unanswered(exchange)
        if response.status < _FIRST_ERROR:
            return look(response)
        hopeless = response.status < _SERVER_ERROR and response.status not in _MAY_CHANGE
        return Sight(f"{response.status} {response.reason}".strip(), bad=hopeless, of_answer=True)

    return look_at


def _unanswered(exchange: Exchange) -> Sight:
    return Sight(exchange.failure.kind.value if exchange.failure else "no answer", of_answer=True)


def _is_one_of(value: Any, wanted: Any) -> bool:
    if equals(value, wanted):
        return True
    return isinstance(wanted, list | tuple) and any(equals(value, one) for one in wanted)
