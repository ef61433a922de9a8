"""Comparing the traffic of a session with an OpenAPI document."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from robot.api.deco import keyword

from SteadyAPI.keywords.contract.schema import MOST_MISMATCHES, Extra, check_most
from SteadyAPI.keywords.support.group import KeywordGroup

if TYPE_CHECKING:
    from SteadyAPI.engine.contract.openapi.contract import OpenApiContract
    from SteadyAPI.engine.exchange import Exchange

_OBSERVER = "openapi"
_PARSED = "openapi document"


class OpenApiKeywords(KeywordGroup):
    """OpenAPI documents as contracts."""

    @keyword(name="Use OpenAPI", tags=["Contract"])
    def use_openapi(
        self,
        document: Any,
        *,
        session: str | None = None,
        extra: Extra = Extra.ignore,
        requests: bool = False,
    ) -> None:
        """Checks every response of a session against an OpenAPI document from now on.

        The operation is found by method and path. Checked are the status, the content type, the headers and the body;
        an operation or status that the document does not describe is a mismatch. A call with `contract=off` is not
        checked, and neither is a response whose status the test doesn't expect: it fails for that.
        Versions 3.0, 3.1 and 3.2. Needs `pip install "robotframework-steadyapi[openapi]"`.

        Args:
            document: Path of a `.json` or `.yaml` file, looked up beside the suite and in its parent folders, or the
                parsed document; `off` ends the checking.
            session: The session's alias; by default the current session.
            extra: Whether fields that the document doesn't name are mismatches: `forbid` or `ignore`.
            requests: Whether what is sent is checked too: parameters and body. A request that the server refuses is
                not.

        Raises:
            SchemaError: When the file can't be read, or is no OpenAPI document that can be used.
            SessionError: When there is no such session, or none is open.

        Examples:
        ```robotframework
        *** Test Cases ***
        Every Response Of The Shop Follows Its Description
            Create Session    shop    ${BASE_URL}
            Use OpenAPI    shop.yaml    session=shop
            GET    /products
            GET    /health    contract=off
        ```
        """
        used = self._context.sessions.chosen(session)
        if str(document).lower() in {"off", "none", "false"}:
            used.observers.pop(_OBSERVER, None)
            return
        contract = self._contract(document, used.settings.base_url, extra, requests)

        def observe(exchange: "Exchange") -> None:
            self._compare(contract, exchange, MOST_MISMATCHES, show=False)

        used.observers[_OBSERVER] = observe

    @keyword(name="Response Should Match OpenAPI", tags=["Contract"])
    def response_should_match_openapi(
        self,
        document: Any,
        response: Any = None,
        *,
        extra: Extra = Extra.ignore,
        requests: bool = False,
        max_errors: int = MOST_MISMATCHES,
    ) -> None:
        """Fails unless one response is what an OpenAPI document describes, naming every mismatch.

        Args:
            document: Path of a `.json` or `.yaml` file, looked up beside the suite and in its parent folders, or the
                parsed document.
            response: What a request keyword returned; by default the last response.
            extra: Whether fields that the document doesn't name are mismatches: `forbid` or `ignore`.
            requests: Whether what was sent is checked too: parameters and body.
            max_errors: How many mismatches the failure message lists; the log has all of them.

        Raises:
            ContractError: When status, content type, headers or body don't match, or the operation isn't described.
            SchemaError: When the file can't be read, or is no OpenAPI document that can be used.

        Examples:
        ```robotframework
        *** Test Cases ***
        The List Of Products Is As Described
            GET    ${BASE_URL}/products
            Response Should Match OpenAPI    shop.yaml
        ```
        """
        check_most(max_errors)
        exchange = self._exchange_of(response)
        base = self._context.sessions.get(exchange.alias).settings.base_url if self._is_open(exchange.alias) else ""
        self._compare(self._contract(document, base, extra, requests), exchange, max_errors, show=True)

    def _is_open(self, alias: str) -> bool:
        return bool(alias) and alias in self._context.sessions

    def _contract(self, document: Any, base_url: str, extra: Extra, requests: bool) -> "OpenApiContract":
        from SteadyAPI.engine.contract.body import parsed
        from SteadyAPI.engine.contract.document import as_json, find_file, missing_extra
        from SteadyAPI.keywords.support.suite_folder import suite_folders

        folders = suite_folders()
        path = (
            Path(_PARSED)
            if isinstance(document, Mapping)
            else find_file(str(document), folders, 'OpenAPI document "{}"')
        )
        try:
            from SteadyAPI.engine.contract.openapi.contract import OpenApiContract
            from SteadyAPI.engine.contract.openapi.description import Description, load_description
        except ModuleNotFoundError as error:
            raise missing_extra("OpenAPI") from error

        close = extra is Extra.forbid
        if isinstance(document, Mapping):
            description = Description(
                parsed(as_json(document, "the OpenAPI document")), path, close=close, folders=folders
            )
        else:
            description = load_description(path, close=close, folders=folders)
        self._context.checks.describe(
            description.name,
            {
                operation.name: tuple(str(status) for status in operation.description.get("responses") or ())
                for operation in description.operations
            },
        )
        return OpenApiContract(description, base_url, requests=requests)

    def _compare(self, contract: "OpenApiContract", exchange: "Exchange", most: int, *, show: bool) -> None:
        from SteadyAPI.engine.contract.check_record import Check
        from SteadyAPI.report.log_entry.violation_view import violations_html
        from SteadyAPI.report.messages.contract_failures import broken_contract

        operation, verdict = contract.compare(exchange)
        self._log_left_out(contract.description.name, contract.description.left_out)
        name, test = operation.name if operation else "", self._context.ledger.test
        check = Check("openapi", contract.description.name, name, test=test, violations=verdict.violations)
        self._context.checks.add_response(exchange, check)
        if verdict.violations:
            if show:
                self._context.log.failed_exchange(exchange)
            self._context.log.html(violations_html(verdict.violations))
            raise broken_contract(exchange, verdict, most)
