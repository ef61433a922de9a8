"""Getting values out of a response, and comparing them in the same line."""

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from robot.api.deco import keyword

from SteadyAPI.arguments import AssertionOperator
from SteadyAPI.errors import ExpectationError, UsageError
from SteadyAPI.keywords.group import KeywordGroup

if TYPE_CHECKING:
    from SteadyAPI.engine.exchange import Exchange

_EQUAL = AssertionOperator["=="]
_CONTAINS = AssertionOperator["contains"]
_AT_MOST = AssertionOperator["<="]


class GetterKeywords(KeywordGroup):
    """Values of the last response, or of the one given."""

    @keyword(tags=["Response"])
    def get_status(
        self,
        assertion_operator: AssertionOperator | None = None,
        assertion_expected: Any = None,
        message: str | None = None,
        *,
        response: Any = None,
    ) -> Any:
        """Returns the status as a number, compared first when an operator is given.

        Args:
            assertion_operator: Such as `==`, `<` or `validate`.
            assertion_expected: What to compare with.
            message: Text to put before the failure message.
            response: What a request keyword returned; by default the last response.

        Raises:
            ExpectationError: When the comparison doesn't hold.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Status Is A Number
            GET    ${BASE_URL}/health
            ${status} =    Get Status    <    300
        ```
        """
        exchange = self._exchange_of(response)
        expected = assertion_expected
        if isinstance(expected, str) and expected.isdecimal():
            expected = int(expected)
        status = self._answer(exchange).status
        return self._checked(exchange, "status", status, assertion_operator, expected, message)

    @keyword(name="Get JSON Value", tags=["Response"])
    def get_json_value(
        self,
        path: str,
        assertion_operator: AssertionOperator | None = None,
        assertion_expected: Any = None,
        message: str | None = None,
        *,
        response: Any = None,
    ) -> Any:
        """Returns the value at a JSONPath (RFC 9535) of the body, compared first when an operator is given.

        A plain path such as `$.items[0].id` gives the value itself. A path with wildcards, slices or filters gives the
        list of its matches, and takes the extra `robotframework-steadyapi[jsonpath]`. Nothing is converted: a number is
        written `${7}`.

        Args:
            path: A path that begins with `$`.
            assertion_operator: Such as `==`, `contains` or `validate`.
            assertion_expected: What to compare with.
            message: Text to put before the failure message.
            response: What a request keyword returned; by default the last response.

        Raises:
            ExpectationError: When the body isn't JSON, has nothing there, or the comparison doesn't hold.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Lamp Has A Price
            GET    ${BASE_URL}/products/3
            ${name} =    Get JSON Value    $.name
            Get JSON Value    $.stock    >=    ${0}
        ```
        """
        exchange = self._exchange_of(response)
        value = self._json_value(exchange, self._open(path, "path"))
        return self._checked(exchange, path, value, assertion_operator, assertion_expected, message)

    @keyword(name="JSON Value Should Be", tags=["Response"])
    def json_value_should_be(
        self, path: str, expected: Any, message: str | None = None, *, response: Any = None
    ) -> None:
        """Fails unless the value at a JSONPath of the body equals the expected one, type and all.

        Args:
            path: A path that begins with `$`; see `Get JSON Value`.
            expected: The value; a number is written `${7}`.
            message: Text to put before the failure message.
            response: What a request keyword returned; by default the last response.

        Raises:
            ExpectationError: When it is another value, or none.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Shop Is Well
            GET    ${BASE_URL}/health
            JSON Value Should Be    $.status    ok
        ```
        """
        self.get_json_value(path, _EQUAL, expected, message, response=response)

    @keyword(tags=["Response"])
    def get_header(
        self,
        name: str,
        assertion_operator: AssertionOperator | None = None,
        assertion_expected: Any = None,
        message: str | None = None,
        *,
        response: Any = None,
    ) -> Any:
        """Returns the value of a response header, compared first when an operator is given.

        Args:
            name: The header's name; case doesn't matter.
            assertion_operator: Such as `==`, `contains` or `matches`.
            assertion_expected: What to compare with.
            message: Text to put before the failure message.
            response: What a request keyword returned; by default the last response.

        Raises:
            ExpectationError: When there is no such header, or the comparison doesn't hold.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Answer Is JSON
            GET    ${BASE_URL}/health
            Get Header    Content-Type    ==    application/json
        ```
        """
        exchange = self._exchange_of(response)
        headers = self._answer(exchange).headers
        value = next((text for each, text in headers.items() if each.lower() == name.lower()), None)
        if value is None:
            raise self._failure(exchange, f"no header {name}; headers there: {_listed(headers)}", message)
        return self._checked(exchange, name, value, assertion_operator, assertion_expected, message)

    @keyword(tags=["Response"])
    def header_should_be(self, name: str, expected: str, message: str | None = None, *, response: Any = None) -> None:
        """Fails unless a response header has the expected value.

        Args:
            name: The header's name; case doesn't matter.
            expected: The whole value.
            message: Text to put before the failure message.
            response: What a request keyword returned; by default the last response.

        Raises:
            ExpectationError: When it has another value, or isn't there.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Answer Is JSON
            GET    ${BASE_URL}/health
            Header Should Be    Content-Type    application/json
        ```
        """
        self.get_header(name, _EQUAL, self._open(expected, "expected"), message, response=response)

    @keyword(tags=["Response"])
    def get_cookie(
        self,
        name: str,
        assertion_operator: AssertionOperator | None = None,
        assertion_expected: Any = None,
        message: str | None = None,
        *,
        response: Any = None,
    ) -> Any:
        """Returns the value of a cookie that the answer set, on its way over redirects too.

        Args:
            name: The cookie's name.
            assertion_operator: Such as `==` or `matches`.
            assertion_expected: What to compare with.
            message: Text to put before the failure message.
            response: What a request keyword returned; by default the last response.

        Raises:
            ExpectationError: When the answer set no such cookie, or the comparison doesn't hold.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Visitor Gets A Cookie
            GET    ${BASE_URL}/login
            ${visit} =    Get Cookie    visit
        ```
        """
        exchange = self._exchange_of(response)
        native = self._answer(exchange).native
        cookies = {cookie.name: cookie.value for each in (*native.history, native) for cookie in each.cookies}
        if name not in cookies:
            raise self._failure(exchange, f"no cookie {name}; cookies there: {_listed(cookies)}", message)
        return self._checked(exchange, f"cookie {name}", cookies[name], assertion_operator, assertion_expected, message)

    @keyword(tags=["Response"])
    def get_text(
        self,
        assertion_operator: AssertionOperator | None = None,
        assertion_expected: Any = None,
        message: str | None = None,
        *,
        charset: str | None = None,
        response: Any = None,
    ) -> Any:
        """Returns the body as text, compared first when an operator is given.

        The charset is the one given, else that of a byte order mark, else that of `Content-Type`, else UTF-8, or
        Latin-1 when the bytes aren't UTF-8.

        Args:
            assertion_operator: Such as `contains` or `matches`.
            assertion_expected: What to compare with.
            message: Text to put before the failure message.
            charset: The charset to use, whatever the answer says.
            response: What a request keyword returned; by default the last response.

        Raises:
            ExpectationError: When the comparison doesn't hold.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Page Has A Form
            GET    ${BASE_URL}/login
            Get Text    contains    <form
        ```
        """
        from SteadyAPI.engine.charset import text_of

        exchange = self._exchange_of(response)
        answer = self._answer(exchange)
        text = text_of(answer.content, answer.headers.get("Content-Type", ""), charset)
        return self._checked(exchange, "body", text, assertion_operator, assertion_expected, message)

    @keyword(tags=["Response"])
    def text_should_contain(self, expected: str, message: str | None = None, *, response: Any = None) -> None:
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
            Text Should Contain    <form
        ```
        """
        self.get_text(_CONTAINS, self._open(expected, "expected"), message, response=response)

    @keyword(tags=["Response"])
    def get_response_time(
        self,
        assertion_operator: AssertionOperator | None = None,
        assertion_expected: Any = None,
        message: str | None = None,
        *,
        response: Any = None,
    ) -> Any:
        """Returns how long the answer took as a `timedelta`, compared first when an operator is given.

        It is the time of the last attempt until the end of the body; earlier attempts and waits don't count.

        Args:
            assertion_operator: Such as `<` or `<=`.
            assertion_expected: A time such as `500ms`.
            message: Text to put before the failure message.
            response: What a request keyword returned; by default the last response.

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
        exchange = self._exchange_of(response)
        took = timedelta(seconds=exchange.attempts[-1].took)
        expected = _time(assertion_expected) if _is_time(assertion_operator, assertion_expected) else assertion_expected
        return self._checked(exchange, "response time", took, assertion_operator, expected, message)

    @keyword(tags=["Response"])
    def response_time_should_be_at_most(
        self, limit: timedelta, message: str | None = None, *, response: Any = None
    ) -> None:
        """Fails when the answer took longer than the limit.

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

    @keyword(name="Get XML Value", tags=["Response"])
    def get_xml_value(
        self,
        xpath: str,
        assertion_operator: AssertionOperator | None = None,
        assertion_expected: Any = None,
        message: str | None = None,
        *,
        namespaces: Mapping[str, str] | None = None,
        response: Any = None,
    ) -> Any:
        """Returns the text at an XPath of the body, compared first when an operator is given.

        Several matches give a list of texts. The path is what Python's `xml.etree` knows, with `/@name` at its end for
        an attribute. A body with a document type is refused.

        Args:
            xpath: Such as `/shop/item[@id='7']/name` or `.//item/@id`.
            assertion_operator: Such as `==` or `contains`.
            assertion_expected: What to compare with.
            message: Text to put before the failure message.
            namespaces: Prefixes that the path uses, with their URIs.
            response: What a request keyword returned; by default the last response.

        Raises:
            ExpectationError: When the body isn't XML, has nothing there, or the comparison doesn't hold.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Feed Has A Title
            GET    ${BASE_URL}/feed.xml
            Get XML Value    /feed/title    ==    News
        ```
        """
        from SteadyAPI.engine.xml_path import NotXmlError, xml_values

        exchange = self._exchange_of(response)
        try:
            values = xml_values(self._answer(exchange).content, xpath, namespaces)
        except NotXmlError as error:
            raise self._failure(exchange, f"the body is not XML that can be read: {error}", message) from error
        if not values:
            raise self._failure(exchange, f"nothing in the XML body matches {xpath}", message)
        value = values[0] if len(values) == 1 else values
        return self._checked(exchange, xpath, value, assertion_operator, assertion_expected, message)

    def _json_value(self, exchange: "Exchange", path: str) -> Any:
        from SteadyAPI.engine.json_path import find, json_body

        body = json_body(self._answer(exchange))
        if body.reason:
            raise self._failure(exchange, body.reason, None)
        found = find(body.value, path)
        if found.reason:
            raise self._failure(exchange, f"{path}: {found.reason}", None)
        return found.value

    def _checked(
        self,
        exchange: "Exchange",
        subject: str,
        value: Any,
        operator: AssertionOperator | None,
        expected: Any,
        message: str | None,
    ) -> Any:
        """Returns the value when the comparison holds, or what ``then`` makes of it."""
        if operator is None:
            return value
        opened = self._open(expected, "assertion_expected")
        if operator.value in {"VALIDATE", "THEN"}:
            from robot.libraries.BuiltIn import BuiltIn

            result = BuiltIn().evaluate(opened, namespace={"value": value})
            if operator.value == "THEN":
                return result
            if result:
                return value
            raise self._failure(exchange, f"{subject}: {opened} is not true of {value!r}", message)
        from SteadyAPI.engine.assertion import Comparison, difference, holds

        comparison = Comparison[operator.value]
        if comparison is Comparison.EQUAL:
            self._register_expected(subject, opened)
        if not holds(value, comparison, opened):
            raise self._failure(exchange, difference(subject, value, comparison, opened), message)
        return value

    def _failure(self, exchange: "Exchange", what: str, message: str | None) -> ExpectationError:
        """Makes the error, and shows the exchange beside it: the log opens the failed keyword only."""
        self._context.log.whole_exchange(exchange)
        return self._unexpected(exchange, what, message)


def _listed(names: Mapping[str, Any]) -> str:
    return ", ".join(names) or "none"


def _is_time(operator: AssertionOperator | None, expected: Any) -> bool:
    return operator is not None and operator.value not in {"VALIDATE", "THEN"} and not isinstance(expected, timedelta)


def _time(expected: Any) -> timedelta:
    from robot.utils import timestr_to_secs  # type: ignore[import-untyped]  # Robot Framework types robot.api only

    try:
        return timedelta(seconds=timestr_to_secs(expected))
    except (ValueError, TypeError) as error:
        raise UsageError(f"expected a time such as 500ms or 2 seconds, got {expected!r}.") from error
