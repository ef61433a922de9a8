"""What every keyword group is."""

from typing import TYPE_CHECKING, Any

from SteadyAPI.context import Context
from SteadyAPI.errors import ExpectationError, UsageError
from SteadyAPI.secret import reveal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from SteadyAPI.engine.exchange import Exchange, Response
    from SteadyAPI.engine.request.call import Call
    from SteadyAPI.engine.session.session import Session


class KeywordGroup:
    """Keywords of one task over the shared engines; it holds no state of its own.

    Keywords import what they need when they run: importing the library for a dry run loads no engine.
    """

    def __init__(self, context: Context) -> None:
        self._context = context

    def _open(self, value: Any, name: str) -> Any:
        """Opens the secrets in an argument; see `SteadyAPI.secret`."""
        return reveal(value, self._context.secrets, name)

    def _secret(self, value: Any, name: str) -> str:
        """Opens a value that is secret whatever its type, and masks it from now on."""
        opened: str = self._open(value, name)
        self._context.secrets.learn(name, opened)
        return opened

    def _credential(self, value: Any, name: str) -> str:
        """Opens and registers a secret that can't be empty: an empty one is a variable that nobody has filled.

        Raises:
            UsageError: When it is empty.
        """
        opened = self._secret(value, name)
        if not opened.strip():
            raise UsageError(f"{name}: expected a value, got an empty one.")
        if opened.strip().lower() == "none":
            raise UsageError(f'{name}: expected a value, got the text "{opened}".\n  to take it away, write: ${{None}}')
        return opened

    def _token_value(self, token: Any) -> str:
        """Opens and registers a token; a ``Bearer`` in front of it is left out, as every request adds its own."""
        opened: str = self._open(token, "token")
        scheme, _, rest = opened.strip().partition(" ")
        return self._credential(rest.strip() if scheme.lower() == "bearer" else opened, "token")

    def _log_left_out(self, schema: str, parts: "Sequence[str]") -> None:
        """Names what a schema has that can't be checked, once in a run."""
        for part in self._context.checks.leave_out(schema, parts):
            self._context.log.text(f"{schema}: {part}, and is not checked.")

    def _register_expected(self, subject: str, expected: Any) -> None:
        """Makes a secret of what a field with a telling name is expected to be; ``subject`` is a path or a name."""
        from SteadyAPI.redaction.shapes.secret_names import names_a_secret

        if isinstance(expected, str) and names_a_secret(subject.rstrip("'\"]")):
            self._context.secrets.learn(subject, expected, received=True)

    def _auth(self, auth: Any) -> Any:
        """Opens user name and password and registers the password; any other authentication is taken as it is."""
        if auth is None or callable(auth):
            return auth
        if isinstance(auth, str) and auth.lower() == "none":
            from SteadyAPI.engine.session.authentication import no_credentials

            return no_credentials
        if not isinstance(auth, list | tuple):
            raise UsageError(
                "auth: expected a list of user name and password, what Create Digest Auth and its like returned, "
                f"or none; got {type(auth).__name__}.\n"
                "  write for example: VAR    @{auth}    qa    ${PASSWORD}"
            )
        opened = tuple(self._open(list(auth), "auth"))
        if len(opened) != 2:  # noqa: PLR2004  a name and a password
            raise UsageError(
                f"auth: expected a list of user name and password, got {len(opened)} items.\n"
                "  write for example: VAR    @{auth}    qa    ${PASSWORD}"
            )
        if None in opened:
            raise UsageError(
                "auth: expected a list of user name and password, got None in it: is a variable not set?\n"
                "  write auth=none to send no credentials"
            )
        self._context.secrets.learn("auth", str(opened[1]))
        return opened

    def _exchange(self, session: "Session", call: "Call") -> "Exchange":
        """Sends a call, logs it, and returns its record.

        Raises:
            NoResponseError: When no response came.
            ContractError: When the response breaks a contract that the session uses.
            UsageError: When the request can't be sent at all.
        """
        return self._judged(session, call, self._logged(session, call))

    def _judged(self, session: "Session", call: "Call", exchange: "Exchange") -> "Exchange":
        """Returns an exchange that has a response, after the session's contracts have seen it; raises as above."""
        if exchange.failure is not None:
            from SteadyAPI.report.messages.request_failures import no_response

            raise no_response(exchange) from exchange.failure.cause
        if call.contract and exchange.as_expected:
            for observe in tuple(session.observers.values()):
                observe(exchange)
        return exchange

    def _logged(self, session: "Session", call: "Call") -> "Exchange":
        """Sends a call, logs it, and returns its record whatever came of it."""
        exchange = self._context.sessions.send(session, call)
        self._context.log.exchange(exchange)
        self._warn()
        return exchange

    def _warn(self) -> None:
        """Writes the one warning of a run: that a host's retry budget is used up."""
        warning = self._context.surroundings.protection.warning()
        if warning is not None:
            from SteadyAPI.report.sink import Level

            self._context.log.text(warning, Level.WARN)

    def _exchange_of(self, response: Any) -> "Exchange":
        """Returns the record of the response in hand, or of the last one.

        Raises:
            UsageError: When there is none.
        """
        if response is None:
            last = self._context.sessions.last_exchange
            if last is None or last.response is None:
                raise UsageError(
                    "no response to look at: no request has been answered yet.\n  send one: GET    /orders/1"
                )
            return last
        from requests import Response

        from SteadyAPI.engine.transport.response import exchange_of

        if not isinstance(response, Response):
            raise UsageError(
                f"response: expected what a request keyword returned, got {type(response).__name__}.\n"
                "  write for example: ${response} =    GET    /orders/1"
            )
        return exchange_of(response)

    def _response_of(self, exchange: "Exchange") -> "Response":
        """Returns the response of an exchange.

        Raises:
            UsageError: When it has none.
        """
        if exchange.response is None:
            raise UsageError("the last request got no response to look at.")
        return exchange.response

    def _unexpected(self, exchange: "Exchange", what: str, message: str | None) -> ExpectationError:
        """Makes the error for a response that isn't what the test expects: what follows the request and its status."""
        named = f"{exchange.method} {exchange.target}"
        line = f"{named} → {self._response_of(exchange).status} {what}"
        return ExpectationError(f"{message}\n  {line}" if message else line, exchange)
