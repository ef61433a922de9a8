"""What speaks against a release."""


class RefusalError(Exception):
    """One sentence that says what was expected, what came, and what to write."""
