"""Links from a report to a test in log.html."""

from collections.abc import Mapping
from typing import Any


def log_link(record: Mapping[str, Any], log: str) -> str:
    """Returns the link to the test of a record; empty without a log, or without an id that Robot Framework gives.

    An address that already has a fragment leads to something else than a log, and stays as it is.
    """
    test_id = str(record.get("test_id", ""))
    if not log or not test_id.replace("-", "").isalnum():
        return ""
    return log if "#" in log else f"{log}#{test_id}"
