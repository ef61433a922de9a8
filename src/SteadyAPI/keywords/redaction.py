"""Registering values that are secret."""

from robot.api.deco import keyword

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.group import KeywordGroup
from SteadyAPI.redaction.registration import Registration
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

    @keyword(tags=["Redaction"])
    def unregister_secret(self, value: Secret | str) -> None:
        """Shows a value again that was taken for a secret, from now on; what looks like a secret stays masked.

        The console says at the end of a run which names values were learnt from. To never learn from such a name,
        import the library with `allow=`.

        Args:
            value: The text that is none. It is shown from the next message on, in files that are written later too.

        Raises:
            UsageError: When it is no secret that was registered or learnt.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Name Of The Plan Is No Secret
            Unregister Secret    premium-2026
            Log    The plan is premium-2026
        ```
        """
        # Not opened like other arguments: that would register it.
        text = value.value if isinstance(value, Secret) else value
        if not self._context.secrets.unregister(text):
            raise UsageError(
                "value: expected a text that is masked because it was registered or learnt, got another one.\n"
                "  what is masked by its look or by the name beside it is named at the import: allow=NAME"
            )
