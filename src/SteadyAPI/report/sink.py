"""The only place that writes to Robot Framework's log: everything passes the mask first."""

from enum import Enum

from robot.api import logger

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.report.status_line import StatusLine
from SteadyAPI.robot_compat import console_column


class Level(Enum):
    """Robot Framework's log levels that the library uses."""

    INFO = "INFO"
    WARN = "WARN"
    DEBUG = "DEBUG"


class LogSink:
    """Masks, then logs."""

    def __init__(self, secrets: SecretRegistry) -> None:
        self._secrets = secrets

    def html(self, fragment: str) -> None:
        """Logs an HTML fragment; whatever came from outside is escaped in it already."""
        logger.info(self._secrets.mask(fragment), html=True)

    def text(self, message: str, level: Level = Level.INFO) -> None:
        """Logs plain text."""
        logger.write(self._secrets.mask(message), level.value)

    def console(self, line: str) -> None:
        """Writes a line to the console, below the one that Robot Framework has begun for the running test."""
        logger.console(f"\n{self._secrets.mask(line)}")

    def status_line(self) -> StatusLine | None:
        """Returns the line below the running test, or ``None`` where nothing can be drawn without harm."""
        column = console_column()
        return None if column is None else StatusLine(column, self._secrets.mask)
