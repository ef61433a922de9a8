"""Asking a GraphQL API."""

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from robot.api.deco import keyword

from SteadyAPI.keywords.support.request_options import RequestOptions
from SteadyAPI.keywords.support.sending import SendingGroup

if TYPE_CHECKING:
    from SteadyAPI.engine.exchange import Exchange


class GraphQLKeywords(SendingGroup):
    """Queries and mutations, whose failures are in responses of status 200."""

    @keyword(name="Send GraphQL", tags=["Request"])
    def send_graphql(
        self,
        url: str,
        query: str,
        variables: Mapping[str, Any] | None = None,
        *,
        operation: str | None = None,
        allow_errors: bool = False,
        alias: str = "",
        headers: Mapping[str, Any] | None = None,
        expected_status: Any = None,
        timeout: timedelta | None = None,
        connect_timeout: timedelta | None = None,
        read_timeout: timedelta | None = None,
        message: str | None = None,
    ) -> Any:
        """Sends a GraphQL query or mutation by POST and returns the response; `errors` in the response are a failure.

        Args:
            url: Path on the session, or a whole URL.
            query: The document.
            variables: Values of its variables.
            operation: Which operation to run, when the document has several.
            allow_errors: Whether a response with `errors` passes.
            alias: The session's alias; by default the URL decides as for `GET`.
            headers: Headers of this request.
            expected_status: See `GET`.
            timeout: Limit for connecting, and for each wait for data, of one attempt.
            connect_timeout: Limit for connecting alone.
            read_timeout: Limit for each wait for data alone.
            message: Text to put before the failure message.

        Raises:
            ExpectationError: When the response has errors, or is no GraphQL response.
            StatusError: When the status is not the expected one.

        Examples:
        ```robotframework
        *** Test Cases ***
        An Order Can Be Queried
            VAR    &{variables}    id=${7}
            Send GraphQL    ${BASE_URL}/graphql    query($id: Int) { order(id: $id) { id } }    ${variables}
            Get JSON Value    $.data.order.id    ==    ${7}
        ```
        """
        body = {"query": query, "variables": dict(variables or {}), "operationName": operation}
        given = {name: value for name, value in body.items() if value}
        opened = self.opened_url(url)
        session = self.session_for(opened, alias)
        options = RequestOptions(
            json=given,
            headers=headers,
            expected_status=expected_status,
            timeout=timeout,
            connect_timeout=connect_timeout,
            read_timeout=read_timeout,
            message=message,
        )
        response = self.send(session, "POST", opened, options)
        if not allow_errors:
            self._check_errors(self._exchange_of(None), message)
        return response

    def _check_errors(self, exchange: "Exchange", message: str | None) -> None:
        from SteadyAPI.engine.value.json_path import json_body

        body = json_body(self._response_of(exchange))
        reason = body.reason or _graphql_failure(body.value)
        if reason:
            raise self._unexpected(exchange, reason, message)


def _graphql_failure(body: Any) -> str:
    if not isinstance(body, dict) or not {"data", "errors"} & body.keys():
        return "is no GraphQL answer: expected an object with data or errors"
    errors = body.get("errors")
    if not errors:
        return ""
    listed = errors if isinstance(errors, list) else [errors]
    return f"has errors: {'; '.join(_error_line(error) for error in listed)}"


def _error_line(error: Any) -> str:
    if not isinstance(error, dict):
        return str(error)
    steps = error.get("path")
    path = ".".join(map(str, steps)) if isinstance(steps, list) else steps
    return f"{error.get('message') or 'no message'}{f' ({path})' if path else ''}"
