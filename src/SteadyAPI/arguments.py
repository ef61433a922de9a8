"""The types of keyword arguments that completion and the keyword documentation show: enumerations and settings."""

from datetime import timedelta
from enum import Enum
from typing import Any, TypedDict


class RetryPreset(Enum):
    """How requests are tried again."""

    default = "default"
    """Three attempts within 30 seconds, short waits; only where sending twice does no harm."""
    classic = "classic"
    """Three attempts, waits of 2 to 10 seconds; network errors, 429 and every 5xx, whatever the method."""
    none = "none"
    """One attempt."""


class RetrySettings(TypedDict, total=False):
    """What a retry policy changes: any of these, over the preset or over what holds already."""

    preset: RetryPreset
    attempts: int
    deadline: timedelta | None
    timeout: timedelta | None
    first_wait: timedelta
    shortest_wait: timedelta
    longest_wait: timedelta
    retry_after_cap: timedelta
    retry_on: Any
    any_method: bool
    resend_post_on_stale: bool
    refused_for: timedelta


class SavedByRetry(Enum):
    """What becomes of a test that passed only thanks to a retry."""

    tag = "tag"
    """It passes, with the tag `api:saved-by-retry` and a message."""
    fail = "fail"
    """It fails: for strict runs."""


class RetryScope(Enum):
    """Whose retries are counted."""

    request = "request"
    """One request's."""
    test = "test"
    """All of the current test."""
    run = "run"
    """All of the run until now."""


class ExpectedError(Enum):
    """What a test can expect instead of a response."""

    any = "any"
    """Any of them."""
    dns = "dns"
    """The host name isn't found."""
    refused = "refused"
    """Nothing listens there."""
    timeout = "timeout"
    """No connection, or no response, in time."""
    tls = "tls"
    """The certificate or the TLS handshake fails."""
    proxy = "proxy"
    """The proxy fails."""
    reset = "reset"
    """The server closes or resets the connection without a response."""
    truncated = "truncated"
    """The response breaks off."""
    redirects = "redirects"
    """Redirects without end."""


class SessionScope(Enum):
    """When a session is closed by itself."""

    run = "run"
    """At the end of the run."""
    suite = "suite"
    """At the end of the suite that opened it."""
    test = "test"
    """At the end of the test that opened it."""


AssertionOperator = Enum(
    "AssertionOperator",
    {
        "==": "EQUAL",
        "equal": "EQUAL",
        "equals": "EQUAL",
        "should be": "EQUAL",
        "!=": "NOT_EQUAL",
        "inequal": "NOT_EQUAL",
        "should not be": "NOT_EQUAL",
        "<": "LESS",
        "less than": "LESS",
        "<=": "LESS_OR_EQUAL",
        ">": "GREATER",
        "greater than": "GREATER",
        ">=": "GREATER_OR_EQUAL",
        "contains": "CONTAINS",
        "*=": "CONTAINS",
        "not contains": "NOT_CONTAINS",
        "starts": "STARTS",
        "^=": "STARTS",
        "should start with": "STARTS",
        "ends": "ENDS",
        "$=": "ENDS",
        "should end with": "ENDS",
        "matches": "MATCHES",
        "not matches": "NOT_MATCHES",
        "is empty": "EMPTY",
        "empty": "EMPTY",
        "is not empty": "NOT_EMPTY",
        "not empty": "NOT_EMPTY",
        "length": "LENGTH_EQUAL",
        "length ==": "LENGTH_EQUAL",
        "length !=": "LENGTH_NOT_EQUAL",
        "length is not": "LENGTH_NOT_EQUAL",
        "length <": "LENGTH_LESS",
        "length less than": "LENGTH_LESS",
        "length <=": "LENGTH_LESS_OR_EQUAL",
        "length at most": "LENGTH_LESS_OR_EQUAL",
        "length >": "LENGTH_GREATER",
        "length greater than": "LENGTH_GREATER",
        "length >=": "LENGTH_GREATER_OR_EQUAL",
        "length at least": "LENGTH_GREATER_OR_EQUAL",
        "validate": "VALIDATE",
        "then": "THEN",
        "evaluate": "THEN",
    },
)
AssertionOperator.__doc__ = """How a getter keyword compares its value: as robotframework-assertion-engine writes it.

`length`, also with `==`, `!=`, `<`, `<=`, `>`, `>=`, `at least` or `at most` behind it, compares how many items, fields
or characters there are; `is empty` and `is not empty` take nothing to compare with. `validate` takes a Python
expression about `value` that must be true, `then` one whose value is returned.
"""
