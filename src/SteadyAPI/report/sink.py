"""The only place that writes to Robot Framework's log: everything passes the mask first."""

from collections import deque
from collections.abc import Callable, Sequence
from enum import Enum
from functools import partial
from threading import current_thread
from typing import TYPE_CHECKING, Any

from robot.api import logger
from robot.libraries.BuiltIn import BuiltIn

from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.engine.log_detail import Detail
from SteadyAPI.engine.request_thread import RequestThread
from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.report.console.status_line import StatusLine
from SteadyAPI.report.plain_text import text_of
from SteadyAPI.robot_compat import console_column, encodable

if TYPE_CHECKING:
    from SteadyAPI.engine.concurrency.batch import Batch

_MOST_OPENED = 3
"""How many unexpected requests of a batch stand in the log as a whole."""


class Level(Enum):
    """Robot Framework's log levels that the library uses."""

    INFO = "INFO"
    WARN = "WARN"
    DEBUG = "DEBUG"


class LogSink:
    """Masks, then logs.

    Robot Framework drops what other threads log. What a thread of concurrent requests has to say, such as that it
    renewed a token, is put off until the main thread calls ``settle``.
    """

    def __init__(self, secrets: SecretRegistry, detail: Detail = Detail.full) -> None:
        self._secrets = secrets
        self._detail = detail
        self._current_view: Any = None
        self._view_state: object = None
        self._put_off: deque[Callable[[], None]] = deque()

    def settle(self) -> None:
        """Logs what other threads have put off."""
        while self._put_off:
            self._put_off.popleft()()

    def batch(self, batch: "Batch", title: str) -> None:
        """Logs many requests as one entry, and the first unexpected ones as a whole.

        Args:
            batch: What came of them.
            title: Method and URL, as the suite wrote them.
        """
        from SteadyAPI.report.log_entry.batch_view import batch_html  # noqa: PLC0415  most runs have no batch

        unexpected = batch.unexpected
        if unexpected or self._shows_all(batch.exchanges):
            self.html(batch_html(batch, title, self._secrets.mask))
        for _, exchange in unexpected[:_MOST_OPENED]:
            self.failed_exchange(exchange)

    def pages(self, pages: Sequence[tuple[Exchange, int]], title: str, *, complete: bool) -> None:
        """Logs the pages of a list as one entry.

        Args:
            pages: The exchanges, each with the number of its items.
            title: Method and URL, as the suite wrote them.
            complete: Whether the list was read to its end.
        """
        from SteadyAPI.report.log_entry.pages_view import pages_html  # noqa: PLC0415  most runs have no pages

        if not complete or self._shows_all([exchange for exchange, _ in pages]):
            self.html(pages_html(pages, title, self._secrets.mask))

    def _shows_all(self, exchanges: Sequence[Exchange]) -> bool:
        """Returns whether the entry of several requests is logged although all is well."""
        details = [exchange.detail for exchange in exchanges[:1] if exchange.detail is not None]
        return next(iter(details), self._detail) is not Detail.failures

    def exchange(self, exchange: Exchange) -> None:
        """Logs an exchange, in as much detail as its call, its session or the library's import says."""
        if self._puts_off(partial(self.exchange, exchange)):
            return
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
        if self._puts_off(partial(self.text, message, level)):
            return
        logger.write(encodable(self._secrets.mask(message)), level.value)

    def _puts_off(self, logged: Callable[[], None]) -> bool:
        """Returns whether this thread can't log, and keeps what it would."""
        if not isinstance(current_thread(), RequestThread):
            return False
        self._put_off.append(logged)
        return True

    def warning(self, message: str) -> None:
        """Logs a warning, which the console shows too."""
        self.text(message, Level.WARN)

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
