"""What keywords that get a value and may compare it have in common."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from SteadyAPI.arguments import AssertionOperator
from SteadyAPI.errors import ExpectationError
from SteadyAPI.keywords.support.group import KeywordGroup
from SteadyAPI.keywords.support.options import Options, with_options

if TYPE_CHECKING:
    from SteadyAPI.engine.exchange import Exchange


GetterDecorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class Assertion(Options):
    """What every getter takes after its own arguments, in the order of robotframework-assertion-engine."""

    assertion_operator: AssertionOperator | None = None
    assertion_expected: Any = None
    message: str | None = None
    response: Any = None

    POSITIONAL = ("assertion_operator", "assertion_expected", "message")
    DOCS = """\
    assertion_operator: Such as {operators}.
    assertion_expected: {expected}
    message: Text to put before the failure message.
    response: What a request keyword returned; by default the last response."""


def getter(operators: str, *, expected: str = "What to compare with.", name: str | None = None) -> GetterDecorator:
    """Makes a getter keyword of a function that ends in ``**options: Any``.

    Args:
        operators: The operators that suit its value, for its documentation.
        expected: What ``assertion_expected`` can be, for its documentation.
        name: The keyword's name, when it is not the function's.
    """
    return with_options(Assertion, tag="Response", name=name, operators=operators, expected=expected)


class ComparingGroup(KeywordGroup):
    """Keywords that return a value, and compare it first when an operator is given."""

    def _checked(self, exchange: "Exchange", subject: str, value: Any, assertion: Assertion) -> Any:
        """Returns the value when the comparison holds, or the result of the expression of ``then``."""
        operator, message = assertion.assertion_operator, assertion.message
        if operator is None:
            return value
        expected = self._open(assertion.assertion_expected, "assertion_expected")
        if operator.value in {"VALIDATE", "THEN"}:
            from robot.libraries.BuiltIn import BuiltIn

            result = BuiltIn().evaluate(expected, namespace={"value": value})
            if operator.value == "THEN":
                return result
            if result:
                return value
            raise self._failure(exchange, f"{subject}: {expected} is not true of {value!r}", message)
        from SteadyAPI.engine.value.assertion import mismatch
        from SteadyAPI.redaction.difference import masked_difference

        if operator.value == "EQUAL":
            self._register_expected(subject, expected)
        wrong = mismatch(subject, value, operator.value, expected)
        if wrong:
            hidden = masked_difference(str(expected), str(value), self._context.secrets.mask)
            raise self._failure(exchange, f"{wrong}\n  {hidden}" if hidden else wrong, message)
        return value

    def _failure(self, exchange: "Exchange", what: str, message: str | None) -> ExpectationError:
        """Makes the error, and logs the whole exchange with it: the log opens only the keyword that failed."""
        self._context.log.failed_exchange(exchange)
        return self._unexpected(exchange, what, message)
