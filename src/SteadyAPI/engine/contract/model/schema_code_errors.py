"""Errors of the suite's own code that runs inside a check: modules with schemas, and validators in them."""

import os
from pathlib import Path

CODE_ERRORS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    ImportError,
    LookupError,
    NameError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What wrong code raises. A test's time limit is none of them and must pass through."""

_STANDARD_LIBRARY = str(Path(os.__file__).parent)


def source_line(error: BaseException) -> str:
    """Returns file and line where the error comes from: the innermost line outside of installed packages.

    For a syntax error it is the line with the mistake; when all lines are in packages, the innermost one.
    """
    if isinstance(error, SyntaxError):
        return f"{error.filename}:{error.lineno}"
    lines = []
    trace = error.__traceback__
    while trace is not None:
        lines.append((trace.tb_frame.f_code.co_filename, trace.tb_lineno))
        trace = trace.tb_next
    own = [line for line in lines if not is_package(line[0])]
    return "{}:{}".format(*(own or lines)[-1]) if lines else "a place unknown"


def is_package(file: str) -> bool:
    """Returns whether a file belongs to Python itself or to an installed package."""
    return file.startswith((_STANDARD_LIBRARY, "<frozen")) or "site-packages" in file or "dist-packages" in file
