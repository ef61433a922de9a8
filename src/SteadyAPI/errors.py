"""Every error a keyword can raise.

::

    SteadyAPIError
      UsageError                 the suite asked for something impossible
        SessionError             unknown or closed alias, no session to use
        SchemaError              no such schema, or not one
      NoResponseError              no response at all                           .exchange
      TokenError                 the token endpoint said no                   .exchange
      ExpectationError           also an AssertionError                       .exchange
        StatusError              status is not the expected one
        ContractError            body does not match its schema               .violations

Messages follow one template: the first line is complete alone, the lines below it are indented and give what helps.
Robot Framework shows the message without the Python class name.
"""

from typing import Any


class SteadyAPIError(Exception):
    """Root of all errors raised by SteadyAPI."""

    ROBOT_SUPPRESS_NAME = True


class UsageError(SteadyAPIError):
    """The suite asked for something that can't be done as written."""


class SessionError(UsageError):
    """No session goes by that alias, or none is open."""


class SchemaError(UsageError):
    """The named schema doesn't exist, doesn't import, or isn't a schema."""


class NoResponseError(SteadyAPIError):
    """The server sent no response, after all attempts.

    ``exchange`` is the ``Exchange`` record with the attempts made.
    """

    def __init__(self, message: str, exchange: Any = None) -> None:
        super().__init__(message)
        self.exchange = exchange


class TokenError(SteadyAPIError):
    """The token endpoint refused, or responded without a token.

    ``exchange`` is the ``Exchange`` record of the token request.
    """

    def __init__(self, message: str, exchange: Any = None) -> None:
        super().__init__(message)
        self.exchange = exchange


class ExpectationError(SteadyAPIError, AssertionError):
    """A response came, and it is not what the test expects.

    ``exchange`` is the ``Exchange`` record of the request.
    """

    def __init__(self, message: str, exchange: Any = None) -> None:
        super().__init__(message)
        self.exchange = exchange


class StatusError(ExpectationError):
    """The status is not the expected one."""


class ContractError(ExpectationError):
    """The body does not match its schema; ``violations`` lists every mismatch."""

    def __init__(self, message: str, exchange: Any = None, violations: tuple[Any, ...] = ()) -> None:
        super().__init__(message, exchange)
        self.violations = violations
