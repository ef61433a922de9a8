"""Checking bodies against schemas."""

from pathlib import Path
from typing import Any

from robot.api.deco import keyword
from robot.libraries.BuiltIn import BuiltIn, RobotNotRunningError

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.group import KeywordGroup


class ContractKeywords(KeywordGroup):
    """Assertions that a body has the shape its schema promises."""

    @keyword(tags=["Contract"])
    def response_should_match_schema(
        self, schema: Any, response: Any = None, *, strict: bool = True, forbid_extra: bool = True
    ) -> Any:
        """Fails unless the body matches the schema, naming every mismatch; returns the validated object.

        The body must be JSON. Nothing is converted (`"7"` is no integer) and no unexpected field is let through, at any
        depth, unless the arguments say otherwise.

        Args:
            schema: A Pydantic model or other type: a dotted name (`models.Order`, looked up beside the suite, in its
                parent folders and on PYTHONPATH), a file (`models.py::Order`), an expression (`list[models.Order]`) or
                a class.
            response: What a request keyword returned; by default the last response.
            strict: Whether values must have the schema's very type. When false, the model decides.
            forbid_extra: Whether fields that the schema doesn't name are mismatches. When false, the model decides.

        Raises:
            ContractError: When the body doesn't match, or isn't JSON; it lists every mismatch.
            SchemaError: When the schema can't be found, fails to import, or isn't one.

        Examples:
        ```robotframework
        *** Test Cases ***
        The First Product Has The Published Shape
            GET    ${BASE_URL}/products/1
            ${product} =    Response Should Match Schema    models.Product
            Should Be Equal    ${product.id}    ${1}
        ```
        """
        from SteadyAPI.engine.contract.body import json_text
        from SteadyAPI.engine.contract.model_check import check_json
        from SteadyAPI.engine.contract.resolve import name_of, resolve
        from SteadyAPI.report.failures import broken_contract
        from SteadyAPI.report.violation_view import violations_html

        exchange = self._exchange_of(response)
        if exchange.response is None:
            raise UsageError("the last request got no response to check.")
        found = resolve(schema, _folders())
        verdict = check_json(
            found,
            name_of(schema),
            json_text(exchange.response),
            strict=strict or None,
            forbid_extra=forbid_extra or None,
        )
        if verdict.violations or not verdict.is_json:
            self._context.log.whole_exchange(exchange)
            if verdict.violations:
                self._context.log.html(violations_html(verdict))
            raise broken_contract(exchange, verdict)
        return verdict.value


def _folders() -> list[Path]:
    """Returns the suite's folder and its parents up to where the run was started, nearest first."""
    try:
        builtin = BuiltIn()
        source = builtin.get_variable_value("${SUITE SOURCE}")
        root = Path(builtin.get_variable_value("${EXECDIR}")).resolve()
    except RobotNotRunningError:
        return [Path.cwd()]
    path = Path(source).resolve()
    nearest = path if path.is_dir() else path.parent
    if nearest != root and root not in nearest.parents:
        return [nearest, root]
    return [folder for folder in (nearest, *nearest.parents) if folder == root or root in folder.parents]
