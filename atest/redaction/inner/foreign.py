"""A listener of somebody else's that writes down everything it hears."""

from pathlib import Path
from typing import Any

ROBOT_LISTENER_API_VERSION = 2


class foreign:  # noqa: N801 - Robot Framework wants the class named like the module
    """Old interface, no priority."""

    ROBOT_LISTENER_API_VERSION = 2

    def __init__(self, path: str) -> None:
        self._file = Path(path).open("w", encoding="utf-8")  # noqa: SIM115

    def _write(self, *heard: Any) -> None:
        self._file.write(f"{heard}\n")

    start_suite = end_suite = start_test = end_test = start_keyword = end_keyword = _write
    log_message = message = library_import = resource_import = _write

    def close(self) -> None:
        self._file.close()
