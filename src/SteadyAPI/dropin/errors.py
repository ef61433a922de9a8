"""The exceptions that suites of robotframework-requests know by name; Robot Framework shows the class name."""


class UnknownStatusError(Exception):
    """No status goes by that name."""


class InvalidResponse(Exception):  # noqa: N818  the name that suites expect
    """What was given is no response."""


class InvalidExpectedStatus(Exception):  # noqa: N818  the name that suites expect
    """What was given is neither a number nor a text."""
