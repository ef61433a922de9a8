"""Assertions on statuses, and the last response."""

from typing import Any

from robot.api.deco import keyword

from SteadyAPI.keywords.support.group import KeywordGroup


class ResponseKeywords(KeywordGroup):
    """Assertions on a response: the one given, or the last one."""

    @keyword(tags=["Response"])
    def response_status_should_be(self, expected_status: Any, response: Any = None, message: str | None = None) -> None:
        """Fails unless the response has the expected status.

        Args:
            expected_status: A number, a name (`not found`), a class (`4xx`), a range (`200-299`), a list of these.
            response: What a request keyword returned; by default the last response.
            message: Text to put before the failure message.

        Raises:
            StatusError: When the status is another one.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Missing Page Says So
            GET    ${BASE_URL}/nowhere    expected_status=any
            Response Status Should Be    404
        ```
        """
        from dataclasses import replace

        from SteadyAPI.engine.request.expectation import expect
        from SteadyAPI.report.messages.request_failures import wrong_status

        exchange = replace(self._exchange_of(response), expected=expect(expected_status))
        if not exchange.as_expected:
            self._context.report_unexpected(exchange)
            raise wrong_status(exchange, message)

    @keyword(tags=["Response"])
    def response_should_be_successful(self, response: Any = None, message: str | None = None) -> None:
        """Fails when the status is 400 or above.

        Args:
            response: What a request keyword returned; by default the last response.
            message: Text to put before the failure message.

        Raises:
            StatusError: When the status is 400 or above.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Shop Is Open
            GET    ${BASE_URL}/health    expected_status=any
            Response Should Be Successful
        ```
        """
        self.response_status_should_be(None, response, message)

    @keyword(tags=["Response"])
    def get_last_response(self) -> Any:
        """Returns the last response of the run as a `requests.Response`, whichever keyword got it.

        After a failed request it is the response that failed it, if there was one.

        Raises:
            UsageError: When no request has been answered yet, or the last one got no response.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Last Response Is Kept
            GET    ${BASE_URL}/health
            ${response} =    Get Last Response
            Should Be Equal As Integers    ${response.status_code}    200
        ```
        """
        response = self._exchange_of(None).response
        return response.requests_response if response else None
