"""Getting values out of JSON and XML bodies by their path, and comparing them in the same line."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from robot.api.deco import keyword

from SteadyAPI.arguments import AssertionOperator
from SteadyAPI.keywords.support.assertions import Assertion, ComparingGroup, getter

if TYPE_CHECKING:
    from SteadyAPI.engine.exchange import Exchange
    from SteadyAPI.engine.value.json_path import Found

_EQUAL = AssertionOperator["=="]


class ValueKeywords(ComparingGroup):
    """Values in the body of the last response, or of the one given."""

    @getter("`==`, `contains` or `validate`", name="Get JSON Value")
    def get_json_value(self, path: str, **options: Any) -> Any:
        """Returns the value at a JSONPath (RFC 9535) of the body, compared first when an operator is given.

        A plain path such as `$.items[0].id` gives the value itself. A path with wildcards, slices or filters gives the
        list of its matches; functions and nested filters take `robotframework-steadyapi[jsonpath]`. Nothing is
        converted: a number is written `${7}`.

        Args:
            path: A path that begins with `$`.
            **options: Assertion.

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
        assertion = Assertion(**options)
        exchange = self._exchange_of(assertion.response)
        found = self._found(exchange, self._open(path, "path"), assertion.message)
        if found.reason:
            raise self._failure(exchange, f"{path}: {found.reason}", assertion.message)
        return self._checked(exchange, path, found.value, assertion)

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

    @keyword(name="JSON Value Should Not Exist", tags=["Response"])
    def json_value_should_not_exist(self, path: str, message: str | None = None, *, response: Any = None) -> None:
        """Fails when a JSONPath of the body leads to a value, be it `null`.

        Args:
            path: A path that begins with `$`; see `Get JSON Value`.
            message: Text to put before the failure message.
            response: What a request keyword returned; by default the last response.

        Raises:
            ExpectationError: When there is a value, or the body isn't JSON.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Password Stays Where It Is
            GET    ${BASE_URL}/users/1
            JSON Value Should Not Exist    $.password
        ```
        """
        from SteadyAPI.engine.value.assertion import shown

        exchange = self._exchange_of(response)
        found = self._found(exchange, self._open(path, "path"), message)
        if not found.reason:
            raise self._failure(exchange, f"{path}: expected no value, got {shown(found.value)}", message)

    @getter("`==` or `contains`", name="Get XML Value")
    def get_xml_value(self, xpath: str, *, namespaces: Mapping[str, str] | None = None, **options: Any) -> Any:
        """Returns the text at an XPath of the body, compared first when an operator is given.

        Several matches give a list of texts. The path is what Python's `xml.etree` knows, with `/@name` at its end for
        an attribute. A body with a document type is refused.

        Args:
            xpath: Such as `/shop/item[@id='7']/name` or `.//item/@id`.
            namespaces: Prefixes that the path uses, with their URIs.
            **options: Assertion.

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
        from SteadyAPI.engine.value.xml_path import NotXmlError, xml_values

        assertion = Assertion(**options)
        exchange = self._exchange_of(assertion.response)
        try:
            values = xml_values(self._response_of(exchange).content, xpath, namespaces)
        except NotXmlError as error:
            raise self._failure(
                exchange, f"the body is not XML that can be read: {error}", assertion.message
            ) from error
        if not values:
            raise self._failure(exchange, f"nothing in the XML body matches {xpath}", assertion.message)
        return self._checked(exchange, xpath, values[0] if len(values) == 1 else values, assertion)

    def _found(self, exchange: "Exchange", path: str, message: str | None) -> "Found":
        """Follows a path through the JSON body of a response."""
        from SteadyAPI.engine.value.json_path import find, json_body

        body = json_body(self._response_of(exchange))
        if body.reason:
            raise self._failure(exchange, body.reason, message)
        return find(body.value, path)
