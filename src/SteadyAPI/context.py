"""The engines that the keyword groups of one library import share.

Importing the library makes none of them: a dry run, libdoc or an editor that completes keywords needs no engine.
"""

from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn

from SteadyAPI.engine.ledger import RUN_LEDGER, Ledger
from SteadyAPI.engine.log_detail import Detail
from SteadyAPI.redaction.registry import SecretRegistry

if TYPE_CHECKING:
    from pathlib import Path

    from SteadyAPI.engine.concurrency.started import StartedRequests
    from SteadyAPI.engine.contract.check_record import CheckRecord
    from SteadyAPI.engine.contract.drift.baseline import Baseline
    from SteadyAPI.engine.contract.soft_failures import SoftFailures
    from SteadyAPI.engine.exchange import Exchange
    from SteadyAPI.engine.retry.policy import RetryPolicy
    from SteadyAPI.engine.session.pool import SessionPool
    from SteadyAPI.engine.session.session import Session, Surroundings
    from SteadyAPI.engine.sharing.shared_redis import SharedRedis
    from SteadyAPI.engine.token.store import TokenStore
    from SteadyAPI.report.sink import LogSink


class Context:
    """The engines behind the keywords, and what the import asked for.

    Nothing in it is ever replaced; each engine is made when a keyword first needs it, and stays. No dataclass: creating
    one takes a fortieth of what importing the library costs.
    """

    secrets: SecretRegistry
    ledger: Ledger
    given_policy: "RetryPolicy | None"
    detail: Detail
    report: bool
    har: bool
    trace: bool
    shared: str | None

    def __init__(
        self,
        secrets: SecretRegistry,
        ledger: Ledger = RUN_LEDGER,
        *,
        given_policy: "RetryPolicy | None" = None,
        detail: Detail = Detail.full,
        report: bool = True,
        har: bool = False,
        trace: bool = False,
        shared: str | None = None,
    ) -> None:
        vars(self).update(
            secrets=secrets,
            ledger=ledger,
            given_policy=given_policy,
            detail=detail,
            report=report,
            har=har,
            trace=trace,
            shared=shared,
        )

    def __setattr__(self, name: str, _: Any) -> NoReturn:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    @property
    def has_sessions(self) -> bool:
        """Returns whether a keyword has asked for the sessions yet."""
        return "sessions" in vars(self)

    @property
    def has_tokens(self) -> bool:
        """Returns whether a keyword has asked for the tokens yet."""
        return "tokens" in vars(self)

    @property
    def has_started(self) -> bool:
        """Returns whether a keyword has started a request yet."""
        return "started" in vars(self)

    @property
    def has_checks(self) -> bool:
        """Returns whether a keyword has checked a contract yet."""
        return "checks" in vars(self)

    @cached_property
    def surroundings(self) -> "Surroundings":
        """What sessions share."""
        from SteadyAPI.engine.retry.host_protection import RUN_PROTECTION, Protection
        from SteadyAPI.engine.session.session import Surroundings

        return Surroundings(
            self.secrets,
            self.ledger,
            protection=RUN_PROTECTION if self.sharing is None else Protection(self.sharing.breaker),
            trace=self.trace,
            on_interrupt=self._log_interrupted,
        )

    @cached_property
    def sharing(self) -> "SharedRedis | None":
        """What processes of several machines share, if the import names a place for that.

        Raises:
            UsageError: When that is no address of a Redis server.
        """
        if self.shared is None:
            return None
        from SteadyAPI.engine.clock import SYSTEM_CLOCK
        from SteadyAPI.engine.sharing.redis_address import redis_address
        from SteadyAPI.engine.sharing.shared_redis import SharedRedis

        return SharedRedis(redis_address(self.shared), SYSTEM_CLOCK, self.secrets.register)

    @cached_property
    def policy(self) -> "RetryPolicy":
        """How requests are tried again unless their session or call says otherwise."""
        from SteadyAPI.engine.retry.policy import DEFAULT_POLICY

        return self.given_policy or DEFAULT_POLICY

    @cached_property
    def sessions(self) -> "SessionPool":
        """The open sessions."""
        from SteadyAPI.engine.session.pool import SessionPool

        return SessionPool(self._sessionless)

    @cached_property
    def tokens(self) -> "TokenStore":
        """The tokens kept."""
        from SteadyAPI.engine.token.store import TokenStore

        return TokenStore()

    @cached_property
    def started(self) -> "StartedRequests":
        """The requests that are on their way while the test goes on."""
        from SteadyAPI.engine.concurrency.started import StartedRequests

        return StartedRequests()

    @cached_property
    def log(self) -> "LogSink":
        """Where keywords write."""
        from SteadyAPI.report.sink import LogSink

        return LogSink(self.secrets, self.detail)

    @cached_property
    def failures(self) -> "SoftFailures":
        """The failed soft checks of this test, which are raised at its end."""
        from SteadyAPI.engine.contract.soft_failures import SoftFailures

        return SoftFailures()

    @cached_property
    def baselines(self) -> "dict[Path, Baseline]":
        """The learnt shapes in use, by their files."""
        return {}

    @cached_property
    def checks(self) -> "CheckRecord":
        """What was checked against which contract."""
        from SteadyAPI.engine.contract.check_record import RUN_CHECKS

        return RUN_CHECKS

    def report_unexpected(self, exchange: "Exchange") -> None:
        """Shows an exchange in the log and the report whose status an assertion didn't expect."""
        self.log.failed_exchange(exchange)
        self.ledger.add_unexpected(exchange)

    def _log_interrupted(self, exchange: "Exchange") -> None:
        """Logs a request that a time-out of the test or a signal ended; no log is made before there is one."""
        self.log.exchange(exchange)

    def _sessionless(self) -> "Session":
        """Makes the session behind absolute URLs: connections are kept, cookies aren't."""
        from SteadyAPI.engine.session.session import Session, SessionSettings
        from SteadyAPI.engine.transport import TransportSettings, open_transport

        transport = open_transport(TransportSettings(keep_cookies=False))
        return Session("", SessionSettings(policy=self.policy), transport, self.surroundings)
