"""Code of the suite's own that runs inside a check: modules with schemas, and validators in them."""

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


def place_of(error: BaseException) -> str:
    """Returns file and line where the error was raised: for a syntax error, where the mistake stands."""
    if isinstance(error, SyntaxError):
        return f"{error.filename}:{error.lineno}"
    trace = error.__traceback__
    place = "a place unknown"
    while trace is not None:
        place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
