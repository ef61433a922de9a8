"""What the keyword groups of one library import share."""

from dataclasses import dataclass

from SteadyAPI.engine.pool import SessionPool
from SteadyAPI.engine.retry_policy import DEFAULT_POLICY, RetryPolicy
from SteadyAPI.engine.session import Surroundings
from SteadyAPI.engine.token.store import TokenStore
from SteadyAPI.report.sink import LogSink


@dataclass(frozen=True, slots=True)
class Context:
    """The engines behind the keywords; built once, in the library."""

    sessions: SessionPool
    tokens: TokenStore
    log: LogSink
    surroundings: Surroundings
    policy: RetryPolicy = DEFAULT_POLICY
