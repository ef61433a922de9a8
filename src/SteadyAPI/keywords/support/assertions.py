"""What keywords that get a value and may compare it have in common."""

from typing import TYPE_CHECKING, Any

from SteadyAPI.arguments import AssertionOperator
from SteadyAPI.errors import ExpectationError
from SteadyAPI.keywords.support.group import KeywordGroup

if TYPE_CHECKING:
    from SteadyAPI.engine.exchange import Exchange


class ComparingGroup(KeywordGroup):
    """Keywords whose value is given back, or compared with what the suite expects first."""

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
        from SteadyAPI.engine.value.assertion import Comparison, difference, holds

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
