"""Checking bodies and values against schemas."""

from enum import Enum
from typing import TYPE_CHECKING, Any

from robot.api.deco import keyword

from SteadyAPI.errors import SteadyAPIError, UsageError
from SteadyAPI.keywords.support.group import KeywordGroup

if TYPE_CHECKING:
    from SteadyAPI.engine.contract.violation import Verdict

MOST_MISMATCHES = 8


class Extra(Enum):
    """What fields are that the schema doesn't name.

    - `forbid`: Each is a mismatch.
    - `ignore`: They are let through.
    - `allow`: They are let through, and a model keeps them.
    """

    forbid = "mismatches"
    ignore = "let through"
    allow = "let through, and kept by models"


class ContractKeywords(KeywordGroup):
    """Assertions that a body or a value has the shape its schema promises."""

    @keyword(tags=["Contract"])
    def response_should_match_schema(
        self,
        schema: Any,
        response: Any = None,
        *,
        strict: bool = True,
        extra: Extra | None = None,
        max_errors: int = MOST_MISMATCHES,
        message: str | None = None,
    ) -> Any:
        """Fails unless the body matches the schema, naming every mismatch; returns the validated object.

        The body must be JSON (RFC 8259). Nothing is converted (`"7"` is no integer), and no unexpected field is let
        through at any depth, except where a model sets `strict` or `extra` itself.

        Args:
            schema: A Pydantic model, dataclass, TypedDict or a type made of them: a dotted name (`models.Order`, looked
                up beside the suite, in its parent folders and on PYTHONPATH), a file (`models.py::Order`), an
                expression (`list[models.Order]`, `models.Order | models.Draft`) or a class. Or a JSON Schema: a
                dictionary, or the path of a `.json` or `.yaml` file, also a part of it
                (`shop.yaml#/components/schemas/Order`).
            response: What a request keyword returned; by default the last response.
            strict: Whether values must have the schema's very type. When false, the model decides.
            extra: What fields are that the schema doesn't name: `forbid` makes them mismatches, `ignore` lets them
                through, `allow` too and models keep them. By default `forbid` for models, and `ignore` for JSON
                Schemas, which are open unless they say otherwise.
            max_errors: How many mismatches the failure message lists; the log has all of them.
            message: Text to put before the failure message.

        Raises:
            ContractError: When the body doesn't match, or isn't JSON; it lists every mismatch.
            SchemaError: When the schema can't be found, fails to import, isn't one, or its own code fails.

        Examples:
        ```robotframework
        *** Test Cases ***
        The First Product Has The Published Shape
            GET    ${BASE_URL}/products/3
            ${product} =    Response Should Match Schema    models.Product
            Should Be Equal    ${product.id}    ${3}
        ```
        """
        from SteadyAPI.engine.contract.body import json_text
        from SteadyAPI.engine.contract.check_record import schema_check
        from SteadyAPI.report.messages.contract_failures import broken_contract

        check_most(max_errors)
        exchange = self._exchange_of(response)
        content = exchange.response.content if exchange.response else b""
        verdict = self._check(schema, json_text(content), strict, extra)
        self._context.checks.add_response(exchange, schema_check(verdict, self._context.ledger.test))
        if not verdict.holds:
            self._context.log.failed_exchange(exchange)
            self._show(verdict)
            raise _prefixed(broken_contract(exchange, verdict, max_errors), message)
        return verdict.value

    @keyword(tags=["Contract"])
    def value_should_match_schema(
        self,
        value: Any,
        schema: Any,
        *,
        strict: bool = True,
        extra: Extra | None = None,
        max_errors: int = MOST_MISMATCHES,
        message: str | None = None,
    ) -> Any:
        """Fails unless a value matches the schema, naming every mismatch; returns the validated object.

        The value is judged as the JSON it would be sent as, so dates and decimals may be texts. Bytes are JSON text
        already; a text is a JSON string.

        Args:
            value: A dictionary, a list, a text, a number, a boolean, `None`, or JSON text as bytes.
            schema: See `Response Should Match Schema`.
            strict: Whether values must have the schema's very type. When false, the model decides.
            extra: What fields are that the schema doesn't name: `forbid`, `ignore` or `allow`, as there.
            max_errors: How many mismatches the failure message lists; the log has all of them.
            message: Text to put before the failure message.

        Raises:
            ContractError: When the value doesn't match; it lists every mismatch.
            SchemaError: When the schema can't be found, fails to import, isn't one, or its own code fails.
            UsageError: When the value can't be written as JSON.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Part Of A Response Is Checked By Itself
            ${response} =    GET    ${BASE_URL}/products
            Value Should Match Schema    ${response.json()}[0]    models.Product
        ```
        """
        from SteadyAPI.engine.contract.check_record import schema_check
        from SteadyAPI.report.messages.contract_failures import broken_value

        check_most(max_errors)
        opened = self._open(value, "value")
        verdict = self._check(schema, opened if isinstance(opened, bytes) else _json_of(opened), strict, extra)
        self._context.checks.add(schema_check(verdict, self._context.ledger.test))
        if not verdict.holds:
            self._show(verdict)
            raise _prefixed(broken_value(verdict, max_errors), message)
        return verdict.value

    def _check(self, schema: Any, text: bytes, strict: bool, extra: Extra | None) -> "Verdict":
        from SteadyAPI.engine.contract.check import check
        from SteadyAPI.keywords.support.suite_folder import suite_folders

        verdict = check(schema, text, suite_folders(), strict=strict, extra=extra.name if extra else None)
        self._log_left_out(verdict.schema, verdict.left_out)
        return verdict

    def _show(self, verdict: "Verdict") -> None:
        if verdict.violations:
            from SteadyAPI.report.log_entry.violation_view import violations_html

            self._context.log.html(violations_html(verdict.violations))


def _json_of(value: Any) -> bytes:
    from pydantic_core import PydanticSerializationError, to_json

    try:
        return to_json(value, inf_nan_mode="constants")
    except (PydanticSerializationError, ValueError) as error:
        raise UsageError(
            f"value: {error}.\n  expected dictionaries, lists, texts, numbers, booleans, None, or JSON text as bytes"
        ) from error


def check_most(max_errors: int) -> None:
    """Refuses a limit for a failure message that would leave nothing of it.

    Raises:
        UsageError: When it is below 1.
    """
    if max_errors < 1:
        raise UsageError(f"max_errors: expected 1 or more, got {max_errors}.")


def _prefixed(error: SteadyAPIError, message: str | None) -> SteadyAPIError:
    if message:
        first, _, rest = str(error).partition("\n")
        error.args = ("\n".join([message, f"  {first}", *([rest] if rest else [])]),)
    return error
