"""What the suite asks for in one request, before the session's defaults are merged in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from SteadyAPI.engine.exchange import FailureKind, Timeout
from SteadyAPI.engine.log_detail import Detail
from SteadyAPI.engine.request.expectation import SUCCESS, StatusExpectation
from SteadyAPI.engine.request.transport_options import PLAIN, TransportOptions

if TYPE_CHECKING:
    from SteadyAPI.engine.retry.policy import RetryPolicy


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request as the suite wrote it; ``None`` means that the session decides.

    ``url`` is absolute or relative to the session's base URL. ``body`` is bytes, form fields (a mapping or pairs) or a
    stream. ``expect_error`` are the failures that the test wants instead of a response: nothing is retried then.
    ``idempotency_key`` is ``auto``, ``none``, or the key. ``polls`` says that the call is one of many that wait for
    something: a failure says nothing about the host. ``accepted_failures`` are no trouble either, but are retried as
    usual. ``recorded_as`` is the expectation that the record shows, where retries go by another one. ``contract`` says
    whether the session's observers see the response. A ``sign_in`` is a token request: it carries
    neither the session's token nor its password, and isn't the session's last exchange.
    """

    method: str
    url: str
    headers: Mapping[str, Any] = field(default_factory=dict, repr=False)
    params: Any = field(default=None, repr=False)
    body: Any = field(default=None, repr=False)
    timeout: Timeout | None = None
    allow_redirects: bool | None = None
    url_encoding: bool | None = None
    transport_options: TransportOptions = PLAIN
    retries: bool = True
    repeatable: bool | None = None
    expected: StatusExpectation = SUCCESS
    policy: "RetryPolicy | None" = None
    expect_error: frozenset[FailureKind] = frozenset()
    accepted_failures: frozenset[FailureKind] = frozenset()
    recorded_as: StatusExpectation | None = None
    idempotency_key: str | None = None
    polls: bool = False
    contract: bool = True
    sign_in: bool = False
    detail: Detail | None = None

    @property
    def expects_trouble(self) -> bool:
        """Returns whether a failure of the host is what this call is about, so that it proves nothing against it."""
        return self.polls or bool(self.expect_error) or self.expected.only_errors
