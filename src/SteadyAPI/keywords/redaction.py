"""Registering values that are secret."""

from robot.api.deco import keyword

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.group import KeywordGroup
from SteadyAPI.redaction.registry import Registration
from SteadyAPI.robot_compat import Secret


class RedactionKeywords(KeywordGroup):
    """Secrets that didn't pass through a request."""

    @keyword(tags=["Redaction"])
    def register_secret(self, value: Secret | str, *, force: bool = False) -> None:
        """Keeps a value out of the log, the report and every other output from now on, in all its encodings.

        Tokens, passwords, cookies and `Secret` values that pass through this library are registered by themselves.

        Args:
            value: The secret. Short and common values are refused with a warning: masking them would blank out half the
                log.
            force: Registers such a value all the same.

        Raises:
            UsageError: When the value is empty.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Voucher Stays Secret
            Register Secret    ${VOUCHER}
            Log    The voucher is ${VOUCHER}
        ```
        """
        from SteadyAPI.report.sink import Level

        opened: str = self._open(value, "value")
        registration = self._context.secrets.register(opened, force=force)
        if registration is Registration.EMPTY:
            raise UsageError("expected a value to keep secret, got an empty one.")
        if registration.is_refusal:
            self._context.log.text(
                f"The value is not masked: {registration.value}.\n  To mask it all the same, write: force=True",
                Level.WARN,
            )
