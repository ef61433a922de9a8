"""Request bodies: every field is checked, and the error says what was expected."""

import json
from decimal import Decimal
from typing import Any, NoReturn
from urllib.parse import parse_qsl

from SteadyAPI.demo.server.request import Request
from SteadyAPI.demo.server.response import HttpError

MAX_COUNT = 1_000_000
MAX_TEXT = 200
MAX_FORM_FIELDS = 50


def form_fields(request: Request) -> dict[str, str]:
    """Returns the fields of a form post.

    Raises:
        HttpError: 415 for another content type, 400 for a body that is not a form.
    """
    _expect_media_type(request, "application/x-www-form-urlencoded")
    try:
        pairs = parse_qsl(
            request.body.decode(),
            keep_blank_values=True,
            max_num_fields=MAX_FORM_FIELDS,
            errors="strict",
        )
    except ValueError as error:
        raise HttpError(400, f"the body is not a form: {error}") from error
    return dict(pairs)


def json_fields(request: Request) -> "Fields":
    """Returns the fields of a JSON object; numbers with a fraction arrive as exact decimals.

    Raises:
        HttpError: 415 for another content type, 400 for a body that is not JSON, 422 for JSON that is not an object.
    """
    _expect_media_type(request, "application/json")
    try:
        value = json.loads(request.body, parse_float=Decimal, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise HttpError(400, f"the body is not JSON: {error}") from error
    if not isinstance(value, dict):
        raise HttpError(422, f"expected a JSON object, got {kind_of(value)}")
    return Fields(value)


def kind_of(value: object) -> str:
    """Returns the JSON name of a value's type."""
    names = {
        str: "string",
        bool: "boolean",
        int: "number",
        Decimal: "number",
        list: "array",
        dict: "object",
    }
    return names.get(type(value), "null")


def _expect_media_type(request: Request, expected: str) -> None:
    if request.media_type != expected:
        raise HttpError(415, f"expected content type {expected}, got {request.media_type or 'none'}")


def _refuse_constant(name: str) -> NoReturn:
    message = f"{name} is no JSON number"
    raise ValueError(message)


class Fields:
    """The fields of one JSON object; reading collects every problem, ``check`` raises one error with all of them."""

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values
        self._read: set[str] = set()
        self._problems: list[str] = []

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def text(self, name: str) -> str:
        """Returns a field that must hold a text of 1 to 200 characters."""
        value = self._take(name)
        if isinstance(value, str) and value.strip() and len(value) <= MAX_TEXT:
            return value.strip()
        self._reject(
            name,
            value,
            "must be a string",
            f"must have 1 to {MAX_TEXT} characters",
            str,
        )
        return ""

    def count(self, name: str, least: int) -> int:
        """Returns a field that must hold a whole number from ``least`` to a million."""
        value = self._take(name)
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= MAX_COUNT:
            return value
        limit = f"must be greater than {least - 1}" if isinstance(value, int) and value < least else ""
        self._reject(
            name,
            value,
            "must be a whole number",
            limit or f"must be at most {MAX_COUNT}",
            int,
        )
        return 0

    def cents(self, name: str) -> int:
        """Returns a price in cents; the field must hold a number above 0 with at most two decimals."""
        value = self._take(name)
        fits = isinstance(value, int | Decimal) and not isinstance(value, bool) and 0 < value <= MAX_COUNT
        if fits and value == round(value, 2):
            return int(value * 100)
        wrong = "must have at most two decimals" if fits else f"must be greater than 0 and at most {MAX_COUNT}"
        self._reject(name, value, "must be a number", wrong, int, Decimal)
        return 0

    def check(self) -> None:
        """Raises an error if any field was wrong, absent or unexpected.

        Raises:
            HttpError: 422, the detail names every problem.
        """
        unexpected = [f"{name} is not expected" for name in self._values if name not in self._read]
        if problems := self._problems + unexpected:
            raise HttpError(422, "; ".join(problems))

    def _take(self, name: str) -> Any:
        self._read.add(name)
        return self._values.get(name)

    def _reject(self, name: str, value: object, wrong_kind: str, wrong_value: str, *kinds: type) -> None:
        if name not in self._values:
            self._problems.append(f"{name} is required")
        elif type(value) in kinds:
            self._problems.append(f"{name} {wrong_value}")
        else:
            self._problems.append(f"{name} {wrong_kind}, got {kind_of(value)}")
