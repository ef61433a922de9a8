"""The types of keyword arguments that completion and the keyword documentation show: enumerations and settings."""

from datetime import timedelta
from enum import Enum
from typing import Any, TypedDict


class RetryPreset(Enum):
    """How requests are tried again.

    - `default`: Three attempts within 30 seconds, short waits; only where sending twice does no harm.
    - `classic`: Three attempts, waits of 2 to 10 seconds; network errors, 429 and every 5xx, whatever the method.
    - `none`: One attempt.
    """

    default = "default"
    classic = "classic"
    none = "none"


class RetrySettings(TypedDict, total=False):
    """What a retry policy changes: any of these, over the preset or over what holds already.

    - `preset`: What the other settings change: `default`, `classic` or `none`.
    - `attempts`: How often a request is sent at most, the first time included.
    - `deadline`: The time for all attempts and waits together; `none` is no limit.
    - `first_wait`: The wait after the first attempt; it doubles from one to the next.
    - `shortest_wait`: No wait is shorter.
    - `longest_wait`: No wait is longer.
    - `retry_after_cap`: The longest `Retry-After` that is obeyed; a longer one ends the retries.
    - `retry_on`: Statuses to add (`408,425`) or to take out (`-500`).
    - `any_method`: Whether POST and PATCH are sent again like a GET.
    - `resend_post_on_stale`: Whether a POST is sent again when a kept connection turned out to be closed.
    - `refused_for`: How long refused connections are tried again, for a service that is starting.
    """

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
    """What becomes of a test that passed only thanks to a retry.

    - `tag`: It passes, with the tag `api:saved-by-retry` and a message.
    - `fail`: It fails: for strict runs.
    """

    tag = "tag"
    fail = "fail"


class RetryScope(Enum):
    """Whose retries are counted.

    - `request`: One request's.
    - `test`: All of the current test.
    - `run`: All of the run until now.
    """

    request = "request"
    test = "test"
    run = "run"


class ExpectedError(Enum):
    """What a test can expect instead of a response.

    - `any`: Any of them.
    - `dns`: The host name isn't found.
    - `refused`: Nothing listens there.
    - `timeout`: No connection, or no response, in time.
    - `tls`: The certificate or the TLS handshake fails.
    - `proxy`: The proxy fails.
    - `reset`: The server closes or resets the connection without a response.
    - `truncated`: The response breaks off.
    - `redirects`: Redirects without end.
    """

    any = "any"
    dns = "dns"
    refused = "refused"
    timeout = "timeout"
    tls = "tls"
    proxy = "proxy"
    reset = "reset"
    truncated = "truncated"
    redirects = "redirects"


class SessionScope(Enum):
    """When a session is closed by itself.

    - `run`: At the end of the run.
    - `suite`: At the end of the suite that opened it.
    - `test`: At the end of the test that opened it.
    """

    run = "run"
    suite = "suite"
    test = "test"


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

PEERS = {
    "msg": "message",
    "max_retries": "retry",
    "backoff_factor": "retry",
    "retry_status_list": "retry",
    "retry_method_list": "retry",
    "client_certs": "cert",
    "body": "data",
    "query": "params",
    "status": "expected_status",
    "headers_list": "headers",
    "concurrency": "at_once",
    "workers": "at_once",
    "threads": "at_once",
    "count": "times",
    "repeat": "times",
    "name": "as",
}
"""What other libraries and habits call our options."""
