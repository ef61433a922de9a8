"""How robotframework-requests checks a status, and its exceptions: suites know their names from messages."""

from typing import Any

import requests

from SteadyAPI.engine.request.expectation import SUCCESS, StatusExpectation, expect

_ANY = frozenset({"any", "anything"})


class UnknownStatusError(Exception):
    """No status goes by that name."""


class InvalidResponse(Exception):  # noqa: N818  the name that suites expect
    """What was given is no response."""


class InvalidExpectedStatus(Exception):  # noqa: N818  the name that suites expect
    """What was given is neither a number nor a text."""


def check_status(expected: Any, response: Any, message: str | None = None) -> None:
    """Fails unless the response has the expected status.

    Args:
        expected: A number, as text or not; a name such as ``not found``; ``any``; ``None`` for every status below 400.
        response: A ``requests.Response``.
        message: Text in front of the failure message.

    Raises:
        InvalidResponse: When it is no response.
        InvalidExpectedStatus: When the status is neither text nor number.
        UnknownStatusError: When no status has that name.
        HTTPError: When nothing is expected and the status is 400 or above.
        AssertionError: When the status is another one.
    """
    if not isinstance(response, requests.Response):
        raise InvalidResponse(response)
    if expected is None:
        response.raise_for_status()
        return
    number = number_of(expected)
    if number is not None and response.status_code != number:
        front = f"{message} " if message is not None else ""
        raise AssertionError(f"{front}Url: {response.url} Expected status: {response.status_code} != {number}")


def expectation_of(expected: Any) -> StatusExpectation:
    """Returns what a call expects, for the log and the report; what ``check_status`` will refuse counts as nothing."""
    try:
        number = None if expected is None else number_of(expected)
    except (InvalidExpectedStatus, UnknownStatusError):
        return SUCCESS
    if expected is None:
        return SUCCESS
    return expect("any") if number is None else StatusExpectation(str(number), ((number, number),))


def number_of(expected: Any) -> int | None:
    """Returns the number of an expected status, or ``None`` for any."""
    if isinstance(expected, int) and not isinstance(expected, bool):
        return expected
    if not isinstance(expected, str):
        raise InvalidExpectedStatus(expected)
    if expected.lower() in _ANY:
        return None
    try:
        return int(expected)
    except ValueError:
        return _by_name(expected)


def _by_name(text: str) -> int:
    name = text.lower().replace(" ", "_")
    number = vars(requests.codes).get(name)
    if not isinstance(number, int):
        raise UnknownStatusError(name.replace("_", " "))
    return number
