"""A listener that fails at every event but `message`, which would end in endless recursion without any redaction."""

from typing import Any, NoReturn

ROBOT_LISTENER_API_VERSION = 3


def _fail(*arguments: Any) -> NoReturn:
    message = f"this listener always fails, here with {len(arguments)} arguments"
    raise RuntimeError(message)


start_suite = end_suite = start_test = end_test = start_keyword = end_keyword = _fail
log_message = output_file = log_file = report_file = debug_file = close = _fail
