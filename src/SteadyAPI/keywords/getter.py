"""Getting the status, headers, text and time of a response, and comparing them in the same line."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from robot.api.deco import keyword

from SteadyAPI.arguments import AssertionOperator
from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.assertions import Assertion, ComparingGroup, getter

_EQUAL = AssertionOperator["=="]
_EQUALITY = {_EQUAL, AssertionOperator["!="]}
_COMPARING_NUMBERS = {"EQUAL", "NOT_EQUAL", "LESS", "LESS_OR_EQUAL", "GREATER", "GREATER_OR_EQUAL"}
_CONTAINS = AssertionOperator["contains"]
_AT_MOST = AssertionOperator["<="]


class GetterKeywords(ComparingGroup):
    """What the last response, or the one given, has besides the values in its body."""

    @getter("`==`, `<` or `validate`")
    def get_response_status(self, **options: Any) -> Any:
        """Returns the status as a number, compared first when an operator is given.

        A number to compare with may be written as text: `200`, or `${200}`.

        Args:
            **options: Assertion.

        Raises:
            ExpectationError: When the comparison doesn't hold.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Status Is A Number
            GET    ${BASE_URL}/health
            ${status} =    Get Response Status    <    300
        ```
        """
        assertion = Assertion(**options)
        exchange = self._exchange_of(assertion.response)
        if assertion.assertion_operator is not None and assertion.assertion_operator.value in _COMPARING_NUMBERS:
            assertion.assertion_expected = _status(assertion.assertion_expected)
        return self._checked(exchange, "status", self._response_of(exchange).status, assertion)

    @getter("`==`, `contains` or `matches`")
    def get_response_header(self, name: str, **options: Any) -> Any:
        """Returns the value of a response header, compared first when an operator is given.

        `==` and `!=` compare `Content-Type` as a media type (RFC 9110, section 8.3.1): case doesn't matter, and
        parameters such as `charset` count only when the expected value has some.

        Args:
            name: The header's name; case doesn't matter.
            **options: Assertion.

        Raises:
            ExpectationError: When there is no such header, or the comparison doesn't hold.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Response Is JSON
            GET    ${BASE_URL}/health
            Get Response Header    Content-Type    ==    application/json
        ```
        """
        assertion = Assertion(**options)
        exchange = self._exchange_of(assertion.response)
        headers = self._response_of(exchange).headers
        value = _value_of(headers, name)
        if value is None:
            there = ", ".join(headers) or "none"
            raise self._failure(exchange, f"no header {name}; headers there: {there}", assertion.message)
        if name.lower() == "content-type" and _is_media_type(value, assertion):
            self._checked(exchange, name, assertion.assertion_expected, assertion)
            return value
        return self._checked(exchange, name, value, assertion)

    @keyword(tags=["Response"])
    def response_header_should_be(
        self, name: str, expected: str, message: str | None = None, *, response: Any = None
    ) -> None:
        """Fails unless a response header has the expected value.

        Args:
            name: The header's name; case doesn't matter.
            expected: The whole value; of `Content-Type`, the media type is enough.
            message: Text to put before the failure message.
            response: What a request keyword returned; by default the last response.

        Raises:
            ExpectationError: When it has another value, or isn't there.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Response Is JSON
            GET    ${BASE_URL}/health
            Response Header Should Be    Content-Type    application/json
        ```
        """
        self.get_response_header(name, _EQUAL, self._open(expected, "expected"), message, response=response)

    @keyword(tags=["Response"])
    def response_header_should_not_exist(self, name: str, message: str | None = None, *, response: Any = None) -> None:
        """Fails when the response has a header of that name.

        Args:
            name: The header's name; case doesn't matter.
            message: Text to put before the failure message.
            response: What a request keyword returned; by default the last response.

        Raises:
            ExpectationError: When there is such a header, whatever its value.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Server Keeps Its Version To Itself
            GET    ${BASE_URL}/health
            Response Header Should Not Exist    X-Powered-By
        ```
        """
        exchange = self._exchange_of(response)
        value = _value_of(self._response_of(exchange).headers, name)
        if value is not None:
            raise self._failure(exchange, f'expected no header {name}, got "{value}"', message)

    @getter("`contains` or `matches`")
    def get_response_text(self, *, charset: str | None = None, **options: Any) -> Any:
        """Returns the body as text, compared first when an operator is given.

        The charset is the one given, else that of a byte order mark, else that of `Content-Type`, else UTF-8, or
        Latin-1 when the bytes aren't UTF-8.

        Args:
            charset: The charset to use, whatever the response says.
            **options: Assertion.

        Raises:
            ExpectationError: When the comparison doesn't hold.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Page Has A Form
            GET    ${BASE_URL}/login
            Get Response Text    contains    <form
        ```
        """
        from SteadyAPI.engine.charset import text_of

        assertion = Assertion(**options)
        exchange = self._exchange_of(assertion.response)
        response = self._response_of(exchange)
        text = text_of(response.content, response.headers.get("Content-Type", ""), charset)
        return self._checked(exchange, "body", text, assertion)

    @keyword(tags=["Response"])
    def response_text_should_contain(self, expected: str, message: str | None = None, *, response: Any = None) -> None:
        """Fails unless the body, as text, contains the expected text.

        Args:
            expected: The text.
            message: Text to put before the failure message.
            response: What a request keyword returned; by default the last response.

        Raises:
            ExpectationError: When it isn't there.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Page Has A Form
            GET    ${BASE_URL}/login
            Response Text Should Contain    <form
        ```
        """
        self.get_response_text(_CONTAINS, self._open(expected, "expected"), message, response=response)

    @getter("`<` or `<=`", expected="A time such as `500ms`.")
    def get_response_time(self, **options: Any) -> Any:
        """Returns how long the response took as a `timedelta`, compared first when an operator is given.

        It is the time of the last attempt until the end of the body; earlier attempts and waits don't count.

        Args:
            **options: Assertion.

        Raises:
            ExpectationError: When the comparison doesn't hold.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Catalogue Is Quick
            GET    ${BASE_URL}/products
            Get Response Time    <    2s
        ```
        """
        assertion = Assertion(**options)
        exchange = self._exchange_of(assertion.response)
        took = timedelta(seconds=exchange.attempts[-1].took)
        if _is_time(assertion.assertion_operator, assertion.assertion_expected):
            assertion.assertion_expected = _time(assertion.assertion_expected)
        return self._checked(exchange, "response time", took, assertion)

    @keyword(tags=["Response"])
    def response_time_should_be_at_most(
        self, limit: timedelta, message: str | None = None, *, response: Any = None
    ) -> None:
        """Fails when the response took longer than the limit.

        Args:
            limit: A time such as `500ms`.
            message: Text to put before the failure message.
            response: What a request keyword returned; by default the last response.

        Raises:
            ExpectationError: When it took longer.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Catalogue Is Quick
            GET    ${BASE_URL}/products
            Response Time Should Be At Most    2s
        ```
        """
        self.get_response_time(_AT_MOST, limit, message, response=response)


def _status(expected: Any) -> Any:
    """Reads a status that is written as text.

    Raises:
        UsageError: When it is another text.
    """
    if isinstance(expected, str) and not expected.strip().isdecimal():
        raise UsageError(
            f'status: expected a number such as 200 to compare with, got "{expected}".\n'
            f"  a name, a class or a range goes to: Response Status Should Be    {expected or '2xx'}"
        )
    return int(expected) if isinstance(expected, str) else expected


def _is_media_type(value: str, assertion: Assertion) -> bool:
    """Returns whether a content type is of the media type that it is compared with."""
    operator, expected = assertion.assertion_operator, assertion.assertion_expected
    if operator not in _EQUALITY or not isinstance(expected, str) or ";" in expected:
        return False
    return value.partition(";")[0].strip().lower() == expected.strip().lower()


def _value_of(headers: Mapping[str, str], name: str) -> str | None:
    return next((text for each, text in headers.items() if each.lower() == name.lower()), None)


def _is_time(operator: AssertionOperator | None, expected: Any) -> bool:
    return operator is not None and operator.value in _COMPARING_NUMBERS and not isinstance(expected, timedelta)


def _time(expected: Any) -> timedelta:
    from robot.utils import timestr_to_secs  # type: ignore[import-untyped]  # Robot Framework types robot.api only

    try:
        return timedelta(seconds=timestr_to_secs(expected))
    except (ValueError, TypeError) as error:
        raise UsageError(f'response time: expected a time such as 500ms or 2 seconds, got "{expected}".') from error
