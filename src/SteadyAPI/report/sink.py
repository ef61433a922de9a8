"""The only place that writes to Robot Framework's log: everything passes the mask first."""

from collections.abc import Callable
from enum import Enum
from functools import partial
from typing import Any

from robot.api import logger
from robot.libraries.BuiltIn import BuiltIn

from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.engine.log_detail import Detail
from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.report.console.status_line import StatusLine
from SteadyAPI.report.plain_text import text_of
from SteadyAPI.robot_compat import console_column, encodable


class Level(Enum):
    """Robot Framework's log levels that the library uses."""

    INFO = "INFO"
    WARN = "WARN"
    DEBUG = "DEBUG"


class LogSink:
    """Masks, then logs."""

    def __init__(self, secrets: SecretRegistry, detail: Detail = Detail.full) -> None:
        self._secrets = secrets
        self._detail = detail
        self._current_view: Any = None
        self._view_state: object = None

    def exchange(self, exchange: Exchange) -> None:
        """Logs an exchange, in as much detail as its call, its session or the library's import says."""
        detail = exchange.detail or self._detail
        if not exchange.as_expected:
            self.failed_exchange(exchange)
        elif detail is Detail.full:
            self._masked(self._view.full, exchange)
        elif detail is Detail.compact:
            self._masked(self._view.compact, exchange)

    def failed_exchange(self, exchange: Exchange) -> None:
        """Logs an exchange in full and unfolded: what a failing keyword shows, whatever the detail."""
        self._masked(partial(self._view.full, is_open=True), exchange)

    def _masked(self, shown: Callable[[Exchange], str], exchange: Exchange) -> None:
        """Logs what a view shows. It masks before the layout, which is cheaper and finds more than masking HTML."""
        state = self._secrets.state
        entry = shown(exchange)
        self._secrets.mark_masked(entry, state)
        self.write(entry)

    def html(self, fragment: str) -> None:
        """Logs an HTML fragment; whatever came from outside is escaped in it already."""
        self.write(self._secrets.mask(fragment))

    def write(self, clean: str) -> None:
        """Logs an HTML fragment that is masked already; outside a run of Robot Framework, as text."""
        if BuiltIn().robot_running:
            logger.info(clean, html=True)
        else:
            logger.info(text_of(clean))

    def text(self, message: str, level: Level = Level.INFO) -> None:
        """Logs plain text."""
        logger.write(encodable(self._secrets.mask(message)), level.value)

    def console(self, line: str) -> None:
        """Writes a line to the console, below the one that Robot Framework has begun for the running test."""
        logger.console(f"\n{encodable(self._secrets.mask(line))}")

    def status_line(self) -> StatusLine | None:
        """Returns the line below the running test, or ``None`` where the output is no terminal."""
        column = console_column()
        return None if column is None else StatusLine(column, self._secrets.mask)

    @property
    def _view(self) -> Any:
        """The view, made when there is something to show: a dry run doesn't pay for it.

        It caches masked text, so a new one is made whenever another secret has been registered.
        """
        if self._view_state is not self._secrets.state:
            from SteadyAPI.report.log_entry.body_store import RUN_BODIES  # noqa: PLC0415  see above
            from SteadyAPI.report.log_entry.exchange_view import ExchangeView  # noqa: PLC0415  see above

            self._view_state = self._secrets.state
            self._current_view = ExchangeView(self._secrets.mask, RUN_BODIES)
        return self._current_view
