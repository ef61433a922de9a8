"""Prism (https://stoplight.io/open-source/prism) as a second opinion: it mocks and judges by the same documents."""

import sys
from pathlib import Path

from corpus import HOME
from robot.api.deco import keyword, library
from robot.libraries.BuiltIn import BuiltIn

sys.path.insert(0, str(Path(__file__).parents[1] / "real"))

from child import LOOPBACK, Child, free_ports, running
from until_the_end import UntilTheEnd

PROGRAM = HOME / ".cache" / "prism" / "node_modules" / ".bin" / "prism"
ANY_STATUS = 599


@library(scope="SUITE", listener="SELF")
class Prism:
    """Starts Prism on free ports of 127.0.0.1 and stops it at the end of the suite. It logs to ``prism.log``."""

    ROBOT_LISTENER_API_VERSION = 3

    def __init__(self) -> None:
        self._until_the_end = UntilTheEnd()

    @keyword
    def start_mock(self, document: Path) -> str:
        """Starts a service that answers as a document describes, and returns its base URL."""
        return self._start("mock", document)

    @keyword
    def start_judge(self, document: Path, service: str) -> str:
        """Starts a proxy in front of a service and returns its base URL.

        It passes responses on, and says in the header ``sl-violations`` what a document does not describe of them.
        """
        return self._start("proxy", document, service)

    def close(self) -> None:
        """Stops what was started."""
        self._until_the_end.close()

    def _start(self, mode: str, document: Path, *service: str) -> str:
        log = Path(str(BuiltIn().get_variable_value("${OUTPUT DIR}"))) / "prism.log"

        def launch() -> Child:
            (port,) = free_ports(1)
            command = [PROGRAM, mode, "-h", LOOPBACK, "-p", str(port), document, *service]
            # Documents need not describe what is at the root.
            return Child(command, log, port, ready="/", worst=ANY_STATUS)

        child = running(launch)
        self._until_the_end.callback(child.stop)
        return f"http://{LOOPBACK}:{child.port}"
