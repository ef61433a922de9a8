"""Looking at responses."""

from typing import Any

from robot.api.deco import keyword

from SteadyAPI.keywords.group import KeywordGroup


class ResponseKeywords(KeywordGroup):
    """Assertions on a response: the one given, or the last one."""

    @keyword(tags=["Response"])
    def status_should_be(self, expected_status: Any, response: Any = None, message: str | None = None) -> None:
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
            Status Should Be    404
        ```
        """
        from dataclasses import replace

        from SteadyAPI.engine.expectation import expect
        from SteadyAPI.report.failures import wrong_status

        exchange = replace(self._exchange_of(response), expected=expect(expected_status))
        if not exchange.as_expected:
            self._context.log.whole_exchange(exchange)
            raise wrong_status(exchange, message)
