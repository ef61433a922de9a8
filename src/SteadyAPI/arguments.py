"""What users meet in completion and in the keyword documentation: the options of a request."""

import inspect
from collections.abc import Mapping
from datetime import timedelta
from enum import Enum
from typing import Any, TypedDict

from SteadyAPI.engine.detail import Detail


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
    first_wait: timedelta
    shortest_wait: timedelta
    longest_wait: timedelta
    retry_after_cap: timedelta
    retry_on: Any
    any_method: bool
    resend_post_on_stale: bool


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
    """What a test can expect instead of an answer."""

    any = "any"
    """Any of them."""
    dns = "dns"
    """The host name isn't found."""
    refused = "refused"
    """Nothing listens there."""
    timeout = "timeout"
    """No connection, or no answer, in time."""
    tls = "tls"
    """The certificate or the TLS handshake fails."""
    proxy = "proxy"
    """The proxy fails."""
    reset = "reset"
    """The server closes or resets the connection without an answer."""
    truncated = "truncated"
    """The answer breaks off."""
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
        "*=": "CONTAINS",
        "contains": "CONTAINS",
        "not contains": "NOT_CONTAINS",
        "^=": "STARTS",
        "starts": "STARTS",
        "should start with": "STARTS",
        "$=": "ENDS",
        "ends": "ENDS",
        "should end with": "ENDS",
        "matches": "MATCHES",
        "not matches": "NOT_MATCHES",
        "validate": "VALIDATE",
        "then": "THEN",
        "evaluate": "THEN",
    },
)
AssertionOperator.__doc__ = """How a getter keyword compares its value: as robotframework-assertion-engine writes it.

`validate` takes a Python expression about `value` that must be true, `then` one whose value is returned.
"""


class RequestOptions:
    """The options that every request keyword takes, by name.

    No dataclass: creating one with so many fields would take a tenth of what importing the library costs.
    """

    params: Any = None
    headers: Mapping[str, Any] | None = None
    json: Any = None
    data: Any = None
    files: Any = None
    cookies: Mapping[str, Any] | None = None
    auth: Any = None
    expected_status: Any = None
    timeout: timedelta | None = None
    allow_redirects: bool | None = None
    message: str | None = None
    retry: RetryPreset | RetrySettings | None = None
    expect_error: ExpectedError | None = None
    idempotency_key: str | None = None
    contract: bool = True
    log: Detail | None = None

    def __init__(self, **given: Any) -> None:
        """Takes options by name; the others keep their defaults.

        Raises:
            TypeError: When there is no option of that name.
        """
        unknown = given.keys() - RequestOptions.__annotations__.keys()
        if unknown:
            raise TypeError(f"no such options: {', '.join(sorted(unknown))}")
        vars(self).update(given)


REQUEST_OPTION_DOCS = """\
    params: Query parameters: a dictionary, a list of pairs, or text.
    headers: Headers of this request; they replace the session's of the same name.
    json: Body to send as JSON: a dictionary, a list, a number, or JSON text.
    data: Body to send as it is (text, bytes, an open file), or form fields as a dictionary.
    files: Parts of a multipart body: a dictionary of field names to contents (bytes, text, an open file), or a list of
        what `Create Multipart Part` returned. Fields go into `data` as a dictionary.
    cookies: Cookies of this request, besides the session's.
    auth: User name and password for basic authentication, as a list, or what `Create Digest Auth` and its like
        returned.
    expected_status: A number, a name (`not found`), a class (`4xx`), a range (`200-299`), a list of these, or `any`.
        By default every status below 400 passes.
    timeout: Limit for connecting, and for each wait for data, of one attempt, such as `10s`.
    allow_redirects: Whether redirects are followed; by default as the session says.
    message: Text to put before the failure message when the status is not the expected one.
    retry: How this request is tried again: `default`, `classic`, `none`, or a dictionary of settings (`attempts`,
        `deadline`, `first_wait`, `longest_wait`, `retry_after_cap`, `retry_on` ...) over the session's.
    expect_error: The failure that the test wants instead of an answer, such as `refused` or `timeout`. It isn't
        retried, and the keyword returns its words.
    idempotency_key: `auto` sends a fresh `Idempotency-Key` with a POST or PATCH, which may then be retried like a GET;
        `none` sends none; any other text is the key.
    contract: Whether the answer is checked by the contracts that the session uses (`Use OpenAPI`, `Track Contract`).
    log: How much of this request stands in the log: `full`, `compact` (one line) or `failures` (nothing while all is
        well); by default as the session says."""


def signature(*positional: str, **optional: str) -> tuple[inspect.Signature, dict[str, Any]]:
    """Makes the signature and annotations of a request keyword: text arguments first, then every option by name."""
    place = inspect.Parameter.POSITIONAL_OR_KEYWORD
    parameters = [inspect.Parameter("self", place)]
    parameters += [inspect.Parameter(name, place, annotation=str) for name in positional]
    parameters += [inspect.Parameter(name, place, default=value, annotation=str) for name, value in optional.items()]
    annotations = {**dict.fromkeys((*positional, *optional), str), **RequestOptions.__annotations__}
    return inspect.Signature([*parameters, *_OPTIONS]), annotations


_OPTIONS = [
    inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=getattr(RequestOptions, name), annotation=hint)
    for name, hint in RequestOptions.__annotations__.items()
]
