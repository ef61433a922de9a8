"""Code of the suite's own that runs inside a check: modules with schemas, and validators in them."""

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
"""What code raises when it is wrong; a test's time limit is none of them and must pass through."""

_STANDARD_LIBRARY = str(Path(os.__file__).parent)


def place_of(error: BaseException) -> str:
    """Returns file and line where the error comes from: the innermost line that is nobody's package.

    For a syntax error that is where the mistake stands; where all lines are in packages, it is the innermost of all.
    """
    if isinstance(error, SyntaxError):
        return f"{error.filename}:{error.lineno}"
    places = []
    trace = error.__traceback__
    while trace is not None:
        places.append((trace.tb_frame.f_code.co_filename, trace.tb_lineno))
        trace = trace.tb_next
    own = [place for place in places if not _is_package(place[0])]
    return "{}:{}".format(*(own or places)[-1]) if places else "a place unknown"


def _is_package(file: str) -> bool:
    return file.startswith((_STANDARD_LIBRARY, "<frozen")) or "site-packages" in file
